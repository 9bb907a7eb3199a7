"""`make bench`, but for the measuring itself: what it serves, what it adds up, what it prints."""

import gzip
import json
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from bench import lighthouse, sites
from bench.lighthouse import Scores, scores_of
from bench.serving import Sent, hosted
from bench.table import Measured, table
from bench.weight import weighed
from tests.building import ROOT

OURS = Measured(weighed([Sent("/", "text/html", 9_000), Sent("/a.css", "text/css", 600)]), 1.5)
STOCK = Measured(weighed([Sent("/", "text/html", 9_600), Sent("/search/i.json", "application/json", 38_400)]), 3.0)


def test_text_is_packed_and_every_byte_of_an_answer_counted(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>Hello</p>" * 500)
    (tmp_path / "font.woff2").write_bytes(b"wOF2")
    with hosted(tmp_path) as host:
        with urlopen(Request(f"{host.address}/?q=asked")) as answer:
            assert gzip.decompress(answer.read()).decode() == "<p>Hello</p>" * 500
        with urlopen(f"{host.address}/font.woff2") as answer:
            assert answer.read() == b"wOF2"
        page, font = host.taken()
        assert host.taken() == []
    assert (page.path, page.type) == ("/", "text/html")
    assert 100 < page.size < 400
    assert (font.path, font.type) == ("/font.woff2", "font/woff2")
    assert 4 < font.size < 200


def test_bytes_are_added_up_by_kind_of_file() -> None:
    assert dict(STOCK.weight.by_kind) == {"html": 9_600, "css": 0, "js": 0, "fonts": 0, "images": 0, "other": 38_400}
    assert (STOCK.weight.total, STOCK.weight.requests, STOCK.weight.of_search) == (48_000, 2, 38_400)


def test_the_table_puts_ours_beside_stock_and_says_how_many_times_as_much_that_is() -> None:
    scored = Measured(OURS.weight, 1.5, Scores(98, 100, 96, 91, 1.5, 0.004))
    head, _, ours, stock, ratio = table([("home", scored, STOCK)]).splitlines()
    assert head.startswith("| page | site | performance |")
    assert ours == "| home | ours | 98 | 100 | 96 | 91 | 1.5 s | 0.00 | 9 | 0.6 | 0 | 0 | 0 | 0 | 10 | 2 |"
    assert stock == "|  | stock Material | – | – | – | – | 3.0 s | – | 10 | 0 | 0 | 0 | 0 | 38 | 48 | 2 |"
    assert [cell.strip() for cell in ratio.split("|") if "×" in cell] == ["× 2.0", "× 5.0", "× 1.0"]


def test_of_a_report_the_scores_and_two_figures_are_taken() -> None:
    categories = {name: {"score": 0.97} for name in lighthouse.CATEGORIES}
    audits = {"largest-contentful-paint": {"numericValue": 1500}, "cumulative-layout-shift": {"numericValue": 0.01}}
    assert scores_of({"categories": categories, "audits": audits}) == Scores(97, 97, 97, 97, 1.5, 0.01)


def test_without_node_there_is_no_lighthouse(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not lighthouse.is_ready()


def test_stock_material_gets_the_same_pages(tmp_path: Path) -> None:
    every = [page for page in sites.pages() if page.kind in {"home", "reviews"}]
    sites.build_stock(every, tmp_path, tmp_path / "site")
    home = (tmp_path / "site/index.html").read_text("utf-8")
    assert "md-header" in home
    assert "lb-" not in home
    assert every[0].lead in home
    assert (tmp_path / "site/reviews/index.html").is_file()
    assert (tmp_path / "site/search/search_index.json").is_file()


def test_what_is_installed_from_npm_is_locked_and_names_no_host() -> None:
    lock = json.loads((ROOT / "bench/package-lock.json").read_text("utf-8"))
    wanted = json.loads((ROOT / "bench/package.json").read_text("utf-8"))["devDependencies"]
    packages = {name.removeprefix("node_modules/"): each for name, each in lock["packages"].items() if name}
    assert {name: packages[name]["version"] for name in wanted} == wanted
    assert [name for name, each in packages.items() if "integrity" not in each or "resolved" in each] == []
