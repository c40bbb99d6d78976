"""What the browser runs: the style of every page and the scripts of components, as files.

`sheet` joins the style, `components` mounts the scripts.
"""
