"""Tests of `openline.analysis`."""
