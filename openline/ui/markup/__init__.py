"""Text, links and headings as HTML: record text becomes markup here alone."""
