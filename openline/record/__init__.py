"""Bytes to a checked record."""
