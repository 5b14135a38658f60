"""What changed in the answer to one question: in a list row by row, in a form field by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from cop_wizard.compare import sentences
from cop_wizard.compare.change import Change, Kind, Mark, Piece
from cop_wizard.compare.prose import reworded
from cop_wizard.compare.rows import Row, lasting, matched, rows_alike, texts_alike
from cop_wizard.compare.settled import plain, says, settled, signature
from cop_wizard.compare.speaking import Words, is_long
from cop_wizard.i18n import _
from cop_wizard.plan.fields import item_type, part_type, type_at
from cop_wizard.plan.norms import OwnNorm, Statements
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.types import Choice
from cop_wizard.values import NONE_ON_PURPOSE, Data, KeyPath, path_text

_WITH_THEIR_WORDS = (Statements, OwnNorm)
"""Parts whose texts are shown however short they are."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One place that both plans may say something about.

    ``ordered``: the order of its items means something. ``asked``: it is the answer to a question, so that to have
    none at all is worth saying.
    """

    section: str
    title: str
    path: KeyPath
    ordered: bool = False
    asked: bool = True

    def change(
        self, kind: Kind, path: KeyPath, before: Any, after: Any, said: str, pieces: tuple[Piece, ...] = ()
    ) -> Change:
        """A change at ``path``, which is this place or one inside it."""
        return Change(kind, path, self.section, self.title, plain(before), plain(after), said, pieces)


class Answers:
    """Compares answers, and tells it with these words."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def changes(self, topic: Topic, old: Data, new: Data) -> Iterator[Change]:
        """What changed from the answer ``old`` to the answer ``new``."""
        if old == new:  # nearly everywhere
            return
        annotation = type_at(Plan, topic.path)
        item, part = item_type(annotation), part_type(annotation)
        if item and not topic.asked:
            old, new = ([] if data is None else data for data in (old, new))
        if item and isinstance(old, list) and isinstance(new, list) and (not topic.asked or (says(old) and says(new))):
            row = part_type(item)
            yield from self._rows(topic, row, old, new) if row else self._items(topic, item, old, new)
            return
        before, after = settled(annotation, topic.path, old), settled(annotation, topic.path, new)
        if part and all(value is None or isinstance(value, dict) for value in (before, after)):
            yield from self._fields(topic, part, topic.path, before or {}, after or {})
        elif signature(before, topic.ordered) != signature(after, topic.ordered):
            told = self._words.answer(annotation, before), self._words.answer(annotation, after)
            said, pieces = self._answer_said(f"“{topic.title}”", before, after, told)
            yield topic.change(sentences.kind_of_change(before, after), topic.path, before, after, said, pieces)

    # --- rows and fields ------------------------------------------------------------------------------------------

    def _rows(self, topic: Topic, part: type[BaseModel], old: list[Data], new: list[Data]) -> Iterator[Change]:
        first = next(iter(part.model_fields))
        before, after = _settled_rows(topic, part, old, new), _settled_rows(topic, part, new, old)
        known = lasting(old, new) if "id" in part.model_fields else {}
        found = matched(before, after, rows_alike(part), lambda row: signature(row.get(first)), known)
        for old_row, new_row in found.changed:
            path = (*topic.path, new_row.place)
            yield from self._fields(topic, part, path, old_row.value, new_row.value, rows=True)
        for kind, rows in ((Kind.ADDED, found.come), (Kind.REMOVED, found.gone)):
            for row in rows:
                came = kind is Kind.ADDED
                said = sentences.row_said(self._words, part, row.value, came)
                was, now = (None, row.value) if came else (row.value, None)
                yield topic.change(kind, (*topic.path, row.place), was, now, said)

    def _fields(
        self,
        topic: Topic,
        part: type[BaseModel],
        path: KeyPath,
        before: dict[str, Any],
        after: dict[str, Any],
        rows: bool = False,
    ) -> Iterator[Change]:
        """The fields of a form, or of a row of a list."""
        first = next(iter(part.model_fields))
        name = self._words.row(part, after if first in after else before) if rows else ""
        for field in dict.fromkeys((*part.model_fields, *before, *after)):
            was, now = before.get(field), after.get(field)
            if signature(was) == signature(now):
                continue
            kind, place = sentences.kind_of_change(was, now), (*path, field)
            if field.startswith("x-"):
                kind = {Kind.ANSWERED: Kind.ADDED, Kind.TAKEN_AWAY: Kind.REMOVED}.get(kind, Kind.CHANGED)
                yield topic.change(kind, place, was, now, sentences.own_key_said(path_text(place), kind))
            else:
                said, pieces = self._field_said(topic, part, field, name, was, now)
                yield topic.change(kind, place, was, now, said, pieces)

    def _field_said(
        self, topic: Topic, part: type[BaseModel], field: str, row: str, before: Any, after: Any
    ) -> tuple[str, tuple[Piece, ...]]:
        label = self._words.label(part, field)
        saying = sentences.field_saying(part, field)
        said = saying(self._words, row or label, before, after) if saying else ""
        if said:
            return said, self._shown(before, after) if part in _WITH_THEIR_WORDS else ()
        subject = f"“{topic.title} – {label}”"
        if row and field == next(iter(part.model_fields)) and before is not None and after is not None:
            subject = self._words.thing(part)
        elif row:
            subject = f"{self._words.quoted(part, row)} – {label}"
        return self._answer_said(subject, before, after, (self._words.value(before), self._words.value(after)))

    # --- items of a list ------------------------------------------------------------------------------------------

    def _items(self, topic: Topic, item: Any, old: list[Data], new: list[Data]) -> Iterator[Change]:
        before, after = _settled_items(topic, item, old), _settled_items(topic, item, new)
        found = matched(before, after, _items_alike, signature, {})
        for was, now in found.changed:
            told = self._words.value(was.value), self._words.value(now.value)
            said, pieces = self._answer_said(f"“{topic.title}”", was.value, now.value, told)
            yield topic.change(Kind.CHANGED, (*topic.path, now.place), was.value, now.value, said, pieces)
        numbers = {row.place: number for number, row in enumerate(after, start=1)} if topic.ordered else {}
        for row in found.come:
            said = sentences.item_said(topic.title, Kind.ADDED, self._words.value(row.value), numbers.get(row.place, 0))
            yield topic.change(Kind.ADDED, (*topic.path, row.place), None, row.value, said)
        for row in found.gone:
            said = sentences.item_said(topic.title, Kind.REMOVED, self._words.value(row.value))
            yield topic.change(Kind.REMOVED, (*topic.path, row.place), row.value, None, said)
        if topic.ordered:
            yield from self._order(topic, [row.value for row in before], [row.value for row in after])

    def _order(self, topic: Topic, before: list[Any], after: list[Any]) -> Iterator[Change]:
        """That what stands in both lists has another order now."""
        both = Counter(map(signature, before)) & Counter(map(signature, after))
        if _only(both, before) != _only(both, after):
            said = _("“{title}”: the order is now {order}").format(title=topic.title, order=self._words.value(after))
            yield topic.change(Kind.MOVED, topic.path, before, after, said)

    # --- words ----------------------------------------------------------------------------------------------------

    def _answer_said(
        self, subject: str, before: Any, after: Any, told: tuple[str, str]
    ) -> tuple[str, tuple[Piece, ...]]:
        """A sentence that tells the values, or one without them and the pieces of text that show them."""
        kind = sentences.kind_of_change(before, after)
        if not is_long(before) and not is_long(after) and told[0] != told[1]:
            was, now = ("" if value is None else words for value, words in zip((before, after), told, strict=True))
            return sentences.answer_said(subject, kind, was, now), ()
        pieces = self._shown(before, after)
        if kind is Kind.CHANGED and before is NONE_ON_PURPOSE:
            return _("{subject} was none, on purpose, and is answered now.").format(subject=subject), pieces
        if kind is Kind.CHANGED and not pieces:
            return _("{subject} has other line breaks.").format(subject=subject), ()
        return sentences.answer_said(subject, kind, "", ""), pieces

    def _shown(self, before: Any, after: Any) -> tuple[Piece, ...]:
        """The words of two values and how they differ; nothing where only their line breaks do."""
        old, new = (self._words.whole(value) for value in (before, after))
        pieces = reworded(old, new)
        return () if all(piece.mark is Mark.BOTH for piece in pieces) else pieces


