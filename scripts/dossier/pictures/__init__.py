"""Values to positions in a drawing."""
