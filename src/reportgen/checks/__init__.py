"""Judges: what a template breaks, before anyone relies on it."""
