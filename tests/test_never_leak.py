"""What is not public is nowhere in a built site: no word of it, in no file, however it is packed."""

import gzip
import json
import re
import sys
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.schema import STATUSES
from tests.building import attempt, build, run
from tests.built_pages import read_pages
from tests.libraries import review_file, write_site
from tests.printing import Pdf

WITHHELD = [status for status in STATUSES if status != "published"]
NAMES = {status: f"zqxjv-{status}" for status in WITHHELD} | {"withdrawn": "once-public"}
"""What their files are called. The address of a review that was withdrawn stays, so its name is no secret."""
SECTIONS = (
    "What happened",
    "Key findings",
    "What worked well",
    "The system today",
    "Learning for practitioners",
    "Learning for managers",
    "Learning for the safeguarding system",
    "Learning for everyone",
    "If you do one thing",
    "If you do one thing: managers",
    "Questions for your team",
    "Recommendations",
    "What the family told us",
    "A letter to Zqxjvletter",
    "National learning",
    "Measuring impact",
    "Useful links",
    "A heading of zqxjvown",
)
LISTED = ("Key findings", "What worked well", "Learning", "Recommendations", "What the family told us")


def secret(status: str) -> str:
    """A review whose every field and section holds a word that starts with `zqxjv`."""
    front = f"""\
---
title: Zqxjvtitle {status}
type: sar
partnership: zqxjvplace
published: 2024-0{1 + WITHHELD.index(status)}
incident: 1977
ages: [65-plus]
outcome: death
harms: [self-neglect]
agencies: [zqxjvagency]
summary: Zqxjvsummary of {status}.
source:
  title: Zqxjvreport
  publisher: Zqxjvpublisher
  url: https://zqxjvurl.example/zqxjvfile.pdf
  via: Zqxjvvia
status: {status}
---
"""
    return front + "".join(f"\n## {heading}\n\n{_body(number, heading)}\n" for number, heading in enumerate(SECTIONS))


def _body(number: int, heading: str) -> str:
    link = f"[zqxjvlink](https://zqxjvurl.example/{number})"
    text = f"Zqxjvtext{number} about Zqxjvword {link}, [[child-r#p1|Zqxjvlabel]] <!-- zqxjvnote -->."
    if not heading.startswith(LISTED):
        return text
    return f'Zqxjvintro{number}.\n\n- {text}\n  {{#zqxjvid{number} .asking agency="zqxjvagency" para="1977"}}'


PLAN = """\
# zqxjvcomment
plans:
  first: {title: Zqxjvplantitle, agreed: 2020, place: Zqxjvplanplace}
actions:
  zqxjvaction:
    plan: first
    action: Zqxjvpromise.
    answers: [zqxjvid4, zqxjvid11]
    outcomes: [Zqxjvhope.]
    owner: [zqxjvagency, police]
    named: Zqxjvnamed
    due: 2021
    status: done-evidenced
    stated: Zqxjvstated
    reason: Zqxjvreason.
    progress:
      - {date: 2024, text: Zqxjvprogress., evidence: Zqxjvevidence, link: https://zqxjvurl.example/evidence}
  zqxjvlate: {action: Zqxjvlate., owner: zqxjvagency, answers: zqxjvid4, due: 2021}
"""
"""The actions of a review that is not public."""
PLAN_WORDS = (
    "plantitle", "planplace", "action", "promise", "hope", "named", "stated", "reason", "progress", "evidence", "late",
)  # fmt: skip

