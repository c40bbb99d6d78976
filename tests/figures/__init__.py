"""Tests of openline.figures."""
