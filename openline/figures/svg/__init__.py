"""A figure as an SVG drawing: the same marks as on the screen, without a browser.

    svg_of(figure, width=518)

What Plotly draws in a window, these modules write down: for paper, which has no window, and for
pictures, which may have another width and another theme than it. Of Plotly's ways they know
those that the figures of `openline.figures` use.
"""
