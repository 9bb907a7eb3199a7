"""A preview: the site with what is not public yet, in a folder of its own. What makes one, and how it is marked."""

from __future__ import annotations

import sys
from pathlib import Path

VARIABLE = "BRIEFINGS_PREVIEW"
"""Set in the environment of a build that makes a preview: no setting in a file can do it, and so no slip."""
MARK = ".briefings-preview"
"""The file that marks a folder as holding a preview. MkDocs keeps files of such a name when it empties a folder."""
FOLDER = Path("preview")


def command(config: Path, folder: Path | None) -> list[str]:
    """What builds a preview into a folder, or serves it where there is none."""
    what = ["build", "--site-dir", str(folder.resolve())] if folder else ["serve", "--livereload"]
    return [sys.executable, "-m", "mkdocs", *what, "--config-file", str(config)]
