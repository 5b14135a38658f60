"""Lists of people, meetings and the like, and small forms: add, change, remove, reorder, paste many at once.

Every row and every field is saved as soon as it is given. Built from the prompter's few prompts, so the same for
arrow keys and for numbered lines.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial

from cop_wizard.guide.model import FieldWords, Question
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.fields import choices_of, keys_at, type_at
from cop_wizard.plan.plan import Plan
from cop_wizard.progress import filled
from cop_wizard.values import Data, KeyPath, value_at
from cop_wizard.wizard.answers import ask_value, shown
from cop_wizard.wizard.desk import Desk, RowsMoved
from cop_wizard.wizard.pasting import rows_from_text
from cop_wizard.wizard.prompter import INSIDE, Ask, Leave, Option, Pasted, Way
from cop_wizard.wizard.proposing import propose_meetings

DONE, ADD, PASTE, ORDER, PROPOSE, REST = "+done", "+add", "+paste", "+order", "+propose", "+rest"


def ask_rows(desk: Desk, question: Question, ask: Ask) -> Leave | None:
    """Edit the list at ``question.path`` until the person is done with it."""
    with desk.holding(question.path):
        return _ask_rows(desk, question.path, ask)


def _ask_rows(desk: Desk, path: KeyPath, ask: Ask) -> Leave | None:
    reply: Leave | None = None
    with suppress(RowsMoved):
        reply = _resume_row(desk, path, ask)
    pointed = DONE if _rows(desk, path) else ADD
    while not isinstance(reply, Leave) or reply.way is Way.BACK:
        rows = _rows(desk, path)
        choice = desk.prompter.pick(replace(ask, default=pointed), _row_menu(desk, path, rows))
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
        return _paste(desk, path, ask)
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
    menu = [Option(str(place), row_label(desk, (*path, place), row)) for place, row in enumerate(rows)]
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


def row_label(desk: Desk, path: KeyPath, row: Data) -> str:
    """A row in one line: its answers side by side."""
    values = [shown(desk, value_at(row, (key,)), type_at(Plan, (*path, key))) for key in keys_at(Plan, path)]
    text = " · ".join(value for value in values if value)
    return text if len(text) <= 100 else text[:99] + "…"


def _resume_row(desk: Desk, path: KeyPath, ask: Ask) -> Leave | None:
    """Go straight back into the row that was being typed when the last session ended."""
    for row in range(len(_rows(desk, path)) + 1):
        if field := desk.draft.field_below((*path, row)):
            if row < len(_rows(desk, path)):
                return ask_row(desk, (*path, row), ask, field)
            return _add_row(desk, path, ask)
    return None


def _first_fields(desk: Desk, row: KeyPath) -> list[str]:
    fields = list(keys_at(Plan, row))
    return desk.part_words(row).first or fields[:2]


def _add_row(desk: Desk, path: KeyPath, ask: Ask) -> Leave | None:
    """Ask the first fields of a new row; the row exists from its first answer on."""
    row = (*path, len(_rows(desk, path)))
    fields = _first_fields(desk, row)
    step = 0
    while step < len(fields):
        before = len(_rows(desk, path))
        reply = ask_field(desk, (*row, fields[step]), ask, new=before <= int(row[-1]), many=step == 0)
        if isinstance(reply, Pasted):
            return _take_rows(desk, path, ask, reply.text)
        if isinstance(reply, Leave):
            if reply.way is not Way.BACK:
                return reply
            if step == 0:
                return None
            step -= 1
            continue
        if step == 0 and len(_rows(desk, path)) <= int(row[-1]):
            return None  # nothing was said: no row
        step += 1
    return None


def ask_field(
    desk: Desk, path: KeyPath, ask: Ask, new: bool = False, many: bool = False, instead: str = ""
) -> Leave | Pasted | None:
    """Ask for one field of a row or a form, in the words of the guide; ``instead`` as in `ask_value`."""
    words = desk.field_words(path)
    inside = replace(
        ask,
        question=words.prompt or words.label,
        help=field_help(words),
        default="",
        many=many,
        preview=None,
        optional=True,
    )
    reply: str | Leave | Pasted | None
    if new:
        reply = desk.prompter.line(desk.ask(path, replace(inside, check=partial(desk.refusal, path))))
        if isinstance(reply, str) and reply:
            desk.insert(path[:-2], int(path[-2]), {str(path[-1]): desk.written(path, reply)})
    else:
        reply = ask_value(desk, path, inside, instead=instead)
    if isinstance(reply, str) or (isinstance(reply, Leave) and reply.way is Way.SKIP):
        return None  # to skip a field is to leave it as it is and go on
    return reply


def field_help(words: FieldWords) -> str:
    """What can be said about one field of a row."""
    example = _("For example: {example}").format(example=words.example) if words.example else ""
    return "\n".join(part for part in (words.help, example) if part)


def ask_row(desk: Desk, row: KeyPath, ask: Ask, field: str = "") -> Leave | None:
    """One row as a menu of its fields, with removing it at the end."""
    remove = "+remove"
    extra = [Option(remove, _("Remove this row"))]
    reply = ask_fields(desk, row, ask, lambda: row_label(desk, row, desk.value(row)), extra, field)
    if reply != remove:
        return reply if isinstance(reply, Leave) else None
    sure = [Option("no", _("Keep it")), Option("yes", _("Remove it"))]
    question = _("Remove “{row}” from the plan?").format(row=row_label(desk, row, desk.value(row)))
    answer = desk.prompter.pick(replace(ask, question=question, default="no", ways=INSIDE), sure)
    if answer == "yes":
        desk.remove(row)
    return answer if isinstance(answer, Leave) else None


def ask_fields(
    desk: Desk,
    path: KeyPath,
    ask: Ask,
    title: Callable[[], str],
    extra: Sequence[Option] = (),
    field: str = "",
    begin_at_blank: bool = False,
) -> Leave | str | None:
    """A menu of the fields at ``path`` until the person is done; after each it points at the next blank one.

    ``field`` is asked at once. Returns the value of an ``extra`` option when one is chosen.
    """
    fields = keys_at(Plan, path)
    pointed = next((key for key in fields if not desk.value((*path, key))), DONE) if begin_at_blank else DONE
    while True:
        if field:
            reply = ask_field(desk, (*path, field), ask)
            if isinstance(reply, Leave) and reply.way is not Way.BACK:
                return reply
            later = fields[fields.index(field) + 1 :] if field in fields else ()
            pointed = next((key for key in later if not desk.value((*path, key))), DONE)
        menu = [Option(key, field_label(desk, (*path, key)), desk.field_words((*path, key)).help) for key in fields]
        menu += [*extra, Option(DONE, _("Done"))]
        choice = desk.prompter.pick(replace(ask, question=title(), default=pointed, preview=None), menu)
        if isinstance(choice, Leave):
            return choice
        if choice == DONE:
            return None
        if choice not in fields:
            return choice
        field = choice


def field_label(desk: Desk, path: KeyPath) -> str:
    """One field of a row or form with its answer."""
    value = shown(desk, desk.value(path), type_at(Plan, path))
    value = value if len(value) <= 60 else value[:59] + "…"
    return f"{desk.field_words(path).label}: {value or '—'}"


def ask_form(desk: Desk, question: Question, ask: Ask) -> Leave | None:
    """A fixed group of fields: asked one after another the first time, as a menu once something is filled in."""
    path = question.path
    fields = list(question.first or keys_at(Plan, path))
    pending = desk.draft.field_below(path)
    if filled(desk.value(path)) and pending not in fields:
        chosen = ask_fields(desk, path, ask, lambda: ask.question, begin_at_blank=True)
        return chosen if isinstance(chosen, Leave) else None
    step = fields.index(pending) if pending in fields else 0
    while step < len(fields):
        counted = _("{title} {step} of {all}").format(title=question.title, step=step + 1, all=len(fields))
        inside = replace(ask, where=f"{ask.where} · {counted}" if ask.where else counted)
        reply = ask_field(desk, (*path, fields[step]), inside)
        if isinstance(reply, Leave):
            if reply.way is not Way.BACK or step == 0:
                return reply
            step -= 2
        step += 1
    if len(fields) < len(keys_at(Plan, path)):
        return _offer_rest(desk, question, ask)
    return None


def _offer_rest(desk: Desk, question: Question, ask: Ask) -> Leave | None:
    offer = [Option(DONE, _("These are enough for now")), Option(REST, _("Show the others too"))]
    choice = desk.prompter.pick(
        replace(ask, question=_("These are the ones that matter most. There are more."), default=DONE), offer
    )
    if isinstance(choice, Leave):
        return choice
    if choice == REST:
        reply = ask_fields(desk, question.path, ask, lambda: ask.question, begin_at_blank=True)
        return reply if isinstance(reply, Leave) else None
    return None


# --- many at once -------------------------------------------------------------------------------------------------


def _paste(desk: Desk, path: KeyPath, ask: Ask) -> Leave | None:
    words = desk.part_words((*path, 0))
    labels = ", ".join(_column(desk, (*path, 0, key)) for key in words.fields)
    question = _("Paste or type your {many}, one on each line.").format(many=words.many)
    question += "\n" + _("Commas, semicolons or tabs between: {labels}.").format(labels=labels)
    reply = desk.prompter.paragraph(desk.ask((*path, "+paste"), replace(ask, question=question, preview=None)))
    return reply if isinstance(reply, Leave) else _take_rows(desk, path, ask, reply)


def _column(desk: Desk, path: KeyPath) -> str:
    """A field of a pasted line, with the words to choose from where there are only some."""
    label = desk.field_words(path).label.lower()
    choices = choices_of(type_at(Plan, path))
    return f"{label} ({_('or').join(f' {choice} ' for choice in choices).strip()})" if choices else label


def _take_rows(desk: Desk, path: KeyPath, ask: Ask, text: str) -> Leave | None:
    rows = rows_from_text(desk, path, text)
    if not rows:
        return None
    words = desk.part_words((*path, 0))
    there = {row_label(desk, (*path, 0), {key: value}) for row in _rows(desk, path) for key, value in _first(row)}
    for row in rows:
        fields = [f"{words.fields[key].label}: {shown(desk, value)}" for key, value in row.items()]
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
        for row in rows:
            desk.append(path, dict(row))
    return None


def _first(row: Data) -> list[tuple[str, Data]]:
    """The first field of a row with its value: what people know it by."""
    return list(row.items())[:1] if isinstance(row, dict) else []


def _reorder(desk: Desk, path: KeyPath, ask: Ask) -> Leave | None:
    """Pick a row, then the row it goes before."""
    rows = _rows(desk, path)
    menu = [Option(str(place), row_label(desk, (*path, place), row)) for place, row in enumerate(rows)]
    moved = desk.prompter.pick(replace(ask, question=_("Which one should move?"), default="0", ways=INSIDE), menu)
    if isinstance(moved, Leave):
        return moved
    rest = [option for option in menu if option.value != moved]
    rest.append(Option(DONE, _("(to the end)")))
    before = desk.prompter.pick(replace(ask, question=_("Put it before which one?"), default=DONE, ways=INSIDE), rest)
    if isinstance(before, Leave):
        return before
    source = int(moved)
    target = len(rows) - 1 if before == DONE else int(before) - (int(before) > source)
    if target != source:
        desk.move(path, source, target)
    return None
