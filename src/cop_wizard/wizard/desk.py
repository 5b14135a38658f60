"""What every question has at hand: the person, the plan on disk, the guide, and the draft."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import BaseModel, ValidationError

from cop_wizard.errors import FileTrouble
from cop_wizard.guide.model import FieldWords, Guide, PartWords
from cop_wizard.i18n import _
from cop_wizard.plan.fields import as_data, convert, keys_at, kind_of, part_type, type_at
from cop_wizard.plan.filler import is_filler
from cop_wizard.plan.parsing import InWords
from cop_wizard.refusals import explain
from cop_wizard.skeleton import comment
from cop_wizard.values import NONE_ON_PURPOSE, Data, KeyPath, value_at
from cop_wizard.wizard import sentence
from cop_wizard.wizard.draft import DraftKeeper
from cop_wizard.wizard.planfile import PlanFile
from cop_wizard.wizard.prompter import Ask, Prompter
from cop_wizard.yamltext.splice import Insert, Move, Operation, Put, Remove, SpliceRefused, edited


class RowsMoved(Exception):
    """The answer is saved, but the rows of the list in hand do not stand where they stood: somebody changed it too.

    ``row`` is where the row in hand is now, -1 if it is nowhere.
    """

    def __init__(self, row: int = -1) -> None:
        super().__init__(row)
        self.row = row


@dataclass
class Desk:
    """One session's tools.

    ``rescue`` is called when an answer could not be saved; it asks what to do and returns the changes that were made.
    ``in_hand`` is the list whose rows are being asked for; ``disputed`` are questions whose to-do holds an answer.
    """

    prompter: Prompter
    file: PlanFile
    guide: Guide
    draft: DraftKeeper
    today: dt.date
    rescue: Callable[[Desk, Sequence[Operation], FileTrouble], Sequence[Operation]] = field(repr=False)
    in_hand: KeyPath = ()
    disputed: set[str] = field(default_factory=set)

    @property
    def data(self) -> Data:
        """The plan as it is on disk."""
        return self.file.data

    @property
    def model(self) -> type[BaseModel]:
        """What the file can hold: a plan, or what else is written by answering questions."""
        return self.file.form.model

    def value(self, path: KeyPath) -> Data:
        """The value at a key path."""
        return value_at(self.data, path)

    def change(self, *operations: Operation) -> None:
        """Save a change before anything else happens. The drafts that led to it are over.

        Raises `RowsMoved` where somebody else's change makes row numbers of the list in hand mean other rows.
        """
        made: Sequence[Operation] = operations
        try:
            self.file.change(operations)
        except FileTrouble as trouble:
            made = self.rescue(self, operations, trouble)
        except SpliceRefused as refused:  # nothing was changed; what was typed stays as a draft
            self.prompter.show(f"{refused.message} {refused.hint}", "trouble")
            return
        for operation in operations:
            path = (*operation.path, operation.index) if isinstance(operation, Insert) else operation.path
            self.draft.settle(path)
        if self.in_hand and _rows(operations, self.in_hand) != (now := _rows(made, self.in_hand)):
            raise RowsMoved(now[-1] if now else -1)

    def put(self, path: KeyPath, value: Data) -> None:
        """Give the plan a value; the purpose sentence is kept in step. A row begins with its first answer."""
        if self._lacks_row(path):
            if value is not None:
                self.insert(path[:-2], int(path[-2]), {str(path[-1]): value})
            return
        before = self.value(path)
        self.change(self._put(path, value))
        self._keep_sentence(path, before)

    def _lacks_row(self, path: KeyPath) -> bool:
        """Whether ``path`` is a field of a row that is not there yet."""
        if len(path) < 3 or not isinstance(path[-2], int):
            return False
        rows = self.value(path[:-2])
        return not isinstance(rows, list) or path[-2] >= len(rows)

    def insert(self, path: KeyPath, place: int, row: Data) -> None:
        """Add a row to a list. A missing, blank or "none" list begins with it."""
        if isinstance(self.value(path), list):
            self.change(Insert(path, place, row))
        else:
            self.put(path, [row])

    @contextmanager
    def holding(self, path: KeyPath) -> Iterator[None]:
        """While this lasts, the rows of the list at ``path`` are in hand."""
        before, self.in_hand = self.in_hand, path
        try:
            yield
        finally:
            self.in_hand = before

    def append(self, path: KeyPath, new: Sequence[Data]) -> None:
        """Add rows at the end of a list, wherever that is by now: all of them at once, since each saving takes time."""
        rows = self.value(path)
        with suppress(RowsMoved):
            if isinstance(rows, list):
                self.change(*(Insert(path, place, row) for place, row in enumerate(new, start=len(rows))))
            elif new:
                self.put(path, list(new))

    def remove(self, path: KeyPath) -> None:
        """Take a row out of its list."""
        self.change(Remove(path))

    def move(self, path: KeyPath, row: int, to: int) -> None:
        """Give a row another place in its list."""
        self.change(Move(path, row, to))

    def _put(self, path: KeyPath, value: Data) -> Put:
        # Where a whole branch is missing (a plan written by hand), it is put in at its top, in the guide's order.
        for length in range(1, len(path) + 1):
            parent = self.value(path[: length - 1])
            key = path[length - 1]
            if isinstance(key, str) and isinstance(parent, dict) and key not in parent:
                for inside in reversed(path[length:]):
                    value = {str(inside): value}
                path = path[:length]
                break
        question = self.guide.question(".".join(str(part) for part in path))
        return Put(
            path,
            value,
            comment=comment(question, 2 * (len(path) - 1)) if question else "",
            order=keys_at(self.model, path[:-1]),
        )

    def _keep_sentence(self, path: KeyPath, before: Data) -> None:
        """A statement that still is the composed sentence follows its blanks; one that was edited stays."""
        if path not in sentence.BLANKS or self.value(path) == before:
            return
        unchanged = edited(self.data, Put(path, before))
        if self.value(sentence.STATEMENT) != sentence.compose(unchanged):
            return
        self.change(self._put(sentence.STATEMENT, sentence.compose(self.data)))

    # --- words and checks -------------------------------------------------------------------------------------

    def refusal(self, path: KeyPath, text: str) -> str:
        """Why ``text`` cannot stand at ``path``, in a sentence, or ""."""
        if any("\ud800" <= character <= "\udfff" for character in text):  # a byte that was no UTF-8
            return _("This holds a character that cannot be saved. Delete it and type it again.")
        try:
            convert(self.model, path, text)
        except ValidationError as error:
            problem = error.errors(include_url=False)[0]
            refused = explain(problem["type"], problem.get("ctx") or {})
            return f"{refused.message} {refused.hint}"
        return ""

    def written(self, path: KeyPath, text: str) -> Data:
        """``text`` as it is written in the file once its type has read it: dates as 2026-09-15, times as 15:30.

        A length stays as the person wrote it, and the bare word "none" is the answer "none, on purpose".
        """
        if text.strip().casefold() == "none":
            return NONE_ON_PURPOSE
        value = convert(self.model, path, text)
        return " ".join(text.split()) if isinstance(value, dt.timedelta) else as_data(value)

    def kept_in_words(self, path: KeyPath, text: str) -> str:
        """A remark where ``text`` only fills a blank, or stays words where something else was meant; else ""."""
        if text.casefold() == "none":
            return ""
        if is_filler(text):  # of a whole question, the walk says so
            return _("Kept as written; it does not count as an answer.") if len(path) > 2 else ""
        how = {
            "date": _("a date such as 2026-09-15"),
            "time": _("a time such as 15:30"),
            "length": _("a length such as 90 minutes"),
            "count": _("a number such as 12"),
            "zone": _("the name of a time zone such as America/Edmonton"),
        }.get(kind_of(type_at(self.model, path)))
        if how is None or not isinstance(convert(self.model, path, text), InWords):
            return ""
        return _("Kept in your words. Once it is settled, give {how}.").format(how=how)

    def ask(self, path: KeyPath, ask: Ask) -> Ask:
        """``ask`` with this path's draft as its default and its typing kept as the draft."""

        def note(text: str) -> None:
            self.draft.note(path, text if text != ask.default else "")

        return replace(ask, default=self.draft.at(path) or ask.default, note_draft=note)

    def part_words(self, path: KeyPath) -> PartWords:
        """The words for the rows of the list, or the fields of the form, at ``path``."""
        part = part_type(type_at(self.model, path))
        assert part is not None
        return self.guide.vocabulary.parts[part.__name__]

    def field_words(self, path: KeyPath) -> FieldWords:
        """The words for one field of a row or form."""
        return self.part_words(path[:-1]).fields[str(path[-1])]

    def roster_names(self) -> list[str]:
        """The people on the roster, in its order."""
        roster = self.value(("membership", "roster"))
        rows: list[Any] = roster if isinstance(roster, list) else []
        return [name for row in rows if isinstance(name := value_at(row, ("name",)), str)]


def _rows(operations: Sequence[Operation], path: KeyPath) -> list[int]:
    """The rows of the list at ``path`` that the operations speak of."""
    found = []
    for operation in operations:
        if isinstance(operation, Insert) and operation.path == path:
            found.append(operation.index)
        elif isinstance(operation, Move) and operation.path == path:
            found.append(operation.to_index)
        elif operation.path[: len(path)] == path and len(operation.path) > len(path):
            found.append(int(operation.path[len(path)]))
        elif isinstance(operation, Put) and operation.path == path[: len(operation.path)]:
            found.append(0)  # the list begins with this row
    return found


def none_label() -> str:
    """How "none, on purpose" is read."""
    return _("None, on purpose")
