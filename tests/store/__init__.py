"""The store: one suite over SQLite and over a real PostgreSQL."""
