"""Tests of the markup of text."""
