"""Saved records on the board: the store of this process, and which record an address shows."""

import os

import streamlit as st
from sqlalchemy import make_url

from openline.settings import BUNDLED_FILE
from openline.store.address import store_address
from openline.store.store import Store
from openline.ui.library import Library

__all__ = ["forget_list", "the_library", "the_store"]


def the_store() -> Store:
    """Return the store that the settings name, one for all viewers; it is made if need be.

    Raises `StoreError` where it cannot be opened; the next call tries again.
    """
    return the_library().store()


def the_library() -> Library:
    """Return the store that the settings name with its list, without opening it.

    Raises `StoreError` (`store-address`) where the settings name none.
    """
    url = store_address(os.environ, BUNDLED_FILE.parents[1])
    return _library(url.render_as_string(hide_password=False))


def forget_list() -> None:
    """Have every viewer's list of records read anew, as after a save."""
    the_library().forget()


@st.cache_resource(show_spinner=False)
def _library(address: str) -> Library:
    return Library(make_url(address))
