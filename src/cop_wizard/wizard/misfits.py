"""What stands in a plan in a form that does not fit there: the ways to put it right, as a choice.

Each mender makes the change itself, or returns the text to begin with when the value is asked for; ``None`` means that
nothing is to be asked. Whatever would be lost is shown first, and is kept where it can be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from pydantic import ValidationError

from cop_wizard.diagnostic import Diagnostic
from cop_wizard.guide.language import ENGLISH, is_language
from cop_wizard.guide.load import BUILT_IN, guide_info, load_guide
from cop_wizard.guide.places import askable
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.fields import convert, item_type, keys_at, kind_of, part_type, type_at
from cop_wizard.plan.plan import SCHEMA_VERSION, Plan
from cop_wizard.progress import filled
from cop_wizard.refusals import nearest
from cop_wizard.values import Data, KeyPath, value_at
from cop_wizard.visible import visible_line
from cop_wizard.wizard.desk import Desk
from cop_wizard.wizard.interview import SaveAndLeave
from cop_wizard.wizard.prompter import INSIDE, Ask, Leave, Option, Way
from cop_wizard.wizard.session import Session
from cop_wizard.wizard.showing import shown
from cop_wizard.yamltext.splice import Put, Remove, Rename

Mender = Callable[[Desk, Session, Diagnostic], str | None]
_LEAVE, _OUT, _OWN = "+leave", "+out", "+own"
_MOST = 80
"""So many characters of a value are shown in a line to choose."""


def mender(finding: Diagnostic) -> Mender | None:
    """How to put this kind of finding right where asking for the value is not enough."""
    return _MENDERS.get(finding.code)


def _choose(desk: Desk, options: Sequence[Option], question: str = "") -> str:
    ask = Ask(question=question or _("How should it be put right?"), default=options[0].value, ways=INSIDE)
    reply = desk.prompter.pick(ask, options)
    if isinstance(reply, Leave):
        if reply.way is Way.SAVE:
            raise SaveAndLeave
        return _LEAVE
    return reply


def _leave() -> Option:
    return Option(_LEAVE, _("Leave it as it is"))


def _take_out(desk: Desk, path: KeyPath) -> None:
    """Show what would be lost, and take it out if the person still wants it."""
    value = desk.value(path)
    if filled(value):
        desk.prompter.show(_("This would be lost: {value}").format(value=_words(desk, value)))
        sure = [Option("no", _("Keep it")), Option("yes", _("Take it out"))]
        if _choose(desk, sure, _("Take it out for good?")) != "yes":
            return
    desk.remove(path)


def _words(desk: Desk, value: Data) -> str:
    return visible_line(_as_text(value) or shown(desk, value))


def _as_text(value: Data) -> str:
    """A value in one text, with the keys that stand in it."""
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_as_text(item)}" for key, item in value.items())
    if isinstance(value, list):
        return ", ".join(_as_text(item) for item in value)
    return value if isinstance(value, str) else ""


def _short(text: str) -> str:
    text = visible_line(text)
    return text if len(text) <= _MOST else text[: _MOST - 1] + "…"


def _fits(path: KeyPath, data: Data) -> bool:
    try:
        convert(Plan, path, data)
    except (ValidationError, KeyError, TypeError):
        return False
    return True


# --- keys -----------------------------------------------------------------------------------------------------------


def _unknown_key(desk: Desk, session: Session, finding: Diagnostic) -> None:
    """Call it by the key that was meant, keep it as a key of one's own, or take it out."""
    path, holder = finding.path, finding.path[:-1]
    key = str(path[-1])
    meant = finding.meant or nearest(key, keys_at(Plan, holder))
    there = value_at(desk.value(holder), (meant,)) if meant else None
    own = next(name for name in _own_names(key) if value_at(desk.value(holder), (name,)) is None)
    options = [
        Option(_OWN, _("Keep it as a note of your own: `{key}`").format(key=own)),
        Option(_OUT, _("Take it out")),
        _leave(),
    ]
    if meant and not filled(there):
        options.insert(0, Option("meant", _("Call it `{key}`").format(key=meant)))
    choice = _choose(desk, options)
    if choice == "meant":
        blank = isinstance(held := desk.value(holder), dict) and meant in held
        desk.change(*([Remove((*holder, meant))] if blank else []), Rename(path, meant))
    elif choice == _OWN:
        desk.change(Rename(path, own))
    elif choice == _OUT:
        _take_out(desk, path)


