"""Tests of openline.figures.openings."""
