"""Where the schema and the models say that a plan is wrong, and the known exceptions from their agreement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from check_jsonschema.formats import FormatOptions  # type: ignore[import-untyped]
from check_jsonschema.parsers import ParserSet  # type: ignore[import-untyped]
from check_jsonschema.regex_variants import RegexImplementation, RegexVariantName  # type: ignore[import-untyped]
from check_jsonschema.schema_loader import SchemaLoader  # type: ignore[import-untyped]

from cop_wizard.diagnostic import Diagnostic
from cop_wizard.plan.fields import allows_own, item_type, kind_of, part_type, type_at
from cop_wizard.plan.plan import SCHEMA_VERSION, Plan
from cop_wizard.structure import read_as
from cop_wizard.values import KeyPath, value_at
from cop_wizard.yamltext.document import read


class Judge:
    """check-jsonschema with our schema, in this process: its own YAML reader, its own regular expressions."""

    def __init__(self, schema: Path) -> None:
        expressions = RegexImplementation(RegexVariantName.default)
        formats = FormatOptions(regex_impl=expressions)
        self._validator = SchemaLoader(str(schema)).get_validator("plan.yaml", {}, formats, expressions, False)
        self._parsers = ParserSet()

    def places(self, text: str) -> set[KeyPath]:
        """Every place that the schema refuses."""
        data = self._parsers.parse_data_with_path(text.encode(), "plan.yaml", "yaml")
        return {place for error in self._validator.iter_errors(data) for place in _places(error)}


def _places(error: Any) -> list[KeyPath]:
    path = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        known = error.schema["properties"]
        return [(*path, key) for key in error.instance if key not in known and not key.startswith("x-")]
    if error.validator == "required":
        return [(*path, key) for key in error.validator_value if key not in error.instance]
    return [path]


def model_places(text: str) -> set[KeyPath]:
    """Every place that the models refuse. What is wrong with the text as YAML is not among them."""
    return {found.path for found in read_as(Plan, text).problems if is_structural(found)}


def is_structural(found: Diagnostic) -> bool:
    """Whether a finding is about what a plan holds, rather than about the text of the file."""
    return found.code.startswith("COP2")


# --- exceptions ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Disagreement:
    """Values of some ``sorts`` that only the ``stricter`` of the two refuses, and why that cannot be helped."""

    sorts: tuple[str, ...]
    stricter: str
    value: str
    why: str
    examples: tuple[str, ...]
    """As they stand in a file; each is shown to be refused by the stricter one alone, for each of the sorts."""


_NUMBER = r"(?!\d+$)([-+]?(\.\d+|\d[\d_]*\.?[\d_]*)([eE][-+]?\d+)?|0[xo][0-9a-f]+|[-+]?\.(inf|nan))"
"""Any number that is not simply a whole one."""

DISAGREEMENTS = (
    Disagreement(
        ("date", "length"),
        "schema",
        _NUMBER,
        "It sees a number, not how it was written; the models take what is no date and no length for words.",
        ("1e3", "-3", ".inf"),
    ),
    Disagreement(("count",), "schema", _NUMBER, "The same.", (".5", ".inf", "0xFFFFF")),
    Disagreement(
        ("count",),
        "models",
        r"\+\d+|\d+\.0*|\d+_[\d_]*|0\d{6,}",
        "They mind how the number is written.",
        ("1_000", "5.0", "+5"),
    ),
    Disagreement(
        ("time",),
        "models",
        _NUMBER,
        "15.30 reaches the schema as 15.3, so it lets every fraction pass.",
        ("15.3", "15.75", "12.5"),
    ),
    Disagreement(("time",), "schema", r"\d+\.0+", "9.00 reaches it as 9, which is no time.", ("9.00", "15.00")),
    Disagreement(
        ("date",),
        "models",
        r"\d{4}\D0?2\D29(T.*)?|.*[^\W\d_]{3}.*",
        "A schema knows neither leap years nor the names of months.",
        ("2026-02-29", "31 September 2026", '"September 31, 2026"'),
    ),
    Disagreement(
        ("length",),
        "models",
        r"(?![\d.,]+$).*\d.*",
        "A schema does not add up hours and minutes, so nothing is too short or too long for it.",
        ("0 minutes", "0:00", "25 hours", "24 h 1 min"),
    ),
    Disagreement(
        ("own",),
        "models",
        r".+",
        "A schema cannot tell a misspelt choice from own words.",
        ("wekly", "every tow weeks"),
    ),
    Disagreement(("own in a list",), "models", r".+", "The same.", ("Sharing_Knowledge", "solving problem")),
    Disagreement(
        ("choice", "choice in a list"),
        "schema",
        r"[\w\s.?,/-]+",
        "Of the many ways to keep a place, a schema knows the commonest.",
        ("à définir", "xx-xx", "blah blah"),
    ),
    Disagreement(
        ("choice", "list", "group", "section"),
        "models",
        "none",
        "A schema does not see the quotation marks that make `none` a word like any other.",
        ('"none"',),
    ),
    Disagreement(("text in a list", "own in a list"), "schema", "none", "The same.", ('"none"',)),
    Disagreement(
        ("text", "text in a list", "date", "length", "count"),
        "models",
        "\x85+",
        "ECMAScript and Python differ in a few characters that count as blanks, which nobody types.",
        (r'"\x85"',),
    ),
    Disagreement(
        ("text", "text in a list", "date", "length", "count"), "schema", "\ufeff+", "The same.", (r'"\ufeff"',)
    ),
    Disagreement(
        ("date",), "models", r".*[^\x00-\x7f].*", "Only they read the digits of all scripts.", ('"٢٠٢٦-١٣-١٥"',)
    ),
)

PLACES = {
    "text": "purpose: {{focus: {}}}",
    "text in a list": "leadership: {{duties: {{convene: [{}]}}}}",
    "date": "launch: {{first_meeting: {}}}",
    "time": "launch: {{start: {}}}",
    "length": "launch: {{length: {}}}",
    "count": "membership: {{size: {{ideal: {}}}}}",
    "zone": "launch: {{zone: {}}}",
    "choice": "purpose: {{focus_kind: {}}}",
    "choice in a list": "launch: {{readiness: [{}]}}",
    "own": "launch: {{rhythm: {}}}",
    "own in a list": "purpose: {{purposes: [{}]}}",
    "list": "purpose: {{goals: {}}}",
    "row": "purpose: {{goals: [{}]}}",
    "group": "membership: {{size: {}}}",
    "section": "purpose: {}",
}
"""A place for each sort of value."""


def plan_with(sort: str, value: str) -> str:
    """A plan that holds only this value, as it stands in a file, at a place of this sort."""
    return "schema_version: 2\n" + PLACES[sort].format(value) + "\n"


def unexplained(text: str, judge: Judge) -> list[str]:
    """The places where only one of the two sees a mistake and the table has no reason for it."""
    ours, theirs = model_places(text), judge.places(text)
    version = str(value_at(read(text).data, ("schema_version",)))
    if version.isdigit() and int(version) > SCHEMA_VERSION:
        theirs &= {("schema_version",)}  # of a plan that is newer than the program, the models say nothing else
    return [f"only the models refuse {place}" for place in ours - theirs if not explained(text, place, "models")] + [
        f"only the schema refuses {place}" for place in theirs - ours if not explained(text, place, "schema")
    ]


def explained(text: str, place: KeyPath, stricter: str) -> bool:
    """Whether the table holds this value, refused at ``place`` by the ``stricter`` one alone."""
    value = value_at(read(text).data, place)
    return isinstance(value, str) and any(
        sort_at(place) in known.sorts
        and known.stricter == stricter
        and re.fullmatch(known.value, value, re.DOTALL | re.IGNORECASE)
        for known in DISAGREEMENTS
    )


def sort_at(place: KeyPath) -> str:
    """The sort of value at a place, as the table names them; "" for a place that is not in the model."""
    annotation = type_at(Plan, place) if place else Plan
    if place == ("schema_version",):
        return "version"
    if annotation is None:
        return ""
    if part_type(annotation):
        return "row" if isinstance(place[-1], int) else "section" if len(place) == 1 else "group"
    if item_type(annotation) is not None:
        return "list"
    kind = kind_of(annotation)
    sort = "text" if kind in ("line", "name", "paragraph") else "own" if allows_own(annotation) else kind
    return sort + (" in a list" if isinstance(place[-1], int) else "")
