"""A record to a view, and a view to HTML."""
