"""The areas that words name, alone and together, and which of them a figure is of."""
