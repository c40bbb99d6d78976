"""Journeys through the running board, in a browser."""
