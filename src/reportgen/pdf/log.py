"""What WeasyPrint says while it works, as problems of the report: nothing of it is lost, and nothing is printed raw."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from reportgen.document import Picture
from reportgen.problems import Place, Problems

_PICTURE = re.compile(r"Failed to load image at '(picture:\d+)'(?:: UnfitPictureError: (.+))?")
_NO_GLYPH = re.compile(r'\.notdef glyph rendered for Unicode string unsupported by fonts: "(.+)" \(', re.DOTALL)
_SHOWN = 8  # characters


@contextmanager
def caught(problems: Problems, place: Place, pictures: Mapping[str, Picture]) -> Iterator[None]:
    """While this lasts, each warning of WeasyPrint becomes one of `problems`; a picture that fails is an error."""
    logger = logging.getLogger("weasyprint")
    handler = _Handler(problems, place, pictures)
    propagates, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagates
        handler.report_unknown()


class _Handler(logging.Handler):
    def __init__(self, problems: Problems, place: Place, pictures: Mapping[str, Picture]) -> None:
        super().__init__(logging.WARNING)
        self._problems, self._place, self._pictures = problems, place, pictures
        self._unknown: list[str] = []  # characters that no font has

    def report_unknown(self) -> None:
        if self._unknown:
            shown = " ".join(self._unknown[:_SHOWN]) + (" …" if len(self._unknown) > _SHOWN else "")
            self._problems.warn(
                "missing-glyph",
                self._place,
                f"no font on this machine can show these characters, they print as boxes: {shown}",
                "install a font that has them, or use other characters",
            )

    def emit(self, record: logging.LogRecord) -> None:
        said = record.getMessage()
        failed = _PICTURE.search(said)
        if failed and failed[1] in self._pictures:
            self._lose(self._pictures[failed[1]], failed[2])
        elif unknown := _NO_GLYPH.match(said):
            self._unknown += [unknown[1]] if unknown[1] not in self._unknown else []
        else:
            self._problems.warn("print", self._place, f"while printing: {said}")

    def _lose(self, picture: Picture, why: str | None) -> None:
        message = f"a picture can't be printed: “{picture.alt}”" if picture.alt else "a picture can't be printed"
        self._problems.error(
            "broken-picture",
            self._place,
            f"{message} ({why})" if why else message,
            "save it smaller, and put it into the document again: 2,000 pixels across are as sharp as a page can show"
            if why and why.startswith("it has more than")
            else "save it as PNG or JPEG and put it into the document again",
        )
