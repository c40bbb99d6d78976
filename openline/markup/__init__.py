"""Markup: text dressed for HTML, wherever it is shown: on a page or in a file of its own."""
