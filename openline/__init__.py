"""Openline: the status board for military dialogue channels."""
