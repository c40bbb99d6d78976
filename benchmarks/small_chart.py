"""A page with one small Plotly chart: what a page costs before it says anything."""

import plotly.graph_objects as go
import streamlit as st

st.set_page_config(page_title="Small chart", layout="wide")
st.sidebar.selectbox("Choice", ["one"])
st.plotly_chart(go.Figure(go.Bar(x=[1, 2, 3], y=[2, 1, 3])), key="chart")
