"""The page Openings."""
