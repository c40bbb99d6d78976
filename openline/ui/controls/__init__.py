"""What two pages or more draw with: figures, the board, fields, and what is saved or copied."""
