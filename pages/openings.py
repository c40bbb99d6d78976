"""The page Openings: what opened and closed, newest first."""

from openline.ui.failures import draw_safely
from openline.ui.openings_page import draw_openings

draw_safely(draw_openings)
