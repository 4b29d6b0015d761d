"""Which fact a figure tells."""
