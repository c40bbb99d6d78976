"""The page Records: bring a file, check it, mend it, save it and share it."""

from openline.ui.failures import draw_safely
from openline.ui.records_page import draw_records

draw_safely(draw_records)
