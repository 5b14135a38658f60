"""What is to be done, at a meeting: what of it is done by now, and who does what until when, a line each."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from cop_wizard.i18n import _
from cop_wizard.plan.fields import as_data, convert, type_at
from cop_wizard.plan.parsing import InWords, iso_day, name_key
from cop_wizard.values import Data, KeyPath
from cop_wizard.wizard.desk import Desk
from cop_wizard.wizard.prompter import Ask, Leave, Option
from cop_wizard.wizard.showing import short, shown
from cop_wizard.wizard.steps import Reply

_LONGEST = 160
_TASK = re.compile(r"(?P<what>.+)\s+(?:by|until|d['’]ici|avant)\s+(?P<by>[^,;]+)", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|le|la)\s+", re.IGNORECASE)
_NO_NAMES = (
    "note", "notes", "nb", "todo", "to do", "idea", "ideas", "remember", "attention", "important", "next", "rappel",
)  # fmt: skip
"""What stands before a colon and is nobody's name."""


def in_lines(text: str) -> list[str]:
    """The lines of a text that say something, without marks before them."""
    lines = [" ".join(re.sub(r"^\s*(?:[-*•·]\s+)?", "", line).split()) for line in text.splitlines()]
    return [line for line in lines if line]


class Tasks:
    """The to-dos of a plan, as they are spoken of at the ``meeting`` at this place; ``asking`` makes a question."""

    def __init__(self, desk: Desk, meeting: KeyPath, asking: Callable[[str, str], Ask]) -> None:
        self.desk = desk
        self.place = meeting
        self._asking = asking

    def ask_what_is_done(self) -> Reply:
        """What of all that was to be done is done by now."""
        open_ones = [
            place
            for place, row in enumerate(self._rows())
            if row.get("note") and not row.get("done") and not self._is_ours(row)
        ]
        if not open_ones:
            return None
        options = [Option(str(place), self._said_of(place)) for place in open_ones]
        ask = self._asking(_("What of this is done by now?"), _("Tick it, and it is off the list."))
        reply = self.desk.prompter.tick(ask, options, [])
        if isinstance(reply, Leave):
            return reply
        for place in reply:
            self.desk.put(("todo", int(place), "done"), self._day_in_file)
            self.desk.prompter.show(_("✓ Done: {task}").format(task=self._said_of(int(place))), "good")
        return None

    def ask_what_is_new(self) -> Reply:
        """Who does what until then: to-dos of the plan."""
        for place, row in enumerate(self._rows()):
            if self._is_ours(row):
                self.desk.prompter.show(f"✓ {self._said_of(place)}", "good")
        question = _("Who does what by when? One on each line, such as “Ana: send the sheet, by 3 March”.")
        help_ = _("A name and a colon at the beginning say who does it, “by” and a day at the end until when.")
        typed = (*self.place, "+todo")
        reply = self.desk.prompter.paragraph(self.desk.ask(typed, self._asking(question, help_)))
        if isinstance(reply, Leave):
            return reply
        for line in in_lines(reply):
            self._keep_task(self._task(line))
        self.desk.draft.settle(typed)
        return None

    def _keep_task(self, task: dict[str, Data]) -> None:
        """Write a to-do down, or what is new of one of this meeting that is there, and say how it was understood."""
        rows = self._rows()
        there = (place for place, row in enumerate(rows) if self._is_ours(row) and row.get("note") == task["note"])
        place = next(there, None)
        if place is None:
            self.desk.append(("todo",), [task])
            place = len(rows)
        else:
            for key in ("owner", "by"):
                if key in task:
                    self.desk.put(("todo", place, key), task[key])
        self.desk.prompter.show(f"✓ {self._said_of(place)}", "good")

    def _said_of(self, place: int) -> str:
        """A to-do in a line: who, what, by when."""
        note, owner, by = (self.desk.value(("todo", place, key)) for key in ("note", "owner", "by"))
        when = shown(self.desk, by, type_at(self.desk.model, ("todo", place, "by")))
        said = _("{owner}: {note}").format(owner=owner, note=note) if owner else str(note)
        return short(_("{task}, by {day}").format(task=said, day=when) if when else said, _LONGEST)

    @property
    def _origin(self) -> str:
        return f"meeting, {self._day_in_file}"

    def _task(self, line: str) -> dict[str, Data]:
        """A to-do: who stands before a colon if it is somebody's name, by when after “by”."""
        before, _colon, after = line.partition(":")
        owner = self._somebody(before) if after.strip() else ""
        what = after.strip() if owner else line
        found = _TASK.fullmatch(what)
        day = self._day(found["by"]) if found else ""
        if found and day:
            what = found["what"].rstrip(" ,;")
        further: dict[str, Data] = {key: value for key, value in (("owner", owner), ("by", day)) if value}
        return {"note": what, **further, "origin": self._origin}

    def _somebody(self, words: str) -> str:
        """The name on the roster that is meant, or a short name of somebody who is not on it; "" for other words."""
        key = name_key(words)
        names = self.desk.roster_names()
        meant = [name for name in names if name_key(name) == key] or [
            name for name in names if key and key == name_key(name).split(" ")[0]
        ]
        if len(meant) == 1:
            return meant[0]
        named = 0 < len(words.split()) <= 3 and words.strip()[:1].isupper() and key not in _NO_NAMES
        return " ".join(words.split()) if named else ""

    def _day(self, words: str) -> str:
        """The day that is meant, as it is written in the file; "" for what is none. One without a year is to come."""
        words = _ARTICLE.sub("", words.strip())
        if not words:
            return ""
        since = iso_day(self._day_in_file) or self.desk.today
        for said in (words, *(f"{words} {year}" for year in (since.year, since.year + 1))):
            try:
                value = convert(self.desk.model, ("todo", 0, "by"), said)
            except ValidationError:
                continue
            if not isinstance(value, InWords) and (said == words or value >= since):
                return str(as_data(value))
        return ""

    @property
    def _day_in_file(self) -> Data:
        return self.desk.value((*self.place, "date"))

    def _is_ours(self, row: dict[str, Any]) -> bool:
        """Whether a to-do came of this meeting."""
        return row.get("origin") == self._origin

    def _rows(self) -> list[dict[str, Any]]:
        rows = self.desk.value(("todo",))
        return [row if isinstance(row, dict) else {} for row in rows] if isinstance(rows, list) else []
