"""The fields of one row or of a small form: asked one after another, or picked from a menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from cop_wizard.guide.model import FieldWords, Question
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.fields import asked_keys, item_type, kind_of, part_type, type_at
from cop_wizard.progress import filled
from cop_wizard.values import KeyPath
from cop_wizard.wizard.answers import ask_value
from cop_wizard.wizard.choosing import names_others
from cop_wizard.wizard.desk import Desk
from cop_wizard.wizard.prompter import Ask, Leave, Option, Pasted, Way
from cop_wizard.wizard.showing import field_label

DONE, MORE, REST = "+done", "+more", "+rest"
_FEW = 3
"""So many fields are not worth a line that hides them."""


def ask_field(desk: Desk, path: KeyPath, ask: Ask, many: bool = False, instead: str = "") -> Leave | Pasted | None:
    """Ask for one field of a row or a form, in the words of the guide; ``instead`` as in `ask_value`.

    A row that is not there yet begins with the answer.
    """
    words = desk.field_words(path)
    inside = replace(
        ask,
        question=words.prompt or words.label,
        help=field_help(words),
        default="",
        proposed=False,
        many=many,
        preview=None,
        optional=True,
    )
    annotation = type_at(desk.model, path)
    if kind_of(annotation) == "list" and part_type(item_type(annotation)) is not None:
        from cop_wizard.wizard.tables import ask_rows  # which is made of forms itself

        return ask_rows(desk, path, inside)
    reply = ask_value(desk, path, inside, instead=instead)
    if isinstance(reply, Leave) and reply.way is Way.SKIP:
        return None  # to skip a field is to leave it as it is and go on
    return reply


def field_help(words: FieldWords) -> str:
    """What can be said about one field of a row."""
    example = _("For example: {example}").format(example=words.example) if words.example else ""
    return "\n".join(part for part in (words.help, example) if part)


def ask_fields(
    desk: Desk,
    path: KeyPath,
    ask: Ask,
    title: Callable[[], str],
    extra: Sequence[Option] = (),
    field: str = "",
    begin_at_blank: bool = False,
) -> Leave | Pasted | str | None:
    """A menu of the fields at ``path`` until the person is done; after each it points at the next blank one.

    What is answered and what everybody is asked stands on top; the rest of a wide row waits behind one line.
    ``field`` is asked at once. Returns the value of an ``extra`` option when one is chosen.
    """
    top, rest = _top_and_rest(desk, path)
    field = field if field in (*top, *rest) else ""
    first = desk.part_words(path).first or top
    pointed = next((key for key in first if not desk.value((*path, key))), DONE) if begin_at_blank else DONE
    while True:
        if field:
            reply = ask_field(desk, (*path, field), ask)
            if isinstance(reply, Pasted) or (isinstance(reply, Leave) and reply.way is not Way.BACK):
                return reply
            if field in rest:
                top, rest = [*top, *rest], []
            later = top[top.index(field) + 1 :] if field in top else ()
            pointed = next((key for key in later if not desk.value((*path, key))), DONE)
        menu = [Option(key, field_label(desk, (*path, key)), desk.field_words((*path, key)).help) for key in top]
        menu += [*([_more(desk, path, rest)] if rest else []), *extra, Option(DONE, _("Done"))]
        choice = desk.prompter.pick(replace(ask, question=title(), default=pointed, preview=None, optional=True), menu)
        if isinstance(choice, Leave):
            return choice
        if choice == DONE:
            return None
        if choice == MORE:
            pointed, top, rest, field = rest[0], [*top, *rest], [], ""
        elif choice not in top:
            return choice
        else:
            field = choice


def _top_and_rest(desk: Desk, path: KeyPath) -> tuple[list[str], list[str]]:
    """The fields shown at once, and those that wait; the latter are none where they are few."""
    fields = list(asked_keys(desk.model, path))
    first = desk.part_words(path).first

    def is_on_top(key: str) -> bool:
        return not first or key in first or filled(desk.value((*path, key))) or names_others(desk, (*path, key))

    top = [key for key in fields if is_on_top(key)]
    rest = [key for key in fields if key not in top]
    return (top, rest) if len(rest) > _FEW else (fields, [])


def _more(desk: Desk, path: KeyPath, rest: Sequence[str]) -> Option:
    label = ngettext("More: {count} other", "More: {count} others", len(rest)).format(count=len(rest))
    if isinstance(path[-1], int):
        label = _("More about this {one} …").format(one=desk.part_words(path).one)
    return Option(MORE, label, ", ".join(desk.field_words((*path, key)).label for key in rest))


def ask_form(desk: Desk, question: Question, ask: Ask) -> Leave | None:
    """A fixed group of fields: asked one after another the first time, as a menu once something is filled in.

    Of a form with ``first`` fields only these are asked one after another.
    """
    path = question.path
    everything = asked_keys(desk.model, path)
    fields = list(question.first or desk.part_words(path).first or everything)
    pending = desk.draft.field_below(path)
    if filled(desk.value(path)) and pending not in fields:
        return _left(ask_fields(desk, path, ask, lambda: ask.question, field=pending, begin_at_blank=True))
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
    if question.first and len(fields) < len(everything):
        return _offer_rest(desk, question, ask)
    return None


def _left(reply: Leave | Pasted | str | None) -> Leave | None:
    return reply if isinstance(reply, Leave) else None


def _offer_rest(desk: Desk, question: Question, ask: Ask) -> Leave | None:
    offer = [Option(DONE, _("These are enough for now")), Option(REST, _("Show the others too"))]
    choice = desk.prompter.pick(
        replace(ask, question=_("These are the ones that matter most. There are more."), default=DONE), offer
    )
    if choice == REST:
        return _left(ask_fields(desk, question.path, ask, lambda: ask.question, begin_at_blank=True))
    return choice if isinstance(choice, Leave) else None
