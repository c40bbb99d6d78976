"""The brief: one view as a file of its own, to email, or to print on one to three sheets.

    brief_html(Brief(question, "Bundled record", today=today))

The file loads nothing and runs nothing: text is text, and figures are drawings in it.
"""
