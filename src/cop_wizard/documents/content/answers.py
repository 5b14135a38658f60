"""From a value of the plan to the shape in which a template gets it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pydantic import BaseModel

from cop_wizard.documents.content.meetings import meeting_table
from cop_wizard.documents.content.prose import blocks_of
from cop_wizard.documents.content.shapes import (
    Answer,
    Block,
    Cell,
    CellPart,
    Choices,
    Form,
    Line,
    Lines,
    Nothing,
    Row,
    Table,
    Tables,
    Text,
    Titled,
)
from cop_wizard.guide.model import Guide
from cop_wizard.i18n import _
from cop_wizard.plan.choices import Firmness, SeenBy
from cop_wizard.plan.fields import choices_of, item_type, kind_of, part_type, read_by, type_at
from cop_wizard.plan.filler import is_filler
from cop_wizard.plan.launch import DateException, Turn
from cop_wizard.plan.leadership import Duties, Office
from cop_wizard.plan.membership import Size
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import FreeSection, Member, Seat
from cop_wizard.plan.types import Choice
from cop_wizard.schedule.region_names import region_words
from cop_wizard.schedule.slots import zone_words
from cop_wizard.values import NONE_ON_PURPOSE, KeyPath
from cop_wizard.wording import (
    clock_words,
    date_words,
    length_words,
    one_by_one,
    one_line,
    plain_date,
    sentence_case,
    spoken,
)

_COLUMNS = 5
"""As many columns as can be read beside each other, on paper too."""

_MEETINGS: KeyPath = ("collaborative_plan", "meetings")
_REGION: KeyPath = ("launch", "region")

_RANKED: frozenset[KeyPath] = frozenset({("purpose", "purposes")})
"""Lists of choices whose order means importance."""


class Answers:
    """Turns values into shapes, with the words of one guide. ``final`` leaves blanks inside answers out.

    ``public``: everybody reads it, so it is not told who may read what, and people without a name are "not named".
    """

    def __init__(self, guide: Guide, final: bool = False, public: bool = False) -> None:
        self._guide = guide
        self._final = final
        self._public = public

    def at(self, plan: Plan, path: KeyPath) -> Answer:
        """The answer at ``path``."""
        value: Any = plan
        for key in path:
            value = getattr(value, str(key), None)
        if path == _MEETINGS and isinstance(value, list) and value:
            return meeting_table(value, self, plan)
        if path == _REGION and isinstance(value, str):
            return Line(region_words(value))
        return self._shape(value, type_at(Plan, path), path in _RANKED)

    def label(self, part: type[BaseModel], field: str) -> str:
        """How a field of a list item or a form is called."""
        words = self._guide.vocabulary.parts.get(part.__name__)
        found = words.fields.get(field) if words else None
        return found.label if found else spoken(field)

    def fields(self, part: type[BaseModel]) -> list[str]:
        """The fields of a list item that its readers see."""
        return [name for name in part.model_fields if not self._public or read_by(part, name) is SeenBy.PUBLIC]

    def meaning(self, choice: Choice) -> str:
        """What an item of a closed list means, in a sentence."""
        found = self._guide.vocabulary.choices.get(type(choice).__name__, {}).get(str(choice))
        return one_line(found.help) if found else ""

    def cite(self, key: str, where: str = "") -> str:
        """A work of the bibliography in short, or ""."""
        return one_line(self._guide.cite(key, where))

    def words(self, value: Any) -> str:
        """One plain value on one line."""
        if value is NONE_ON_PURPOSE:
            return _("None")
        if isinstance(value, Choice):
            return self._guide.label(value)
        if isinstance(value, dt.time):
            return clock_words(value)
        if isinstance(value, dt.timedelta):
            return length_words(value)
        if isinstance(value, dt.date):
            return date_words(value)
        if isinstance(value, list):
            return one_by_one(self.words(item) for item in value)
        if isinstance(value, BaseModel):
            return self._row_words(value)
        return one_line(str(value))

    def _row_words(self, row: BaseModel) -> str:
        """A row on one line: its first field, and in brackets what else is said, each under its label."""
        told = [(name, given) for name, given in row if given is not None and given != []]
        if not told:
            return ""
        further = _("; ").join(
            _("{label}: {words}").format(label=self.label(type(row), name), words=self.words(given))
            for name, given in told[1:]
        )
        first = self.words(told[0][1])
        return _("{first} ({further})").format(first=first, further=further) if further else first

    def _shape(self, value: Any, annotation: Any, ranked: bool = False) -> Answer:
        if value is NONE_ON_PURPOSE:
            return Nothing(_("None, on purpose"), meant=True)
        if isinstance(value, BaseModel):
            return self._form(value)
        if value is None or value == []:
            return Nothing(_("Not answered yet"))
        if isinstance(value, list):
            return self._list(value, annotation, ranked)
        kind = kind_of(annotation)
        if kind == "paragraph":
            return Text(blocks_of(value))
        if kind == "choice":
            return Choices((self._alone(value),))
        return Line(self._alone(value) if kind == "line" else self._in_kind(value, kind))

    def _alone(self, value: Any) -> str:
        """Words that stand alone, or beside items of a closed list, with a capital as those have; "tbd" stays."""
        words = self.words(value)
        return words if isinstance(value, Choice) or is_filler(words) else sentence_case(words)

    def _in_kind(self, value: Any, kind: str) -> str:
        return zone_words(value) if kind == "zone" and isinstance(value, str) else self.words(value)

    def _list(self, items: list[Any], annotation: Any, ranked: bool) -> Answer:
        inner = item_type(annotation)
        part = part_type(inner)
        if part is Member:
            return self._roster(items)
        if part is FreeSection:
            return Titled(tuple((self._said(one.title), self._text(one.text)) for one in items if _says_anything(one)))
        if part is not None:
            return self.table(part, items)
        if choices_of(inner) is not None:
            return Choices(tuple(self._alone(item) for item in items), ranked)
        return Lines(tuple(self.words(item) for item in items))

    def _said(self, value: Any) -> str:
        return self.words(value) if value is not None else ""

    def _text(self, value: Any) -> tuple[Block, ...]:
        return self.blocks(value) if value is not None else ()

    def _form(self, part: BaseModel) -> Answer:
        if isinstance(part, Size):
            return self._size(part)
        rows, words = [], self._guide.vocabulary.parts.get(type(part).__name__)
        for name, field in type(part).model_fields.items():
            answer = self._shape(getattr(part, name), field.annotation)
            if isinstance(answer, Nothing) and not answer.meant:
                if self._final or (words and words.first and name not in words.first):
                    continue
                answer = Nothing(_blank(type(part), name) or answer.words)
            rows.append(Row(self.label(type(part), name), answer))
        return Form(tuple(rows))

    def _size(self, size: Size) -> Answer:
        """How many members, each limit with how firm it is."""
        rows = []
        for name, firmness in (("minimum", size.minimum_is), ("ideal", None), ("maximum", size.maximum_is)):
            count = getattr(size, name)
            answer: Answer = self._shape(count, type_at(Size, (name,)))
            if name == "maximum" and count is NONE_ON_PURPOSE:
                answer = Line(_("No upper limit"))
            elif isinstance(answer, Line) and isinstance(firmness, Firmness):
                answer = Line(_("{count} ({note})").format(count=answer.text, note=self.words(firmness)))
            if count is not None or not self._final:
                rows.append(Row(self.label(Size, name), answer))
        return Form(tuple(rows))

    def table(self, part: type[BaseModel], items: list[Any], heading: str = "") -> Table:
        """The items as rows; columns in which nothing stands are left out."""
        given = [item for item in items if _says_anything(item)]
        names = [
            name
            for name in self.fields(part)
            if any(getattr(item, name) is not None for item in given)
            or (part in _NEVER_BLANK and self._in_a_blank(part, name))
        ]
        shown = self._columns(part, names)
        folded = [name for name in names if name not in shown]
        rows = tuple(
            (
                *(self._cell(part, name, getattr(item, name)) for name in shown),
                *([self._folded(part, item, folded)] if folded else []),
            )
            for item in given
        )
        further = (_("Details"),) if folded else ()
        return Table((*(self.label(part, name) for name in shown), *further), rows, heading)

    def _columns(self, part: type[BaseModel], names: list[str]) -> list[str]:
        """Of the fields that say something those with a column of their own: all, or those asked first."""
        if len(names) <= _COLUMNS:
            return names
        words = self._guide.vocabulary.parts.get(part.__name__)
        short = [name for name in names if kind_of(type_at(part, (name,))) != "paragraph"]
        first = [name for name in short if words and name in words.first]
        return (first or short or names)[: _COLUMNS - 2]

    def _folded(self, part: type[BaseModel], item: BaseModel, names: list[str]) -> Cell:
        """What would need more columns than a page has room for, each value under its own label."""
        said = [(name, getattr(item, name)) for name in names if getattr(item, name) is not None]
        return Cell(tuple(self._detail(part, name, value) for name, value in said))

    def _detail(self, part: type[BaseModel], name: str, value: Any) -> CellPart:
        if isinstance(value, dt.date):
            return CellPart((Block("paragraph", (plain_date(value),)),), self.label(part, name), brief=True)
        long = kind_of(type_at(part, (name,))) == "paragraph" and isinstance(value, str)
        return CellPart(self._blocks_of(part, name, value), self.label(part, name), brief=not long)

    def _cell(self, part: type[BaseModel], name: str, value: Any) -> Cell:
        if value is None:
            blank = self._in_a_blank(part, name)
            return Cell((CellPart((Block("paragraph", (blank,)),)),), muted=True) if blank else Cell(())
        return Cell((CellPart(self._blocks_of(part, name, value)),))

    def _blocks_of(self, part: type[BaseModel], name: str, value: Any) -> tuple[Block, ...]:
        kind = kind_of(type_at(part, (name,)))
        return (Block("paragraph", (self._in_kind(value, kind),)),) if kind == "zone" else self.blocks(value)

    def _in_a_blank(self, part: type[BaseModel], field: str) -> str:
        if self._public and part is Member:
            return _("not named") if field == "name" else ""
        return "" if self._final else _blank(part, field)

    def blocks(self, value: Any) -> tuple[Block, ...]:
        """A value as running text."""
        if isinstance(value, str) and not isinstance(value, Choice):
            return blocks_of(value)
        return (Block("paragraph", (self.words(value),)),)

    def _roster(self, people: list[Member]) -> Answer:
        gone = [person for person in people if person.gone]
        groups = (
            ("", [person for person in people if person.counts]),
            (_("They help from outside and are not counted as members"), [
                person for person in people if not person.counts and person not in gone
            ]),
            (_("Declined, or said goodbye"), gone),
        )  # fmt: skip
        tables = tuple(self.table(Member, group, heading) for heading, group in groups if group)
        return Tables(tables) if len(tables) > 1 or tables[0].heading else tables[0]


def _says_anything(item: BaseModel) -> bool:
    return any(getattr(item, name) is not None for name in type(item).model_fields)


_NEVER_BLANK = (Seat, Office, Duties, Member)
"""Of these a blank is worth a column of its own."""


def _blank(part: type[BaseModel], field: str) -> str:
    """What a blank says where it says more than that an answer is missing; else ""."""
    if part in (Seat, Office) and field == "filled_by":
        return _("vacant")
    if part in (Turn, DateException) and field == "series":
        return _("our own meetings")
    return _("nobody yet") if part is Duties else ""
