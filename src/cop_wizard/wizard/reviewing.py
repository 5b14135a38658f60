"""A look at the community by one instrument: for each item how far it is, what shows it, and what is to happen next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from cop_wizard.i18n import _
from cop_wizard.instruments.model import Column, Field, Instrument, Item, Level
from cop_wizard.instruments.seen import own_item
from cop_wizard.plan.parsing import iso_day
from cop_wizard.progress import filled
from cop_wizard.values import Data, KeyPath
from cop_wizard.wizard.answers import ask_value
from cop_wizard.wizard.desk import Desk
from cop_wizard.wizard.interview import SaveAndLeave
from cop_wizard.wizard.prompter import Ask, Leave, Option, Way
from cop_wizard.wizard.showing import short

REVIEWS = ("reviews",)
_OPEN = "\0open"
_WAYS = frozenset({Way.BACK, Way.SKIP, Way.SAVE})
_NEXT = (Field.OWNER, "by")
"""What is asked once there is a next step."""
_MOST = 160


@dataclass(frozen=True)
class Which:
    """Which review of a plan is meant: by which instrument, of which day, by whom ("" where nobody is named)."""

    instrument: str
    on: str
    by: str = ""

    def is_row(self, row: Data) -> bool:
        """Whether this row of ``reviews`` is the one."""
        found = row if isinstance(row, dict) else {}
        mine = (found.get("instrument"), found.get("on"), found.get("by") or "")
        return mine == (self.instrument, self.on, self.by)

    def begun(self, rating: Data) -> Data:
        """The row as it is first written, with the first thing that was said."""
        named: dict[str, Data] = {"by": self.by} if self.by else {}
        return {"instrument": self.instrument, "on": self.on, **named, "ratings": [rating]}


class Reviewing:
    """One review in hand. Every answer is saved as soon as it is given; a review that was left is gone on with."""

    def __init__(self, desk: Desk, instrument: Instrument, which: Which) -> None:
        self.desk = desk
        self.instrument = instrument
        self.which = which

    def ask(self) -> None:
        """Ask until every item has been dealt with. Raises `SaveAndLeave`, or the prompter's `Interrupted`."""
        items = list(self.instrument.items)
        place = next((place for place, item in enumerate(items) if not self._dealt_with(item)), 0)
        field, way = "", Way.SKIP
        while place < len(items):
            way = self._ask_item(items[place], place, field)
            if way is Way.BACK and place == 0:
                self.desk.prompter.show(_("This is the first one."), "quiet")
            place += -1 if way is Way.BACK and place else 0 if way is Way.BACK else 1
            field = "last" if way is Way.BACK and place < len(items) else ""
        while self.instrument.more and self._ask_own():
            pass

    @property
    def complete(self) -> bool:
        """Whether something was said of every item."""
        return all(map(self._dealt_with, self.instrument.items))

    def _dealt_with(self, item: Item) -> bool:
        """Whether something was said of the item: a level where it has levels, else anything."""
        row = self._row(item)
        rating = self.desk.value(row) if row is not None else None
        said = rating if isinstance(rating, dict) else {}
        return any(filled(value) for key, value in said.items() if key == "level" or not (item.levels or key == "item"))

    def _ask_item(self, item: Item, place: int, field: str) -> Way:
        """Ask all there is to ask of one item. Returns `Way.BACK` to go to the one before, `Way.SKIP` to go on."""
        fields = list(self._fields(item))
        step = len(fields) - 1 if field == "last" else 0
        while step < len(fields):
            reply = self._ask_field(item, place, fields[step])
            if isinstance(reply, Leave) and reply.way is Way.SAVE:
                raise SaveAndLeave
            if isinstance(reply, Leave) and reply.way is Way.BACK:
                if step == 0:
                    return Way.BACK
                step -= 1
                continue
            fields = list(self._fields(item))
            step += 1
        self._confirm(item)
        return Way.SKIP

    def _fields(self, item: Item) -> Iterator[str]:
        """What is asked of an item, as far as it is known by what was said so far."""
        if item.levels:
            yield "level"
            if self._level(item) is None:
                return
        columns = [column.field for column in self.instrument.columns if self._applies(column, item)]
        yield from columns
        level = self._level(item)
        if level is not None and level.calls:
            yield "next_step"
            row = self._row(item)
            if row is not None and filled(self.desk.value((*row, "next_step"))):
                yield from (field for field in _NEXT if field not in columns)

    def _applies(self, column: Column, item: Item) -> bool:
        """Whether it is worth asking: a sign and a response only where there is something to respond to."""
        level = self._level(item)
        return column.field not in (Field.SIGNS, Field.RESPONSE) or (level is not None and level.calls)

    def _level(self, item: Item) -> Level | None:
        row = self._row(item)
        stored = self.desk.value((*row, "level")) if row is not None else None
        return next((level for level in item.levels if level.id == stored), None)

    # --- asking ----------------------------------------------------------------------------------------------------

    def _ask_field(self, item: Item, place: int, field: str) -> Leave | None:
        named = item.name if item.name == item.question else f"{item.name}: {item.question}"
        own = item not in self.instrument.items
        counted = "" if own else _("{number} of {of}").format(number=place + 1, of=len(self.instrument.items))
        ask = Ask(
            question=named,
            where=" · ".join(filter(None, (self.instrument.title, counted))),
            help=item.help,
            optional=True,
            ways=_WAYS,
        )
        if field == "level":
            return self._ask_level(item, ask)
        words = self.desk.guide.vocabulary.parts["Rating"].fields[field]
        prompt = next((column.prompt for column in self.instrument.columns if column.field == field), words.prompt)
        alone = not item.levels and field == self.instrument.columns[0].field
        if alone:
            return self._ask_text(item, field, replace(ask, question=f"{named}\n  {prompt}"))
        where = f"{ask.where} · {short(item.name)}"
        return self._ask_text(item, field, replace(ask, question=prompt, where=where, help=words.help))

    def _ask_level(self, item: Item, ask: Ask) -> Leave | None:
        stored = self._level(item)
        options = [Option(level.id, level.label, level.help) for level in item.levels]
        options.append(Option(_OPEN, _("We cannot say yet")))
        reply = self.desk.prompter.pick(replace(ask, default=stored.id if stored else ""), options)
        if isinstance(reply, Leave):
            return reply
        row = self._row(item)
        if reply == _OPEN:
            if row is not None and stored is not None:
                self.desk.put((*row, "level"), None)
        elif row is None:
            self._begin(item, {"item": item.id, "level": reply})
        elif stored is None or stored.id != reply:
            self.desk.put((*row, "level"), reply)
        return None

    def _ask_text(self, item: Item, field: str, ask: Ask) -> Leave | None:
        new = self._row(item) is None
        if new:
            self._begin(item, {"item": item.id})
        row = self._row(item)
        assert row is not None
        reply = ask_value(self.desk, (*row, field), ask)
        if new and not filled(self.desk.value((*row, field))):
            self._take_back(row)
        return reply if isinstance(reply, Leave) else None

    def _ask_own(self) -> bool:
        """Something that is not on the list. Returns whether there was something."""
        question = self.instrument.more + " " + _("(Leave it empty if there is nothing more.)")
        ask = Ask(question=question, where=self.instrument.title, optional=True, ways=_WAYS)
        reply = self.desk.prompter.line(ask)
        if isinstance(reply, Leave) and reply.way is Way.SAVE:
            raise SaveAndLeave
        if not isinstance(reply, str) or not reply.strip():
            return False
        item = own_item(" ".join(reply.split()), self.instrument)
        self._ask_item(item, len(self.instrument.items) - 1, "")
        return True

    def _confirm(self, item: Item) -> None:
        row = self._row(item)
        if row is None:
            self.desk.prompter.show(_("· {title}: left open").format(title=short(item.name)), "quiet")
            return
        level = self._level(item)
        first = self.instrument.columns[0].field if self.instrument.columns else "note"
        said = level.label if level else self.desk.value((*row, first))
        if isinstance(said, str):
            self.desk.prompter.show(f"✓ {short(item.name)}: {short(said, _MOST)}", "good")

    # --- the place in the file -------------------------------------------------------------------------------------

    def place(self) -> KeyPath | None:
        """Where the review stands in the file, or ``None`` before its first answer."""
        rows = self.desk.value(REVIEWS)
        for number, row in enumerate(rows if isinstance(rows, list) else ()):
            if self.which.is_row(row):
                return (*REVIEWS, number)
        return None

    def _row(self, item: Item) -> KeyPath | None:
        """Where the item's rating stands, or ``None`` where nothing was said of it."""
        place = self.place()
        rows = self.desk.value((*place, "ratings")) if place else None
        for number, row in enumerate(rows if isinstance(rows, list) else ()):
            if place and isinstance(row, dict) and row.get("item") == item.id:
                return (*place, "ratings", number)
        return None

    def _begin(self, item: Item, rating: Data) -> None:
        """Write the first thing that is said of an item; with it the review, where it is the first of all."""
        place = self.place()
        if place is None:
            rows = self.desk.value(REVIEWS)
            self.desk.insert(REVIEWS, len(rows) if isinstance(rows, list) else 0, self.which.begun(rating))
            return
        ratings = self.desk.value((*place, "ratings"))
        self.desk.insert((*place, "ratings"), len(ratings) if isinstance(ratings, list) else 0, rating)

    def _take_back(self, row: KeyPath) -> None:
        """Nothing was said after all."""
        ratings = self.desk.value(row[:-1])
        self.desk.remove(row if isinstance(ratings, list) and len(ratings) > 1 else row[:2])


_LATELY = dt.timedelta(days=30)


def half_done(desk: Desk, instrument: Instrument, by: str = "") -> Which | None:
    """A review by this instrument and person ("": nobody named) that was left before its end within a month."""
    rows = desk.value(REVIEWS)
    for row in reversed(rows if isinstance(rows, list) else []):
        found = row if isinstance(row, dict) else {}
        on = found.get("on")
        if not isinstance(on, str) or not Which(instrument.id, on, by).is_row(found):
            continue
        day = iso_day(on)
        lately = day is not None and dt.timedelta() <= desk.today - day <= _LATELY
        which = Which(instrument.id, on, by)
        if lately and not Reviewing(desk, instrument, which).complete:
            return which
    return None
