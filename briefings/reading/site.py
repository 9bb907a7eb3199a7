"""``content/site.yml`` -> what a site says of itself, or its problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from briefings.levels import NAMES, fixed, may_be
from briefings.marked_yaml import MarkedData, read_yaml
from briefings.model import Contact, LeaveQuickly, PrivacySettings, SiteSettings
from briefings.problems import LEVELS, Level, Problem
from briefings.reading.waivers import unknown_check
from briefings.schema import SiteFields
from briefings.shape import shape_problems, validated
from briefings.source import Source

SITE = "site.yml"
"""The file, below the content folder."""


@dataclass(frozen=True)
class ReadSite:
    """What the file gave; without one, a site says nothing of itself. ``levels`` are those that it sets, by code."""

    marked: MarkedData
    settings: SiteSettings = field(default_factory=SiteSettings)
    problems: tuple[Problem, ...] = ()
    levels: Mapping[str, Level | None] = field(default_factory=dict)


def read_site(source: Source) -> ReadSite:
    """Read the settings of a site. An empty file is none."""
    marked = read_yaml(source, source.text)
    problems = list(marked.problems)
    fields = validated(SiteFields, marked.data)
    if isinstance(fields, SiteFields):
        problems += (fault for code, level in fields.checks.items() for fault in _level_faults(marked, code, level))
        levels = {code: NAMES[name] for code, name in fields.checks.items() if _is_allowed(code, NAMES[name])}
        return ReadSite(marked, _settings(fields), tuple(problems), levels)
    if marked.readable:
        problems += shape_problems(fields, marked, SiteFields)
    return ReadSite(marked, problems=tuple(problems))


def _is_allowed(code: str, level: Level | None) -> bool:
    return code in LEVELS and may_be(code, level)


def _level_faults(marked: MarkedData, code: str, level: str) -> Iterator[Problem]:
    path = ("checks", code)
    if code not in LEVELS:
        yield unknown_check(marked, (*path, "key"), code)
    elif not may_be(code, NAMES[level]):
        why = "it keeps a build right" if fixed(code) else "it keeps people from being known"
        message = f"`{code}` cannot be `{level}`: {why}"
        hint = "delete this line" if fixed(code) else "write `warning`, or waive one place in its file, with a reason"
        yield marked.problem("fixed-level", path, message, hint)


def _settings(fields: SiteFields) -> SiteSettings:
    told, leave, private = fields.contact, fields.leave_quickly, fields.privacy
    return SiteSettings(
        contact=Contact(told.name, told.email or "", told.phone or "", told.page or "") if told else None,
        leave_quickly=LeaveQuickly(leave.label, leave.to) if leave else None,
        emergency=fields.emergency,
        searches=fields.searches,
        privacy=PrivacySettings(private.titles, private.roles, private.names) if private else PrivacySettings(),
    )
