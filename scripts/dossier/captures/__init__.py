"""Captured text to clean numbered paragraphs, and their comparison with a record."""
