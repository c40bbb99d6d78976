"""The timeline, and a channel's band."""
