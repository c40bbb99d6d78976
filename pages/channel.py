"""The page Channel: one channel's whole story."""

from openline.ui.channel_page import draw_channel

draw_channel()
