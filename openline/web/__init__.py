"""What the board answers besides its pages, and what every answer carries."""
