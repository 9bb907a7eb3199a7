"""Measures the built site as a phone would meet it, beside the same pages on stock Material: `make bench`."""
