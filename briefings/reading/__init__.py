"""One file -> one review or theme, or every problem that it has by itself."""

from briefings.reading.reviews import ReadReview, read_review
from briefings.reading.themes import ReadTheme, read_theme

__all__ = ["ReadReview", "ReadTheme", "read_review", "read_theme"]
