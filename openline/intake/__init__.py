"""Workbooks, pasted rows and other tables, turned into a record's CSV."""
