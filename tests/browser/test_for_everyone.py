"""Each kind of page can be used by everyone: targets, text that grows, headings, landmarks, quiet, and no script."""

from itertools import pairwise

import pytest

from tests.browser.measures import TEXT_SPACING, TOO_WIDE, measure
from tests.browser.visits import DESKTOP, LOOKS, PAGE_KINDS, READ_ALIKE, SMALLEST, WIDTHS, OpenPage, SharedPage

HIGHEST_SHARE = 0.25
"""How much of a window may be taken by what stays in place."""


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_what_can_be_touched_is_large_enough_or_stands_alone(shared_page: SharedPage, kind: str) -> None:
    page = shared_page(kind)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert measure(page, "smallTargets") == [], width


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_a_page_four_times_larger_never_scrolls_sideways_and_nothing_stands_in_the_way(
    shared_page: SharedPage, kind: str
) -> None:
    page = shared_page(kind)
    page.set_viewport_size({"width": 1280 // 4, "height": 1024 // 4})
    assert page.evaluate(TOO_WIDE) == []
    assert measure(page, "shareThatStays") <= HIGHEST_SHARE


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_wider_spaces_between_letters_words_and_lines_lose_no_text(shared_page: SharedPage, kind: str) -> None:
    page = shared_page(kind)
    spaces = page.add_style_tag(content=TEXT_SPACING)
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found[width] = [*measure(page, "lostText"), *page.evaluate(TOO_WIDE)]
    spaces.evaluate("style => style.remove()")
    assert found == {width: [] for width in WIDTHS}


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_headings_landmarks_and_links_tell_a_screen_reader_what_is_where(shared_page: SharedPage, kind: str) -> None:
    page = shared_page(kind)
    levels: list[int] = measure(page, "headings")
    assert (levels.count(1), levels[0]) == (1, 1)
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []
    landmarks = measure(page, "landmarks")
    assert (landmarks["banner"], landmarks["main"], landmarks["contentinfo"], landmarks["unnamed"]) == (1, 1, 1, 0)
    assert len(set(landmarks["names"])) == len(landmarks["names"])
    assert measure(page, "wordlessLinks") == []
    assert measure(page, "doubtfulLinks") == []


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_nothing_moves_for_a_reader_who_wants_quiet(shared_page: SharedPage, kind: str) -> None:
    assert measure(shared_page(kind), "moving") == []


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_text_stays_strong_in_the_few_colours_of_a_system(shared_page: SharedPage, kind: str) -> None:
    page = shared_page(kind)
    for look in (look for look in LOOKS if look.forced):
        look.put_on(page)
        assert measure(page, "faintText") == [], str(look)


@pytest.mark.parametrize("kind", READ_ALIKE)
def test_without_script_the_text_is_there_and_so_is_the_way_on(shared_page: SharedPage, kind: str) -> None:
    whole = shared_page(kind).locator(".lb-body").inner_text()
    plain = shared_page(kind, script=False)
    text = plain.locator(".lb-body").inner_text()
    assert text.strip()
    assert len(text) >= 0.9 * len(whole)
    assert plain.get_by_role("navigation").get_by_role("link").first.is_visible()


def test_the_measures_find_what_they_look_for(open_page: OpenPage) -> None:
    page = open_page("text").page
    page.evaluate("""document.querySelector('.lb-body').innerHTML = `
      <style>.tiny { width: 10px; height: 10px; padding: 0; border: 0 }</style>
      <h2>A</h2><h4>Skips</h4>
      <button class="tiny">a</button><button class="tiny">b</button>
      <div style="height: 10px; overflow: hidden">Cut off<br>at once</div>
      <p style="transition: color 1s; color: #eee; background: #fff">faint</p>
      <a href="/x">more</a>`""")
    assert len(measure(page, "smallTargets")) == 2
    assert 4 in measure(page, "headings")
    assert len(measure(page, "lostText")) == 1
    assert len(measure(page, "moving")) == 1
    assert len(measure(page, "faintText")) == 1
    assert len(measure(page, "wordlessLinks")) == 1


@pytest.mark.parametrize("width", [SMALLEST, DESKTOP])
def test_the_longest_word_of_a_title_fits(open_page: OpenPage, width: int) -> None:
    page = open_page("text", width=width).page
    page.evaluate("document.querySelector('h1').textContent = 'Deinstitutionalisationsberatungsgremium'")
    assert page.evaluate(TOO_WIDE) == []
