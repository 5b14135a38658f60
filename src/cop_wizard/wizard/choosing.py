"""Asks for what can be chosen: items of closed lists, people of the roster, names of other rows; own words besides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from cop_wizard.i18n import _
from cop_wizard.plan.fields import allows_own, choices_of, kind_of, names_of, type_at
from cop_wizard.values import Data, KeyPath, value_at
from cop_wizard.wizard.desk import Desk
from cop_wizard.wizard.listing import save_list
from cop_wizard.wizard.prompter import Ask, Leave, Option, Way

OWN, BLANK = "\0own", "\0blank"
"""The options that lead to own words and to no answer. No answer can look like them, since none holds a NUL."""


def names_at_hand(desk: Desk, annotation: Any) -> list[str]:
    """What the plan has to offer where a value names somebody or something: people, series, groups and so on."""
    if kind_of(annotation) == "name":
        return list(dict.fromkeys(desk.roster_names()))
    mark = names_of(annotation)
    rows = desk.value(mark.rows) if mark else None
    found = [value_at(row, (mark.by,)) for row in rows] if mark and isinstance(rows, list) else []
    return list(dict.fromkeys(name for name in found if isinstance(name, str) and name.strip()))


def names_others(desk: Desk, path: KeyPath) -> bool:
    """Whether the field names another row, and there are some to name."""
    annotation = type_at(desk.model, path)
    return names_of(annotation) is not None and bool(names_at_hand(desk, annotation))


def ask_choice(desk: Desk, path: KeyPath, ask: Ask, annotation: Any, instead: str = "") -> Leave | None:
    """One item of a closed list, or own words where the list allows them."""
    own = _("Something else, in your own words") if allows_own(annotation) else ""
    return _one(desk, path, ask, _options(desk, annotation), own, instead)


def ask_name(desk: Desk, path: KeyPath, ask: Ask, names: Sequence[str], person: bool) -> Leave | None:
    """One of the names at hand, or another one."""
    own = _("Somebody else") if person else _("Something else, in your own words")
    return _one(desk, path, ask, [Option(name, name) for name in names], own, "")


def _one(desk: Desk, path: KeyPath, ask: Ask, options: list[Option], own_label: str, instead: str) -> Leave | None:
    """Choose one of ``options``. Inside a row or a form the field can be left blank, and is unless one chooses."""
    stored = desk.value(path)
    in_row = len(path) > 2
    if isinstance(stored, str) and _is_other(options, stored) and not desk.refusal(path, stored):
        options.append(Option(stored, stored))
    options += [Option(OWN, own_label)] if own_label else []
    options += [Option(BLANK, _("Leave it blank"))] if in_row else []
    begin = instead or (stored if isinstance(stored, str) else BLANK if in_row else "")
    at = OWN if desk.draft.at((*path, "+own")) else begin
    while True:
        reply = desk.prompter.pick(desk.ask(path, replace(ask, default=at)), options)
        if isinstance(reply, Leave):
            return reply
        if reply != OWN:
            value = None if reply == BLANK else reply
            if value != stored:
                desk.put(path, value)
            return None
        typed = _in_own_words(desk, path, ask)
        if not isinstance(typed, Leave) or typed.way is not Way.BACK:
            return typed


def _is_other(options: Sequence[Option], stored: str) -> bool:
    return stored not in {option.value for option in options}


def _in_own_words(desk: Desk, path: KeyPath, ask: Ask) -> Leave | None:
    """One answer in own words. Nothing typed leads back to the choice."""
    own_words = replace(ask, question=_("In your own words:"), default="", check=partial(_refused, desk, path))
    typed = desk.prompter.line(desk.ask((*path, "+own"), own_words))
    if isinstance(typed, Leave):
        return typed
    if not isinstance(typed, str) or not typed:
        return Leave(Way.BACK)
    desk.put(path, desk.written(path, typed))
    if words := desk.kept_in_words(path, typed):
        desk.prompter.show("  " + words, "quiet")
    return None


def _refused(desk: Desk, path: KeyPath, text: str) -> str:
    return "" if text.casefold() == "none" else desk.refusal(path, text)


def ask_choices(
    desk: Desk, path: KeyPath, ask: Ask, annotation: Any, ordered: bool = False, first: Sequence[str] = ()
) -> Leave | None:
    """Any number of items of a closed list; ``ordered`` also asks which matters most, ``first`` come first."""
    stored = desk.value(path)
    chosen = [str(item) for item in stored] if isinstance(stored, list) else []
    options = _options(desk, annotation, first)
    known = {option.value for option in options}
    options += [Option(item, item) for item in chosen if item not in known]
    own = _("Others, in your own words") if allows_own(annotation) else ""
    new = _ticked(desk, path, ask, options, chosen, own)
    if isinstance(new, Leave):
        return new
    if ordered and len(new) > 1 and new != chosen:
        labels = {option.value: option.label for option in options}
        sorted_reply = _order(desk, ask, [(item, labels.get(item, item)) for item in new])
        if isinstance(sorted_reply, Leave):
            return sorted_reply
        if sorted_reply != new:
            save_list(desk, path, list(sorted_reply))
    return None


def ask_people(desk: Desk, path: KeyPath, ask: Ask) -> Leave | None:
    """Names, ticked on the roster; others can be typed."""
    stored = desk.value(path)
    chosen = [str(item) for item in stored] if isinstance(stored, list) else []
    names = dict.fromkeys([*desk.roster_names(), *chosen])
    new = _ticked(desk, path, ask, [Option(name, name) for name in names], chosen, _("Somebody else"))
    return new if isinstance(new, Leave) else None


def _options(desk: Desk, annotation: Any, first: Sequence[str] = ()) -> list[Option]:
    choices = choices_of(annotation)
    assert choices is not None
    words = desk.guide.vocabulary.choices.get(choices.__name__, {})
    ordered = sorted(choices, key=lambda choice: choice not in first)
    return [Option(str(choice), words[choice].label, words[choice].help) for choice in ordered]


def _ticked(
    desk: Desk, path: KeyPath, ask: Ask, options: list[Option], chosen: list[str], own_label: str
) -> list[str] | Leave:
    """Tick options, beginning with those ticked when the last session ended, else those ``chosen``; save and return."""
    if own_label:
        options = [*options, Option(OWN, own_label)]
    draft = desk.draft.at(path)
    reply = desk.prompter.tick(desk.ask(path, ask), options, draft.split("\n") if draft else chosen)
    if isinstance(reply, Leave):
        return reply
    desk.draft.note(path, "")  # own words half typed below it stay
    kept = [item for item in reply if item != OWN]
    new = [item for item in chosen if item in kept] + [item for item in kept if item not in chosen]
    if OWN in reply:
        added = _own_words(desk, (*path, 0), ask)
        if isinstance(added, Leave):
            return added
        new += [item for item in added if item not in new]
    if new != chosen:
        items: list[Data] = list(new)
        save_list(desk, path, items)
    return new


def _own_words(desk: Desk, path: KeyPath, ask: Ask) -> list[str] | Leave:
    def check(text: str) -> str:
        return next((why for line in _split(text) if (why := desk.refusal(path, line))), "")

    question = _("In your own words (if there are several, put a semicolon between them):")
    place = (*path[:-1], "+own")
    reply = desk.prompter.line(desk.ask(place, replace(ask, question=question, default="", check=check)))
    if not isinstance(reply, Leave):
        desk.draft.settle(place)
    return _split(reply) if isinstance(reply, str) else reply if isinstance(reply, Leave) else _split(reply.text)


def _split(text: str) -> list[str]:
    return [" ".join(part.split()) for part in re.split(r"[;\n]", text) if part.strip()]


def _order(desk: Desk, ask: Ask, items: list[tuple[str, str]]) -> list[str] | Leave:
    """Most important first: the person types the numbers in order; Enter keeps the order shown."""
    listed = "\n".join(f"  {number}. {label}" for number, (_item, label) in enumerate(items, start=1))
    natural = ", ".join(str(number) for number in range(1, len(items) + 1))

    def check(text: str) -> str:
        wanted = sorted(re.findall(r"\d+", text), key=int)
        if wanted != [str(number) for number in range(1, len(items) + 1)]:
            return _("Type each number from 1 to {last} once, most important first.").format(last=len(items))
        return ""

    question = _("Most important first: which order?") + "\n" + listed + "\n "
    reply = desk.prompter.line(replace(ask, question=question, default=natural, check=check, optional=True))
    if isinstance(reply, Leave):
        return reply
    numbers = re.findall(r"\d+", reply) if isinstance(reply, str) else []
    return [items[int(number) - 1][0] for number in numbers] or [item for item, _label in items]
