"""Tests of openline.figures.survival."""
