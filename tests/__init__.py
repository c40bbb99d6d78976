"""Tests, in the order of what they test."""
