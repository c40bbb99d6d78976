"""The figure of two days."""
