"""Text, links and headings as HTML: the only place where record text becomes markup."""
