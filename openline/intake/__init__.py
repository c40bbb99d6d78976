"""What an analyst brings, a workbook, pasted rows, a file in other words, to a record's CSV."""
