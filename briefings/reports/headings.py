"""What a heading of a report announces, in all the ways that reports put it."""

from __future__ import annotations

import re

from briefings.sections import BY_HEADING, LETTER, OTHER, SectionKind, kind_of, normal

WHOM = {
    "practitioners": "learning for practitioners",
    "practice": "learning for practitioners",
    "frontline practitioners": "learning for practitioners",
    "professionals": "learning for practitioners",
    "managers": "learning for managers",
    "supervisors": "learning for managers",
    "managers and supervisors": "learning for managers",
    "leaders": "learning for the safeguarding system",
    "the system": "learning for the safeguarding system",
    "system": "learning for the safeguarding system",
    "the safeguarding system": "learning for the safeguarding system",
    "the partnership": "learning for the safeguarding system",
    "everyone": "learning for everyone",
    "all": "learning for everyone",
}
"""Whom learning is for -> our heading for it. Each may also stand alone, below a heading of learning."""

MORE = (
    r"(?:(?:summary of|the|key|main|additional|further|local|single agency|multi-agency|practice|wider|overall|our"
    r"|all) )*"
)
BY = r"(?: (?:from|of|in|arising from|identified|identified in|by) .+| identified| for .+)?"
STORY = (
    r"(?:the )?(?:case )?background(?: and .+)?|"
    r"(?:brief )?summary of (?:the )?(?:case|events|circumstances)(?: and .+)?|"
    r"the circumstances.*|case summary.*|(?:the )?(?:child|adult|person|family)'s story|what happened.*|key events"
)
WHO = "mother|father|parent|parents|grandmother|grandfather|grandparent|sibling|carer|family|child"
FAMILY = (
    rf"(?:the )?(?:{WHO})(?:'s|s'|s) (?:views?|voices?|messages?|perspectives?|experiences?)|"
    r"(?:the )?views of the .*family.*|(?:key )?messages (?:for professionals|from the family.*)|"
    r"what (?:the )?family (?:told|said).*|(?:the )?voice of the family"
)
KNOWN = (
    (rf"{MORE}(?:learning points?|lessons learn(?:ed|t)|lessons|learning)(?: for practice)?{BY}", "learning"),
    (rf"{MORE}learning points? and recommendations", "learning"),
    (rf"(?:conclusions? and )?{MORE}(?:recommendations?|suggested improvements?){BY}", "recommendations"),
    (rf"{MORE}(?:examples? of )?(?:good|effective|positive|notable) practice{BY}", "what worked well"),
    (rf"{MORE}(?:strengths|what worked well|what went well){BY}(?: with .+)?", "what worked well"),
    (rf"{MORE}findings(?: of the review)?", "key findings"),
    (STORY, "what happened"),
    (FAMILY, "what the family told us"),
    (r"(?:if you|if we) (?:only )?(?:do|did|remember|take away) (?:only )?one thing.*", "if you do one thing"),
    (r"(?:the )?system today.*|what has changed.*|changes (?:made )?since.*|developments since.*", "the system today"),
    (r"national learning.*", "national learning"),
    (r"did you know.*|(?:useful|further) (?:links|reading|resources|information).*", "useful links"),
    (r"questions (?:for|to) .*|reflective questions.*", "questions for your team"),
    (r"measuring impact.*|(?:the )?impact of (?:the )?(?:learning|action plan).*", "measuring impact"),
)
LONGEST_HEADING = 200
NOT_A_LIST = re.compile(
    r"\bthemes?\b|\bevent\b|\bmethod|\btogether\b|\bframework\b|\bprevious\b|\bother reviews\b|"
    r"\breview (?:for|of|into|regarding) |\bdisabilit|difficult"
)
"""Learning themes are an analysis, a learning event a meeting; learning difficulties are something else again."""


def heading_kind(heading: str) -> SectionKind:
    """The kind of section that a heading of a report announces; ``OTHER`` where it is none that we have."""
    text = normal(re.sub(r"\s*\([^)]*\)$", "", heading)).strip("“”\"'‘ ")
    if (known := kind_of(text)) is not OTHER:
        return known
    if text.startswith("letter for ") or re.match(r"(?:an? )?(?:open )?letter (?:to|for) ", text):
        return LETTER
    if NOT_A_LIST.search(text) or len(text) > LONGEST_HEADING:
        return OTHER
    name = next((name for pattern, name in KNOWN if re.fullmatch(pattern, text)), "")
    if name == "learning":
        whom = re.search(r"\bfor (.+)$", text)
        name = WHOM.get(whom.group(1), name) if whom else name
    return BY_HEADING.get(name, OTHER)


def audience_kind(heading: str) -> SectionKind:
    """The kind of learning that a heading such as ``Managers``, below one of learning, announces."""
    return BY_HEADING.get(WHOM.get(normal(heading).removeprefix("for "), ""), OTHER)
