"""What an author is told of each mistake: one problem, at its place, with a cure. The texts shown are snapshots."""

import re
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from briefings.cli import main
from briefings.problems import LEVELS, Level, Problem
from tests.builders import (
    BODY,
    PATH,
    front_matter,
    happened,
    library_folder,
    loaded,
    points,
    problems_of,
    review,
    shown,
    site_folder,
    theme,
)
from tests.building import attempt, build

HERE = f"content/{PATH}"

SHOWN = {
    "a list that is not closed": (
        review(harms="[neglect"),
        """\
        content/reviews/2021/child-a.md:9:8: broken-yaml: the list that starts here is not closed
            9 | harms: [neglect
              |        ^
          hint: put commas between its items and `]` at its end""",
    ),
    "a colon in a value": (
        review(title="Child A: a story"),
        """\
        content/reviews/2021/child-a.md:2:15: broken-yaml: a value that holds a colon and a space stands in quotes
            2 | title: Child A: a story
              |               ^
          hint: write `title: "Child A: a story"`""",
    ),
    "a missing colon": (
        review().replace("title: Child A", "title Child A"),
        """\
        content/reviews/2021/child-a.md:2:1: broken-yaml: this line is not `key: value`
            2 | title Child A
              | ^
          hint: write `title: Child A`""",
    ),
    "a tab": (
        review().replace("type: scr", "\ttype: scr"),
        """\
        content/reviews/2021/child-a.md:3:1: tab: a tab at the start of a line
            3 | →type: scr
              | ^
          hint: replace each tab with two spaces""",
    ),
    "a repeated key": (
        review().replace("type: scr", "title: Child B\ntype: scr"),
        """\
        content/reviews/2021/child-a.md:3:1: repeated-key: `title` stands here a second time; the first is on line 2
            3 | title: Child B
              | ^
          hint: keep one of the two""",
    ),
    "a date that no calendar has": (
        review(published="2021-02-30"),
        """\
        content/reviews/2021/child-a.md:5:12: bad-date: February 2021 has no day 30
            5 | published: 2021-02-30
              |            ^
          hint: write `2021-02`""",
    ),
    "a date in words": (
        review(published="5 November 2021"),
        """\
        content/reviews/2021/child-a.md:5:12: bad-date: write a date as YYYY, YYYY-MM or YYYY-MM-DD
            5 | published: 5 November 2021
              |            ^
          hint: write `2021-11-05`""",
    ),
    "a misspelt key": (
        review(title=None, tilte="Child A"),
        """\
        content/reviews/2021/child-a.md:8:1: unknown-field: `tilte` is not a field
            8 | tilte: Child A
              | ^
          hint: did you mean `title`?""",
    ),
    "a review type by its name": (
        review(type="Serious Case Review"),
        """\
        content/reviews/2021/child-a.md:3:7: unknown-review-type: no review type is called `Serious Case Review`
            3 | type: Serious Case Review
              |       ^
          hint: did you mean `scr`?""",
    ),
    "an unknown agency of a point": (
        points('- Act early. {#p1 .early-help agency="police skools"}'),
        """\
        content/reviews/2021/child-a.md:17:46: unknown-agency: no agency is called `skools`
           17 | - Act early. {#p1 .early-help agency="police skools"}
              |                                              ^
          hint: did you mean `schools`?""",
    ),
    "a repeated id": (
        points("- Act early. {#p1 .early-help}", "- Ask. {#p1 .early-help}"),
        """\
        content/reviews/2021/child-a.md:18:10: repeated-id: `p1` is the id of the item on line 17 already
           18 | - Ask. {#p1 .early-help}
              |          ^
          hint: write `#p2`""",
    ),
    "an id that is no id": (
        points("- Act early. {#P_1 .early-help}"),
        """\
        content/reviews/2021/child-a.md:17:16: bad-id: `P_1` is not an id: small letters, digits and hyphens
           17 | - Act early. {#P_1 .early-help}
              |                ^
          hint: write `#p-1`""",
    ),
    "typographic quotes round a value": (
        review(type="“scr”"),
        """\
        content/reviews/2021/child-a.md:3:7: typographic-quotes: the value stands in typographic quotes
            3 | type: “scr”
              |       ^
          hint: write `type: "scr"`""",
    ),
    "typographic quotes in an attribute list": (
        points("- Act early. {#p1 .early-help para=“12”}"),
        """\
        content/reviews/2021/child-a.md:17:36: typographic-quotes: typographic quotes in an attribute list
           17 | - Act early. {#p1 .early-help para=“12”}
              |                                    ^
          hint: write `{#p1 .early-help para="12"}`""",
    ),
    "front matter that is not closed": (
        review().replace("published\n---", "published"),
        """\
        content/reviews/2021/child-a.md:10:1: front-matter-not-closed: the front matter is not closed
           10 | ## What happened
              | ^
          hint: put a line of `---` between the last field and the text""",
    ),
    "a second top heading": (
        review("# Child A\n\n" + BODY),
        """\
        content/reviews/2021/child-a.md:11:1: top-heading: a second title: the title is in the front matter
           11 | # Child A
              | ^
          hint: delete it, or write `## Child A`; for the sign itself write `\\#`""",
    ),
    "an attribute list without its end": (
        points("- Act early. {#p1 .early-help"),
        """\
        content/reviews/2021/child-a.md:17:14: bad-attributes: this attribute list is not closed
           17 | - Act early. {#p1 .early-help
              |              ^
          hint: write `{#p1 .early-help}`""",
    ),
    "raw HTML": (
        happened("She was <b>never</b> asked."),
        """\
        content/reviews/2021/child-a.md:13:9: raw-html: HTML has no place in a review
           13 | She was <b>never</b> asked.
              |         ^
          hint: write it in Markdown; for the sign itself write `&lt;`""",
    ),
    "a link to a script": (
        happened("See [this](javascript:alert(1))."),
        """\
        content/reviews/2021/child-a.md:13:12: bad-link: a link may not start with `javascript:`
           13 | See [this](javascript:alert(1)).
              |            ^
          hint: write `[text](https://…)`, `[[review-id]]` or `[text](../2021/review-id.md)`, with no spaces""",
    ),
    "a section that is missing": (
        review(BODY.partition("## If")[0].rstrip()),
        """\
        content/reviews/2021/child-a.md:17:1: missing-section: there is no section “If you do one thing”
           17 | - Act early. {#p1 .early-help}
              | ^
          hint: add `## If you do one thing`""",
    ),
    "a mistake far along a line": (
        happened("word " * 40 + "<b> " + "word " * 40),
        """\
        content/reviews/2021/child-a.md:13:201: raw-html: HTML has no place in a review
           13 | … word word word word word word word word word word word word word <b> word word word word word word …
              |                                                                    ^
          hint: write it in Markdown; for the sign itself write `&lt;`""",
    ),
}


