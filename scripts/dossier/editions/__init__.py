"""Published states of the site, and what changed between them."""
