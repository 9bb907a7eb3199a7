"""Lighthouse's mobile scores of a page, the median of several runs. It is an npm tool, and needs Node."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from tests.browser.chromium import FLAGS

HERE = Path(__file__).parent
TOOL = HERE / "node_modules/lighthouse/cli/index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


@dataclass(frozen=True)
class Scores:
    """Each of 0 to 100; the largest paint in seconds at a phone's speed, the shift as a share of the screen."""

    performance: float
    accessibility: float
    best_practices: float
    seo: float
    largest_paint: float
    shift: float


class LighthouseError(Exception):
    """A run that gave no report."""


def is_ready() -> bool:
    """Whether Lighthouse can run; it is installed, into a folder that git passes over, where there is Node and npm."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not (node and npm):
        return False
    if not TOOL.exists():
        subprocess.run([npm, "ci"], cwd=HERE, check=True, stdout=subprocess.DEVNULL)
    return True


def scored(url: str, browser: str, runs: int) -> Scores:
    """The scores of a page, each the median of its own."""
    several = [scores_of(_report(url, browser)) for _ in range(runs)]
    return Scores(*(median(values) for values in zip(*(vars(scores).values() for scores in several), strict=True)))


def scores_of(report: dict[str, Any]) -> Scores:
    """What we ask of a report."""
    audits = report["audits"]
    performance, accessibility, best_practices, seo = (
        round(report["categories"][name]["score"] * 100) for name in CATEGORIES
    )
    paint, shift = (audits[name]["numericValue"] for name in ("largest-contentful-paint", "cumulative-layout-shift"))
    return Scores(performance, accessibility, best_practices, seo, paint / 1000, shift)


def _report(url: str, browser: str) -> dict[str, Any]:
    command = [
        "node",
        str(TOOL),
        url,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={' '.join(['--headless=new', *FLAGS])}",
    ]
    environment = os.environ | {"CHROME_PATH": browser}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    try:
        report: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        raise LighthouseError(f"{url}: {done.stderr.strip() or 'no report'}") from None
    return report
