"""An empty page with a sidebar: what Streamlit itself brings, to compare pages with."""

import streamlit as st

st.set_page_config(page_title="Empty", layout="wide")
st.sidebar.selectbox("Choice", ["one"])
st.title("Empty")
