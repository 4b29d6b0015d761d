"""Ends of bookmarks that slipped off a figure's last letter, as LibreOffice saves some."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from reportgen.document import Origin, Value
from reportgen.word.elements import W
from reportgen.word.reading.slipped import mend_slipped_ends

END = '<w:bookmarkEnd w:id="3"/>'


def run(text: str) -> str:
    return f"<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>" if text else ""


def held(inside: str, after: str, said: str = "1997") -> tuple[str, str]:
    """What the bookmark holds when it is mended, and what stands after it."""
    start = '<w:bookmarkStart w:id="3" w:name="_rg_3"/>'
    body = parse_xml(f"<w:p {nsdecls('w')}>{run('in ')}{start}{run(inside)}{END}{after}</w:p>")
    mend_slipped_ends(body, {"_rg_3": Value(said, Origin("fact", "founded"))})
    end = body.index(body.find(f"{W}bookmarkEnd"))
    return _words(body[2:end]), _words(body[end:])


@pytest.mark.parametrize(
    ("inside", "after", "said", "mended"),
    [
        ("199", run("7"), "1997", ("1997", "")),
        ("199", run("7 and"), "1997", ("1997", " and")),
        ("", run("4") + run(" more"), "4", ("4", " more")),
        ("1997", run("7"), "1997", ("1997", "7")),
        ("199", run("8"), "1997", ("199", "8")),
        ("19", run("97"), "1997", ("19", "97")),
        ("199", "<w:r><w:br/></w:r>" + run("7"), "1997", ("199", "7")),
        ("199", "", "1997", ("199", "")),
    ],
)
def test_an_end_is_put_back_where_the_figure_then_says_what_was_written(
    inside: str, after: str, said: str, mended: tuple[str, str]
) -> None:
    assert held(inside, after, said) == mended


def _words(elements: list) -> str:
    return "".join(text.text or "" for one in elements for text in one.iter(f"{W}t"))
