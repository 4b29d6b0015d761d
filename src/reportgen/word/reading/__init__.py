"""Reading a Word file: each module is named for what it reads. `word/reader.py` is the way in."""
