"""Tests of openline.sentences."""
