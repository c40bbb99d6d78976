"""Frames to words: what the pages say, as runs of text with their roles."""
