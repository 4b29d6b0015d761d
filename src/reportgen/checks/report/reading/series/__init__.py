"""Which cell, row or column of a series words tell."""
