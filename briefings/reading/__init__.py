"""One file -> one review, theme, digest, set of action plans or site settings, or every problem of it by itself."""

from briefings.reading.actions import ReadActions, read_actions
from briefings.reading.digests import ReadDigest, read_digest
from briefings.reading.external import ReadExternal, read_external
from briefings.reading.reviews import ReadReview, read_review
from briefings.reading.site import SITE, ReadSite, read_site
from briefings.reading.themes import ReadTheme, read_theme
from briefings.reading.waivers import Waiver, Waivers

__all__ = [
    "SITE",
    "ReadActions",
    "ReadDigest",
    "ReadExternal",
    "ReadReview",
    "ReadSite",
    "ReadTheme",
    "Waiver",
    "Waivers",
    "read_actions",
    "read_digest",
    "read_external",
    "read_review",
    "read_site",
    "read_theme",
]
