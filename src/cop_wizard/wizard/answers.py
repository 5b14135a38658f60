"""Asks for one value: which prompt fits is told by the type of the field, never by the question."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

from cop_wizard.i18n import _
from cop_wizard.plan.fields import allows_own, choices_of, item_type, kind_of, part_type, type_at
from cop_wizard.plan.parsing import InWords, parse_date
from cop_wizard.plan.plan import Plan
from cop_wizard.progress import filled
from cop_wizard.values import NONE_ON_PURPOSE, Data, KeyPath
from cop_wizard.wizard.desk import Desk, none_label
from cop_wizard.wizard.prompter import Ask, Leave, Option, Pasted, Way
from cop_wizard.wording import date_words
from cop_wizard.yamltext.splice import Insert, Operation, Put, Remove

OWN = "\0own"
"""The option that leads to own words. No answer can look like it, since none holds a NUL."""


def ask_value(
    desk: Desk, path: KeyPath, ask: Ask, ordered: bool = False, first: Sequence[str] = (), instead: str = ""
) -> Leave | Pasted | None:
    """Ask for the value at ``path`` and save it. ``None`` means: dealt with, go on.

    ``ordered`` also asks which of several choices matters most; ``first`` names the choices offered before the others;
    ``instead`` is what to begin with in place of a text or choice that cannot stand there.
    """
    annotation = type_at(Plan, path)
    kind = kind_of(annotation)
    if kind == "list":
        inner = item_type(annotation)
        if choices_of(inner) is not None:
            return _several(desk, path, ask, inner, ordered, first)
        if kind_of(inner) == "name" and desk.roster_names():
            return _people(desk, path, ask)
        return _lines(desk, path, ask)
    if kind == "choice":
        return _one(desk, path, ask, annotation, instead)
    return _text(desk, path, ask, kind == "paragraph", instead)


def shown(desk: Desk, data: Data, annotation: Any = None) -> str:
    """A value in a few words, for menus and summaries."""
    if data is NONE_ON_PURPOSE:
        return none_label()
    if data is None or data in ("", [], {}):
        return ""
    if isinstance(data, list):
        inner = item_type(annotation) if annotation is not None else None
        if all(isinstance(item, dict) for item in data):
            return ", ".join(_row_name(desk, item, inner) for item in data)
        return ", ".join(shown(desk, item, inner) for item in data)
    if isinstance(data, dict):
        return _form_in_short(desk, data, annotation)
    choices = choices_of(annotation) if annotation is not None else None
    if choices is not None and data in set(choices):
        return desk.guide.label(choices(data))
    text = " ".join(str(data).split())
    if annotation is not None and kind_of(annotation) == "date":
        with suppress(ValueError):
            date = parse_date(text)
            return text if isinstance(date, InWords) else date_words(date)
    return text


def short(text: str, most: int = 60) -> str:
    """As much of a text as a line to choose from has room for."""
    return text if len(text) <= most else text[: most - 1] + "…"


def _form_in_short(desk: Desk, data: dict[str, Data], annotation: Any) -> str:
    """The values of a form, and how many of its fields they fill where some are still blank."""
    part = part_type(annotation) if annotation is not None else None
    values = [shown(desk, item) for item in data.values() if filled(item) or item is NONE_ON_PURPOSE]
    if part is None or len(values) == len(part.model_fields):
        return ", ".join(values)
    return _("{count} of {all}: {values}").format(
        count=len(values), all=len(part.model_fields), values=", ".join(values)
    )


def _row_name(desk: Desk, row: Data, annotation: Any) -> str:
    part = part_type(annotation)
    for key, value in row.items() if isinstance(row, dict) else ():
        field = type_at(part, (key,)) if part else None
        if text := shown(desk, value, field):
            return text
    return _("(blank)")


def list_changes(path: KeyPath, old: Sequence[Data], new: Sequence[Data]) -> list[Operation]:
    """The fewest insertions and removals that turn one list of plain values into the other, last place first."""
    operations: list[Operation] = []
    matcher = difflib.SequenceMatcher(a=[repr(item) for item in old], b=[repr(item) for item in new], autojunk=False)
    for _tag, start, end, new_start, new_end in reversed(matcher.get_opcodes()):
        if _tag == "equal":
            continue
        common = min(end - start, new_end - new_start)
        operations += [Remove((*path, place)) for place in reversed(range(start + common, end))]
        operations += [Insert(path, end, item) for item in reversed(new[new_start + common : new_end])]
        operations += [Put((*path, start + step), new[new_start + step]) for step in range(common)]
    return operations


def _save_list(desk: Desk, path: KeyPath, new: list[Data]) -> None:
    old = desk.value(path)
    if new and isinstance(old, list) and old:
        operations = list_changes(path, old, new)
        desk.change(*operations)
    else:
        desk.put(path, new or None)


# --- text ---------------------------------------------------------------------------------------------------------


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
    _save_list(desk, path, [line for line in found if line])
    return None


# --- choices ------------------------------------------------------------------------------------------------------


def _options(desk: Desk, annotation: Any, first: Sequence[str] = ()) -> list[Option]:
    choices = choices_of(annotation)
    assert choices is not None
    words = desk.guide.vocabulary.choices.get(choices.__name__, {})
    ordered = sorted(choices, key=lambda choice: choice not in first)
    return [Option(str(choice), words[choice].label, words[choice].help) for choice in ordered]


def _one(desk: Desk, path: KeyPath, ask: Ask, annotation: Any, instead: str) -> Leave | None:
    stored = desk.value(path)
    options = _options(desk, annotation)
    own = isinstance(stored, str) and stored not in {option.value for option in options}
    if own and not desk.refusal(path, str(stored)):
        options.append(Option(str(stored), str(stored)))
    if allows_own(annotation):
        options.append(Option(OWN, _("Something else, in your own words")))
    at = OWN if desk.draft.at((*path, "+own")) else instead or (stored if isinstance(stored, str) else "")
    while True:
        reply = desk.prompter.pick(desk.ask(path, replace(ask, default=at)), options)
        if isinstance(reply, Leave):
            return reply
        if reply != OWN:
            if reply != stored:
                desk.put(path, reply)
            return None
        own_words = replace(ask, question=_("In your own words:"), default="", check=partial(_refused, desk, path))
        typed = desk.prompter.line(desk.ask((*path, "+own"), own_words))
        if isinstance(typed, str) and typed:
            desk.put(path, desk.written(path, typed))
            return None
        if isinstance(typed, Leave) and typed.way is not Way.BACK:
            return typed


def _several(desk: Desk, path: KeyPath, ask: Ask, annotation: Any, ordered: bool, first: Sequence[str]) -> Leave | None:
    stored = desk.value(path)
    chosen = [str(item) for item in stored] if isinstance(stored, list) else []
    options = _options(desk, annotation, first)
    known = {option.value for option in options}
    options += [Option(item, item) for item in chosen if item not in known]
    if allows_own(annotation):
        options.append(Option(OWN, _("Others, in your own words")))
    reply = _tick(desk, path, ask, options, chosen)
    if isinstance(reply, Leave):
        return reply
    kept = [item for item in reply if item != OWN]
    new = [item for item in chosen if item in kept] + [item for item in kept if item not in chosen]
    if OWN in reply:
        added = _own_words(desk, (*path, 0), ask)
        if isinstance(added, Leave):
            return added
        new += [item for item in added if item not in new]
    if new != chosen:
        _save_list(desk, path, list(new))
    if ordered and len(new) > 1 and new != chosen:
        labels = {option.value: option.label for option in options}
        sorted_reply = _order(desk, ask, [(item, labels.get(item, item)) for item in new])
        if isinstance(sorted_reply, Leave):
            return sorted_reply
        if sorted_reply != new:
            _save_list(desk, path, list(sorted_reply))
    return None


def _tick(desk: Desk, path: KeyPath, ask: Ask, options: Sequence[Option], chosen: Sequence[str]) -> list[str] | Leave:
    """Tick options, beginning with those ticked when the last session ended, else with those of the plan."""
    draft = desk.draft.at(path)
    reply = desk.prompter.tick(desk.ask(path, ask), options, draft.split("\n") if draft else chosen)
    if not isinstance(reply, Leave):
        desk.draft.settle(path)
    return reply


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


def _people(desk: Desk, path: KeyPath, ask: Ask) -> Leave | None:
    """Names, ticked on the roster; others can be typed."""
    stored = desk.value(path)
    chosen = [str(item) for item in stored] if isinstance(stored, list) else []
    names = list(dict.fromkeys([*desk.roster_names(), *chosen]))
    options = [*(Option(name, name) for name in names), Option(OWN, _("Somebody else"))]
    reply = _tick(desk, path, ask, options, chosen)
    if isinstance(reply, Leave):
        return reply
    new = [name for name in reply if name != OWN]
    if OWN in reply:
        added = _own_words(desk, (*path, 0), ask)
        if isinstance(added, Leave):
            return added
        new += [name for name in added if name not in new]
    if new != chosen:
        _save_list(desk, path, list(new))
    return None
