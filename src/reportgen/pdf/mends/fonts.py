"""The fonts that travel with the project, where they lie.

By `@font-face` WeasyPrint would copy them into a temporary folder for each layout. A process that is killed, or that
leaves without taking down what it built, never takes that away; and where there is no room for it, nothing is printed.
"""

from __future__ import annotations

import os

from weasyprint.text.ffi import ffi, fontconfig, pangoft2
from weasyprint.text.fonts import FontConfiguration

from reportgen import resources
from reportgen.problems import MachineError


class OwnFonts(FontConfiguration):  # type: ignore[misc]  # WeasyPrint has no types
    """The machine's fonts and the project's. Raises MachineError where the latter cannot be read."""

    def __init__(self) -> None:
        super().__init__()
        for path in sorted(resources.fonts().glob("*.ttf")):
            if not fontconfig.FcConfigAppFontAddFile(self._config, os.fsencode(path)):
                raise MachineError(f"can't read the font {path}", "install reportgen again")
        pangoft2.pango_fc_font_map_config_changed(ffi.cast("PangoFcFontMap *", self.font_map))