def _settled_rows(topic: Topic, part: type[BaseModel], rows: list[Data], others: list[Data]) -> list[Row]:
    """The rows that are not written in the very same way in both lists.

    Where there is only a word in place of a row, it is taken for the row's first field.
    """
    same = Counter(map(signature, others))
    found = []
    for place, data in enumerate(rows):
        written = signature(data)
        if same[written] > 0:
            same[written] -= 1
        elif (value := settled(part, (*topic.path, place), data)) is not None:
            found.append(Row(place, value if isinstance(value, dict) else {next(iter(part.model_fields)): value}))
    return found


def _settled_items(topic: Topic, item: Any, items: list[Data]) -> list[Row]:
    values = ((place, settled(item, (*topic.path, place), data)) for place, data in enumerate(items))
    return [Row(place, value) for place, value in values if value is not None]


def _items_alike(one: Any, other: Any) -> float:
    """Own words may have been reworded; an item of a closed list is never another one."""
    return 0.0 if isinstance(one, Choice) or isinstance(other, Choice) else texts_alike(one, other)


def _only(both: Counter[Any], values: Sequence[Any]) -> list[Any]:
    left, found = both.copy(), []
    for signed in map(signature, values):
        if left[signed] > 0:
            left[signed] -= 1
            found.append(signed)
    return found
