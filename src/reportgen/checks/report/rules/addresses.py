"""Addresses, of links and of sources, are well formed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from urllib.parse import urlsplit

from reportgen.checks.report.reading.report import ReadReport
from reportgen.problems import Place, Problem

_SCHEMES = ("http", "https", "mailto", "ftp", "tel")
_HOST = re.compile(r"(?:(?:[\w-]+\.)*[^\W\d_][\w-]*|(?:\d{1,3}\.){3}\d{1,3})(?::\d+)?")


def problems(report: ReadReport) -> Iterator[Problem]:
    for passage in report.passages:
        for reference in passage.references:
            if reference.kind == "link":
                yield from _address(reference.target, passage.place(reference.start))
    for source in report.edition.sources.values():
        yield from _address(source.url, source.place)


def _address(address: str, place: Place) -> Iterator[Problem]:
    if fault := _fault(address) if address else "":
        yield Problem("error", "malformed-address", f"the address “{address}” leads nowhere: {fault}", place)
    elif doubt := _doubt(address) if address else "":
        yield Problem("warning", "malformed-address", f"does the address “{address}” lead anywhere? {doubt}", place)


def _fault(address: str) -> str:
    """What is wrong with an address; empty where it may be one."""
    if re.match(r"www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|uk|gov|eu)(?:[/:?#]|$)", address.lower()):
        return "it begins without https://"
    scheme, _, rest = address.partition(":")
    if rest.startswith("//") and scheme.lower() not in _SCHEMES and get_close_matches(scheme.lower(), _SCHEMES, 1):
        return f"“{scheme}” is mistyped"
    if scheme.lower() == "mailto":
        return "" if re.fullmatch(r"[^@\s/]+@(?:[\w-]+\.)+[\w-]+(?:\?.*)?", rest) else "that is no e-mail address"
    if scheme.lower() not in ("http", "https"):
        return ""
    host = _host(address)
    if host is None:
        return "its brackets do not match"
    if re.match(r"/*(?:https?|www)[:/]", rest[2:].lower()) or host.lower().rstrip(":") in ("http", "https"):
        return "it begins twice"
    if not host:
        return "it names no host"
    return "" if _HOST.fullmatch(host) else f"“{host}” is no name of a host"


def _doubt(address: str) -> str:
    host = _host(address)
    if re.match(r"#|[^:]*(?:/|\.\w+$)", address) and not re.match(r"[\w+.-]+:", address):
        return "It is the name of a file or a place in one, and readers have the report only"
    if not address.lower().startswith("http") or not host:
        return ""
    if "." not in host:
        return f"“{host}” is known to a house of its own only"
    return "It ends in a mark of the sentence" if re.search(r"[,;.]$", address) else ""


def _host(address: str) -> str | None:
    """The host that an address names, its port too; None where the address cannot be taken apart."""
    try:
        return urlsplit(address).netloc.rpartition("@")[2]
    except ValueError:
        return None