@pytest.mark.parametrize("mistake", SHOWN)
def test_an_author_is_shown_the_mistake_and_its_cure(mistake: str) -> None:
    text, expected = SHOWN[mistake]
    assert shown(text) == dedent(expected)


ONE_PROBLEM = [
    ("a quotation mark that is not closed", review(title="'Child A"), "broken-yaml", 2, 8),
    ("a value that starts with a sign", review(title="@home"), "broken-yaml", 2, 8),
    ("a no-break space behind a colon", review().replace("title: C", "title:\u00a0C"), "broken-yaml", 2, 1),
    ("a missing colon on the last line", review().replace("status: p", "status p"), "broken-yaml", 8, 1),
    ("a value that starts with emphasis", review(title="*Never* asked"), "broken-yaml", 2, 8),
    ("a line that is indented", review().replace("type: scr", "  type: scr"), "broken-yaml", 3, 7),
    ("a list on the line of its key", review(harms="- neglect"), "broken-yaml", 9, 8),
    ("a list item without its key", review().replace("type: scr", "type: scr\n- x"), "broken-yaml", 4, 1),
    ("text behind a quoted value", review(title="'Child A' and more"), "broken-yaml", 2, 18),
    ("a backslash in quotes", review(title='"a\\qb"'), "broken-yaml", 2, 8),
    ("front matter that is a list", "---\n- a\n---\n" + BODY, "broken-yaml", 2, 1),
    ("lists nested without end", review(title="[" * 100_000), "broken-yaml", 2, 19),
    ("lists nested without end, in lines", review(harms="\n" + "- " * 100_000), "broken-yaml", 10, 23),
    ("an anchor", review(title="&a Child A"), "yaml-alias", 2, 8),
    ("an alias", review(title="*a"), "yaml-alias", 2, 8),
    ("a tag", review(title="!Important"), "yaml-alias", 2, 8),
    ("no front matter", BODY, "no-front-matter", 1, 1),
    ("an empty file", "", "no-front-matter", 1, 1),
    ("text before the front matter", "Hello\n" + review(), "no-front-matter", 1, 1),
    ("front matter and nothing else, not closed", "---\ntitle: x", "front-matter-not-closed", 2, 1),
    ("an invisible character in a value", review(title='"a\\u200bb"'), "control-character", 2, 8),
    ("an unknown key", review(colour="red"), "unknown-field", 9, 1),
    ("an unknown key of the source", review(source="{title: T, publisher: P, author: A}"), "unknown-field", 7, 34),
    ("no title", review(title=None), "missing-field", 2, 1),
    ("an empty title", review(title=""), "empty-field", 2, 1),
    ("a title of nothing", review(title="~"), "empty-field", 2, 8),
    ("a title of spaces", review(title="'  '"), "empty-field", 2, 8),
    ("no summary", review(summary=None), "missing-field", 2, 1),
    ("no type", review(type=None), "missing-field", 2, 1),
    ("no partnership", review(partnership=None), "missing-field", 2, 1),
    ("no status", review(status=None), "missing-field", 2, 1),
    ("no date", review(published=None), "missing-field", 2, 1),
    ("no publisher", review(source="{title: T}"), "missing-field", 7, 1),
    ("a title that is a list", review(title="[a, b]"), "wrong-shape", 2, 1),
    ("a source that is text", review(source="The report"), "wrong-shape", 7, 9),
    ("harms with fields", review(harms="{a: b}"), "wrong-shape", 9, 1),
    ("a summary that is too long", review(summary="word " * 61), "too-many-words", 6, 10),
    ("a month that does not exist", review(published="2021-13"), "bad-date", 5, 12),
    ("a full date of the incident", review(incident="2013-05-06"), "bad-date", 9, 11),
    ("a number of pages in words", review(source="{title: T, publisher: P, pages: forty}"), "bad-number", 7, 41),
    ("an address without a scheme", review(source="{title: T, publisher: P, url: www.a.org}"), "bad-address", 7, 39),
    ("a misspelt status", review(status="Publishd"), "unknown-status", 8, 9),
    ("an unknown partnership", review(partnership="knet"), "unknown-partnership", 4, 14),
    ("an unknown age band", review(ages="[11-16]"), "unknown-age-band", 9, 8),
    ("an unknown outcome", review(outcome="dead"), "unknown-outcome", 9, 10),
    ("an unknown harm", review(harms="[neglect, abuse]"), "unknown-harm", 9, 18),
    ("an unknown harm, unlike any", review(harms="[xyzzy]"), "unknown-harm", 9, 9),
    ("an unknown agency", review(agencies="[social workers]"), "unknown-agency", 9, 12),
    ("an unknown audience", points('- a {#p1 .early-help audience="bosses"}'), "unknown-audience", 17, 32),
    ("an unknown attribute", points('- a {#p1 .early-help paragraph="3"}'), "unknown-attribute", 17, 22),
    ("a handler as an attribute", points('- a {#p1 .early-help onclick="x"}'), "unknown-attribute", 17, 22),
    ("no id", points("- a {.early-help}"), "missing-id", 17, 1),
    ("no attribute list", points("- a"), "missing-id", 17, 1),
    ("an id without its sign", points("- a {p1 .early-help}"), "bad-attributes", 17, 6),
    ("an attribute list of nothing", points("- a {}"), "bad-attributes", 17, 5),
    ("an attribute list over two lines", points("- a {#p1", "  .early-help}"), "bad-attributes", 17, 5),
    ("two ids", points("- a {#p1 #p2 .early-help}"), "bad-attributes", 17, 11),
    ("an attribute twice", points('- a {#p1 .early-help agency="gps" agency="police"}'), "bad-attributes", 17, 35),
    ("a place that is none", points('- a {#p1 .early-help para="<b>"}'), "bad-attributes", 17, 28),
    ("text behind an attribute list", points("- a {#p1 .early-help}."), "stray-attributes", 17, 5),
    ("a list below an attribute list", points("- a {#p1 .early-help}", "  - b"), "stray-attributes", 17, 5),
    (
        "an attribute list on a heading",
        review(BODY.replace("happened\n", "happened {#x}\n")),
        "stray-attributes",
        11,
        18,
    ),
    ("an attribute list on a paragraph", happened("text {.x}"), "stray-attributes", 13, 6),
    ("an id that the page has already", points("- a {#source .early-help}"), "bad-id", 17, 7),
    ("bullets of a word processor", points("• a {#p1 .early-help}"), "list-marker", 17, 1),
    ("bullets of a word processor in a text", happened("•\tone"), "list-marker", 13, 1),
    ("a dash without its space", points("-a {#p1 .early-help}"), "list-marker", 17, 2),
    ("a number without its space", points("1.Act {#p1 .early-help}"), "list-marker", 17, 3),
    ("a record section without a list", points("Act early."), "no-records", 15, 1),
    ("an empty section", points(""), "empty-section", 15, 1),
    ("a section with a comment alone", points("<!-- later -->"), "empty-section", 15, 1),
    ("an empty item", points("- {#p1 .early-help}"), "empty-section", 17, 1),
    ("an empty heading", review(BODY + "\n##\n\ntext"), "empty-section", 23, 1),
    ("checks without the one thing", review(BODY.replace("Ask the child.", "- a")), "empty-section", 19, 1),
    ("a section twice", review(BODY + "\n## Background\n\nMore."), "repeated-section", 23, 1),
    ("no story", review(BODY.partition("\n\n## L")[2].replace("earning", "## Learning", 1)), "missing-section", 18, 1),
    ("a heading by underlining", happened("Title\n-----\n\ntext"), "underlined-heading", 14, 1),
    ("a heading by one dash", happened("Title\n-\n\ntext"), "underlined-heading", 14, 1),
    ("a title in a list", happened("- # Title"), "top-heading", 13, 3),
    ("a section in a quotation", happened("> ## Title"), "top-heading", 13, 3),
    ("a block of code", happened("```\n<b>\n# x\n```"), "code-block", 13, 1),
    ("a picture", happened("![a](https://a.org/b.png)"), "picture", 13, 1),
    ("a defined link", happened("See [a] now.\n\n[a]: https://a.org"), "bad-link", 15, 3),
    ("a link without words", happened("[](https://a.org)"), "bad-link", 13, 2),
    ("an address without a scheme in a text", happened("[a](www.example.org/b)"), "bad-link", 13, 5),
    ("a title amid a text", happened("# Child A"), "top-heading", 13, 1),
    ("a section with one sign too few", review(BODY.replace("## L", "# L")), "top-heading", 15, 1),
    ("a link with a space", happened("[a](https://a.org/b c)"), "bad-link", 13, 5),
    ("a wiki-link that is not closed", happened("[[child-a and more"), "bad-link", 13, 1),
    ("a link to a review with brackets in it", happened("[a [b] c](child-b.md)"), "bad-link", 13, 9),
    ("a comment that is not closed", happened("<!-- later"), "raw-html", 13, 1),
]


