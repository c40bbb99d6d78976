"""Tests of what brings files into the form of a record."""
