"""The times that words name, and which of them a figure is of."""
