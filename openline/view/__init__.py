"""What is looked at, as a value and as the query of an address."""
