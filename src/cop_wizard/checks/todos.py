"""Questions put off: read from a plan whether or not it is right, and told where they point nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cop_wizard.diagnostic import Diagnostic, Severity
from cop_wizard.guide.places import places
from cop_wizard.i18n import _
from cop_wizard.plan.fields import type_at
from cop_wizard.plan.plan import Plan
from cop_wizard.progress import Standing
from cop_wizard.refusals import nearest
from cop_wizard.values import Data, KeyPath
from cop_wizard.yamltext.document import Document

_DEEPEST = 10
"""Parts of a path. No place in a plan has half as many."""
_LONGEST = 100
"""Characters of a path that is shown."""


@dataclass(frozen=True, slots=True)
class PutOff:
    """One to-do as it stands in the file, at ``position`` in the list; ``standing`` is its question's, if asked."""

    position: int
    question: str
    note: str
    owner: str
    by: str
    standing: Standing | None

    @property
    def path(self) -> KeyPath:
        """The value it is about."""
        return tuple(self.question.split("."))

    @property
    def what(self) -> str:
        """The to-do in one line: its note, else its question, then who and by when."""
        words = self.note or (self.standing.question.prompt if self.standing else self.question)
        further = [self.owner] if self.owner else []
        if self.by:
            further.append(_("by {date}").format(date=self.by))
        return f"{words} ({', '.join(further)})" if further else words

    @property
    def answered(self) -> bool:
        """Whether there is an answer by now."""
        return self.standing is not None and self.standing.settled


def put_off(data: Data, standings: Sequence[Standing]) -> Iterator[PutOff]:
    """Every to-do that names a question."""
    known = {standing.question.asks: standing for standing in standings}
    todos = data.get("todo") if isinstance(data, dict) else None
    for position, todo in enumerate(todos if isinstance(todos, list) else ()):
        if not isinstance(todo, dict):
            continue
        words = {key: " ".join(value.split()) for key, value in todo.items() if isinstance(value, str)}
        if asks := words.get("question"):
            note, owner, by = (words.get(key, "") for key in ("note", "owner", "by"))
            yield PutOff(position, asks, note, owner, by, known.get(asks))


def misplaced_todos(document: Document) -> list[Diagnostic]:
    """An error for each to-do whose question does not exist."""
    return [_misplaced(todo, document) for todo in put_off(document.data, ()) if not is_question(todo.path)]


def is_question(path: KeyPath) -> bool:
    """Whether this is a place in a plan that a question can ask for, or one inside it; a whole section is not."""
    if len(path) > _DEEPEST:
        return False
    known = places()
    inside = any(".".join(map(str, path[:length])) in known for length in range(1, len(path) + 1))
    return inside and type_at(Plan, path) is not None


def _misplaced(todo: PutOff, document: Document) -> Diagnostic:
    asks = todo.question if len(todo.question) <= _LONGEST else todo.question[:_LONGEST] + "…"
    meant = nearest(asks, places())
    hint = _("Did you mean `{meant}`?").format(meant=meant) if meant else _("`cop guide --paths` lists all questions.")
    path = ("todo", todo.position, "question")
    message = _("There is no question `{asks}` to put off.").format(asks=asks)
    return Diagnostic("COP217", Severity.ERROR, message, hint, path, document.span(path))
