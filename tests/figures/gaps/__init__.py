"""Tests of openline.figures.gaps."""
