"""An author's Markdown away from the site: its words all there, its links leading back."""

import pytest

from briefings.exports import Site
from briefings.exports.texts import Texts
from tests.libraries import library, record, review

LIBRARY = library([review("child-r", record("child-r", "p1", "asking"))])
SITE = Site("The site", "https://site.example/learning/")
TEXTS = Texts(LIBRARY, SITE.address, {"p": "margin:0", "a": "color:#00f"})


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("Ask *who* has **not** been `asked`.", "Ask who has not been asked."),
        ("On two\nlines.", "On two lines."),
        ("One.\n\nTwo.", "One.\n\nTwo."),
        ("2021\n\n2022", "2021\n\n2022"),
        ("Say:\n\n- who\n- when\n\nThen act.", "Say:\n\n- who\n- when\n\nThen act."),
        ("1. First.\n2. Second.", "1. First.\n2. Second."),
        ("- One\n\n    - inside\n\n- Two", "- One\n\n  - inside\n\n- Two"),
        ("- One.\n\n    More of it.", "- One.\n\n  More of it."),
        ("> We were *not* asked.", "We were not asked."),
        ("### Three things\n\nOne is enough.", "Three things\n\nOne is enough."),
        ("| Who | When |\n| --- | --- |\n| GP | today |", "Who | When\nGP | today"),
        ("Read [the guide](https://guide.example/a).", "Read the guide (https://guide.example/a)."),
        ("<https://guide.example/a>", "https://guide.example/a"),
        ("[help@a.example](mailto:help@a.example)", "help@a.example"),
        ("A &lt;b&gt; &amp; c", "A <b> & c"),
        ("See [[child-r#p1|the point]].", "See the point (https://site.example/learning/reviews/child-r/#p1)."),
        ("[[asking]]", "Asking (https://site.example/learning/themes/asking/)"),
    ],
)
def test_plain_text_holds_every_word_and_writes_addresses_out(markdown: str, plain: str) -> None:
    assert TEXTS.plain(markdown) == plain


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("Ask.", '<p style="margin:0">Ask.</p>'),
        (
            "[A](https://a.example/?b&c)",
            '<p style="margin:0"><a href="https://a.example/?b&amp;c" style="color:#00f">A</a></p>',
        ),
        ("<script>alert(1)</script>", '<p style="margin:0">&lt;script&gt;alert(1)&lt;/script&gt;</p>'),
    ],
)
def test_html_carries_its_look_in_each_element(markdown: str, html: str) -> None:
    assert TEXTS.html(markdown) == html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [("Ask.", "Ask."), ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"), ("- Ask.", "<ul>\n<li>Ask.</li>\n</ul>")],
)
def test_one_paragraph_can_stand_in_a_line(markdown: str, html: str) -> None:
    assert Texts(LIBRARY, SITE.address).inline_html(markdown) == html


def test_one_text_leaves_nothing_behind_for_the_next() -> None:
    assert [TEXTS.plain(text) for text in ("1. One", "1. One", "Two")] == ["1. One", "1. One", "Two"]
