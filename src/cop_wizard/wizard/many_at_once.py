"""Many rows pasted or typed at once: what each line was understood as is shown before anything is added."""

from __future__ import annotations

from dataclasses import replace

from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.fields import choices_of, type_at
from cop_wizard.values import Data, KeyPath
from cop_wizard.wizard.desk import Desk
from cop_wizard.wizard.pasting import cell_order, rows_from_text, separators
from cop_wizard.wizard.prompter import INSIDE, Ask, Leave, Option
from cop_wizard.wizard.showing import row_label, shown

_MOST_COLUMNS = 7


def paste(desk: Desk, path: KeyPath, ask: Ask) -> Leave | None:
    """Let lines be pasted or typed, and add the rows they stand for to the list at ``path``."""
    words = desk.part_words((*path, 0))
    keys = cell_order(desk, (*path, 0))
    labels = ", ".join(_column(desk, (*path, 0, key)) for key in keys[:_MOST_COLUMNS])
    labels += " …" if len(keys) > _MOST_COLUMNS else ""
    question = _("Paste or type your {many}, one on each line.").format(many=words.many)
    between = _("Commas, semicolons or tabs between: {labels}.")
    if "," not in separators(desk, (*path, 0)):
        between = _("Semicolons or tabs between: {labels}.")
    question += "\n" + between.format(labels=labels)
    typed, before = (*path, "+paste"), len(_rows(desk, path))
    reply = desk.prompter.paragraph(desk.ask(typed, replace(ask, question=question, preview=None)))
    if isinstance(reply, Leave):
        return reply
    left = take_rows(desk, path, ask, reply)
    if len(_rows(desk, path)) > before:
        desk.draft.settle(typed)  # or the next time it would stand there still
    return left


def _column(desk: Desk, path: KeyPath) -> str:
    """A field of a pasted line, with the words to choose from where there are only some."""
    label = desk.field_words(path).label.lower()
    choices = choices_of(type_at(desk.model, path))
    return f"{label} ({_('or').join(f' {choice} ' for choice in choices).strip()})" if choices else label


def take_rows(desk: Desk, path: KeyPath, ask: Ask, text: str) -> Leave | None:
    """Show the rows that the lines of ``text`` stand for, and add them on a yes."""
    rows = rows_from_text(desk, path, text)
    if not rows:
        return None
    words = desk.part_words((*path, 0))
    there = {row_label(desk, (*path, 0), {key: value}) for row in _rows(desk, path) for key, value in _first(row)}
    for row in rows:
        fields = [f"{words.fields[key].label}: {_read(desk, (*path, 0, key), value)}" for key, value in row.items()]
        again = {row_label(desk, (*path, 0), {key: value}) for key, value in _first(row)} & there
        mark = " " + _("(is on the list already)") if again else ""
        desk.prompter.show("  + " + " · ".join(fields) + mark, "quiet")
    question = ngettext("Add this {one}?", "Add these {count} {many}?", len(rows)).format(
        count=len(rows), one=words.one, many=words.many
    )
    answers = [Option("yes", _("Yes, add them")), Option("no", _("No, leave the list as it is"))]
    choice = desk.prompter.pick(replace(ask, question=question, default="yes", ways=INSIDE), answers)
    if isinstance(choice, Leave):
        return choice
    if choice == "yes":
        desk.append(path, [dict(row) for row in rows])
    return None


def _read(desk: Desk, path: KeyPath, value: Data) -> str:
    return shown(desk, value, type_at(desk.model, path))


def _rows(desk: Desk, path: KeyPath) -> list[Data]:
    rows = desk.value(path)
    return rows if isinstance(rows, list) else []


def _first(row: Data) -> list[tuple[str, Data]]:
    """The first field of a row with its value: what people know it by."""
    return list(row.items())[:1] if isinstance(row, dict) else []
