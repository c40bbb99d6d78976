"""The pages: the only package that knows Streamlit.

What one page uses stands in that page's folder; what two use stands in `data`, `markup`,
`controls` or `frame`; what the browser runs stands in `browser`. No page imports another page.
"""