def _own_names(key: str) -> Iterator[str]:
    yield f"x-{key}"
    yield from (f"x-{key}-{number}" for number in range(2, 10_000))


def _missing_key(desk: Desk, session: Session, finding: Diagnostic) -> None:
    """A plan says which form it has; nothing else has to be there."""
    line = f"schema_version: {SCHEMA_VERSION}"
    if _choose(desk, [Option("add", _("Write `{line}`").format(line=line)), _leave()]) == "add":
        desk.change(Put(("schema_version",), str(SCHEMA_VERSION), order=keys_at(Plan, ())))


# --- forms ----------------------------------------------------------------------------------------------------------


def _group_wanted(desk: Desk, session: Session, finding: Diagnostic) -> None:
    """One text, or a list, stands where answers with their keys belong."""
    path, value = finding.path, desk.value(finding.path)
    options = []
    found: dict[str, Data] = {}
    if isinstance(value, str):
        for key in keys_at(Plan, path):
            text: Data = value if _fits((*path, key), value) else [value]
            if _fits((*path, key), text):
                found[key] = text
                options.append(Option(key, _("It is the answer to `{key}`").format(key=key)))
        first = next(iter(keys_at(Plan, path)), "")
        if isinstance(path[-1], int) and first in found:  # a row that has only its name
            options = [option for option in options if option.value == first]
    own = f"x-{path[-1]}"
    if isinstance(path[-1], str) and value_at(desk.value(path[:-1]), (own,)) is None:
        options.append(Option(_OWN, _("Keep it as a note of your own: `{key}`").format(key=own)))
    choice = _choose(desk, [*options, Option(_OUT, _("Take it out")), _leave()])
    if choice in found:
        desk.change(Put(path, {choice: found[choice]}))
    elif choice == _OWN:
        desk.change(Rename(path, own))
    elif choice == _OUT:
        _take_out(desk, path)


def _list_wanted(desk: Desk, session: Session, finding: Diagnostic) -> str | None:
    """One value stands where a list belongs."""
    path, value = finding.path, desk.value(finding.path)
    offers = [items for items in _as_lists(path, value) if _fits(path, items)]
    options = [
        Option(
            str(number),
            ngettext("Make it a list of one: {items}", "Make it a list of {count}: {items}", len(items)).format(
                count=len(items), items=_short(" · ".join(_as_text(item) for item in items))
            ),
        )
        for number, items in enumerate(offers)
    ]
    again = [] if part_type(item_type(type_at(Plan, path))) else [Option("ask", _("Answer the question again"))]
    choice = _choose(desk, [*options, *again, Option(_OUT, _("Take it out")), _leave()])
    if choice.isdigit():
        desk.change(Put(path, offers[int(choice)]))
    elif choice == _OUT:
        _take_out(desk, path)
    return "" if choice == "ask" else None


def _as_lists(path: KeyPath, value: Data) -> Iterator[list[Data]]:
    """The lists that a value may have been meant for."""
    part = part_type(item_type(type_at(Plan, path)))
    first = next(iter(part.model_fields), "") if part else ""
    if isinstance(value, dict):
        yield [value]
    elif isinstance(value, str):
        several = [text for text in map(str.strip, re.split(r"[,;\n]", value)) if text]
        for texts in ([value], several) if len(several) > 1 else ([value],):
            yield [{first: text} for text in texts] if first else list(texts)


