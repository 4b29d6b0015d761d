"""Judges: what a template breaks, before anyone relies on it; what in a report contradicts what."""
