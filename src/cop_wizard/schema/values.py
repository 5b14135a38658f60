"""What one answer can look like to an editor, sort by sort: JSON Schema for values as YAML tools read them.

Our own reader takes every scalar as the text that was written and the types in ``plan/`` make sense of it. Other tools
guess first: ``12`` reaches a schema as a number, ``true`` as a yes, a blank as null. So each sort of text also admits
those. Three things here are for yaml-language-server:

- ``errorMessage`` is what it shows instead of its own words. Where no alternative fits, it takes the first one's. It
  makes up its own after all where two of them name a single ``type``; hence the lists of one.
- A value nobody should be offered while typing (null, true) is described by what it is *not*, because every type that
  is named is offered.
- ``"not": false``, see `_any_of`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from cop_wizard.guide.model import Label
from cop_wizard.i18n import _
from cop_wizard.plan.parsing import zone_names
from cop_wizard.plan.types import Choice
from cop_wizard.refusals import explain
from cop_wizard.values import NONE_ON_PURPOSE
from cop_wizard.yamltext.tree import MEANINGS

Schema: TypeAlias = dict[str, Any]

NONE = NONE_ON_PURPOSE.value
_NONES = "|".join(text for text, meaning in MEANINGS.items() if meaning is NONE_ON_PURPOSE)

UNANSWERED: Schema = {
    "not": {"type": ["string", "number", "boolean", "array", "object"], "pattern": rf"^(?!(?:{_NONES})?$)"}
}
"""Nothing at all, or ``none``."""

_YES_NO: Schema = {"not": {"type": ["string", "number", "array", "object", "null"]}}


def _any_of(*shapes: Schema) -> Schema:
    """One of several shapes.

    ``"not": false`` forbids nothing. But of alternatives that hold nothing inside, the server believes that all apply
    as soon as one does, and then shows nobody the words of the place itself.
    """
    return {"anyOf": [shape if "not" in shape else {**shape, "not": False} for shape in shapes]}


# --- the sorts of text ---------------------------------------------------------------------------------------------


def _but_not(refused: str = "") -> str:
    """A pattern for text that says something and is not ``refused``, which blanks may surround."""
    ahead = rf"(?!\s*(?:{refused})\s*$)" if refused else ""
    return rf"^(?!(?:{_NONES})$){ahead}[\s\S]*\S"


_MONTH_AND_DAY = "|".join(
    (
        r"(?:0?[13578]|1[02])[-/.](?:0?[1-9]|[12]\d|3[01])",
        r"(?:0?[469]|11)[-/.](?:0?[1-9]|[12]\d|30)",
        r"0?2[-/.](?:0?[1-9]|[12]\d)",
    )
)
_NO_DATE = "|".join(
    (
        r"(?!(?:19|20)\d\d\s*$)\d+",
        r"\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})",
        r"0000[-/.]\d{1,2}[-/.]\d{1,2}(?:T.*)?",
        rf"\d{{4}}[-/.](?!(?:{_MONTH_AND_DAY})(?:T|\s*$))\d{{1,2}}[-/.]\d{{1,2}}(?:T.*)?",
    )
)
_NO_COUNT = r"(?!0*\d{1,5}\s*$|0?100000\s*$)[-+]?\d+(?:[.,_ ]\d+)*|\d{7,}"


def _any_case(*words: str) -> str:
    """The words in capitals and small letters; a JSON Schema has no flag for that."""
    return "|".join(re.sub("[a-z]", lambda letter: f"[{letter[0]}{letter[0].upper()}]", word) for word in words)


_CLOCK = "|".join(
    (
        r"(?:[01]?\d|2[0-3])(?:\s*[:.hH]\s*[0-5]\d\s*[hH]?|\s*[hH])",
        r"(?:0?[1-9]|1[0-2])(?:\s*[:.hH]\s*[0-5]\d)?\s*[aApP](?:[mM]|\.[mM]\.)",
        _any_case("noon", "midday", "midnight", "midi", "minuit"),
    )
)


def _text() -> list[Schema]:
    empty = explain("empty_item", {})
    said = {"patternErrorMessage": f"{empty.message} {empty.hint}", "errorMessage": _one_value()}
    return [{"type": ["string", "number"], "pattern": _but_not(), **said}, _YES_NO]


def _date() -> list[Schema]:
    return [
        {"type": "string", "pattern": _but_not(_NO_DATE), "errorMessage": _hint("no_such_date")},
        {"type": ["integer"], "minimum": 1900, "maximum": 2099},
        _YES_NO,
    ]


_NO_TIME = rf"(?!(?:{_CLOCK})\s*$)[-+]?\d[\d:.,hH\s]*(?:[aApP]\.?[mM]?\.?)?"


def _time() -> list[Schema]:
    return [
        {"type": "string", "pattern": _but_not(_NO_TIME), "errorMessage": _hint("no_such_time")},
        {"type": ["number"], "not": {"type": "integer"}, "minimum": 0, "exclusiveMaximum": 24},  # 15.30
        _YES_NO,
    ]


def _zone() -> list[Schema]:
    like_one = r"[A-Za-z_]+(?:/[A-Za-z0-9_+-]+)+"
    return [
        {"type": "string", "pattern": _but_not(like_one), "errorMessage": _hint("no_such_zone")},
        {"enum": sorted(zone_names())},
        {"type": ["number"]},
        _YES_NO,
    ]


def _length() -> list[Schema]:
    return [{"type": "string", "pattern": _but_not(r"[\d.,]+"), "errorMessage": _hint("no_such_length")}, _YES_NO]


def _count() -> list[Schema]:
    return [
        {"type": "string", "pattern": _but_not(_NO_COUNT), "errorMessage": _hint("no_such_count")},
        {"type": ["integer"], "minimum": 0, "maximum": 100_000},
        _YES_NO,
    ]


_SORTS: Mapping[str, Callable[[], list[Schema]]] = {
    "line": _text,
    "name": _text,
    "paragraph": _text,
    "date": _date,
    "time": _time,
    "length": _length,
    "count": _count,
    "zone": _zone,
}


def answer(sort: str) -> Schema:
    """One answer of this sort (see ``plan.fields.kind_of``), none on purpose, or nothing yet."""
    return _any_of(*_SORTS[sort](), {"const": NONE}, UNANSWERED)


def item(sort: str) -> Schema:
    """One item of a list of this sort, which cannot be empty."""
    return _any_of(*_SORTS[sort]())


_KEEPING = ("to be determined", "to be decided", "to be confirmed", "to be completed", "to be set", "to come")
_KEEPS_A_PLACE: Schema = {
    "type": "string",
    "pattern": rf"^\s*(?:[tT][bB][aAcCdDnNsS]|{_any_case(*_KEEPING)}|[xX]{{2,}}|[?]+|[.]+|-+)\s*$",
}
"""The commonest of the words that keep a place and are no answer; the models know more of them."""


# --- choices -------------------------------------------------------------------------------------------------------


def choice(choices: type[Choice], labels: Mapping[str, Label], *, own: bool, in_list: bool) -> Schema:
    """One of a closed list, offered with the words people read; with ``own``, own words as well."""
    names = [str(one) for one in choices] + ([] if in_list else [NONE])
    offered: Schema = {"enum": names, "enumDescriptions": [_told(labels.get(name)) for name in names]}
    if own:
        return _any_of(*_text(), offered, *([] if in_list else [UNANSWERED]))
    offered["errorMessage"] = explain("not_a_choice", {"given": "", "choices": list(choices)}).hint
    return _any_of(offered, _KEEPS_A_PLACE, *([] if in_list else [UNANSWERED]))


def _told(label: Label | None) -> str:
    if label is None:
        return _("None, on purpose.")
    return f"{label.label}. {label.help}".strip() if label.help else label.label


# --- what is no text -----------------------------------------------------------------------------------------------


def version(newest: int) -> Schema:
    """The version of a plan's form."""
    wrong = _hint("no_such_version", newest=newest) + " " + _("If a newer cop wrote the plan, update cop.")
    known = list(range(1, newest + 1))
    quoted = {"type": "string", "pattern": rf"^0*(?:{'|'.join(map(str, known))})$"}
    return {"default": newest, **_any_of({"enum": known, "errorMessage": wrong}, quoted)}


def whole(kind: str) -> Schema:
    """A ``list`` or a ``group`` as such, whatever is in it; it may also be unanswered."""
    refusal = explain("not_a_list" if kind == "list" else "not_a_mapping", {})
    wanted = {"type": "array" if kind == "list" else "object", "errorMessage": f"{refusal.message} {refusal.hint}"}
    return _any_of(wanted, {"const": NONE}, UNANSWERED)


def _one_value() -> str:
    return _(
        "One answer belongs here, not a list, a group of answers or an empty item. If your text holds a colon, put the "
        "whole text in quotation marks."
    )


def _hint(refusal: str, **details: object) -> str:
    return explain(refusal, {"given": "", **details}).hint