@pytest.mark.parametrize(
    ("text", "code", "line", "column"), [case[1:] for case in ONE_PROBLEM], ids=[case[0] for case in ONE_PROBLEM]
)
def test_one_mistake_is_one_problem_at_its_place_with_a_hint(text: str, code: str, line: int, column: int) -> None:
    assert [(found.path, found.line, found.column, found.code) for found in problems_of(text)] == [
        (HERE, line, column, code)
    ]
    assert problems_of(text)[0].hint


NOTED = [
    ("a heading that is not known", review(BODY + "\n## Something else\n\nText."), "unknown-section", 23),
    ("a point without a theme", points("- a {#p1}"), "point-without-theme", 17),
    (
        "no learning",
        review(BODY.replace("Learning for practitioners", "Recommendations").replace("#p1", "#r1")),
        "no-learning",
        22,
    ),
    ("text before the sections", review("Hello.\n\n" + BODY), "text-before-sections", 11),
    ("text behind a list", points("- a {#p1 .early-help}", "", "More."), "text-after-list", 19),
    (
        "a heading between points",
        points("- a {#p1 .early-help}", "### B", "- b {#p2 .early-help}"),
        "text-after-list",
        18,
    ),
]


@pytest.mark.parametrize(("text", "code", "line"), [case[1:] for case in NOTED], ids=[case[0] for case in NOTED])
def test_what_is_only_odd_is_one_warning_or_note(text: str, code: str, line: int) -> None:
    assert [(found.line, found.code) for found in problems_of(text)] == [(line, code)]
    assert LEVELS[code] < Level.ERROR


