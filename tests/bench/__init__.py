"""The benchmark of search, which is run by hand: see README.md beside this file."""
