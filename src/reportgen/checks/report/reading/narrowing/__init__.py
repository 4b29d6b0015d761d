"""Whether words mean all that is measured, or a part, a kind, a place or a time of it, or something else."""
