"""Tests of openline.library."""
