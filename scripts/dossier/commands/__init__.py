"""What the command does besides building."""
