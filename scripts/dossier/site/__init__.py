"""A whole site on disk."""
