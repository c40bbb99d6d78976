"""The figure of openings and closings."""
