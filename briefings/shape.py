"""Data from a file held against a pydantic model, and what does not fit told in an author's words."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

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
    details = error.errors(include_url=False)
    misspelt = _misspelt(details)
    for detail in details:
        location = tuple(detail["loc"])
        if detail["type"] == "missing" and location in misspelt:
            continue
        path = (*base, *location)
        code, message, hint = _words(detail["type"], detail["msg"], detail.get("ctx", {}), location, model)
        mark: Path = (*path, "key") if code == "unknown-field" else path
        yield marked.problem(code, mark, message, hint)


def _misspelt(details: Sequence[ErrorDetails]) -> set[Path]:
    """The missing fields that stand there under a name that is no field: one mistake, and told as that one."""
    missing = [detail["loc"] for detail in details if detail["type"] == "missing"]
    unknown = [detail["loc"] for detail in details if detail["type"] == "extra_forbidden"]
    return {
        (*place[:-1], meant)
        for place in unknown
        for meant in difflib.get_close_matches(
            str(place[-1]).lower(), [str(other[-1]) for other in missing if other[:-1] == place[:-1]], n=1
        )
    }


def _words(
    kind: str, text: str, context: dict[str, Any], location: Path, model: type[BaseModel]
) -> tuple[str, str, str]:
    """Code, message and hint of one pydantic error."""
    name = ".".join(str(part) for part in location if isinstance(part, str))
    if kind in LEVELS:
        return kind, text, str(context.get("hint", ""))
    if kind == "missing":
        holder = next((part for part in reversed(location[:-1]) if isinstance(part, str)), "")
        below = f" below `{holder}:`" if holder else ""
        return "missing-field", f"`{name}` is missing", f"add a line `{location[-1]}: …`{below}"
    if kind == "extra_forbidden":
        fields = list(_fields(model, location))
        return (
            "unknown-field",
            f"`{location[-1]}` is not a field",
            did_you_mean(str(location[-1]), fields) or f"the fields are {', '.join(fields)}",
        )
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        example = _example(_model_at(model, location))
        written = f"[{example}]" if isinstance(location[-1], int) else example
        return "wrong-shape", f"`{name}` should hold fields of its own", f"write `{name}: {written}`"
    if kind in ("tuple_type", "list_type"):
        inner = _model_at(model, location)
        listed = _example(inner) if inner else "one, two"
        return "wrong-shape", f"`{name}` should be a list", f"write `{name}: [{listed}]`"
    key = next((part for part in reversed(location) if isinstance(part, str)), "key")
    return "wrong-shape", f"`{name}` should be plain text", f'put it in quotes: `{key}: "…"`'


def _fields(model: type[BaseModel], location: Path) -> Iterable[str]:
    """The fields that exist where an unknown one was met."""
    here = _model_at(model, location[:-1])
    return [field.alias or name for name, field in here.model_fields.items() if name != "id"] if here else ()


def _example(model: type[BaseModel] | None) -> str:
    """The fields that are needed, as an author writes them: ``{title: …, publisher: …}``."""
    fields = model.model_fields.items() if model else ()
    return f"{{{', '.join(f'{field.alias or name}: …' for name, field in fields if field.is_required())}}}"


def _model_at(model: type[BaseModel], location: Path) -> type[BaseModel] | None:
    """The model that a place in the data is held against, or that each item of a list there is."""
    here: Any = model
    for part in (part for part in location if isinstance(part, str)):
        known = here.model_fields.get(part)
        kinds = (known.annotation, *get_args(known.annotation)) if known else ()
        here = next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)), None)
        if here is None:
            return None
    found: type[BaseModel] = here
    return found
