"""The page Method: how every figure is made, and what the record rests on."""

from openline.ui.frame.failures import draw_safely
from openline.ui.method.page import draw_method

draw_safely(draw_method)
