"""The page Compare: two days side by side."""

from openline.ui.compare.page import draw_compare
from openline.ui.frame.failures import draw_safely

draw_safely(draw_compare)
