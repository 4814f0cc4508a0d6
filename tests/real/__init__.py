"""Tests on the real dossier, built once."""
