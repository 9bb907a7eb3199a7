"""A digest as an e-mail that every mail program shows, and that loads nothing from anywhere."""

import email
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.policy import default
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given

from briefings.bulletins import Bulletin, bulletin_of
from briefings.dates import PartialDate
from briefings.exports import Site
from briefings.exports.email_look import STYLES
from briefings.exports.email_text import WIDTH, wrapped
from briefings.exports.emails import LONGEST, Email, digest_email, email_exports, email_of
from briefings.library import Library, followed_up
from briefings.model import Digest, OneThing, Review
from briefings.pages import addresses, site_pages
from tests.libraries import LAW, PLACES, library, numbered, numbers, record, review, vocabulary

SITE = Site("The site", "https://site.example/learning/")
DIGEST = Digest(
    id="2021-10",
    path="digests/2021-10.md",
    title="Lessons of 2021 – “A & B”",
    published=PartialDate(2021, 10),
    first=PartialDate(1900),
    last=PartialDate(2200),
    issue="4",
    home=PLACES[0],
    introduction="About [the guide](https://guide.example/a?b&c).\n\n- One.\n- Two.",
)
LONG = "Services knew the family for years and saw one worry at a time, until nobody could see the whole. " * 3
NO_STYLE_NEEDED = {"html", "head", "meta", "title", "tr", "br", "thead", "tbody"}
"""Elements that show nothing themselves, or what stands around them."""


def with_digest(found: Library, digest: Digest = DIGEST) -> Library:
    return followed_up(found, (), [digest], found.day)


def cases(count: int) -> Library:
    """A library of this many reviews, long ones, of all harms and from far and near."""
    harms = list(vocabulary().harms.values())
    return with_digest(library(_case(number, harms[number % len(harms)].id) for number in range(1, count + 1)))


def _case(number: int, harm: str) -> Review:
    id = f"child-{number}"
    return review(
        id,
        record(id, "p1", "asking"),
        partnership=PLACES[number % 2],
        harms=(vocabulary().harms[harm],),
        summary=LONG.strip(),
        one_things=(OneThing(id, "", f"Ask who has *not* been asked, and see [[{id}#p1|this]].\n\n- Ask again."),),
    )


def sent(found: Library) -> tuple[Bulletin, Email]:
    bulletin = bulletin_of(found, found.digests[0])
    return bulletin, email_of(found, SITE, bulletin)


class Elements(HTMLParser):
    """Every element of a page with its attributes, and the words of links and headings."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.words: dict[str, list[str]] = {"a": [], "h1": [], "h2": [], "h3": [], "title": []}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))
        if tag in self.words:
            self.open.append(tag)
            self.words[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.words:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        for tag in self.open:
            self.words[tag][-1] += data

    def hrefs(self) -> list[str]:
        return [given["href"] for tag, given in self.found if tag == "a"]


def parsed(eml: bytes) -> EmailMessage:
    message = email.message_from_bytes(eml, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def part(message: EmailMessage, kind: str) -> str:
    """A part as a file holds it: a mail's own line ends are two signs."""
    found = message.get_body((kind,))
    assert found is not None
    return str(found.get_content()).replace("\r\n", "\n")


def files(found: Library) -> dict[str, str | bytes]:
    return {export.uri: export.content for export in email_exports(found, SITE)}


@LAW
@given(numbers)
def test_the_html_of_any_digest_loads_nothing_and_needs_no_style_sheet(number: int) -> None:
    _, mail = sent(with_digest(numbered(number)))
    page = Elements(mail.html)
    assert {tag for tag, _ in page.found} & {"img", "style", "script", "link", "iframe", "form", "svg"} == set()
    assert [given for _, given in page.found if given.keys() & {"src", "background", "srcset", "class", "id"}] == []
    assert [tag for tag, given in page.found if tag not in NO_STYLE_NEEDED and not given.get("style")] == []
    assert "url(" not in mail.html
    assert "var(" not in mail.html


@LAW
@given(numbers)
def test_every_link_of_it_is_a_full_address_and_leads_to_a_page_that_is_there(number: int) -> None:
    found = with_digest(numbered(number))
    served = {f"{SITE.url}{addresses.Root().served(page.uri)}" for page in site_pages(found, "The site")}
    _, mail = sent(found)
    links = [*Elements(mail.html).hrefs(), *re.findall(r"https?://[^\s)]+", mail.text)]
    assert [link for link in links if not link.startswith(("https://", "mailto:"))] == []
    assert [link for link in links if link.startswith(SITE.url) and link.partition("#")[0] not in served] == []


@LAW
@given(numbers)
def test_both_parts_name_every_case_and_link_to_it(number: int) -> None:
    bulletin, mail = sent(with_digest(numbered(number)))
    page = Elements(mail.html)
    words = " ".join(mail.text.split())
    for each in bulletin.reviews:
        assert " ".join(each.name.split()) in words
        assert f"{SITE.url}reviews/{each.id}/\n" in mail.text
        assert each.name in page.words["h3"]
        assert f"{SITE.url}reviews/{each.id}/" in page.hrefs()


@LAW
@given(numbers)
def test_the_draft_holds_both_parts_as_they_are(number: int) -> None:
    html, text, eml = files(with_digest(numbered(number))).values()
    assert isinstance(eml, bytes)
    message = parsed(eml)
    assert (part(message, "html"), part(message, "plain")) == (html, text)
    assert (message.get_content_type(), len(list(message.iter_parts()))) == ("multipart/alternative", 2)


@LAW
@given(numbers)
def test_the_same_digest_gives_the_same_bytes(number: int) -> None:
    assert files(with_digest(numbered(number))) == files(with_digest(numbered(number)))