PUBLIC = {
    "content/actions/child-r.yml": "actions:\n  a1: {action: Ask them., owner: police, answers: p1, due: 2030}\n",
    "content/index.md": "Welcome. <!-- no secret -->\n",
    "content/reviews/2020/child-s.md": review_file("Child S", point="See [[child-r]]. <!-- zqxjvcomment -->"),
    "content/themes/quiet.md": "---\ntitle: Quiet\ndefinition: No review has it.\n---\n\n<!-- zqxjvtheme -->\n",
    "content/digests/every.md": (
        "---\ntitle: Every review\npublished: 2024\nperiod: {from: 2020, to: 2024}\nstatus: published\n---\n\nHello.\n"
    ),
    "content/vocabulary/partnerships.yml": (
        "# zqxjvcomment\n"
        "north: {name: Northshire Safeguarding Partnership, short: Northshire}\n"
        "zqxjvplace: {name: Zqxjvpartnership, short: Zqxjvshort, region: Zqxjvregion, site: https://zqxjvsite.example/}\n"
    ),
    "content/vocabulary/agencies.yml": "zqxjvagency: {name: Zqxjvagencies}\n",
    "content/vocabulary/resources.yml": "zqxjvtool: {name: Zqxjvtool, meaning: Zqxjvmeaning., url: https://zqxjvtool.example/}\n",
}
STRAY = {
    "content/reviews/2024/zqxjvreport.docx": b"PK zqxjvdocx",
    "content/reviews/2024/zqxjvphoto.png": b"\x89PNG zqxjvpng",
    "content/reviews/zqxjvnotes.txt": b"zqxjvtxt",
    "content/themes/zqxjvpicture.jpg": b"zqxjvjpg",
    "content/vocabulary/zqxjvlist.csv": b"zqxjvcsv",
    "content/actions/zqxjvplan.docx": b"PK zqxjvplan",
    "content/digests/zqxjvnotes.txt": b"Zqxjvdigest",
    "content/digests/zqxjvdigest.md": (
        b"---\ntitle: Zqxjvdigest\npublished: 2024\nperiod: {from: 2020, to: 2024}\nstatus: draft\n---\n\nZqxjvintro.\n"
    ),
    "content/reviews/.zqxjvhidden.md": b"zqxjvhidden",
}
MARKER = b"zqxjv"


def leaky_site(folder: Path, status: str = "") -> Path:
    """A built site of two public reviews and one of each status that is not; or all of them of this status."""
    hidden = {f"content/reviews/2024/{NAMES[each]}.md": secret(each) for each in WITHHELD}
    if status:
        hidden = {name: re.sub("status: .*", f"status: {status}", text) for name, text in hidden.items()}
    hidden |= {f"content/actions/{NAMES[each]}.yml": PLAN for each in WITHHELD}
    source = write_site(folder, {**PUBLIC, **hidden, **STRAY}, "site_url: https://example.org/\n")
    config = source / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("briefings]", "briefings: {pdf: true}]"), "utf-8")
    run([sys.executable, "-m", "mkdocs", "build", "--site-dir", "site"], source)
    return source / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return leaky_site(tmp_path_factory.mktemp("leak"))


def unpacked(path: Path) -> bytes:
    """A file's bytes, small letters, with what is packed or escaped in it written out."""
    data = path.read_bytes()
    if path.suffix == ".gz" or path.suffix.startswith(".pf_"):
        data = gzip.decompress(data)
    if path.suffix == ".pdf":
        data += Pdf(data).said.encode()
    if path.suffix == ".json":
        data += json.dumps(json.loads(data), ensure_ascii=False).encode()
    return data.lower()


def files(site: Path) -> Iterator[Path]:
    return (path for path in site.rglob("*") if path.is_file())


def leaks(site: Path) -> list[str]:
    """The files that hold a word which no reader should see."""
    return sorted(path.relative_to(site).as_posix() for path in files(site) if MARKER in unpacked(path))


