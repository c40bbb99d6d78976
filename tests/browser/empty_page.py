"""An empty page with a sidebar: Streamlit's own part, with which to compare pages."""

import streamlit as st

st.set_page_config(page_title="Empty", layout="wide")
st.sidebar.selectbox("Choice", ["one"])
st.title("Empty")
