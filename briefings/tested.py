"""The last test run for everyone's use of the site: what was tested, with what, and what was found.

`make statement` writes it from a run (:func:`written`), and the accessibility statement is made from it.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

RUN = Path(__file__).parent / "default_pages" / "accessibility.json"


def _none_found(count: int) -> int:
    if count:
        raise ValueError(f"{count} violations were found: mend them, and test again")
    return count


def _sorted(value: Any) -> Any:
    return tuple(sorted(value))


Names = Annotated[tuple[str, ...], BeforeValidator(_sorted), Field(min_length=1)]


class AccessibilityRun(BaseModel):
    """One run without violations: there is no other kind. Names stand in order."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    day: date
    version: str = Field(min_length=1, description="The version of this software.")
    axe: str = Field(min_length=1, description="The version of axe-core.")
    browser: str = Field(min_length=1, description="The browser and its version.")
    rules: Names = Field(description="The rules of axe-core that each page was held to.")
    kinds: Names = Field(description="The kinds of page.")
    widths: Annotated[tuple[int, ...], BeforeValidator(_sorted), Field(min_length=1)]
    schemes: Names = Field(description="The colour schemes.")
    tests: Names = Field(description="What was tested besides, each test by its name as a sentence.")
    violations: Annotated[int, AfterValidator(_none_found)]
    exceptions: tuple[str, ...] = Field((), description="What is known not to work, a sentence each.")


def written(run: AccessibilityRun) -> str:
    """The run as its file says it: the same run, the same bytes."""
    return json.dumps(run.model_dump(mode="json"), indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def last_run(path: Path = RUN) -> AccessibilityRun:
    """The run that this version of the software was last tested in."""
    return AccessibilityRun.model_validate_json(path.read_bytes())