BETWEEN_FILES = [
    (
        "an unknown theme",
        {"reviews/child-a.md": points("- a {#p1 .early-hlp}")},
        "reviews/child-a.md:17:11: unknown-theme",
        "did you mean `early-help`?",
    ),
    (
        "an alias for a theme",
        {"reviews/child-a.md": points("- a {#p1 .eh}"), "themes/early-help.md": theme(aliases="[EH]")},
        "reviews/child-a.md:17:11: unknown-theme",
        "did you mean `early-help`?",
    ),
    (
        "a theme unlike any",
        {"reviews/child-a.md": points("- a {#p1 .xyzzy}")},
        "reviews/child-a.md:17:11: unknown-theme",
        "use one of `early-help`",
    ),
    (
        "an unknown review",
        {"reviews/child-a.md": happened("[[child-b]]")},
        "reviews/child-a.md:13:3: unknown-link",
        "did you mean `child-a`?",
    ),
    (
        "an unknown file",
        {"reviews/child-a.md": happened("[b](../2020/child-b.md)")},
        "reviews/child-a.md:13:5: unknown-link",
        "did you mean `child-a`?",
    ),
    (
        "an unknown record",
        {"reviews/child-a.md": happened("[[child-a#p2]]")},
        "reviews/child-a.md:13:3: unknown-link",
        "use one of `p1`",
    ),
    (
        "an unknown place here",
        {"reviews/child-a.md": happened("[b](#p2)")},
        "reviews/child-a.md:13:5: unknown-link",
        "use one of `p1`",
    ),
    (
        "a record of a theme",
        {"reviews/child-a.md": happened("[[early-help#p2]]")},
        "reviews/child-a.md:13:3: unknown-link",
        "write `[[early-help]]`",
    ),
    (
        "a link of a theme to nothing",
        {"reviews/child-a.md": review(), "themes/early-help.md": theme("[[child-b]]")},
        "themes/early-help.md:6:3: unknown-link",
        "did you mean `child-a`?",
    ),
    (
        "a link of a theme to a draft",
        {"reviews/child-a.md": review(status="draft"), "themes/early-help.md": theme("[[child-a]]")},
        "themes/early-help.md:6:3: link-to-unpublished",
        "take the link out",
    ),
    (
        "a link to a draft",
        {"reviews/child-a.md": happened("[[child-b]]"), "reviews/child-b.md": review(status="draft")},
        "reviews/child-a.md:13:3: link-to-unpublished",
        "take the link out",
    ),
    (
        "two files of one name",
        {"reviews/2020/child-a.md": review(), "reviews/2021/child-a.md": review()},
        "reviews/2021/child-a.md:1:1: repeated-review-id",
        "rename this file",
    ),
    ("a name that is no id", {"reviews/Child A.md": review()}, "reviews/Child A.md:1:1: bad-id", "`child-a.md`"),
    (
        "bytes that are not UTF-8",
        {"reviews/child-a.md": review().encode() + "é".encode("latin-1")},
        "reviews/child-a.md:22:1: not-utf8",
        "save the file as UTF-8",
    ),
    (
        "UTF-16",
        {"reviews/child-a.md": review().encode("utf-16")},
        "reviews/child-a.md:1:1: not-utf8",
        "save the file as UTF-8",
    ),
    (
        "an invisible character",
        {"reviews/child-a.md": happened("a\u200bb")},
        "reviews/child-a.md:13:2: control-character",
        "delete it",
    ),
    (
        "a line separator",
        {"reviews/child-a.md": happened("a\u2028b")},
        "reviews/child-a.md:13:2: control-character",
        "delete it",
    ),
    (
        "text that runs backwards",
        {"reviews/child-a.md": happened("a\u202eb")},
        "reviews/child-a.md:13:2: control-character",
        "delete it",
    ),
    (
        "a broken theme that a review names",
        {"reviews/child-a.md": review(), "themes/early-help.md": "nothing"},
        "themes/early-help.md:1:1: no-front-matter",
        "make the first line `---`",
    ),
    (
        "a broken review that another links",
        {"reviews/child-a.md": happened("[[child-b#p1]]"), "reviews/child-b.md": "x"},
        "reviews/child-b.md:1:1: no-front-matter",
        "make the first line `---`",
    ),
    (
        "a broken status that another links",
        {"reviews/child-a.md": happened("[[child-b#p1]]"), "reviews/child-b.md": review(status="Published")},
        "reviews/child-b.md:8:9: unknown-status",
        "did you mean `published`?",
    ),
    (
        "a broken list of partnerships",
        {"reviews/child-a.md": review(), "vocabulary/partnerships.yml": "kent: {name"},
        "vocabulary/partnerships.yml:1:7: broken-yaml",
        "`}` at the end",
    ),
    (
        "a partnership that is wrong",
        {"reviews/child-a.md": review(), "vocabulary/partnerships.yml": "kent: {name: Kent, place: Kent}"},
        "vocabulary/partnerships.yml:1:20: unknown-field",
        "use one of",
    ),
    (
        "a partnership that is text",
        {"reviews/child-a.md": review(), "vocabulary/partnerships.yml": "kent: Kent"},
        "vocabulary/partnerships.yml:1:7: wrong-shape",
        "write `kent: {name: Kent}`",
    ),
    (
        "an unknown group of harms",
        {"vocabulary/harms.yml": "neglect: {name: Neglect, group: childs}"},
        "vocabulary/harms.yml:1:33: wrong-shape",
        "`children`",
    ),
    (
        "a resource without an address",
        {"vocabulary/resources.yml": "a: {name: A, url: example.org}"},
        "vocabulary/resources.yml:1:19: bad-address",
        "write `https://example.org`",
    ),
    (
        "an unknown resource",
        {"themes/early-help.md": theme(resources="[toolkti]")},
        "themes/early-help.md:4:13: unknown-resource",
        "did you mean `toolkit`?",
    ),
    (
        "an unknown relation",
        {"themes/early-help.md": theme(related="[neglect]")},
        "themes/early-help.md:4:11: unknown-theme",
        "use one of `early-help`",
    ),
    (
        "a theme broader than itself",
        {"themes/early-help.md": theme(broader="early-help")},
        "themes/early-help.md:4:10: circular-theme",
        "delete one of these",
    ),
    (
        "a theme related to itself",
        {"themes/early-help.md": theme(related="early-help")},
        "themes/early-help.md:4:10: circular-theme",
        "delete it here",
    ),
    (
        "a circle of themes",
        {
            "themes/a.md": theme(title="A", broader="b"),
            "themes/b.md": theme(title="B", broader="c"),
            "themes/c.md": theme(title="C", broader="a"),
        },
        "themes/a.md:4:10: circular-theme",
        "delete one of these",
    ),
    (
        "an alias of two themes",
        {"themes/a.md": theme(title="A", aliases="[early help]")},
        "themes/a.md:4:11: repeated-alias",
        "keep it in one of the two",
    ),
    (
        "a title in a theme",
        {"themes/early-help.md": theme("# Early help")},
        "themes/early-help.md:6:1: top-heading",
        "delete it",
    ),
    (
        "a definition that is too long",
        {"themes/early-help.md": theme(definition="word " * 41)},
        "themes/early-help.md:3:13: too-many-words",
        "matter most",
    ),
]


