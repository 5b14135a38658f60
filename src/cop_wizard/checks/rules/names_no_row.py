"""A row names a series, a group, a channel or an event that stands nowhere in the plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.names import MOST_NAMES
from cop_wizard.checks.rules.phrases import quoted
from cop_wizard.checks.rules.reading import rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.parsing import name_key
from cop_wizard.plan.plan import Plan
from cop_wizard.values import KeyPath

Named = dict[str, list[tuple[KeyPath, str]]]


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Series by their exact title, since calendars go by it; the others generously, since only people read them."""
    launch = plan.launch
    titles = [words(series.title) for series in rows(launch.series)]
    yield from _unknown(
        _gathered(_of_series(plan)),
        titles,
        _("No series is called {name}."),
        _("Give a series that title, or correct the name. The community's own meetings need none."),
    )
    groups = [words(group.name) for group in rows(plan.groups)]
    named = _gathered(
        (("launch", "series", place, "group"), words(series.group)) for place, series in enumerate(rows(launch.series))
    )
    yield from _unknown_of(named, groups, _("No group is called {name}."))
    channels = [words(channel.name) for channel in rows(plan.communication.channels)]
    messages = enumerate(rows(plan.communication.messages))
    named = _gathered(
        (("communication", "messages", place, "channel"), words(message.channel)) for place, message in messages
    )
    yield from _unknown_of(named, channels, _("No channel is called {name}."))
    events = [words(event.event) for event in rows(plan.results.sharing_events)]
    evidence = enumerate(rows(plan.results.evidence))
    named = _gathered((("results", "evidence", place, "for_event"), words(one.for_event)) for place, one in evidence)
    yield from _unknown_of(named, events, _("No event is called {name}."))


def _of_series(plan: Plan) -> Iterator[tuple[KeyPath, str]]:
    for place, turn in enumerate(rows(plan.launch.turns)):
        yield ("launch", "turns", place, "series"), words(turn.series)
    for place, exception in enumerate(rows(plan.launch.exceptions)):
        yield ("launch", "exceptions", place, "series"), words(exception.series)
    for place, meeting in enumerate(rows(plan.collaborative_plan.meetings)):
        yield ("collaborative_plan", "meetings", place, "series"), words(meeting.series)


def _gathered(named: Iterable[tuple[KeyPath, str]]) -> Named:
    """The places of each name, by how it is compared with others."""
    found: Named = {}
    for path, name in named:
        if name:
            found.setdefault(name_key(name), []).append((path, name))
    return found


def _unknown_of(named: Named, there: list[str], message: str) -> Iterator[Advice]:
    """Names that have not even a word in common with what is there; silent where that list has not been begun."""
    heard = {word for name in there for word in _long(name)}
    strange = {key: places for key, places in named.items() if not heard & _long(key)}
    if any(there):
        yield from _unknown(strange, there, message, _("Add a row for it, or write it as it is called there."))


def _long(name: str) -> set[str]:
    """The words of a name that tell it from others."""
    split = name_key(name).split()
    return {word.strip(".,;:()") for word in split if len(word) > 3} or set(split)


def _unknown(named: Named, there: list[str], message: str, hint: str) -> Iterator[Advice]:
    keys = {name_key(title): title for title in there if title}
    for key, places in list(named.items())[:MOST_NAMES]:
        if key not in keys:
            near = _nearest(key, keys)
            (path, name), *others = places
            yield Advice(
                path,
                message.format(name=quoted(name)),
                _("Is {name} meant?").format(name=quoted(near)) if near else hint,
                tuple(other for other, _name in others),
            )


def _nearest(key: str, keys: dict[str, str]) -> str:
    """The title that is spelt most like ``key``; "" where none is near."""
    import difflib  # late, since nearly every name is known

    near = difflib.get_close_matches(key, keys, n=1, cutoff=0.6)
    return keys[near[0]] if near else ""


def reasons() -> Reasons:
    """Plain craft, without a source."""
    return Reasons(
        title=_("A row names something that is not there"),
        why=_(
            "Rows find each other by name, so that you can sort and add as you like. A name that was changed in one "
            "place only leaves the other row alone, and its meeting falls back to another hour and room."
        ),
        do=_("Write the name in both places alike."),
        before="""\
launch:
  series:
    - title: Book club
      rhythm: monthly
  turns:
    - series: Book clubb
      weekday: tuesday
""",
        after="""\
launch:
  series:
    - title: Book club
      rhythm: monthly
  turns:
    - series: Book club
      weekday: tuesday
""",
    )


RULE = Rule("COP619", look, reasons)