def _one_value_wanted(desk: Desk, session: Session, finding: Diagnostic) -> str | None:
    """A list or a group stands where one answer belongs: it is asked for, beginning with what stood there."""
    if finding.path == ("schema_version",):
        _missing_key(desk, session, finding)
        return None
    value = desk.value(finding.path)
    kind = kind_of(type_at(Plan, finding.path))
    if isinstance(value, list) and kind == "choice":
        return next((item for item in value if isinstance(item, str) and _fits(finding.path, item)), "")
    if isinstance(value, list) and kind == "paragraph":
        return "\n".join(_as_text(item) for item in value)
    return _as_text(value)


def _empty_item(desk: Desk, session: Session, finding: Diagnostic) -> str | None:
    """A dash with nothing behind it."""
    options = [Option("ask", _("Write something there")), Option(_OUT, _("Take the line away")), _leave()]
    choice = _choose(desk, options)
    if choice == _OUT:
        desk.remove(finding.path)
    return "" if choice == "ask" else None


# --- keys of the whole plan -----------------------------------------------------------------------------------------


def _no_guide(desk: Desk, session: Session, finding: Diagnostic) -> None:
    """The guide that the plan names cannot be used."""
    options = [Option(name, _("Use “{title}”").format(title=guide_info(name).title)) for name in BUILT_IN]
    choice = _choose(desk, [*options, _leave()])
    if choice in BUILT_IN:
        desk.put(("guide",), choice)
        desk.guide = session.guide = load_guide(choice)


def _no_language(desk: Desk, session: Session, finding: Diagnostic) -> None:
    """The language is a short name."""

    def check(text: str) -> str:
        return "" if is_language(text) else _("Write a short name such as en or fr.")

    ask = Ask(question=_("Which language?"), default=ENGLISH, check=check, optional=False, ways=INSIDE)
    reply = desk.prompter.line(ask)
    if isinstance(reply, Leave) and reply.way is Way.SAVE:
        raise SaveAndLeave
    if isinstance(reply, str):
        desk.put(finding.path, reply)


# --- to-dos ---------------------------------------------------------------------------------------------------------


def _todo_about_nothing(desk: Desk, session: Session, finding: Diagnostic) -> None:
    """A to-do names a question that does not exist."""
    options = [Option("meant", _("It is about `{key}`").format(key=finding.meant))] if finding.meant else []
    options += [Option("pick", _("Choose the question it is about")), Option(_OUT, _("Take the to-do out")), _leave()]
    choice = _choose(desk, options)
    if choice == "pick":
        questions = [one for one in session.guide.questions() if askable(one.asks)]
        choice = _choose(desk, [Option(one.asks, one.title, one.prompt) for one in questions], _("Which question?"))
        if choice != _LEAVE:
            desk.put(finding.path, choice)
    elif choice == "meant":
        desk.put(finding.path, finding.meant)
    elif choice == _OUT:
        _take_out(desk, finding.path[:-1])


def _todo_done(desk: Desk, session: Session, finding: Diagnostic) -> str | None:
    """The question has an answer by now."""
    options = [Option(_OUT, _("Take the to-do out")), Option("ask", _("Look at the answer")), _leave()]
    choice = _choose(desk, options)
    if choice == _OUT:
        asks = ".".join(str(part) for part in finding.path)
        todos = desk.value(("todo",))
        for row in reversed(range(len(todos) if isinstance(todos, list) else 0)):
            if desk.value(("todo", row, "question")) == asks:
                with suppress(IndexError):
                    desk.remove(("todo", row))
    return "" if choice == "ask" else None


_MENDERS: dict[str, Mender] = {
    "COP201": _unknown_key,
    "COP202": _group_wanted,
    "COP203": _list_wanted,
    "COP204": _one_value_wanted,
    "COP205": _empty_item,
    "COP212": _missing_key,
    "COP213": _missing_key,
    "COP214": _no_guide,
    "COP215": _no_guide,
    "COP216": _no_guide,
    "COP217": _todo_about_nothing,
    "COP218": _no_language,
    "COP305": _todo_done,
}
