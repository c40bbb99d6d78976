"""The page Channel."""
