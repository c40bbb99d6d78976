"""The entry: run by Streamlit it draws Status; imported it is the board as an ASGI app."""

import streamlit as st
from starlette.middleware import Middleware

from openline.process import do_often, lifespan
from openline.settings import (
    framing_origins,
    keep_minutes,
    most_said,
    own_hosts,
    reading_origins,
    work_budget,
)
from openline.ui.browser.media import name_media
from openline.ui.browser.said import is_heard
from openline.ui.data.source import board_source
from openline.ui.data.uploads import brought_files
from openline.ui.frame.failures import draw_safely
from openline.ui.records.giving_back import give_back, part_large_blocks
from openline.ui.status.page import draw_status
from openline.web.connections import FewStreams
from openline.web.counting import Counting
from openline.web.gate import Gate
from openline.web.headers import SafeHeaders
from openline.web.messages import FewMessages
from openline.web.own_files import OwnFiles
from openline.web.pieces import InPieces
from openline.web.routes import beside_routes
from openline.web.upload_room import UploadRoom

if __name__ == "__main__":
    draw_safely(draw_status)
else:
    name_media()
    part_large_blocks()
    do_often(give_back)
    app = st.App(
        __file__,
        lifespan=lifespan,
        routes=beside_routes(
            board_source(), st.get_option("server.baseUrlPath"), reading_origins()
        ),
        middleware=[
            Middleware(Counting, base=st.get_option("server.baseUrlPath")),
            Middleware(InPieces),
            Middleware(SafeHeaders, framed_by=framing_origins()),
            Middleware(Gate, hosts=own_hosts(), base=st.get_option("server.baseUrlPath")),
            Middleware(FewStreams),
            Middleware(FewMessages, most=most_said(), judge=is_heard),
            Middleware(OwnFiles),
            Middleware(
                UploadRoom,
                most=work_budget() // 4,
                files=brought_files,
                minutes=keep_minutes(),
            ),
        ],
    )
