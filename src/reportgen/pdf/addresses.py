"""The addresses under which the printing finds its own things; see fetcher.py, which knows no others."""

PICTURE = "picture:"  # then a number
NOTE_LINE = "ornament:note-line"
LEADER_DOTS = "ornament:leader-dots"
LEADER_LINE = "ornament:leader-line"
