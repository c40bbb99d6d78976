"""Tests of openline.web."""
