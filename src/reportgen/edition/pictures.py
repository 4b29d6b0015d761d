"""Pictures that the narrative shows: files of the edition's own folder, checked before they are used."""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from reportgen.document import Picture
from reportgen.edition.folder import nearest_file
from reportgen.problems import Place, Problems

if TYPE_CHECKING:
    from PIL.Image import Image

WIDEST, HIGHEST = 453.0, 600.0  # points: the text area of A4 with margins of an inch, room left for a caption
MOST_BYTES = 20 * 2**20
MOST_PIXELS = 65_000_000
MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg"}
SCREEN = 96.0  # dots per inch where the file does not say

_ORIENTATION = 0x0112  # the EXIF tag
_SMALLER = "Save it smaller: 2,000 pixels across are as sharp as a page can show."


class _Refused(Exception):
    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


def read_picture(folder: Path, path: str, alt: str, place: Place, problems: Problems) -> Picture | None:
    """The picture at `path`, relative to the edition's folder, as large as it prints.

    Problems: a path out of the folder, no such file, a file that is too large, broken, or no PNG or JPEG.
    """
    try:
        data = _bytes(_inside(folder, unquote(path)))
        width, height, media_type = _header(data)
    except _Refused as refused:
        problems.error("picture", place, f"“{path}”: {refused}", refused.hint)
        return None
    scale = min(1.0, WIDEST / width, HIGHEST / height)
    return Picture(data, media_type, alt, round(width * scale, 2), round(height * scale, 2))


def _inside(folder: Path, path: str) -> Path:
    try:
        found = (folder / path).resolve()
        if "://" in path or not found.is_relative_to(folder.resolve()):
            near = None if "://" in path else _nearest(folder, path)
            hint = near or "Write its path relative to that folder."
            raise _Refused("a picture must lie in the edition's folder", hint)
        if not found.is_file():
            hint = _nearest(folder, path) or "The path is relative to the edition's folder."
            raise _Refused("there is no such file", hint)
    except (OSError, ValueError) as error:  # a name that the file system cannot hold
        raise _Refused("this is no path") from error
    return found


def _nearest(folder: Path, path: str) -> str | None:
    """A hint only where a name is alike: what else lies in the folder is none."""
    hint = nearest_file(folder, path) or ""
    return hint if hint.startswith("Did") else None


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _Refused(f"a picture has at most {MOST_BYTES // 2**20} MB", _SMALLER)
        return path.read_bytes()
    except OSError as error:
        raise _Refused(f"it cannot be read: {error.strerror}") from error


def _header(data: bytes) -> tuple[float, float, str]:
    """Width and height in points, and the media type."""
    from PIL import Image

    try:
        with _opened(data) as image:
            _must_print(image)
            across, down = _resolution(image)
            width, height = image.width * 72 / across, image.height * 72 / down
            media_type = MEDIA_TYPES[str(image.format)]
        _must_be_whole(data)
        return width, height, media_type
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _Refused(f"a picture has at most {MOST_PIXELS:,} pixels", _SMALLER) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise _Refused("this is no whole PNG or JPEG", "Save the picture as PNG or JPEG.") from error


def _opened(data: bytes) -> Image:
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        return Image.open(io.BytesIO(data), formats=tuple(MEDIA_TYPES))


def _must_be_whole(data: bytes) -> None:
    from PIL import ImageFile

    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint, once imported, has it on for everybody
    with _opened(data) as image:
        if image.format == "PNG":
            image.verify()  # by its checksums
        else:
            image.draft("L", (1, 1))  # decoded at an eighth of its size, which takes all of the file
            image.load()


def _must_print(image: Image) -> None:
    if image.width * image.height > MOST_PIXELS:
        raise _Refused(f"a picture has at most {MOST_PIXELS:,} pixels", _SMALLER)
    if image.mode == "CMYK":
        raise _Refused("its colours are for a printing press (CMYK)", "Save it with RGB colours.")
    if image.format == "JPEG" and image.getexif().get(_ORIENTATION, 1) != 1:
        raise _Refused("it is stored lying on its side", "Turn it upright in an image program and save it.")


def _resolution(image: Image) -> tuple[float, float]:
    across, down = (float(round(each)) for each in image.info.get("dpi", (SCREEN, SCREEN)))
    return (across, down) if min(across, down) >= 10 else (SCREEN, SCREEN)
