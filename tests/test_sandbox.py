"""What an expression can do: print. What it cannot: anything else."""

import pytest
from jinja2.exceptions import SecurityError, TemplateError, UndefinedError

from reportgen import sandbox


def render(source: str, autoescape: bool = False, **names: object) -> str:
    return sandbox.environment(autoescape=autoescape).from_string(source).render(**names)


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ view.__init__.__globals__ }}",
        "{{ view['__class__'] }}",
        "{{ view|attr('__class__') }}",
        "{{ '{0.__class__}'.format(view) }}",
        "{{ names.clear() }}",
        "{{ names.update({'a': 1}) }}",
        "{{ '<b>'|safe }}",
        "{% include '/etc/passwd' %}",
        "{% macro f() %}{% endmacro %}{{ f.__globals__ }}",
    ],
)
def test_nothing_leads_out_of_the_sandbox(source: str) -> None:
    with pytest.raises((TemplateError, TypeError)):
        render(source, view=object(), names={"a": 1})


@pytest.mark.parametrize("name", ["lipsum", "cycler", "joiner", "namespace", "dict", "open", "self.environment"])
def test_the_globals_of_jinja_are_not_there(name: str) -> None:
    with pytest.raises(TemplateError):
        render(f"{{{{ {name}('x') }}}}")


@pytest.mark.parametrize(
    "source",
    [
        "{{ 10 ** 300000000 }}",
        "{{ 'x' * 2000000000 }}",
        "{{ [0] * 2000000000 }}",
        "{{ 2000000000 * 'x' }}",
        "{{ '%2000000000d' % 1 }}",
        "{{ 'x'.center(2000000000) }}",
        "{{ 'x'|center(2000000000) }}",
        "{{ '{:2000000000}'.format(1) }}",
        "{{ 'x'.zfill(2000000000) }}",
        "{{ 1|round(2000000000) }}",
        "{{ range(2000000000)|list }}",
        "{{ range(1000)|join(range(1000)|join('--------')) }}",
        "{{ 'a'|replace('a', 'aa') }}",
    ],
)
def test_nothing_grows_without_bounds(source: str) -> None:
    with pytest.raises(TemplateError):
        render(source)


def test_what_templates_need_works() -> None:
    assert render("{% for each in range(3) %}{{ loop.index }}{% endfor %}") == "123"
    assert render("{{ 6 * 7 }} {{ 7 % 4 }} {{ 'a'|upper }} {{ ' a '.strip() }}") == "42 3 A a"
    assert render("{{ rows|map(attribute='name')|join(', ') }}", rows=[{"name": "x"}, {"name": "y"}]) == "x, y"


def test_an_unknown_name_is_an_error_that_says_which() -> None:
    with pytest.raises(UndefinedError, match="“titel” is not known here"):
        render("{{ titel }}")


def test_an_unknown_attribute_is_an_error_that_gives_the_nearest() -> None:
    with pytest.raises(UndefinedError, match=r"no “titel” in it\. Did you mean “title”\?"):
        render("{{ report.titel }}", report={"title": "x", "edition": "y"})


def test_a_method_that_is_not_listed_is_named() -> None:
    with pytest.raises(SecurityError, match="“encode” may not be used here"):
        render("{{ 'x'.encode() }}")


def test_autoescape_keeps_text_text() -> None:
    assert render("{{ x }}", autoescape=True, x="R&D <5%") == "R&amp;D &lt;5%"
    assert render("{{ [x, x]|join('<') }}", autoescape=True, x="&") == "&amp;&lt;&amp;"