@pytest.mark.parametrize(
    ("files", "place", "hint"), [case[1:] for case in BETWEEN_FILES], ids=[case[0] for case in BETWEEN_FILES]
)
def test_one_mistake_is_one_problem_however_many_files_it_touches(
    tmp_path: Path, files: dict[str, str | bytes], place: str, hint: str
) -> None:
    found = loaded(tmp_path, files).problems
    assert [where(problem) for problem in found] == [f"content/{place}"]
    assert hint in found[0].hint


def where(problem: Problem) -> str:
    return f"{problem.path}:{problem.line}:{problem.column}: {problem.code}"


ACCEPTED = {
    "a byte-order mark": b"\xef\xbb\xbf" + review().encode(),
    "Windows line ends": review().replace("\n", "\r\n").encode(),
    "old Mac line ends": review().replace("\n", "\r").encode(),
    "both": b"\xef\xbb\xbf" + review().replace("\n", "\r\n").encode(),
    "empty lines before the front matter": ("\n\n" + review()).encode(),
    "no line end at the end": review().rstrip().encode(),
    "spaces behind the lines": review().replace("\n", "  \n").encode(),
    "spaces behind the closing line": review().replace("\n---\n", "\n---   \n").encode(),
    "a comment in the front matter": review().replace("title", "# a name\ntitle").encode(),
    "lists without brackets": review(harms="neglect, suicide", agencies="police").encode(),
    "lists in lines": review(harms="\n  - neglect\n  - suicide").encode(),
    "quotes that belong to a title": review(title="‘William’ and ‘Anna’").encode(),
    "an apostrophe": review(title="Child A’s story").encode(),
    "a title that YAML takes for something else": review(title="no").encode(),
    "letters of other languages": review(title="Zoë Åström 李").encode(),
    "a comment": happened("Text. <!-- <script>check this {#p1} [x](y z)\n\n# --> More.").encode(),
}


