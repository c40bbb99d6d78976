"""The entry: run by Streamlit, it draws Status; imported, it is the ASGI app."""

from functools import partial

import streamlit as st
from starlette.middleware import Middleware

from openline.process import lifespan
from openline.settings import (
    KEEP_MINUTES,
    framing_origins,
    most_said,
    own_hosts,
    reading_origins,
    work_budget,
)
from openline.ui.browser.head import with_own_head
from openline.ui.browser.lately_sent import leave_out_lately_sent
from openline.ui.browser.media import name_media
from openline.ui.browser.messages import is_heard
from openline.ui.data.source import board_source
from openline.ui.data.uploads import brought_files
from openline.ui.frame.failures import draw_safely
from openline.ui.frame.left_pages import left_pages_are_quiet
from openline.ui.pages import PAGES
from openline.ui.records.room import give_back, part_large_blocks
from openline.ui.status.page import draw_status
from openline.web.counting import Counting
from openline.web.first_page import FirstPage
from openline.web.gate import Gate
from openline.web.headers import SafeHeaders
from openline.web.messages import FewMessages
from openline.web.own_files import OwnFiles
from openline.web.pieces import InPieces
from openline.web.places import FewStreams
from openline.web.repeats import Repeats
from openline.web.routes import beside_routes
from openline.web.upload_room import UploadRoom

if __name__ == "__main__":
    draw_safely(draw_status)
else:
    name_media()
    leave_out_lately_sent()
    part_large_blocks()
    source, base = board_source(), st.get_option("server.baseUrlPath")
    app = st.App(
        __file__,
        lifespan=partial(lifespan, within=[left_pages_are_quiet], often=[give_back]),
        routes=beside_routes(source, base, reading_origins()),
        middleware=[
            Middleware(Counting, base=base),
            Middleware(Repeats, mark=source.mark),
            Middleware(InPieces),
            Middleware(SafeHeaders, framed_by=framing_origins()),
            Middleware(Gate, hosts=own_hosts(), base=base),
            Middleware(FewStreams),
            Middleware(FewMessages, most=most_said(), judge=is_heard),
            Middleware(OwnFiles),
            Middleware(UploadRoom, work_budget() // 4, brought_files, KEEP_MINUTES.read()),
            Middleware(FirstPage, [page.path for page in PAGES], base, dress=with_own_head),
        ],
    )
