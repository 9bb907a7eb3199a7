"""Problems -> how they are told: on a screen, to a program, to a pull request, to a code scanner."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from briefings.reporting.colour import painter
from briefings.reporting.findings import ERRORS_PAGE, Findings
from briefings.reporting.github import github_report
from briefings.reporting.json_report import json_report
from briefings.reporting.sarif import sarif_report
from briefings.reporting.screen import screen_report

__all__ = ["ERRORS_PAGE", "FORMATS", "Findings", "painter", "screen_report"]

FORMATS: Mapping[str, Callable[[Findings], str]] = MappingProxyType(
    {"json": json_report, "github": github_report, "sarif": sarif_report}
)
"""The formats that programs read, by name."""
