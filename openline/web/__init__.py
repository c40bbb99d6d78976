"""The board's answers other than pages, and the headers of every answer."""
