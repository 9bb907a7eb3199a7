"""A page of the site, as Markdown and the few facts that a template reads; and the tools to write its Markdown with."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from briefings.library import Library
from briefings.links import with_links
from briefings.markup import escaped
from briefings.model import OneThing, Record, Review, Theme
from briefings.pages import addresses
from briefings.problems import plural
from briefings.wording import unbroken

HEADINGS = re.compile(r"^##{1,2} ", re.MULTILINE)
NOT_READ = re.compile(r"\]\([^)\n]*\)|\{[^}\n]*\}|<[^>\n]*>")
LONG = 2400
"""Characters to read: about three screens of a phone."""
FEWEST_PARTS = 3
WITHOUT_CONTENTS = ("home", "themes", "glossary")
"""Pages to look over at full width, or with a list of their own."""


@dataclass(frozen=True)
class Page:
    """One page. ``uri`` is its Markdown file's address, ``kind`` selects its look.

    ``name`` is what a browser's tab and a search call it, where the title alone could be another page's.
    ``source_path`` is the file that an author would edit. ``docs/templates.md`` says what each is to a template.
    """

    uri: str
    kind: str
    title: str
    markdown: str
    kicker: str = ""
    lead: str = ""
    description: str = ""
    source_path: str = ""
    feed: str = ""
    schema: str = ""
    name: str = ""
    note: str = ""
    help: str = ""
    paper: str = ""
    foot: str = ""
    unlisted: bool = False
    moved_to: str = ""

    @property
    def is_long(self) -> bool:
        """Whether a reader needs a list of what is on the page: it is long, has several parts, and no such list yet."""
        if self.kind in WITHOUT_CONTENTS or len(HEADINGS.findall(self.markdown)) < FEWEST_PARTS:
            return False
        return len(NOT_READ.sub("", self.markdown)) > LONG

    @property
    def meta(self) -> dict[str, str]:
        """What a template may read of ours, and nothing else."""
        return {
            "title": self.title,
            "name": self.name or self.title,
            "kind": self.kind,
            "kicker": self.kicker,
            "note": self.note,
            "help": self.help,
            "lead": self.lead,
            "description": self.description or self.lead,
            "source_path": self.source_path,
            "feed": self.feed,
            "schema": self.schema,
            "contents": "yes" if self.is_long else "",
            "paper": self.paper,
            "foot": self.foot,
            "unlisted": "yes" if self.unlisted else "",
            "moved_to": self.moved_to,
        }


@dataclass(frozen=True, slots=True)
class Subject:
    """What a whole page is about, by ids: its records need not say it again."""

    theme: str = ""
    audience: str = ""
    agency: str = ""

    @property
    def classes(self) -> tuple[str, ...]:
        """Whose page it is, as classes of its lists: there, nothing is set aside for being for somebody else."""
        return tuple(name for name, id in (("of-audience", self.audience), ("of-agency", self.agency)) if id)


@dataclass
class Writer:
    """Writes one page's Markdown. ``uri`` is the page: every link is made relative to it.

    ``printed`` says of sections, by their ids, how many items of their list are printed; the others print whole.
    """

    library: Library
    uri: str
    subject: Subject = field(default_factory=Subject)
    blocks: list[str] = field(default_factory=list)
    printed: Mapping[str, int] = field(default_factory=dict)

    def add(self, *blocks: str) -> None:
        """Append blocks, with an empty line between; empty ones are left out."""
        self.blocks += [block for block in blocks if block]

    def heading(self, text: str, id: str, *classes: str, told: str = "") -> None:
        """Open a section. ``text`` is plain, ``told`` are further attributes."""
        names = "".join(f" .{name}" for name in classes)
        printed = f' data-printed="{self.printed[id]}"' if id in self.printed else ""
        self.add(f"## {escaped(text)} {{#{id}{names}{told}{printed}}}")

    def subheading(self, markdown: str, id: str, *classes: str) -> str:
        """A heading inside a section. "On this page" leads to it by its words, without their links."""
        return f"### {markdown} {{#{id}{''.join(f' .{name}' for name in classes)}}}"

    def markdown(self) -> str:
        """Everything added so far."""
        return "\n\n".join(self.blocks) + "\n"

    def link(self, text: str, uri: str, anchor: str = "", class_: str = "") -> str:
        """A link to another page of the site, or to a place on this one. ``text`` is plain, ``class_`` one or more."""
        classes = f"{{{_classes(class_)}}}" if class_ else ""
        address = "" if uri == self.uri and anchor else posixpath.relpath(uri, posixpath.dirname(self.uri) or ".")
        return f"[{escaped(text)}]({address}{'#' + anchor if anchor else ''}){classes}"

    def review(self, review: Review, class_: str = "", anchor: str = "") -> str:
        """A link to a review, by its name for lists."""
        return self.link(review.name, addresses.review(review.id), anchor, class_)

    def theme(self, theme: Theme, text: str = "", class_: str = "") -> str:
        """A link to a theme."""
        return self.link(text or theme.title, addresses.theme(theme.id), class_=class_)

    def text(self, markdown: str) -> str:
        """An author's Markdown, with its links to reviews and themes made into links from this page."""
        return with_links(markdown, self._resolved)

    def _resolved(self, id: str, anchor: str, text: str) -> str:
        uri = addresses.review(id) if id in self.library.by_id else addresses.theme(id)
        label = text or escaped(self.library.name_of(id))
        linked = self.link("LABEL", uri, anchor)
        return linked.replace("LABEL", label, 1)

    def themes_of(self, record: Record, counted: bool = True) -> str:
        """A record's themes as links, with how many reviews taught each if several; but not the theme of this page."""
        return " ".join(
            self.theme(
                self.library.themes[id],
                self.theme_label(id, counted and self.library.count_of_reviews(id) > 1),
                "theme",
            )
            for id in record.themes
            if id != self.subject.theme
        )

    def theme_label(self, id: str, counted: bool) -> str:
        """``Early help · 6 reviews``."""
        title = self.library.themes[id].title
        return f"{title} · {unbroken(plural(self.library.count_of_reviews(id), 'review'))}" if counted else title


