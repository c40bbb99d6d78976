"""Tests of openline.view."""
