"""The code that the browser runs: the style of every page and the scripts of components, as files.

`components` reads the files and mounts the scripts; `openline.ui.markup` draws the style.
"""
