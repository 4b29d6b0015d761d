"""Which indicator words are about, and whether they mean all that it measures."""
