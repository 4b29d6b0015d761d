"""What a PDF says of its own conformance: PDF/A-3a and PDF/UA-1 in one file.

WeasyPrint writes either (Kozea/WeasyPrint#2467, #2783), so its PDF/A-3a is made to say the other, too. As a `finisher`
this works on the PDF's objects, right before they are written.
"""

from __future__ import annotations

from typing import Any

import pydyf

# PDF/A-3 (ISO 19005-3, 6.6.2.3) wants each property that it does not know described; with these very prefixes, so
# this is put in as it is: an XML library would rename them.
_ALSO_UA = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part>\
</rdf:Description><rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""
_END = b"</rdf:RDF>"


def declare_conformance(document: Any, pdf: Any) -> None:
    """Let the metadata say PDF/UA-1 beside PDF/A-3a, uncompressed (6.6.2.1), and name each attached file once."""
    metadata = _object(pdf, pdf.catalog["Metadata"])
    (said,) = metadata.stream
    before, end, after = said.rpartition(_END)
    assert end, "WeasyPrint's metadata has no RDF"
    metadata.stream, metadata.compress = [before + _ALSO_UA + end + after], False
    if "AF" in pdf.catalog:
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
