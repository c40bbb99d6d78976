"""The page Gaps."""
