"""`briefings import-library`: another site's library.json, from a file or the web, becomes reviews beside our own."""

import json
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from briefings import fetching
from briefings.cli import main
from briefings.exports import Site
from briefings.exports.library_json import library_data
from briefings.importing import import_library, read_library
from briefings.library import Library
from briefings.loading import load
from briefings.problems import ContentError, Problem
from briefings.source import Source
from tests.building import attempt, build
from tests.libraries import LAW, library, numbered, numbers, record, review, theme, write_site

Json = dict[str, Any]
Printed = pytest.CaptureFixture[str]
HOME = "https://kestrel.example/"


def their_library() -> Library:
    points = [record("child-k", "p1", "asking", text="Knock *twice*."), record("child-k", "p2", text="Wait.")]
    return library(
        [review("child-k", *points), review("child-l", record("child-l", "p1", "asking"), year=2023)],
        [theme("asking"), theme("unused")],
    )


def their_file(folder: Path, change: Callable[[Json], object] = lambda _: None, url: str = HOME) -> Path:
    """The library.json of another site, changed by hand."""
    data = json.loads(library_data(their_library(), Site("Kestrel Bay", url)).model_dump_json(by_alias=True))
    change(data)
    path = folder / "library.json"
    path.write_text(json.dumps(data, indent=1), "utf-8")
    return path


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_site(tmp_path / "ours") / "content"


def refused(place: Path | str, content: Path, name: str = "") -> Problem:
    """The one thing that is wrong, and nothing was written."""
    with pytest.raises(ContentError) as caught:
        import_library(str(place), content, name)
    (problem,) = caught.value.problems
    return problem


# ── what is kept ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_only_what_is_shown_is_kept(tmp_path: Path, content: Path) -> None:
    import_library(str(their_file(tmp_path)), content)
    kept = json.loads((content / "external/kestrel-bay.json").read_text("utf-8"))
    assert kept["site"] == {"name": "Kestrel Bay", "url": HOME}
    assert kept["themes"] == [{"id": "asking", "title": "Asking"}]
    assert [each["id"] for each in kept["reviews"]] == ["child-l", "child-k"]
    assert kept["reviews"][1] == {
        "id": "child-k",
        "address": f"{HOME}reviews/child-k/",
        "title": "Child K",
        "place": "Northshire",
        "published": "2021",
        "type": "Serious Case Review",
        "summary": "A summary.",
        "one_thing": "Ask one more question.",
        "learning": [
            {"id": "child-k#p1", "address": f"{HOME}reviews/child-k/#p1", "text": "Knock twice.", "themes": ["asking"]},
            {"id": "child-k#p2", "address": f"{HOME}reviews/child-k/#p2", "text": "Wait.", "themes": []},
        ],
    }


def test_what_was_kept_is_read_and_a_site_with_it_builds(tmp_path: Path, content: Path) -> None:
    import_library(str(their_file(tmp_path)), content)
    loaded = load(content)
    assert loaded.problems == ()
    assert [origin.name for origin in loaded.library.external] == ["kestrel-bay"]
    build(content.parent, tmp_path / "site")
    assert "Knock twice." in (tmp_path / "site/themes/asking/index.html").read_text("utf-8")


@LAW
@given(numbers)
def test_the_file_of_any_library_is_read(number: int) -> None:
    found = numbered(number)
    text = library_data(found, Site("Kestrel Bay", HOME)).model_dump_json(by_alias=True)
    kept = read_library(Source("library.json", text))
    assert sorted(each.id for each in kept.reviews) == sorted(found.by_id)


def test_texts_that_are_too_long_are_cut_and_signs_that_cannot_be_seen_are_left_out(tmp_path: Path) -> None:
    def change(data: Json) -> None:
        data["reviews"][0] |= {"title": "x" * 500, "summary": "a\u202eb\u200bc\x07 \n d"}

    kept = read_library(Source("library.json", their_file(tmp_path, change).read_text("utf-8")))
    assert kept.reviews[0].title == "x" * 299 + "…"
    assert kept.reviews[0].summary == "abc d"


# ── its name here ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_importing_again_takes_the_place_of_what_was_there(tmp_path: Path, content: Path) -> None:
    import_library(str(their_file(tmp_path)), content, "kestrel")
    said = import_library(str(their_file(tmp_path, lambda data: data["reviews"].pop())), content)
    assert "1 review with 1 learning point of Kestrel Bay (https://kestrel.example/), in place of 2 reviews." in said
    assert [path.name for path in (content / "external").iterdir()] == ["kestrel.json"]


