"""The page Channel: one channel's whole story."""

from openline.ui.channel_page import draw_channel
from openline.ui.failures import draw_safely

draw_safely(draw_channel)
