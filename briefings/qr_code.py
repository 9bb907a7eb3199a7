"""An address -> a QR code as SVG, to be read from paper."""

from __future__ import annotations

import segno

QUIET = 2
"""Modules of white around the code; the paper around it gives the rest of the four that readers ask for."""


def qr_code(address: str, title: str) -> str:
    """An ``<svg>`` in one line that takes its size from a stylesheet. ``title`` is what is read out in its place."""
    code = segno.make(address, error="m", micro=False)
    return code.svg_inline(border=QUIET, omitsize=True, svgclass=None, lineclass=None, title=title)
