"""Controls that at least two pages share: figures, the board, fields, downloads and links."""
