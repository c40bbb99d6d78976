"""Tests of openline.site."""
