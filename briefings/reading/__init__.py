"""One file -> one review, theme, digest or set of action plans, or every problem that it has by itself."""

from briefings.reading.actions import ReadActions, read_actions
from briefings.reading.digests import ReadDigest, read_digest
from briefings.reading.external import ReadExternal, read_external
from briefings.reading.reviews import ReadReview, read_review
from briefings.reading.themes import ReadTheme, read_theme

__all__ = [
    "ReadActions",
    "ReadDigest",
    "ReadExternal",
    "ReadReview",
    "ReadTheme",
    "read_actions",
    "read_digest",
    "read_external",
    "read_review",
    "read_theme",
]
