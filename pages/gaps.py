"""The page Gaps: what is severed or silent, for how long, and the history of gaps."""

from openline.ui.frame.failures import draw_safely
from openline.ui.gaps.page import draw_gaps

draw_safely(draw_gaps)
