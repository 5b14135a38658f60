"""Lists of people, meetings and the like, as tables: add, change, remove, reorder, paste many at once.

Every row and every field is saved as soon as it is given. Built from the prompter's few prompts, so the same for
arrow keys and for numbered lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.fields import asked_keys, kind_of, type_at
from cop_wizard.values import Data, KeyPath
from cop_wizard.wizard.choosing import names_at_hand, names_others
from cop_wizard.wizard.desk import Desk, RowsMoved
from cop_wizard.wizard.forms import DONE, ask_field, ask_fields
from cop_wizard.wizard.many_at_once import paste, take_rows
from cop_wizard.wizard.prompter import INSIDE, Ask, Leave, Option, Pasted, Way
from cop_wizard.wizard.proposing import propose_meetings
from cop_wizard.wizard.showing import row_cell, row_label

ADD, PASTE, ORDER, PROPOSE, REMOVE = "+add", "+paste", "+order", "+propose", "+remove"


def ask_rows(desk: Desk, path: KeyPath, ask: Ask) -> Leave | None:
    """Edit the list at ``path`` until the person is done with it."""
    with desk.holding(path):
        return _ask_rows(desk, path, ask)


def _ask_rows(desk: Desk, path: KeyPath, ask: Ask) -> Leave | None:
    reply: Leave | None = None
    with suppress(RowsMoved):
        reply = _resume_row(desk, path, ask)
    pointed = DONE if _rows(desk, path) else ADD
    while not isinstance(reply, Leave) or reply.way is Way.BACK:
        rows = _rows(desk, path)
        table = replace(ask, default=pointed, columns=_headings(desk, path) if rows else ())
        choice = desk.prompter.pick(table, _row_menu(desk, path, rows))
        if isinstance(choice, Leave):
            return choice
        if choice == DONE:
            return None
        try:
            reply = _act(desk, path, ask, choice)
        except RowsMoved as moved:  # the menu shows the list as it is by now
            reply, pointed = None, str(moved.row) if moved.row >= 0 else DONE
            continue
        pointed = ADD if choice == ADD and len(_rows(desk, path)) == len(rows) + 1 else DONE
    return reply


def _act(desk: Desk, path: KeyPath, ask: Ask, choice: str) -> Leave | None:
    if choice == ADD:
        return _add_row(desk, path, ask)
    if choice == PASTE:
        return paste(desk, path, ask)
    if choice == ORDER:
        return _reorder(desk, path, ask)
    if choice == PROPOSE:
        return propose_meetings(desk, path, ask)
    return ask_row(desk, (*path, int(choice)), ask)


def _rows(desk: Desk, path: KeyPath) -> list[Data]:
    rows = desk.value(path)
    return rows if isinstance(rows, list) else []


def _row_menu(desk: Desk, path: KeyPath, rows: Sequence[Data]) -> list[Option]:
    words = desk.part_words((*path, 0))
    menu = _row_options(desk, path, rows)
    menu.append(
        Option(
            ADD,
            _("Add another {one}").format(one=words.one) if rows else _("Add the first {one}").format(one=words.one),
        )
    )
    if path == ("collaborative_plan", "meetings"):
        menu.append(Option(PROPOSE, _("Propose dates from the rhythm")))
    menu.append(Option(PASTE, _("Paste or type many at once, a line each")))
    if len(rows) > 1:
        menu.append(Option(ORDER, _("Change the order")))
    count = ngettext("{count} {one}", "{count} {many}", len(rows)).format(
        count=len(rows), one=words.one, many=words.many
    )
    menu.append(Option(DONE, _("Done ({count})").format(count=count) if rows else _("Done (none yet)")))
    return menu


def _row_options(desk: Desk, path: KeyPath, rows: Sequence[Data]) -> list[Option]:
    """Each row as a line to choose, and as cells under the headings of `_headings`."""
    columns = _first_fields(desk, (*path, 0))
    found = []
    for place, row in enumerate(rows):
        whole = (*path, place)
        cells = tuple(row_cell(desk, whole, row, key) for key in columns)
        found.append(Option(str(place), row_label(desk, whole, row), cells=cells if any(cells) else ()))
    return found


def _headings(desk: Desk, path: KeyPath) -> tuple[str, ...]:
    return tuple(desk.field_words((*path, 0, key)).label for key in _first_fields(desk, (*path, 0)))


def _resume_row(desk: Desk, path: KeyPath, ask: Ask) -> Leave | None:
    """Go straight back into the row that was being typed when the last session ended."""
    for row in range(len(_rows(desk, path)) + 1):
        if field := desk.draft.field_below((*path, row)):
            if row < len(_rows(desk, path)):
                return ask_row(desk, (*path, row), ask, field)
            return _add_row(desk, path, ask)
    return None


def _first_fields(desk: Desk, row: KeyPath) -> list[str]:
    """What is asked of a new row and shown of every row: the guide's first fields, and which other row it names."""
    fields = asked_keys(desk.model, row)
    first = list(desk.part_words(row).first or fields[:2])
    return first + [key for key in fields if key not in first and names_others(desk, (*row, key))]