def test_a_broken_file_is_mended_by_importing_again(tmp_path: Path, content: Path) -> None:
    (content / "external").mkdir()
    (content / "external/kestrel-bay.json").write_text("{", "utf-8")
    import_library(str(their_file(tmp_path)), content)
    assert load(content).problems == ()


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("harbour", "`harbour` holds another site already: https://harbour.example/"),
        ("Kestrel Bay", "`Kestrel Bay` cannot be its name here"),
        ("index", "`index` cannot be its name here"),
        ("../reviews/a", "`../reviews/a` cannot be its name here"),
    ],
)
def test_a_name_that_cannot_be_had_is_refused(tmp_path: Path, content: Path, name: str, message: str) -> None:
    import_library(str(their_file(tmp_path, url="https://harbour.example/")), content, "harbour")
    problem = refused(their_file(tmp_path), content, name)
    assert (problem.code, problem.message) == ("bad-id", message)
    assert "--as" in problem.hint


def test_one_site_has_one_file(tmp_path: Path, content: Path) -> None:
    import_library(str(their_file(tmp_path)), content)
    problem = refused(their_file(tmp_path), content, "kestrel")
    assert problem.message == "this site is here already, as `kestrel-bay`"


# ── what is refused ──────────────────────────────────────────────────────────────────────────────────────────────────


def with_review(**fields: Any) -> Callable[[Json], object]:
    return lambda data: data["reviews"][0].update(fields)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (with_review(address="javascript:alert(1)"), "`reviews[0].address`: this is not a full web address"),
        (with_review(address="data:text/html,x"), "`reviews[0].address`: this is not a full web address"),
        (with_review(address="//other.example/"), "`reviews[0].address`: this is not a full web address"),
        (with_review(address="https://a.example/<b>"), "`reviews[0].address`: an address may not hold `<`"),
        (
            with_review(address="https://other.example/"),
            "`the file`: the review `child-l` leads to https://other.example/, which is not below https://kestrel.example/",
        ),
        (with_review(id="child-k"), "`the file`: 2 reviews are called `child-k`"),
        (with_review(id=""), "`reviews[0].id` should not be empty"),
        (with_review(title=""), "`reviews[0].title` should not be empty"),
        (with_review(title=["Child"]), "`reviews[0].title` should be text"),
        (with_review(published="2021-02-30"), "`reviews[0].published`: February 2021 has no day 30"),
        (with_review(report=1), "`reviews[0].report` should hold fields, `{…}`"),
        (lambda data: data.pop("themes"), "`themes` is missing"),
        (lambda data: data.update(records={}), "`records` should be a list, `[…]`"),
        (lambda data: data["site"].pop("name"), "`site.name` is missing"),
        (lambda data: data["site"].update(url=None), "it does not say where its site is"),
        (
            lambda data: data.update(version="2.0"),
            "this is version `2.0` of the format, and only versions 1.x can be read",
        ),
        (lambda data: data.pop("version"), "this is not the library.json of a site"),
        (lambda data: data.update(version=1.0), "this is not the library.json of a site"),
    ],
)
def test_a_library_that_is_wrong_is_told_by_field_and_writes_nothing(
    tmp_path: Path, content: Path, change: Callable[[Json], object], message: str
) -> None:
    problem = refused(their_file(tmp_path, change), content)
    assert problem.code == "bad-external"
    assert problem.message == message
    assert problem.hint
    assert not (content / "external").exists()


def test_of_a_thousand_mistakes_ten_are_told_and_the_rest_counted(tmp_path: Path, content: Path) -> None:
    path = their_file(tmp_path, lambda data: data.update(records=[{}] * 100))
    with pytest.raises(ContentError) as caught:
        import_library(str(path), content)
    assert len(caught.value.problems) == 10
    assert caught.value.problems[-1].message.endswith("(and 1,090 more)")


@pytest.mark.parametrize(
    ("data", "code", "message"),
    [
        (b"<!doctype html><title>A page</title>", "bad-external", "this is a web page, not a library.json"),
        (b"", "bad-external", "this is not JSON: Expecting value"),
        (b"null", "bad-external", "this is not the library.json of a site"),
        (b"{}", "bad-external", "this is not the library.json of a site"),
        (b'{"version": "1.0", "version": "1.1"}', "bad-external", "`version` stands twice in one object"),
        (b"[" * 200_000, "bad-external", "lists within lists, far too deep"),
        (b'{"version": ' + b"9" * 5000 + b"}", "bad-external", "Exceeds the limit"),
        (b"\xff\xfe{}", "not-utf8", "a byte that is not UTF-8 text (0xff)"),
        (b"\x1f\x8b\x08", "not-utf8", "a byte that is not UTF-8 text (0x8b)"),
    ],
)
def test_a_file_that_is_no_library_is_told(tmp_path: Path, content: Path, data: bytes, code: str, message: str) -> None:
    path = tmp_path / "given"
    path.write_bytes(data)
    problem = refused(path, content)
    assert problem.code == code
    assert problem.message.startswith(message)
    assert "/data/library.json" in problem.hint


def test_a_file_that_is_too_large_is_not_read_to_its_end(
    tmp_path: Path, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "LARGEST", 1_000_000)
    path = tmp_path / "huge"
    with path.open("wb") as file:
        file.truncate(10**12)
    assert refused(path, content).message == "it is larger than 1 million bytes"


