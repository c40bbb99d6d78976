"""Figures as SVG drawings."""
