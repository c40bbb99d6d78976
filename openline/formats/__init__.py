"""Tables as text: JSON and CSV for programs, columns for a terminal."""
