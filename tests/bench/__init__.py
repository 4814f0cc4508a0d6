"""The benchmarks of search and of scale, which are run by hand: see README.md beside this file."""
