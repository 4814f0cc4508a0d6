"""A corpus, or the problems that it has."""
