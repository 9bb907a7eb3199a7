"""Why a report is not imported: one sentence on what is wrong, with what to do. And the limits that are kept."""

from __future__ import annotations

LARGEST_FILE = 50_000_000
"""Bytes of the file itself."""
LARGEST_PART = 16_000_000
"""Bytes of one part of a Word file, unpacked. A report of 100 pages has about two million."""
MOST_PARTS = 5_000
"""Files inside a Word file."""
DEEPEST = 150
"""How deep the parts of a Word text may lie in each other."""
MOST_PAGES = 300
LARGEST_PAGE = 5_000_000
"""Bytes that draw one page of a PDF, unpacked."""
LEAST_LETTERS = 20
"""Letters a page, on average: a PDF with fewer is pictures of pages."""


class NotImportedError(Exception):
    """Nothing was made; the text says why and what to do."""
