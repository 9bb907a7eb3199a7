"""The domain knows nothing of MkDocs, and imports inside it run one way: down the reading order."""

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

READING_ORDER = [
    "colours",
    "problems",
    "levels",
    "source",
    "privacy",
    "broken_yaml",
    "marked_yaml",
    "marked_json",
    "shape",
    "fields",
    "ids",
    "dates",
    "vocabulary",
    "front_matter",
    "plain_lists",
    "links",
    "plain_text",
    "reading_age",
    "markup",
    "sections",
    "outline",
    "schema",
    "tested",
    "open_data",
    "data_schema",
    "model",
    "external",
    "library",
    "reading",
    "checking",
    "remembering",
    "loading",
    "rarity",
    "crosslinks",
    "closeness",
    "explaining",
    "followup",
    "bulletins",
    "charts",
    "typesetting",
    "qr_code",
    "wording",
    "printed_parts",
    "side_layout",
    "one_side",
    "pages",
    "searching",
    "exports",
    "fitted_text",
    "sharing",
    "sharing_look",
    "sending",
    "fetching",
    "reducing",
    "importing",
    "counting",
    "new_digest",
    "preview",
    "mending",
    "reporting",
    "watching",
    "reports",
    "cli",
]
FOREIGN = {"mkdocs", "material", "briefings_mkdocs", "plugins", "overrides", "tests"}


def sources() -> dict[str, str]:
    """The text of each module of the domain, by its dotted name."""
    return {module_name(path): path.read_text("utf-8") for path in sorted(ROOT.glob("briefings/**/*.py"))}


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imported(module: str, source: str) -> Iterator[str]:
    """Every name that is imported anywhere in the source: inside functions and for type checkers too."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            yield f"a relative import of {node.module} in {module}"
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def place(name: str) -> int | None:
    """Where a dotted name of the domain stands in the reading order."""
    package, _, rest = name.partition(".")
    part = rest.partition(".")[0]
    return READING_ORDER.index(part) if package == "briefings" and part in READING_ORDER else None


def offences(module: str, source: str) -> list[str]:
    """What a module imports that it must not."""
    found = []
    here = place(module)
    for name in imported(module, source):
        there = place(name)
        if name.partition(".")[0] in FOREIGN or name.startswith("a relative import"):
            found.append(f"{module} must not import {name}")
        elif here is not None and there is not None and there > here:
            found.append(f"{module} must not import {name}, which comes later in the reading order")
    return found


def dependencies(modules: Mapping[str, str]) -> dict[str, set[str]]:
    """Which module imports which: `from briefings.pages import theme` means the module `briefings.pages.theme`."""
    found: dict[str, set[str]] = {}
    for module, source in modules.items():
        names = set(imported(module, source))
        targets = {name if name in modules else name.rpartition(".")[0] for name in names}
        found[module] = {target for target in targets if target in modules and target != module}
    return found


@pytest.mark.parametrize("module", sources())
def test_a_module_imports_only_what_comes_before_it_and_never_mkdocs(module: str) -> None:
    assert offences(module, sources()[module]) == []


def test_every_part_of_the_domain_has_its_place_in_the_reading_order() -> None:
    parts = {name.split(".")[1] for name in sources() if "." in name} - {"__main__"}
    assert parts <= set(READING_ORDER)


def test_no_modules_import_each_other_in_a_circle() -> None:
    try:
        TopologicalSorter(dependencies(sources())).prepare()
    except CycleError as error:
        pytest.fail(f"a circle of imports: {' -> '.join(error.args[1])}")


@pytest.mark.parametrize(
    ("module", "source", "allowed"),
    [
        ("briefings.pages.theme", "from briefings.library import Library", True),
        ("briefings.pages.theme", "from briefings.pages.page import Page", True),
        ("briefings.library", "from briefings.pages import theme_page", False),
        ("briefings.library", "from briefings import pages", False),
        ("briefings.library", "def f():\n    import briefings.cli", False),
        ("briefings.model", "from .schema import Front", False),
        ("briefings.cli", "import mkdocs.config", False),
        ("briefings.pages.theme", "from material.plugins import tags", False),
        ("briefings.cli", "import mkdocs_tools_of_others", True),
    ],
)
def test_the_rules_tell_good_imports_from_bad_ones(module: str, source: str, *, allowed: bool) -> None:
    assert (offences(module, source) == []) is allowed


def test_a_circle_is_found() -> None:
    circle = {"briefings.a": "from briefings import b", "briefings.b": "from briefings.a import x"}
    with pytest.raises(CycleError):
        TopologicalSorter(dependencies(circle)).prepare()
