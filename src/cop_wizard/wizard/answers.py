"""Asks for one value: which prompt fits is told by the type of the field, never by the question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from cop_wizard.i18n import _
from cop_wizard.plan.fields import choices_of, item_type, kind_of, type_at
from cop_wizard.values import NONE_ON_PURPOSE, KeyPath
from cop_wizard.wizard.choosing import ask_choice, ask_choices, ask_name, ask_people, names_at_hand
from cop_wizard.wizard.desk import Desk
from cop_wizard.wizard.listing import save_list
from cop_wizard.wizard.prompter import Ask, Leave, Pasted


def ask_value(
    desk: Desk, path: KeyPath, ask: Ask, ordered: bool = False, first: Sequence[str] = (), instead: str = ""
) -> Leave | Pasted | None:
    """Ask for the value at ``path`` and save it. ``None`` means: dealt with, go on.

    ``ordered`` also asks which of several choices matters most; ``first`` names the choices offered before the others;
    ``instead`` is what to begin with in place of a text or choice that cannot stand there.
    """
    annotation = type_at(desk.model, path)
    kind = kind_of(annotation)
    if kind == "list":
        inner = item_type(annotation)
        if choices_of(inner) is not None:
            return ask_choices(desk, path, ask, inner, ordered, first)
        if kind_of(inner) == "name" and desk.roster_names():
            return ask_people(desk, path, ask)
        return _lines(desk, path, ask)
    if kind == "choice":
        return ask_choice(desk, path, ask, annotation, instead)
    if not instead and (names := names_at_hand(desk, annotation)):
        return ask_name(desk, path, ask, names, kind == "name")
    return _text(desk, path, ask, kind == "paragraph", instead)


def _text(desk: Desk, path: KeyPath, ask: Ask, long: bool, instead: str) -> Leave | Pasted | None:
    stored = desk.value(path)
    default = instead or (stored if isinstance(stored, str) else ask.default)
    default = default if long else " ".join(default.split())
    proposed = ask.proposed and default == ask.default and not isinstance(stored, str) and not desk.draft.at(path)
    whole = desk.ask(path, replace(ask, default=default, check=partial(_refused, desk, path), proposed=proposed))
    reply = desk.prompter.paragraph(whole) if long else desk.prompter.line(whole)
    if not isinstance(reply, str):
        return reply
    if reply:
        value = desk.written(path, reply)
        folded = not long and isinstance(stored, str) and value == " ".join(stored.split())
        if value != stored and not folded:
            desk.put(path, value)
        if words := desk.kept_in_words(path, reply):
            desk.prompter.show("  " + words, "quiet")
    elif stored is not None and stored is not NONE_ON_PURPOSE:
        desk.put(path, None)
    desk.draft.settle(path)
    return None


def _refused(desk: Desk, path: KeyPath, text: str) -> str:
    return "" if text.casefold() == "none" else desk.refusal(path, text)


def _lines(desk: Desk, path: KeyPath, ask: Ask) -> Leave | None:
    """A list of short texts is typed as lines, one item each."""
    stored = desk.value(path)
    items = [str(item) for item in stored] if isinstance(stored, list) else []
    question = ask.question + "\n  " + _("One on each line.")

    def check(text: str) -> str:
        return next((why for line in text.splitlines() if (why := desk.refusal((*path, 0), line.strip() or "-"))), "")

    whole = replace(ask, question=question, default="\n".join(items), check=check)
    reply = desk.prompter.paragraph(desk.ask(path, whole))
    if isinstance(reply, Leave):
        return reply
    if reply.strip().casefold() == "none":
        desk.put(path, NONE_ON_PURPOSE)
        return None
    found = [re.sub(r"^\s*(?:[-*•·]\s+)?", "", line).strip() for line in reply.splitlines()]
    save_list(desk, path, [line for line in found if line])
    return None
