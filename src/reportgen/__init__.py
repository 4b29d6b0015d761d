"""reportgen: evidence reports as Word file and PDF, from indicator data and written narrative."""

__version__ = "0.1.0"
