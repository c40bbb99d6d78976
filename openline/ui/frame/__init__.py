"""The frame around every page: what is looked at, and how to look at something else."""
