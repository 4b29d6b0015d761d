"""What judges a Word template, before anyone relies on it: `judge.py` is the way in."""
