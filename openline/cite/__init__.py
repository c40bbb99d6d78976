"""How a view is cited: as text, and in the forms that reference managers read."""
