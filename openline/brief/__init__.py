"""The brief: one view as a file of its own, to mail and to print on one to three sheets.

    brief_html(Brief(question, "Bundled record", today=today))

The file loads nothing and runs nothing: words are words, figures are drawings within it.
"""
