"""Runs that need not be apart."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

from reportgen.word.elements import W
from reportgen.word.joining import join_runs

BOLD = "<w:rPr><w:b/></w:rPr>"


def joined(content: str) -> list[str]:
    """What each run says, in order; bold ones in asterisks."""
    paragraph = parse_xml(f"<w:p {nsdecls('w')}>{content}</w:p>")
    join_runs(paragraph)
    assert b"proofErr" not in etree.tostring(paragraph)
    runs = paragraph.findall(f"{W}r")
    return [f"*{said}*" if run.find(f".//{W}b") is not None else said for run in runs for said in [_said(run)]]


def _said(run: etree._Element) -> str:
    return "".join("|" if one.tag == W + "tab" else one.text or "" for one in run if one.tag != W + "rPr")


@pytest.mark.parametrize(
    ("content", "runs"),
    [
        ("<w:r w:rsidR='1'><w:t>6</w:t></w:r><w:r w:rsidR='2'><w:t>5%</w:t></w:r>", ["65%"]),
        ("<w:r><w:t>a </w:t></w:r><w:proofErr w:type='spellStart'/><w:r><w:t> b</w:t></w:r>", ["a  b"]),
        (f"<w:r>{BOLD}<w:t>a</w:t></w:r><w:r>{BOLD}<w:t>b</w:t><w:tab/></w:r><w:r><w:t>c</w:t></w:r>", ["*ab|*", "c"]),
        ("<w:r><w:t>a</w:t></w:r><w:r><w:rPr/><w:t>b</w:t></w:r>", ["ab"]),
        (f"<w:r><w:t>a</w:t></w:r><w:r>{BOLD}<w:t/></w:r><w:r><w:t>b</w:t></w:r>", ["ab"]),
        ("<w:r><w:t>a</w:t></w:r><w:bookmarkStart w:id='1' w:name='x'/><w:r><w:t>b</w:t></w:r>", ["a", "b"]),
        ("<w:r><w:t>a</w:t></w:r><w:r><w:br/></w:r><w:r><w:t>b</w:t></w:r>", ["a", "", "b"]),
    ],
)
def test_neighbours_of_one_look_are_one_run(content: str, runs: list[str]) -> None:
    assert joined(content) == runs
