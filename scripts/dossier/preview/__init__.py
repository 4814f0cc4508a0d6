"""The site while its records and prose are being written."""
