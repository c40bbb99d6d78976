"""The figures of gaps: those ongoing now, and the history."""
