"""Tests of openline.brief."""