@pytest.mark.parametrize("what", ACCEPTED)
def test_what_is_plainly_meant_is_accepted(tmp_path: Path, what: str) -> None:
    found = loaded(tmp_path, {"reviews/child-a.md": ACCEPTED[what]})
    assert found.problems == ()
    assert [review.one_things[0].text for review in found.library.reviews] == ["Ask the child."]


MANY: dict[str, str | bytes] = {
    "reviews/b.md": review(title="", harms="[abuse]"),
    "reviews/a.md": points("- a", "- b {#P1}"),
    "reviews/c.md": BODY,
    "reviews/notes.docx": b"PK\xff",
    "themes/neglect.md": theme(title="Neglect", colour="red"),
    "vocabulary/harms.yml": "Harm: {name: Harm}",
}


def test_all_problems_of_all_files_are_told_at_once_sorted_and_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    library_folder(tmp_path, MANY)
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 1
    told = capsys.readouterr().err
    assert re.findall(r"^content\S*:\d+:\d+: [\w-]+", told, re.MULTILINE) == [
        "content/reviews/a.md:17:1: missing-id",
        "content/reviews/a.md:18:1: point-without-theme",
        "content/reviews/a.md:18:7: bad-id",
        "content/reviews/b.md:2:1: empty-field",
        "content/reviews/b.md:9:9: unknown-harm",
        "content/reviews/c.md:1:1: no-front-matter",
        "content/reviews/notes.docx:1:1: misplaced-file",
        "content/themes/neglect.md:4:1: unknown-field",
        "content/vocabulary/harms.yml:1:1: bad-id",
    ]
    assert told.endswith("7 errors, 1 warning, 1 note in 6 files.\n")
    assert "Traceback" not in told


