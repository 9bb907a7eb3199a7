"""What others made and we ship is what its list says: every file named, unchanged, with its licence beside it."""

import re
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parent.parent
ASSETS = ROOT / "overrides" / "assets"
ROW = re.compile(r"^\| `(?P<file>[^`]+)` \|.*\| `(?P<sha>[0-9a-f]{64})` \|$", re.MULTILINE)


def test_each_library_is_the_one_that_its_list_names() -> None:
    listed = {row["file"]: row["sha"] for row in ROW.finditer((ASSETS / "vendor/versions.txt").read_text("utf-8"))}
    files = [path for path in (ASSETS / "vendor").iterdir() if path.suffix != ".txt"]
    assert {path.name: sha256(path.read_bytes()).hexdigest() for path in files} == listed


def test_each_library_has_its_licence_and_its_place_in_the_notice() -> None:
    notice = (ROOT / "NOTICE.md").read_text("utf-8")
    for path in (ASSETS / "vendor").glob("*.js"):
        assert "MIT License" in (ASSETS / "vendor" / f"{path.stem}-LICENSE.txt").read_text("utf-8")
        assert path.stem in notice
