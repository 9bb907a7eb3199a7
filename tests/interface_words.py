"""Every word that we ourselves say to readers: in pages, templates and scripts, and in what authors are told."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from markdown import Markdown

ROOT = Path(__file__).parent.parent
FILLED = "this"
"""Stands where a text is filled in: a name, a number."""
TAG = re.compile(r"<[^<>]*>")
JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}", re.DOTALL)
SCRIPT_TEXT = re.compile(r"\"((?:[^\"\\\n]|\\.)*)\"|`((?:[^`\\]|\\.)*)`")


def texts_of_code(path: Path) -> Iterator[str]:
    """The texts in a Python file, docstrings left out; what is filled in is one word."""
    tree = ast.parse(path.read_text("utf-8"))
    unsaid = {id(node) for holder in ast.walk(tree) for node in _unsaid(holder)}
    for node in ast.walk(tree):
        if id(node) in unsaid:
            continue
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else FILLED for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _unsaid(node: ast.AST) -> Iterator[ast.AST]:
    """Texts that no reader meets as such: docstrings, patterns, and the parts of a text that is told as a whole."""
    if isinstance(node, ast.Expr):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield from ast.walk(ast.Module(body=[ast.Expr(value) for value in node.values], type_ignores=[]))
    elif isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re."):
        yield from ast.walk(ast.Module(body=[ast.Expr(value) for value in node.args], type_ignores=[]))


def texts_of_template(path: Path) -> Iterator[str]:
    """The texts between the tags of a template."""
    shown = re.sub(r"\{\{.*?\}\}", FILLED, JINJA.sub("", path.read_text("utf-8")))
    yield from (text.strip() for text in TAG.split(shown) if text.strip())


def texts_of_script(path: Path) -> Iterator[str]:
    """The texts in a script, comments left out; what is filled in is one word."""
    code = re.sub(r"(?m)(^|\s)//[^\n]*$|/\*.*?\*/", "", path.read_text("utf-8"))
    for found in SCRIPT_TEXT.finditer(code):
        yield re.sub(r"\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}", FILLED, found.group(1) or found.group(2) or "")


def texts_of_markdown(path: Path) -> Iterator[str]:
    """The paragraphs and list items of a Markdown file that ships with the package."""
    html = Markdown(extensions=["attr_list"]).convert(re.sub(r"\$\w+", FILLED, path.read_text("utf-8")))
    for block in re.split(r"</?(?:p|li|h\d|ul|ol)[^>]*>", html):
        if text := TAG.sub("", block).strip():
            yield " ".join(text.split())


LIST = 8
"""So many words in order of the alphabet are no sentence, but a list for the search."""


def is_said(text: str) -> bool:
    """Whether a text is words for people: several, no code, address or Markdown sign, and no list from A to Z."""
    words = text.split()
    if len(words) > LIST and words == sorted(words):
        return False
    return " " in text.strip() and not re.search(r"[{}<>=$\\]|:/|\.lb-|^\W|\(\?|: \.|--", text)