def test_a_file_that_is_not_there_is_told(tmp_path: Path, content: Path) -> None:
    problem = refused(tmp_path / "nowhere.json", content)
    assert (problem.code, problem.message) == ("not-readable", "it cannot be read: No such file or directory")
    assert refused(tmp_path, content).message == "it cannot be read: Is a directory"


# ── from the web ─────────────────────────────────────────────────────────────────────────────────────────────────────


class _Host(BaseHTTPRequestHandler):
    """A host with one library.json, and some bad manners."""

    def do_GET(self) -> None:
        library = json.dumps(json.loads(_library_without_its_address())).encode()
        moved = {
            "/moved": "/site/data/library.json",
            "/away": "http://elsewhere.example/",
            "/file": "file:///etc/passwd",
        }
        if self.path in moved:
            self.answer(302, b"", moved[self.path])
        elif self.path == "/huge":
            self.answer(200, b" " * 2_000_000)
        elif self.path == "/short":
            self.answer(200, b"{}", length=10)
        elif self.path == "/site/data/library.json":
            self.answer(200, library)
        else:
            self.answer(404, b"")

    def answer(self, code: int, body: bytes, location: str = "", length: int = 0) -> None:
        self.send_response(code)
        self.send_header("Content-Length", str(length or len(body)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing to say."""


def _library_without_its_address() -> str:
    return library_data(their_library(), Site("Kestrel Bay")).model_dump_json(by_alias=True)


@pytest.fixture
def host() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Host) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize("path", ["/site/data/library.json"])
def test_a_library_is_fetched_and_a_site_that_does_not_know_its_address_is_where_it_came_from(
    host: str, content: Path, path: str
) -> None:
    import_library(host + path, content)
    (origin,) = load(content).library.external
    assert origin.library.site.url == f"{host}/site/"
    assert origin.library.reviews[0].address == f"{host}/site/reviews/child-l/"


def test_an_address_that_has_moved_is_followed(host: str) -> None:
    assert b"Kestrel Bay" in fetching.fetched(f"{host}/moved")


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("{host}/nothing", "its host answers 404 Not Found"),
        ("{host}/away", "it leads on to http://elsewhere.example/, which does not start with https://"),
        ("{host}/file", "Redirection to url 'file:///etc/passwd' is not allowed"),
        ("{host}/huge", "it is larger than 1 million bytes"),
        ("{host}/short", "it cannot be read: IncompleteRead"),
        ("http://127.0.0.1:1/", "it cannot be reached: [Errno 111] Connection refused"),
        ("http://kestrel.example/data/library.json", "only addresses that start with `https://` are read"),
        ("ftp://kestrel.example/library.json", "only addresses that start with `https://` are read"),
        ("file:///etc/passwd", "only addresses that start with `https://` are read"),
        ("https://", "only addresses that start with `https://` are read"),
        ("https://[::1/", "it cannot be read: Invalid IPv6 URL"),
    ],
)
def test_an_address_that_cannot_be_read_is_told(
    host: str, content: Path, monkeypatch: pytest.MonkeyPatch, address: str, message: str
) -> None:
    monkeypatch.setattr(fetching, "LARGEST", 1_000_000)
    problem = refused(address.format(host=host), content)
    assert problem.code == "not-readable"
    assert message in problem.message


def test_a_host_that_never_ends_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SECONDS", -1)
    with pytest.raises(TimeoutError):
        fetching._read(lambda _: b" ", time.monotonic() - 1)


# ── the command ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_command_says_what_it_did(tmp_path: Path, content: Path, capsys: Printed) -> None:
    assert main(["import-library", str(their_file(tmp_path)), "--content", str(content), "--as", "kestrel"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith(
        f"{content}/external/kestrel.json: 2 reviews with 3 learning points of Kestrel Bay ({HOME}).\n"
    )


def test_the_command_tells_what_is_wrong_without_a_traceback(tmp_path: Path) -> None:
    write_site(tmp_path)
    path = their_file(tmp_path, with_review(title=7))
    done = attempt([sys.executable, "-m", "briefings.cli", "import-library", str(path)], tmp_path)
    assert done.returncode == 1
    assert f"{path}:13:13: bad-external: `reviews[0].title` should be text\n" in done.stdout
    assert "Traceback" not in done.stdout


def test_the_command_needs_a_content_folder(tmp_path: Path, capsys: Printed) -> None:
    assert main(["import-library", "x.json", "--content", str(tmp_path / "nowhere")]) == 2
    assert "there is no folder" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_left_behind(tmp_path: Path, content: Path) -> None:
    (content / "external").mkdir()
    (content / "external/kestrel-bay.json").mkdir()
    problem = refused(their_file(tmp_path), content)
    assert problem.message.startswith("this file cannot be written: ")
    assert [path.name for path in (content / "external").iterdir()] == ["kestrel-bay.json"]
