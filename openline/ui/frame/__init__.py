"""The frame around every page: what is being viewed, and how to view something else."""
