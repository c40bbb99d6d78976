"""The store: saved records and their revisions, in SQL."""
