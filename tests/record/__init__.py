"""Tests of `openline.record`."""
