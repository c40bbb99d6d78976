"""Any value that JSON can hold, for tests of what is read from a store."""

from typing import Final

from hypothesis import strategies as st

__all__ = ["ANY_JSON"]

ANY_JSON: Final = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=9,
)
