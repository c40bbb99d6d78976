"""The figure that compares two days."""
