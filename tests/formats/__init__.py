"""Tests of `openline.formats`."""
