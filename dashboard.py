"""The entry: run by Streamlit it draws Status; imported it is the board as an ASGI app."""

import streamlit as st

from openline.process import lifespan
from openline.ui.failures import draw_safely
from openline.ui.status_page import draw_status

if __name__ == "__main__":
    draw_safely(draw_status)
else:
    app = st.App(__file__, lifespan=lifespan)
