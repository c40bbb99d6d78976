"""The steps by which the tables of the store came to be."""
