"""Tests of openline.figures.timeline."""
