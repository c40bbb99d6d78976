"""The page Records: add a file, check it, fix it, save it and share it."""

from openline.ui.frame.failures import draw_safely
from openline.ui.records.page import draw_records

draw_safely(draw_records)
