"""The figures of gaps: what goes on now, and the history."""
