"""Files to raw values that know their line and column."""
