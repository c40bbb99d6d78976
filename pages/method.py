"""The page Method: how every figure is made, and what the record rests on."""

from openline.ui.failures import draw_safely
from openline.ui.method_page import draw_method

draw_safely(draw_method)