def test_a_good_library_ends_with_nothing_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(library_folder(tmp_path, {"reviews/child-a.md": review()}))]) == 0
    assert capsys.readouterr().out.startswith("No problems found.\n")


def everything_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "files",
    [
        {"reviews/child-a.md": review(title="")},
        {"reviews/child-a.md": happened("<script>")},
        {"reviews/child-b.md": b"\xff"},
        {"themes/early-help.md": theme("[[child-b]]")},
        {"vocabulary/partnerships.yml": "kent: ["},
    ],
    ids=["a field", "a text", "bytes", "a link", "a vocabulary"],
)
def test_a_build_that_fails_leaves_the_last_good_site_untouched(tmp_path: Path, files: dict[str, str | bytes]) -> None:
    folder = site_folder(tmp_path, {"reviews/child-a.md": review()})
    build(folder, folder / "site")
    before = everything_in(folder / "site")
    site_folder(tmp_path, files)
    for command in (["build"], ["build", "--strict"], ["build", "--clean"]):
        done = attempt([sys.executable, "-m", "mkdocs", *command], folder)
        assert done.returncode == 1
        assert f"content/{next(iter(files))}:" in done.stdout
        assert "Traceback" not in done.stdout
    assert everything_in(folder / "site") == before


def test_front_matter_of_nothing_names_each_field_that_is_missing() -> None:
    codes = [problem.message for problem in problems_of(front_matter({}) + BODY)]
    assert codes == [
        f"`{name}` is missing" for name in ("partnership", "published", "source", "status", "summary", "title", "type")
    ]


def test_a_broken_front_matter_hides_no_mistake_of_the_text() -> None:
    found = problems_of(review(BODY.replace("A child", "A <b>child"), title="'"))
    assert [(problem.line, problem.code) for problem in found] == [(2, "broken-yaml"), (13, "raw-html")]
