"""Records linked both ways, and what follows from them."""
