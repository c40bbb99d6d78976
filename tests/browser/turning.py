"""The board with an extra route that sets its day, as midnight does."""

import os
from pathlib import Path
from typing import Final

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from openline.settings import TODAY_VARIABLE

_BOARD: Final = Path(__file__).parents[2] / "dashboard.py"


async def _turn(request: Request) -> PlainTextResponse:
    os.environ[TODAY_VARIABLE] = request.path_params["day"]
    return PlainTextResponse(os.environ[TODAY_VARIABLE])


app = st.App(str(_BOARD), routes=[Route("/turn/{day}", _turn)])
