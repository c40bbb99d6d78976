"""The pages: the only package that knows Streamlit.

What one page uses is in that page's folder; what two use is in `data`, `markup`,
`controls` or `frame`; what the browser runs is in `browser`. No page imports another page.
"""
