"""Data from a file held against a pydantic model, and what does not fit told in an author's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from briefings.marked_yaml import MarkedData, Path
from briefings.problems import LEVELS, Problem, did_you_mean

Model = TypeVar("Model", bound=BaseModel)


def validated(model: type[Model], data: dict[str, Any]) -> Model | ValidationError:
    """The model made from the data, or what is wrong with it."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        return error


def shape_problems(
    error: ValidationError, marked: MarkedData, model: type[BaseModel], base: Path = ()
) -> Iterator[Problem]:
    """Each thing that does not fit, at its place. ``base`` is where in the file the data started."""
    for detail in error.errors(include_url=False):
        location = tuple(detail["loc"])
        path = (*base, *location)
        code, message, hint = _words(detail["type"], detail["msg"], detail.get("ctx", {}), location, model)
        mark: Path = (*path, "key") if code == "unknown-field" else path
        yield marked.problem(code, mark, message, hint)


def _words(
    kind: str, text: str, context: dict[str, Any], location: Path, model: type[BaseModel]
) -> tuple[str, str, str]:
    """Code, message and hint of one pydantic error."""
    name = ".".join(str(part) for part in location if isinstance(part, str))
    if kind in LEVELS:
        return kind, text, str(context.get("hint", ""))
    if kind == "missing":
        return "missing-field", f"`{name}` is missing", f"add a line `{location[-1]}: …`"
    if kind == "extra_forbidden":
        return (
            "unknown-field",
            f"`{location[-1]}` is not a field",
            did_you_mean(str(location[-1]), _fields(model, location)),
        )
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return "wrong-shape", f"`{name}` should hold fields of its own", f"write `{name}: {{title: …, publisher: …}}`"
    if kind in ("tuple_type", "list_type"):
        return "wrong-shape", f"`{name}` should be a list", f"write `{name}: [one, two]`"
    return "wrong-shape", f"`{name}` should be plain text", ""


def _fields(model: type[BaseModel], location: Path) -> Iterable[str]:
    """The fields that exist where an unknown one was met."""
    here: Any = model
    for part in location[:-1]:
        known = here.model_fields.get(part) if isinstance(part, str) else None
        here = known.annotation if known else None
        if not (isinstance(here, type) and issubclass(here, BaseModel)):
            return ()
    return [name for name in here.model_fields if name != "id"]
