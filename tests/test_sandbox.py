"""What an expression can do: print. What it cannot: anything else."""

import pytest
from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError, UndefinedError

from reportgen import sandbox
from reportgen.sandbox import bounds


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


LETTERS = "{% set s = range(1000)|join(range(40)|join) %}"  # 72,820 of them


@pytest.mark.parametrize(
    "source",
    [
        "{% for a in range(1000) %}" * 3 + "{% endfor %}" * 3,
        "{% set x = 'aaaaaaaaaa' %}" + "{% set x = x ~ x %}" * 30,
        "{% set x = 'aaaaaaaaaa' %}" + "{% set x = x + x %}" * 30,
        "{% set x = [1, 2, 3] %}" + "{% set x = x + x %}" * 30,
        "{% set x = 'a' %}" + "{% set x = [x, x] %}" * 30 + "{{ x|join }}",
        "{% set x, y = 'a', 'a' %}" + "{% set x, y = [x, x], [y, y] %}" * 30 + "{{ x == y }}",
        "{% set x = 10 %}" + "{% set x = x * x %}" * 30,
        "{% for a in range(1000) %}{% for b in range(1000) %}" + "x" * 1000 + "{% endfor %}{% endfor %}",
        LETTERS + "{{ s|list|map('trim', '0123456789')|map('d', s, true)|map('list')|list }}",
        LETTERS + "{{ s|list|select('in', s|list + ['z'])|list }}",
        LETTERS
        + "{% set l = s|list %}{% for a in range(1000) %}{% for b in range(1000) %}{% set y = l[:] %}{% endfor %}"
        "{% endfor %}",
        "{{ " + "9" * 4000 + " * " + "9" * 4000 + " }}",
    ],
)
def test_what_jinja_itself_would_go_on_with_for_ever_is_stopped(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_STEPS", bounds.MOST_STEPS // 10)  # a tenth of the time, for what has no end
    with pytest.raises(SecurityError, match=r"at most|more than|too large"):
        render(source)


@pytest.mark.parametrize(
    "source",
    [
        "{% macro f() %}{{ f() }}{{ f() }}{% endmacro %}{{ f() }}",
        "{% for a in [1] recursive %}{{ loop([1, 1]) }}{% endfor %}",
        "{% block a %}{{ self.a() }}{% endblock %}",
        "{% set x %}x{% endset %}",
        "{% autoescape false %}{{ '<' }}{% endautoescape %}",
        "{% filter upper %}x{% endfilter %}",
    ],
)
def test_tags_that_nobody_needs_are_not_there(source: str) -> None:
    with pytest.raises(TemplateSyntaxError, match="none of those"):
        render(source)


@pytest.mark.parametrize(
    "source",
    [
        "{{ " + "(" * 20_000 + "1" + ")" * 20_000 + " }}",
        "{{ " + "1 + " * 5_000 + "1 }}",
        "{{ " + "[" * 500 + "]" * 500 + " }}",
        "{% if 1 %}" * 200 + "{% endif %}" * 200,
        "{% for a in [1] %}" * 25 + "{% endfor %}" * 25,
        "{{ 1 }}" * 200_000,
    ],
    ids=["brackets", "sums", "lists", "ifs", "loops", "tags"],
)
def test_what_is_nested_too_deeply_or_has_too_many_tags_is_refused(source: str) -> None:
    with pytest.raises(TemplateSyntaxError, match=r"too deeply|too many"):
        render(source)


def test_what_is_rendered_in_one_environment_draws_on_one_meter() -> None:
    environment = sandbox.environment()
    loop = environment.from_string("{% for a in range(1000) %}{% for b in range(500) %}{% endfor %}{% endfor %}")
    with pytest.raises(SecurityError, match="goes round too often"):
        for _ in range(20):
            loop.render()
    environment.meter.refill()
    assert loop.render() == ""


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
