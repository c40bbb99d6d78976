"""Speed and memory, measured on demand and never in tests."""
