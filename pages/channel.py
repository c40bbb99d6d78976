"""The page Channel: one channel's whole story."""

from openline.ui.channel.page import draw_channel
from openline.ui.frame.failures import draw_safely

draw_safely(draw_channel)
