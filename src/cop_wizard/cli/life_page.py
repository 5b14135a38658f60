"""The life of a community as ``cop status`` tells it: each heading with its lines, and none where there is nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.parsing import iso_day
from cop_wizard.visible import visible_line
from cop_wizard.wording import date_words, listed

if TYPE_CHECKING:
    from cop_wizard.guide.model import Guide

_MOST = 8
"""As many things to do as are shown."""

Entry = tuple[str, list[str]]


def life_entries(life: dict[str, Any], file: str, guide: Guide) -> Iterator[Entry]:
    """Headings with their lines, for what `life_of` found in the plan ``file``."""
    yield from (entry for entry in _entries(life, file, guide) if entry[1])


def _entries(life: dict[str, Any], file: str, guide: Guide) -> Iterator[Entry]:
    yield _("Next meeting"), list(_next_meeting(life))
    yield _("After the meeting"), list(_not_written_down(life, file))
    yield _("To do"), list(_to_do(life))
    yield _("What you saw"), [_look(one) for one in life["looks"]]
    shown = life["evidence"] if any(one["pieces"] for one in life["evidence"]) else []
    yield _("What shows that it works"), [_shown(one) for one in shown]
    yield _("Risks you watch for"), [_(", ").join(map(visible_line, life["risks"]))] if life["risks"] else []
    yield _("Who has moved"), [_moved(one, guide) for one in life["moved"]]
    yield _("Not served yet"), list(_not_served(life, guide))
    yield _("What could become a community of practice"), list(_could_become(life, file))
    yield _("Next time you look back"), [_day(life["review_on"])] if life["review_on"] else []


def _next_meeting(life: dict[str, Any]) -> Iterator[str]:
    if meeting := life["next_meeting"]:
        day, topics = _day(meeting["date"]), visible_line(meeting["topics"])
        yield f"{day}: {topics}" if topics else day


def _not_written_down(life: dict[str, Any], file: str) -> Iterator[str]:
    if missing := life["not_written_down"]:
        days = listed([_day(day) for day in missing[-3:]])
        yield _("Nothing is written down of {days}. It takes two minutes: cop log {file}").format(days=days, file=file)


def _to_do(life: dict[str, Any]) -> Iterator[str]:
    steps = [one for one in life["to_do"] if not one["question"]]
    yield from map(_step, steps[:_MOST])
    if (more := len(steps) - _MOST) > 0:
        yield ngettext("and {count} more", "and {count} more", more).format(count=more)


def _could_become(life: dict[str, Any], file: str) -> Iterator[str]:
    if life["could_become"] and life["attendance"]:
        yield _(", ").join(visible_line(one["name"]) for one in life["could_become"])
        yield _("Begin one with what works here: cop new other.yaml --from {file}").format(file=file)


def _day(words: str) -> str:
    day = iso_day(words)
    return date_words(day) if day else visible_line(words)


def _step(step: dict[str, Any]) -> str:
    late = _("late") if step["late"] else ""
    by = _("by {date}").format(date=_day(step["by"])) if step["by"] else ""
    further = [part for part in (step["owner"], by, late) if part]
    return visible_line(f"{step['note']} ({', '.join(further)})" if further else step["note"])


def _look(look: dict[str, Any]) -> str:
    said = _("{title}, {day}").format(title=look["title"], day=_day(str(look["on"])))
    changes = [
        _("{count} better").format(count=look["better"]) if look["better"] else "",
        _("{count} not as good").format(count=look["worse"]) if look["worse"] else "",
        _("to be looked after: {names}").format(names=_(", ").join(look["weak"][:3])) if look["weak"] else "",
    ]
    told = [change for change in changes if change]
    return visible_line(f"{said}: {'; '.join(told)}" if told else said)


def _shown(evidence: dict[str, Any]) -> str:
    there, awaited = evidence["there"], evidence["pieces"] - evidence["there"]
    told = [
        ngettext("{count} piece of evidence", "{count} pieces of evidence", there).format(count=there) if there else "",
        ngettext("{count} still to come", "{count} still to come", awaited).format(count=awaited) if awaited else "",
    ]
    words = _(", ").join(filter(None, told)) or _("nothing yet")
    return visible_line(_("{purpose}: {words}").format(purpose=evidence["purpose"], words=words))


def _moved(moved: dict[str, Any], guide: Guide) -> str:
    """What is asked about somebody whose coming does not fit the circle; nobody's place is changed by it."""
    words = _("{name} is {level}, and came to {came} of the last {of}. What would bring {name} back in?")
    if moved["inward"]:
        words = _("{name} is {level}, and came to {came} of the last {of}. What brought {name} further in?")
    level = guide.vocabulary.choices["Level"][moved["level"]].label.lower()
    return visible_line(words.format(**{**moved, "level": level}))


def _not_served(life: dict[str, Any], guide: Guide) -> Iterator[str]:
    """Of the lists that goals and meetings are held against, what none of them serves, once one of them serves any."""
    kinds = (
        ("outcomes", "LearningOutcome", _("Learning outcomes")),
        ("principles", "GuidingPrinciple", _("Guiding principles")),
        ("emphases", "Emphasis", _("What meetings rest on")),
    )
    for key, kind, heading in kinds:
        served = life["served"][key]
        missing = [one for one, count in served.items() if not count]
        if 0 < len(missing) < len(served):
            labels = guide.vocabulary.choices[kind]
            yield f"{heading}: {_(', ').join(labels[one].label for one in missing)}"