def test_these_tests_would_see_a_leak(tmp_path: Path) -> None:
    """The same reviews, published, are everywhere; but what authors wrote to themselves is nowhere even then."""
    site = leaky_site(tmp_path, "published")
    indexes = {"index.html", "pagefind/entries.json", "pagefind/words.json", "sitemap.xml", "sitemap.xml.gz"}
    indexes |= {"data/library.json", "data/learning-points.csv", "data/feeds/all.atom", "data/feeds/all.json"}
    indexes |= {"actions/index.html", "actions/owner/police/index.html", "data/actions.csv", "themes/asking/index.html"}
    indexes |= {"reviews/zqxjv-draft/zqxjv-draft.pdf"}
    indexes |= {f"digests/every/{name}" for name in ("index.html", "email.html", "email.txt", "every.eml")}
    found = set(leaks(site))
    assert indexes | {f"{folder}/zqxjv-draft/index.html" for folder in ("reviews", "actions")} <= found
    assert {path.rpartition(".")[2] for path in found if path.startswith("pagefind/")} >= {"pf_fragment", "pf_index"}
    everything = b"".join(unpacked(path) for path in files(site))
    assert [
        word for word in (f"zqxjvtext{number}" for number in range(len(SECTIONS))) if word.encode() not in everything
    ] == []
    assert [word for word in PLAN_WORDS if f"zqxjv{word}".encode() not in everything] == []
    notes = ("zqxjvnote", "zqxjvcomment", "zqxjvtool", "zqxjvtheme")
    assert [word for word in notes if word.encode() in everything] == []


def test_no_file_of_the_site_holds_a_word_of_a_review_that_is_not_public(site: Path) -> None:
    assert leaks(site) == []


def test_no_file_of_the_site_holds_such_a_word_in_base64(site: Path) -> None:
    words = [b64encode(b"   zqxjvtitle draft"[start:])[4:-4] for start in range(3)]
    assert [path for path in files(site) if any(word in path.read_bytes() for word in words)] == []


def test_only_what_is_public_is_printed(site: Path) -> None:
    assert sorted(path.stem for path in site.rglob("*.pdf")) == ["child-r", "child-s"]


def test_no_file_or_folder_is_named_after_it(site: Path) -> None:
    assert [path for path in site.rglob("*") if "zqxjv" in path.name.lower()] == []


def test_nothing_that_authors_keep_beside_their_reviews_is_copied(site: Path) -> None:
    kinds = {path.suffix for path in files(site) if path.parent != site / "data"}
    assert kinds & {".md", ".yml", ".docx", ".jpg", ".csv"} == set()


def test_it_is_in_no_count(site: Path) -> None:
    home = (site / "index.html").read_text("utf-8")
    assert "2 briefings" in home
    assert "2 learning points" in home
    theme = (site / "themes/asking/index.html").read_text("utf-8").replace("\N{NO-BREAK SPACE}", " ")
    assert "Taught in 2 reviews · 2 learning points · since 2021" in theme
    assert "/learning/agency/" not in "".join(read_pages(site))
    actions = (site / "actions/index.html").read_text("utf-8").replace("\N{NO-BREAK SPACE}", " ")
    assert "1 action as of 1 January 2026: 1 no status reported" in actions
    assert "1 action answers it; none is completed yet." in (site / "themes/asking/index.html").read_text("utf-8")


def test_a_public_page_that_links_to_it_stops_the_build(tmp_path: Path) -> None:
    more = {
        "content/reviews/2024/zqxjv-draft.md": secret("draft"),
        "content/reviews/2020/child-s.md": review_file("Child S", point="See [[zqxjv-draft]]."),
        "content/themes/quiet.md": "---\ntitle: Quiet\ndefinition: Quiet.\n---\n\nAs [[zqxjv-draft#zqxjvid4]] shows.\n",
    }
    done = attempt([sys.executable, "-m", "mkdocs", "build"], write_site(tmp_path, {**PUBLIC, **more}))
    assert done.returncode == 1
    assert "content/reviews/2020/child-s.md:17:9: link-to-unpublished:" in done.stdout
    assert "content/themes/quiet.md:6:6: link-to-unpublished:" in done.stdout


def test_a_review_that_is_withdrawn_is_gone_with_the_next_build(tmp_path: Path) -> None:
    source = write_site(tmp_path, {"content/reviews/2020/child-s.md": review_file("Zqxjvname")})
    build(source, source / "site")
    assert MARKER in (source / "site/index.html").read_bytes().lower()
    write_site(source, {"content/reviews/2020/child-s.md": review_file("Zqxjvname", status="withdrawn")})
    build(source, source / "site")
    assert leaks(source / "site") == []
