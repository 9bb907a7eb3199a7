"""Whole pages of one small library (`tests/golden/content`), kept as files to read and to compare.

A change that is meant: `UPDATE_GOLDEN=1 .venv/bin/python -m pytest tests/test_pages.py` writes them again; read the
difference before you commit it.
"""

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"
CONTENT = GOLDEN / "content"


def assert_golden(name: str, made: str) -> None:
    """That the text is, to the byte, what the file of this name in `tests/golden/` holds."""
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(made, "utf-8")
    assert made == path.read_text("utf-8"), f"{name} differs; see tests/goldens.py"
