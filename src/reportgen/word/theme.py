"""The fonts and colours that a Word file's theme part gives names to (ECMA-376-1, 14.2.7 and 20.1.6)."""

from __future__ import annotations

import colorsys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from reportgen.word.elements import VAL, A, Element, W, hex_colour, local

# How Word's names for colours lead into the theme where the settings say nothing else (17.15.1.20).
_USUAL_SCHEME = {
    "background1": "lt1",
    "text1": "dk1",
    "background2": "lt2",
    "text2": "dk2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
_LONG_NAMES = {"light1": "lt1", "dark1": "dk1", "light2": "lt2", "dark2": "dk2", **_USUAL_SCHEME}
_SETTINGS_NAMES = {"bg1": "background1", "t1": "text1", "bg2": "background2", "t2": "text2"}


@dataclass(frozen=True, slots=True)
class Theme:
    """`fonts` has `major` and `minor`; `colours` has `dk1`, `accent1` …; `scheme` what the settings rename."""

    fonts: Mapping[str, str] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)
    scheme: Mapping[str, str] = field(default_factory=dict)

    def font(self, name: str) -> str | None:
        """`minorHAnsi` → the theme's font for body text."""
        return self.fonts.get("major" if name.startswith("major") else "minor")

    def colour(self, name: str, tint: str | None = None, shade: str | None = None) -> str | None:
        """`accent1`, made lighter by `tint` or darker by `shade` (hex bytes, 17.18.97: FF changes nothing)."""
        slot = self.scheme.get(name) or _LONG_NAMES.get(name, name)
        colour = self.colours.get(slot)
        if colour is None:
            return None
        return _shaded(_tinted(colour, _fraction(tint)), _fraction(shade))


def read_theme(root: Element | None, settings: Element | None = None) -> Theme:
    """The theme part and the settings' colour mapping; either may be missing."""
    if root is None:
        return Theme()
    return Theme(_fonts(root), _colours(root), _scheme(settings))


def shading(element: Element | None, theme: Theme) -> str | None:
    """The colour of a `w:shd`; patterns become the mixture they look like. None: no fill, or `auto`."""
    if element is None:
        return None
    pattern = element.get(VAL, "clear")
    fill = themed(element, theme, "fill", "themeFill")
    if pattern in ("clear", "nil"):
        return fill
    share = 100 if pattern == "solid" else int(pattern[3:]) if pattern[3:].isdecimal() else 25
    return _mixed(fill or "FFFFFF", themed(element, theme, "color", "themeColor") or "000000", share / 100)


def themed(element: Element, theme: Theme, plain: str, prefix: str) -> str | None:
    """The colour in attribute `plain`, or the theme's where the attributes beginning with `prefix` name one."""
    name = element.get(W + prefix)
    if name is not None:
        tint, shade = element.get(W + _part(prefix, "Tint")), element.get(W + _part(prefix, "Shade"))
        resolved = theme.colour(name, tint, shade)
        if resolved is not None:
            return resolved
    return hex_colour(element.get(W + plain))


def _part(prefix: str, what: str) -> str:
    """`themeColor` has `themeTint`, but `themeFill` has `themeFillTint`."""
    return ("theme" if prefix == "themeColor" else prefix) + what


def _fonts(root: Element) -> dict[str, str]:
    fonts = {}
    for kind in ("major", "minor"):
        latin = root.find(f".//{A}{kind}Font/{A}latin")
        if latin is not None and latin.get("typeface"):
            fonts[kind] = str(latin.get("typeface"))
    return fonts


def _colours(root: Element) -> dict[str, str]:
    colours = {}
    for slot in root.iterfind(f".//{A}clrScheme/*"):
        for colour in slot:
            found = hex_colour(colour.get("val")) or hex_colour(colour.get("lastClr"))
            if found is not None:
                colours[local(slot)] = found
    return colours


def _scheme(settings: Element | None) -> dict[str, str]:
    mapping = settings.find(W + "clrSchemeMapping") if settings is not None else None
    if mapping is None:
        return {}
    said = {str(name).rpartition("}")[2]: str(slot) for name, slot in mapping.attrib.items()}
    return {_SETTINGS_NAMES.get(name, name): _LONG_NAMES.get(slot, slot) for name, slot in said.items()}


def _fraction(text: str | None) -> float | None:
    try:
        return int(text, 16) / 255 if text is not None else None
    except ValueError:
        return None


def _tinted(colour: str, share: float | None) -> str:
    return colour if share is None else _with_lightness(colour, lambda light: light * share + 1 - share)


def _shaded(colour: str, share: float | None) -> str:
    return colour if share is None else _with_lightness(colour, lambda light: light * share)


def _with_lightness(colour: str, change: Callable[[float], float]) -> str:
    hue, light, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in bytes.fromhex(colour)))
    return _hex(colorsys.hls_to_rgb(hue, min(1.0, max(0.0, change(light))), saturation))


def _mixed(below: str, above: str, share: float) -> str:
    pairs = zip(bytes.fromhex(below), bytes.fromhex(above), strict=True)
    return _hex(tuple((low * (1 - share) + high * share) / 255 for low, high in pairs))


def _hex(channels: tuple[float, ...]) -> str:
    return "".join(f"{round(channel * 255):02X}" for channel in channels)
