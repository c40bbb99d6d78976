"""Fields of the view: a choice of a parameter's values, and a number of days."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from openline.ui.address import key_of
from openline.view.parameters import MOST_DAYS


def choice_field(
    kind: Callable[..., Any], label: str, name: str, words: Mapping[Any, str], **layout: Any
) -> None:
    """Draw a choice of the values of a field of the view; `kind` is the Streamlit widget, `words`
    gives the name of each value. The label is for screen readers."""
    shown = {"key": key_of(name), "label_visibility": "collapsed", **layout}
    kind(label, list(words), format_func=words.__getitem__, **shown)


def days_field(label: str, name: str, **layout: Any) -> None:
    """Draw an input for a field of the view that is a number of days."""
    st.number_input(label, min_value=0, max_value=MOST_DAYS, key=key_of(name), **layout)
