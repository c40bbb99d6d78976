"""The figures of time to reopening."""
