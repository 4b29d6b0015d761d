"""The addresses under which the printing finds its own things; see fetcher.py, which knows no others."""

FONT = "font:"  # then the name of a file
PICTURE = "picture:"  # then a number
NOTE_LINE = "ornament:note-line"
LEADER_DOTS = "ornament:leader-dots"
LEADER_LINE = "ornament:leader-line"
