"""``content/site.yml`` -> what a site says of itself, or its problems."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefings.marked_yaml import MarkedData, read_yaml
from briefings.model import Contact, LeaveQuickly, PrivacySettings, SiteSettings
from briefings.problems import Problem
from briefings.schema import SiteFields
from briefings.shape import shape_problems, validated
from briefings.source import Source

SITE = "site.yml"
"""The file, below the content folder."""


@dataclass(frozen=True)
class ReadSite:
    """What the file gave; without one, a site says nothing of itself."""

    marked: MarkedData
    settings: SiteSettings = field(default_factory=SiteSettings)
    problems: tuple[Problem, ...] = ()


def read_site(source: Source) -> ReadSite:
    """Read the settings of a site. An empty file is none."""
    marked = read_yaml(source, source.text)
    problems = list(marked.problems)
    fields = validated(SiteFields, marked.data)
    if isinstance(fields, SiteFields):
        return ReadSite(marked, _settings(fields), tuple(problems))
    if marked.readable:
        problems += shape_problems(fields, marked, SiteFields)
    return ReadSite(marked, problems=tuple(problems))


def _settings(fields: SiteFields) -> SiteSettings:
    told, leave, private = fields.contact, fields.leave_quickly, fields.privacy
    return SiteSettings(
        contact=Contact(told.name, told.email or "", told.phone or "", told.page or "") if told else None,
        leave_quickly=LeaveQuickly(leave.label, leave.to) if leave else None,
        emergency=fields.emergency,
        searches=fields.searches,
        privacy=PrivacySettings(private.titles, private.roles, private.names) if private else PrivacySettings(),
    )
