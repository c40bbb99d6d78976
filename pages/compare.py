"""The page Compare: two days side by side."""

from openline.ui.compare_page import draw_compare
from openline.ui.failures import draw_safely

draw_safely(draw_compare)
