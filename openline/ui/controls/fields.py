"""Fields of the view: a choice of what a parameter may be, and a number of days."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from openline.ui.address import key_of
from openline.view.parameters import MOST_DAYS


def choice_field(
    kind: Callable[..., Any], label: str, name: str, words: Mapping[Any, str], **layout: Any
) -> None:
    """Draw a choice of what a field of the view holds; `kind` is Streamlit's own kind of field,
    `words` are what the values are called. Its label is for those who do not see it."""
    shown = {"key": key_of(name), "label_visibility": "collapsed", **layout}
    kind(label, list(words), format_func=words.__getitem__, **shown)


def days_field(label: str, name: str, **layout: Any) -> None:
    """Draw a number of days that a field of the view holds."""
    st.number_input(label, min_value=0, max_value=MOST_DAYS, key=key_of(name), **layout)
