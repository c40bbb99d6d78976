"""The pages' parts: the only package that knows Streamlit."""
