"""Tests of openline.ui."""