def outside(text: str, address: str) -> str:
    """A link out of the site, or its words alone where there is no address. ``text`` is plain."""
    return f"[{escaped(text)}]({address})" if address else escaped(text)


def span(text: str, *classes: str) -> str:
    """A few plain words that a stylesheet may set apart."""
    return f"*{escaped(text)}*{{{' '.join(f'.{name}' for name in classes)}}}" if text else ""


def paragraph(text: str, class_: str, told: str = "") -> str:
    """A paragraph of Markdown with a class, or more than one, and with further attributes."""
    return f"{text}\n{{: {_classes(class_)}{told} }}" if text else ""


def _classes(names: str) -> str:
    """Classes as an attribute list names them."""
    return " ".join(f".{name}" for name in names.split())


WEIGHTS = 10


def weight(count: int, most: int) -> str:
    """The class that says how heavy a count is against the heaviest: ``w1`` to ``w10``, the nearest."""
    return f"w{max(1, (2 * WEIGHTS * count + most) // (2 * most))}"


def line(*parts: str) -> str:
    """Inline parts with a space between, empty ones left out."""
    return " ".join(part for part in parts if part)


def items(blocks: Iterable[str], numbered: bool = False) -> str:
    """A Markdown list, each item a run of blocks."""
    return "\n\n".join(_item(block, "1.  " if numbered else "-   ") for block in blocks)


def _item(block: str, mark: str) -> str:
    lines = block.split("\n")
    return "\n".join([mark + lines[0], *(f"    {line}" if line.strip() else "" for line in lines[1:])])


NO_PARAGRAPH = re.compile(r"#|(?:[-*_]\s*){3,}(?:\n|$)|[^\n]*\n[|: ]*-[-|: ]*(?:\n|$)")
"""A heading, a rule or a table: an attribute list on the next line would not be read as one."""


def told(record: Record) -> str:
    """What scripts may read of a record, as attributes: its address, for whom it is, and which agencies it names."""
    agencies = " ".join(agency.id for agency in record.agencies)
    return _told(record.address, record.audiences, agencies) if record.id else ""


def told_of(one: OneThing) -> str:
    """What scripts may read of a one thing: the same as of a record."""
    return _told(f"{one.review}#{one.anchor}", (one.audience,))


def involved(review: Review) -> str:
    """What scripts may read of a review: the agencies that it involved."""
    ids = " ".join(agency.id for agency in review.agencies)
    return f' data-involved="{ids}"' if ids else ""


def _told(address: str, audiences: Iterable[str], agencies: str = "") -> str:
    facts = {"data-record": address, "data-for": " ".join(audiences), "data-agencies": agencies}
    return "".join(f' {name}="{value}"' for name, value in facts.items() if value)


def record_block(text: str, about: str, id: str = "", told: str = "") -> str:
    """A record as a list item's content: its text, of which the first paragraph carries the id, and a line about it.

    Where the text does not start with a paragraph, the line about it carries the id. ``told`` are further attributes.
    """
    first, *rest = re.split(r"\n{2,}", text.strip())
    names = f"#{id} .record{told}" if id else f".record{told}"
    if NO_PARAGRAPH.match(first):
        blocks = (first, *rest, about and f"{about}\n{{: {names} .about }}")
    else:
        blocks = (f"{first}\n{{: {names} }}", *rest, about and f"{about}\n{{: .about }}")
    return "\n\n".join(block for block in blocks if block)


def place(record: Record) -> str:
    """Where a record stands in its report, in words: ``paragraph 27``, ``pages 4-6``."""
    if record.paragraph:
        return _counted_place("paragraph", record.paragraph)
    return _counted_place("page", record.page) if record.page else ""


def _counted_place(noun: str, numbers: str) -> str:
    several = re.search(r"[,;–-]|\band\b", numbers)
    return f"{noun}{'s' if several else ''} {numbers}"
