"""A figure as an SVG drawing: the same marks as on the screen, without a browser.

    svg_of(figure, width=518)

These modules write as SVG what Plotly draws in a window: for paper, which has no window, and for
pictures, whose width and theme may differ from the window's. They support only those parts of
Plotly that `openline.figures` uses.
"""
