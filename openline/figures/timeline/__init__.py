"""The timeline, and the band of a channel."""