def test_there_are_three_files_for_each_digest() -> None:
    assert list(files(cases(3))) == [f"digests/2021-10/{name}" for name in ("email.html", "email.txt", "2021-10.eml")]


def test_without_an_address_of_the_site_there_is_no_mail_as_its_links_would_lead_nowhere() -> None:
    assert list(email_exports(cases(3), Site("The site"))) == []


def test_the_draft_is_to_be_sent_by_whoever_opens_it() -> None:
    eml = files(cases(3))["digests/2021-10/2021-10.eml"]
    assert isinstance(eml, bytes)
    message = parsed(eml)
    assert message["Subject"] == "Lessons of 2021 – “A & B”"
    assert message["X-Unsent"] == "1"
    assert message["Date"] == "Fri, 01 Oct 2021 00:00:00 +0000"
    assert re.fullmatch(r"<2021-10\.[0-9a-f]{24}@site\.example>", message["Message-ID"])
    assert not {"From", "To", "Cc", "Bcc"} & set(message.keys())
    assert message.defects == []
    assert max(map(len, eml.split(b"\r\n"))) <= 998
    assert eml.count(b"\n") == eml.count(b"\r\n")
    assert eml.isascii()


def test_a_mail_that_says_something_else_has_another_id() -> None:
    ids = {
        parsed(export.content)["Message-ID"]
        for digest in (DIGEST, replace(DIGEST, introduction="Other."))
        for export in digest_email(cases(1), SITE, digest)
        if isinstance(export.content, bytes)
    }
    assert len(ids) == 2


@pytest.mark.parametrize("count", [1, 60, 120, 300])
def test_however_many_cases_gmail_does_not_cut_it_off(count: int) -> None:
    bulletin, mail = sent(cases(count))
    assert len(mail.html.encode()) <= LONGEST < 100_000
    assert len(mail.text.encode()) < 100_000
    assert all(f"{SITE.url}reviews/{each.id}/\n" in mail.text for each in bulletin.reviews)


def test_cases_that_there_is_no_room_for_are_a_number_with_a_link_to_them() -> None:
    bulletin, mail = sent(cases(300))
    page = Elements(mail.html)
    more = [(words, int(words.split()[0])) for words in page.words["a"] if "more review" in words]
    assert sum(count for _, count in more) + len(page.words["h3"]) == len(bulletin.reviews) == 300
    assert f"{SITE.url}digests/2021-10/#local" in page.hrefs()


def test_a_long_digest_still_tells_of_cases_under_every_heading() -> None:
    _, mail = sent(cases(300))
    after = mail.html.split("<h2 ")[4:]
    assert [section for section in after if "<h3 " not in section] == []


def test_headings_come_in_order_under_one_title() -> None:
    page = Elements(sent(cases(5))[1].html)
    levels = [int(tag[1]) for tag, _ in page.found if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(next_ - level <= 1 for level, next_ in pairwise(levels))
    assert page.words["title"] == page.words["h1"] == ["Lessons of 2021 – “A & B”"]


def test_tables_that_only_lay_out_say_so() -> None:
    page = Elements(sent(cases(5))[1].html)
    assert {given.get("role") for tag, given in page.found if tag == "table"} == {"presentation"}
    assert ("html", {"lang": "en"}) in page.found


def test_a_case_is_its_name_facts_summary_and_one_thing() -> None:
    child = review("child-1", record("child-1", "p1", "asking"), harms=(vocabulary().harms["neglect"],))
    _, mail = sent(with_digest(library([child])))
    text = mail.text[mail.text.index("Local learning") :]
    assert text == (
        "Local learning: Northshire\n--------------------------\n\n"
        "Child 1, Northshire, 2021\nhttps://site.example/learning/reviews/child-1/\n"
        "Serious Case Review · 2021 · neglect\n\n"
        "A summary.\n\nOne thing: Ask one more question.\n\n"
        f"{'-' * 72}\nThe summaries are our own. The copyright of each report stays with its\npublisher.\n"
    )


def test_the_plain_part_has_lines_of_72_signs_save_for_addresses() -> None:
    for line in sent(cases(60))[1].text.splitlines():
        assert len(line) <= WIDTH or " " not in line.strip(), line


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("- " + "word " * 20, ["- " + "word " * 13 + "word", "  " + "word " * 5 + "word"]),
        ("10. " + "word " * 16, ["10. " + "word " * 12 + "word", "    word word word"]),
        ("See https://a.example/" + "x" * 80, ["See", "https://a.example/" + "x" * 80]),
        ("One.\n\nTwo.", ["One.", "", "Two."]),
    ],
)
def test_list_items_hang_from_their_marks_and_addresses_stay_whole(text: str, lines: list[str]) -> None:
    assert wrapped(text).splitlines() == lines


def colours(style: str, name: str) -> Iterator[str]:
    return (found.group(1) for found in re.finditer(rf"(?:^|;){name}:(#[0-9a-f]{{6}})", style))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2.2: from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def grounds() -> Iterable[str]:
    return sorted({colour for look in ("sheet", "box-cell") for colour in colours(STYLES[look], "background-color")})


def test_every_colour_of_text_is_told_from_every_ground_that_it_stands_on() -> None:
    texts = sorted({colour for style in STYLES.values() for colour in colours(style, "color")})
    assert (len(texts), len(list(grounds()))) == (3, 2)
    assert [(text, ground) for text in texts for ground in grounds() if contrast(text, ground) < 4.5] == []


def test_the_look_holds_nothing_that_would_end_the_attribute_it_stands_in() -> None:
    assert not re.search(r'["<>&]', json.dumps(list(STYLES.values()))[1:-1].replace('", "', "")[1:-1])
