"""Hostile text is either refused at its place, or reaches every page as inert text."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefings.library import library_of
from briefings.loading import Loaded
from briefings.problems import Level
from tests.builders import (
    BODY,
    FIELDS,
    happened,
    loaded,
    points,
    read,
    read_a_theme,
    review,
    site_folder,
    theme,
    vocabulary,
)
from tests.building import build
from tests.hostile import SNIPPETS, alive_in, is_refused, pages_alive

INERT = {
    "a script in entities",
    "a script in numbered entities",
    "a script in wide letters",
    "a tag of letters outside a to z",
    "an autolink to a website",
    "an automatic mail address",
    "an attribute list in entities",
    "a placeholder of Python-Markdown",
    "a table of contents",
    "a note of MkDocs",
    "a script behind a good link",
    "a wiki-link with a backtick",
}
"""What is let through, as text."""

YAML = {name: "'" + " ".join(text.split()).replace("'", "''") + "'" for name, text in SNIPPETS.items()}


def refused_at(found: Loaded, path: str) -> set[int]:
    return {problem.line for problem in found.problems if problem.level is Level.ERROR and problem.path.endswith(path)}


def test_the_oracle_sees_what_is_alive() -> None:
    alive = '<script>x</script><p onclick="x" style="y"><a href="java&#10;script:x">x</a><img src="x"><!-- x -->'
    assert len(alive_in(alive)) == 7
    assert (
        alive_in('<h2 id="a">x</h2><p class="b"><a href="https://x.example/">x</a> <a href="../b.md#c">x</a></p>') == []
    )


@pytest.mark.parametrize("name", SNIPPETS)
@pytest.mark.parametrize("place", ["prose", "point", "check", "theme"])
def test_hostile_text_is_refused_or_inert_wherever_an_author_writes_it(tmp_path: Path, name: str, place: str) -> None:
    text = SNIPPETS[name]
    indented = text.replace("\n", "\n  ")
    written = {
        "prose": {"reviews/child-a.md": happened(text)},
        "point": {"reviews/child-a.md": points(f"- Act early. {indented}\n  {{#p1 .early-help}}")},
        "check": {"reviews/child-a.md": review(f"{BODY}\n- {indented}\n")},
        "theme": {"themes/early-help.md": theme(text), "reviews/child-a.md": review()},
    }
    found = loaded(tmp_path, written[place])
    if found.failed:
        assert {problem.path for problem in found.problems} == {f"content/{next(iter(written[place]))}"}
        assert all(problem.hint and problem.excerpt for problem in found.problems)
    else:
        assert [(page.uri, alive) for page, alive in pages_alive(found.library)] == []


@pytest.mark.parametrize("name", SNIPPETS)
def test_what_is_let_through_is_listed(tmp_path: Path, name: str) -> None:
    found = loaded(tmp_path, {"reviews/child-a.md": happened("Before.\n\n" + SNIPPETS[name] + "\n\nAfter.")})
    assert (name in INERT) is not is_refused(found)


@pytest.mark.parametrize("name", SNIPPETS)
def test_hostile_text_in_any_field_of_front_matter_is_inert(tmp_path: Path, name: str) -> None:
    value = YAML[name]
    source = f"{{title: {value}, publisher: {value}, via: {value}, url: https://example.org}}"
    found = loaded(
        tmp_path,
        {
            "reviews/child-a.md": review(title=value, summary=value, source=source),
            "themes/early-help.md": theme(title=value, definition=value, aliases=f"[{value}]"),
        },
    )
    assert not is_refused(found)
    assert [(page.uri, alive) for page, alive in pages_alive(found.library)] == []


@pytest.mark.parametrize("name", SNIPPETS)
def test_hostile_text_in_any_field_of_a_vocabulary_is_inert(tmp_path: Path, name: str) -> None:
    value = json.dumps(SNIPPETS[name])
    found = loaded(
        tmp_path,
        {
            "vocabulary/review-types.yml": f"scr: {{name: {value}, meaning: {value}}}",
            "vocabulary/partnerships.yml": f"kent: {{name: {value}, short: {value}, region: {value}}}",
            "vocabulary/ages.yml": f"1-5: {{name: {value}}}",
            "vocabulary/outcomes.yml": f"death: {{name: {value}}}",
            "vocabulary/harms.yml": f"neglect: {{name: {value}, help: {value}}}",
            "vocabulary/audiences.yml": f"practitioners: {{name: {value}, meaning: {value}}}",
            "vocabulary/agencies.yml": f"gps: {{name: {value}}}",
            "vocabulary/resources.yml": f"toolkit: {{name: {value}, meaning: {value}, url: https://example.org}}",
            "vocabulary/glossary.yml": f"ABC: {{expansion: {value}, meaning: {value}}}",
            "themes/early-help.md": theme(resources="[toolkit]"),
            "reviews/child-a.md": review(
                BODY.replace("Act early. {#p1", "Act early with ABC. {#p1 agency=gps"),
                harms="[neglect]",
                ages="[1-5]",
                outcome="death",
            ),
        },
    )
    assert not found.failed
    assert [(page.uri, alive) for page, alive in pages_alive(found.library)] == []


ADDRESSES = [
    "javascript:alert(1)",
    "JAVASCRIPT://example.org/%0aalert(1)",
    "data:text/html,x",
    "//evil.example",
    "https:",
    "https://",
    "http://[x",
    "'https://example.org/ javascript:alert(1)'",
    "'https://example.org/\"onclick=\"alert(1)'",
    "'https://example.org/<script>'",
    "https://example.org/)[x](javascript:alert(1)",
    "'https://example.org/){: onclick=alert(1) }'",
    "https://example.org/a`b",
    "https://example.org/a*b_c_d",
    '"https://example.org/\\njavascript:alert(1)"',
]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("field", ["source", "partnership", "tool"])
def test_a_hostile_address_is_refused_or_stays_one_address(tmp_path: Path, address: str, field: str) -> None:
    quoted = address if address[0] in "'\"" else f"'{address}'"
    partnership = f"kent: {{name: Kent Safeguarding Board, site: {quoted}}}" if field == "partnership" else None
    tool = f"toolkit: {{name: T, url: {quoted}}}" if field == "tool" else "toolkit: {name: T}"
    source = f"{{title: T, publisher: P, url: {quoted}}}" if field == "source" else FIELDS["source"]
    found = loaded(
        tmp_path,
        {
            "vocabulary/partnerships.yml": partnership or "kent: {name: Kent}",
            "vocabulary/resources.yml": tool,
            "themes/early-help.md": theme(resources="[toolkit]"),
            "reviews/child-a.md": review(source=source),
        },
    )
    if found.failed:
        assert [problem.code for problem in found.problems] == ["bad-address"]
    else:
        assert [(page.uri, alive) for page, alive in pages_alive(found.library)] == []


@pytest.mark.parametrize(
    ("stem", "text", "code"),
    [
        ("glossary", '"A]: x\\n\\n<script>alert(1)</script>": {expansion: B}', "bad-id"),
        ("glossary", '"<script>": {expansion: B}', "bad-id"),
        ("glossary", 'ABC: {expansion: B, also: ["X]: y"]}', "bad-id"),
        ("agencies", '"../../x": {name: X}', "bad-id"),
        ("agencies", "police: {id: ../../x, name: X}", "unknown-field"),
        ("agencies", '"a\\nb": {name: X}', "bad-id"),
        ("partnerships", "kent: {name: !!python/object/apply:os.system [ls]}", "yaml-alias"),
    ],
)
def test_a_vocabulary_cannot_name_what_is_no_name(tmp_path: Path, stem: str, text: str, code: str) -> None:
    found = loaded(tmp_path, {f"vocabulary/{stem}.yml": text, "reviews/child-a.md": review()})
    assert [problem.code for problem in found.problems] == [code]


@pytest.mark.parametrize(
    "path", ["reviews/<script>.md", "reviews/a b.md", "reviews/É.md", "themes/x{y}.md", "reviews/a.b.md"]
)
def test_a_strange_name_of_a_file_is_refused(tmp_path: Path, path: str) -> None:
    found = loaded(tmp_path, {path: review() if path.startswith("reviews") else theme(title="Other")})
    assert [problem.code for problem in found.problems] == ["bad-id"]


HOSTILE = st.sampled_from(
    [
        *SNIPPETS.values(),
        *"[]()<>{}!#*_`\\|:&;\"'-=~+. \n\t",
        "\n\n",
        "\n- ",
        "\n    ",
        "](",
        "]: ",
        "[[",
        "]]",
        "<!--",
        "-->",
    ]
)
CALM = st.sampled_from(
    [
        *"[]()>!*_`\\|:&;\"'-=~+. \n1",
        "\n\n",
        "\n- ",
        "\n    ",
        "\n> ",
        "1. ",
        "[[child-a|",
        "[[early-help]]",
        "x",
        "y z",
        "](https://a.example/",
        "[x](https://a.example/?a=(b))",
        "[x](mailto:a@example.org)",
        "<https://a.example/",
        "<1@b.c>",
        "&#60;script&#62;",
        "&lt;",
        "&#123;: onclick=x &#125;",
        "&#2;",
        "javascript:",
        "onclick=x",
        "[TOC]",
        "---|---",
        "-->",
    ]
)
TEXT = st.one_of(
    st.lists(st.one_of(HOSTILE, st.text(max_size=3)), max_size=8).map("".join),
    st.lists(CALM, max_size=20).map("".join),
)
"""Half of it mostly refused, half of it mostly let through."""


@given(TEXT, TEXT)
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_passes_the_reader_is_inert_on_every_page(text: str, more: str) -> None:
    written = review(
        f"## What happened\n\n{text}\n\n## Learning for practitioners\n\n- Act. {more}\n\n  {{#p1 .early-help}}\n\n"
        f"## If you do one thing\n\nAsk.\n\n- {text}\n\n## A letter to Ruby\n\n{more}\n"
    )
    found = read(written)
    about = read_a_theme(theme(text))
    known = {"child-a", "early-help"}
    lost = [link for link in (*found.references, *about.references) if link.target not in known or link.anchor]
    wrong = [problem for problem in (*found.problems, *about.problems) if problem.level is Level.ERROR]
    if not wrong and not lost and found.review and about.theme:
        library = library_of([found.review], [about.theme], vocabulary())
        assert [(page.uri, alive) for page, alive in pages_alive(library)] == []


@given(st.text(), st.text())
@settings(deadline=None, suppress_health_check=list(HealthCheck))
def test_reading_never_fails_whatever_the_text(text: str, more: str) -> None:
    for written in (
        text,
        review(text),
        review(title=more),
        points(f"- {text} {{{more}}}"),
        f"---\n{text}\n---\n{more}",
    ):
        read(written)
        read_a_theme(written)


def test_a_page_cannot_be_taken_over_by_the_first_words_of_a_letter(tmp_path: Path) -> None:
    letter = "## A letter to Ruby\n\nRuby: we are sorry.\ntemplate: 404.html\n\nYours.\n\n"
    folder = site_folder(tmp_path, {"reviews/child-a.md": review(letter + BODY)})
    build(folder, tmp_path / "site")
    page = (tmp_path / "site/letters/child-a/index.html").read_text("utf-8")
    assert "Ruby: we are sorry.\ntemplate: 404.html" in page
    assert "lb-kind-letter" in page


def test_text_that_is_let_through_is_inert_in_the_built_site(tmp_path: Path) -> None:
    text = "\n\n".join(SNIPPETS[name] for name in sorted(INERT - {"an automatic mail address"}))
    value = YAML["a script"]
    folder = site_folder(
        tmp_path,
        {
            "vocabulary/glossary.yml": "TOC: {meaning: What a snippet says that asks for a table of contents.}\n",
            "themes/early-help.md": theme(text, title=value, definition=value),
            "reviews/child-a.md": review(
                f"## A letter to <b>\n\n{text}\n\n### &lt;script&gt;\n\n{BODY}".replace("<b>", "&lt;script&gt;"),
                title=value,
                summary=value,
                source=f"{{title: {value}, publisher: {value}}}",
            ),
        },
    )
    build(folder, tmp_path / "site")
    for path in (tmp_path / "site").rglob("*.html"):
        html = path.read_text("utf-8")
        article = html.partition('<article class="lb-body">')[2].partition("</article>")[0]
        assert alive_in(article) == []
        assert "<script>" not in html
        assert "alert(1)</script" not in html