def _add_row(desk: Desk, path: KeyPath, ask: Ask) -> Leave | None:
    """Ask the first fields of a new row; the row exists from its first answer on."""
    row = (*path, len(_rows(desk, path)))
    fields = _first_fields(desk, row)
    step = 0
    while step < len(fields):
        place = (*row, fields[step])
        reply = ask_field(desk, place, ask, many=step == 0 and len(_rows(desk, path)) <= int(row[-1]))
        if isinstance(reply, Pasted):
            return take_rows(desk, path, ask, reply.text)
        if isinstance(reply, Leave):
            if reply.way is not Way.BACK:
                return reply
            if step == 0:
                return None
            step -= 1
            continue
        if step == 0 and len(_rows(desk, path)) <= int(row[-1]) and _is_typed(desk, place):
            return None  # nothing was said: no row
        step += 1
    return None


def _is_typed(desk: Desk, path: KeyPath) -> bool:
    """Whether a field is typed rather than chosen. To choose nothing may be meant: "on whatever weekday"."""
    annotation = type_at(desk.model, path)
    return kind_of(annotation) != "choice" and not names_at_hand(desk, annotation)


def ask_row(desk: Desk, row: KeyPath, ask: Ask, field: str = "") -> Leave | None:
    """One row as a menu of its fields, with removing it at the end."""
    extra = [Option(REMOVE, _("Remove this row"))]
    reply = ask_fields(desk, row, ask, lambda: row_label(desk, row, desk.value(row)), extra, field)
    if reply != REMOVE:
        return reply if isinstance(reply, Leave) else None
    sure = [Option("no", _("Keep it")), Option("yes", _("Remove it"))]
    question = _("Remove “{row}” from the plan?").format(row=row_label(desk, row, desk.value(row)))
    answer = desk.prompter.pick(replace(ask, question=question, default="no", ways=INSIDE), sure)
    if answer == "yes":
        desk.remove(row)
    return answer if isinstance(answer, Leave) else None


def _reorder(desk: Desk, path: KeyPath, ask: Ask) -> Leave | None:
    """Pick a row, then the row it goes before."""
    rows = _rows(desk, path)
    menu = _row_options(desk, path, rows)
    which = replace(ask, question=_("Which one should move?"), default="0", ways=INSIDE, columns=_headings(desk, path))
    moved = desk.prompter.pick(which, menu)
    if isinstance(moved, Leave):
        return moved
    rest = [option for option in menu if option.value != moved]
    rest.append(Option(DONE, _("(to the end)")))
    before = desk.prompter.pick(replace(which, question=_("Put it before which one?"), default=DONE), rest)
    if isinstance(before, Leave):
        return before
    source = int(moved)
    target = len(rows) - 1 if before == DONE else int(before) - (int(before) > source)
    if target != source:
        desk.move(path, source, target)
    return None
