"""The text of a new plan: every question of the guide in order, as a comment over a blank to fill in."""

from __future__ import annotations

import textwrap

from pydantic import BaseModel

from cop_wizard.guide.model import Guide, Question, Stage
from cop_wizard.i18n import _
from cop_wizard.plan.choices import YesNo
from cop_wizard.plan.fields import allows_own, asked_keys, choices_of, item_type, keys_at, part_type, type_at
from cop_wizard.plan.plan import SCHEMA_VERSION, Plan
from cop_wizard.values import Data, KeyPath
from cop_wizard.yamltext.splice import write

_EXPLAINED = 8
"""So many keys of a row have their choices told; the others are seldom needed."""

WIDTH = 100
"""Comments are wrapped to this many columns, indentation included."""


def skeleton(guide: Guide, language: str = "en", schema: str = "") -> str:
    """A plan with nothing answered yet, which a person can fill in with any text editor.

    ``schema`` is the name of a JSON Schema beside it; the first line then tells editors so.
    """
    asked = {question.path: question for question in guide.questions() if not question.deeper}
    data: dict[str, Data] = {"schema_version": str(SCHEMA_VERSION), "guide": guide.name, "language": language}
    comments: dict[KeyPath, str] = {("schema_version",): _opening(schema)}
    for name in Plan.model_fields:
        if (name,) in asked:
            data[name] = None
            comments[(name,)] = comment(asked[(name,)], 0)
            continue
        paths = [(name, key) for key in keys_at(Plan, (name,)) if (name, key) in asked]
        if paths:
            data[name] = {path[1]: None for path in paths}
            comments |= {path: comment(asked[path], 2) for path in paths}
    sections = {name: list(value) for name, value in data.items() if isinstance(value, dict)}
    later = [(name, key) for name, keys in sections.items() for key in keys[1:]]
    answers = [(name,) for name in data if (name,) in asked]
    return write(data, comments, [*answers, *((name,) for name in sections), *later])


def comment(question: Question, indent: int) -> str:
    """The question as it stands over its answer in the file, wrapped, with what can be written there."""
    text = question.prompt
    if question.stage is not Stage.BEFORE:
        text += " " + (_("(Once you are under way.)") if question.stage is Stage.UNDER_WAY else _("(Afterwards.)"))
    lines = [text, *_form(question).split("\n")]
    return "\n".join(part for line in lines for part in textwrap.wrap(line, WIDTH - 2 - indent))


def _form(question: Question) -> str:
    """What a person who writes the answer by hand has to know: the words to choose from, or the keys of a row."""
    annotation = type_at(Plan, question.path)
    inner = item_type(annotation)
    choices = choices_of(inner or annotation)
    if choices is not None:
        names = ", ".join(choices)
        own = _(" (or your own words)") if allows_own(inner or annotation) else ""
        return (_("A list of: {names}{own}") if inner else _("One of: {names}{own}")).format(names=names, own=own)
    part = part_type(inner or annotation)
    if part is None:
        return ""
    asked = asked_keys(part, ())
    keys = ", ".join(_key(part, key) for key in asked)
    said = (_("A list; each item can have: {keys}") if inner else _("With: {keys}")).format(keys=keys)
    for key in asked[:_EXPLAINED]:
        one = type_at(part, (key,))
        choices = choices_of(one)
        if choices is not None and choices is not YesNo and not allows_own(one):
            said += "\n" + _("{key} is one of: {names}").format(key=key, names=", ".join(choices))
    return said


def _key(part: type[BaseModel], key: str) -> str:
    return _("{key} (a list)").format(key=key) if item_type(type_at(part, (key,))) is not None else key


def schema_line(name: str) -> str:
    """What editors with yaml-language-server look for in a comment: the file with the schema, seen from the plan."""
    return f"yaml-language-server: $schema={name}"


def _opening(schema: str) -> str:
    return "\n".join(
        [
            *([schema_line(schema)] if schema else []),
            _("A plan for a community of practice. Change anything here with any text editor, then run: cop validate"),
            _("Leave a line empty if there is no answer yet; write none where there is none, on purpose."),
        ]
    )
