"""How a page or a publication is cited."""
