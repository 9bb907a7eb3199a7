"""What `briefings_mkdocs.sections` makes of headings and records."""

from textwrap import dedent

from markdown import Markdown


def html(text: str) -> str:
    """The text as a page of ours is rendered."""
    markdown = Markdown(extensions=["attr_list", "toc", "tables", "briefings_mkdocs.sections"])
    return markdown.convert(dedent(text))


def test_a_heading_and_what_follows_become_a_section_up_to_the_next_heading() -> None:
    assert html("## One\n\nFirst.\n\n## Two\n\nSecond.") == dedent(
        """\
        <section aria-labelledby="one" class="lb-section">
        <h2 id="one">One</h2>
        <p>First.</p>
        </section>
        <section aria-labelledby="two" class="lb-section">
        <h2 id="two">Two</h2>
        <p>Second.</p>
        </section>"""
    )


def test_the_classes_move_to_the_section_and_the_id_stays_on_the_heading() -> None:
    made = html("## Learning for practitioners {#practitioners .learning .practitioners}")
    assert '<section aria-labelledby="practitioners" class="lb-section learning practitioners">' in made
    assert '<h2 id="practitioners">Learning for practitioners</h2>' in made


def test_what_stands_before_the_first_heading_stays_outside() -> None:
    assert html("Before.\n\n## One").startswith("<p>Before.</p>\n<section")


def test_a_page_without_headings_is_left_alone() -> None:
    assert html("# Title\n\nText.\n\n### Deeper") == (
        '<h1 id="title">Title</h1>\n<p>Text.</p>\n<h3 id="deeper">Deeper</h3>'
    )


def test_deeper_headings_stay_inside_their_section() -> None:
    made = html("## One\n\n### Managers {.managers}\n\nText.")
    assert made.count("<section") == 1
    assert '<h3 class="managers" id="managers">Managers</h3>' in made


def test_a_record_is_anchored_on_its_list_item() -> None:
    made = html(
        """\
        1.  Act early.
            {: #p1 .record }

            [Early help](#x){ .theme }
            {: .about }

        2.  Ask.
            {: #p2 .record }
        """
    )
    assert '<li class="record" id="p1">\n<p>Act early.</p>' in made
    assert '<p class="about"><a class="theme" href="#x">Early help</a></p>' in made
    assert '<li class="record" id="p2">' in made


def test_a_list_item_that_is_no_record_keeps_its_paragraphs() -> None:
    assert '<li>\n<p id="x">One.</p>' in html("- One.\n  {: #x }\n\n- Two.")


def test_the_table_of_contents_still_names_the_headings() -> None:
    markdown = Markdown(extensions=["attr_list", "toc", "briefings_mkdocs.sections"])
    markdown.convert("## One {.learning}\n\n## Two")
    tokens = vars(markdown)["toc_tokens"]
    assert [token["id"] for token in tokens] == ["one", "two"]


LISTED = "An introduction.\n\n1.  One.\n\n2.  Two.\n    {: #p2 .record }\n\n3.  Three.\n"


def test_items_that_paper_has_no_room_for_are_marked() -> None:
    made = html('## Points {#points .learning data-printed="1"}\n\n' + LISTED)
    assert '<section aria-labelledby="points" class="lb-section learning">' in made
    assert made.count("off-paper") == 2
    assert "<li>\n<p>One.</p>" in made
    assert '<li class="record off-paper" id="p2">' in made
    assert '<li class="off-paper">\n<p>Three.</p>' in made


def test_a_section_that_paper_has_no_room_for_is_marked_as_a_whole() -> None:
    made = html('## Points {#points .learning data-printed="0"}\n\n' + LISTED)
    assert '<section aria-labelledby="points" class="lb-section learning off-paper">' in made
    assert made.count("off-paper") == 1


def test_what_stands_below_a_list_does_not_change_which_of_its_items_are_printed() -> None:
    made = html('## Points {#points .learning data-printed="2"}\n\n' + LISTED + "\n[More](#more)\n")
    assert made.count("off-paper") == 1
    assert '<li class="off-paper">\n<p>Three.</p>' in made


def test_a_one_thing_is_printed_even_where_there_is_no_room_for_its_checks() -> None:
    made = html('## One {#one-thing .one-thing data-printed="0"}\n\n' + LISTED)
    assert '<section aria-labelledby="one-thing" class="lb-section one-thing">' in made
    assert made.count("off-paper") == 3


def test_a_section_that_says_nothing_of_paper_is_printed_whole() -> None:
    assert "off-paper" not in html("## Points\n\n" + LISTED)
