"""Tests of how a view is cited."""
