"""Tests of openline.figures.compare."""
