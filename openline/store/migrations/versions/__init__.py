"""One module a step, each named by its number and by what it does."""
