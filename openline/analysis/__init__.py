"""A record as of a day, and the tables computed from it."""
