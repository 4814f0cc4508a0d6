"""Turns records and prose about a contested subject into a static reference website."""
