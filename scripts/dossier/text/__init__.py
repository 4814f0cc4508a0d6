"""Words, dates, scripts and marks."""
