"""The page Openings: what opened and closed, newest first."""

from openline.ui.frame.failures import draw_safely
from openline.ui.openings.page import draw_openings

draw_safely(draw_openings)
