"""What is indexed for the search."""
