"""The JSON Schema of a plan, for editors and other tools: where what can stand, told in the words of a guide.

It follows from the models in ``plan/`` and the guide alone. Draft 7, because every editor speaks it; in that draft
nothing but words may stand beside a ``$ref``.
"""

from __future__ import annotations

from typing import Any

from cop_wizard.guide.model import Guide
from cop_wizard.i18n import _
from cop_wizard.plan.fields import allows_own, choices_of, item_type, keys_at, kind_of, part_type, type_at
from cop_wizard.plan.plan import SCHEMA_VERSION, Plan
from cop_wizard.schema import values, words
from cop_wizard.schema.values import Schema
from cop_wizard.schema.words import Words
from cop_wizard.values import KeyPath

DRAFT = "http://json-schema.org/draft-07/schema#"


def plan_schema(guide: Guide, whole: Guide) -> Schema:
    """The schema with the words of ``guide``; of ``whole``, the full guide, for what that one does not ask."""
    return _Builder(guide, whole).plan()


class _Builder:
    """Walks the model. ``shared`` collects what several places refer to."""

    def __init__(self, guide: Guide, whole: Guide) -> None:
        self._guide = guide
        self._whole = whole
        self._shared: dict[str, Schema] = {}

    def plan(self) -> Schema:
        opening = {
            "$schema": DRAFT,
            "$comment": _("Written by `cop schema`. After an update of cop, have it written again."),
        }
        top = self._keys(())
        return {
            **opening,
            **_shown(words.of_plan()),
            "type": "object",
            "required": [name for name, field in Plan.model_fields.items() if field.is_required()],
            **top,
            "definitions": dict(sorted(self._shared.items())),
        }

    def _keys(self, path: KeyPath) -> Schema:
        """The keys of the mapping at ``path``, and those beginning with ``x-``, which are the person's own."""
        return {
            "properties": {key: self._place((*path, key)) for key in keys_at(Plan, path)},
            "patternProperties": {"^x-": {}},
            "additionalProperties": False,
        }

    def _place(self, path: KeyPath) -> Schema:
        annotation = type_at(Plan, path)
        shown = _shown(self._words(path))
        if path == ("schema_version",):
            return {**shown, **values.version(SCHEMA_VERSION)}
        if part_type(annotation):
            return {**shown, **self._keys(path), "allOf": [self._whole_of("group")]}
        inner = item_type(annotation)
        if inner is not None:
            return {**shown, "items": self._item((*path, 0), inner), "allOf": [self._whole_of("list")]}
        return {**shown, **self._value(annotation, in_list=False)}

    def _item(self, path: KeyPath, annotation: Any) -> Schema:
        part = part_type(annotation)
        if part is None:
            return self._value(annotation, in_list=True)
        return {**_shown(words.of_row(part.__name__, self._guide)), "type": "object", **self._keys(path)}

    def _value(self, annotation: Any, *, in_list: bool) -> Schema:
        """What stands for one value: a reference, the same for all values of its sort."""
        choices, sort = choices_of(annotation), kind_of(annotation)
        if choices is None:
            name, value = sort, (values.item if in_list else values.answer)(sort)
        else:
            own, labels = allows_own(annotation), self._guide.vocabulary.choices.get(choices.__name__, {})
            name = choices.__name__ + ("_or_own" if own else "")
            value = values.choice(choices, labels, own=own, in_list=in_list)
        return self._refer(name + ("_in_list" if in_list else ""), value)

    def _whole_of(self, kind: str) -> Schema:
        return self._refer(kind, values.whole(kind))

    def _refer(self, name: str, value: Schema) -> Schema:
        self._shared[name] = value
        return {"$ref": f"#/definitions/{name}"}

    def _words(self, path: KeyPath) -> Words:
        """The words for the place at ``path``: a section, a question, or a field of a row or small form."""
        above = part_type(type_at(Plan, path[:-1])) if len(path) > 1 else None
        field = words.of_field(above.__name__, str(path[-1]), self._guide) if above else Words()
        if field.title:
            return field
        if len(path) == 1 and part_type(type_at(Plan, path)):
            return words.of_section(str(path[0]), self._guide, self._whole)
        return words.of_answer(path, self._guide, self._whole)


def _shown(said: Words) -> Schema:
    return {key: text for key, text in (("title", said.title), ("description", said.description)) if text}
