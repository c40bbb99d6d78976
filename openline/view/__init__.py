"""What is being viewed, as a value and as the query of an address."""
