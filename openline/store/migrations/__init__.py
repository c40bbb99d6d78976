"""The history of the store's tables, step by step; Alembic runs the steps that a store lacks."""
