"""Somebody is entrusted with something who has left, or whom the roster does not know."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import islice

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.names import MOST_NAMES, each_name, roster
from cop_wizard.checks.rules.phrases import places_words
from cop_wizard.checks.rules.reading import rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.checks.rules.strangers import is_unknown_holder
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import LifeStatus
from cop_wizard.plan.plan import Plan
from cop_wizard.values import KeyPath
from cop_wizard.wording import some_of

_INSIDE = (("leadership", "gardener"), ("leadership", "order"), ("leadership", "offices"))
"""Where only members belong. The others may well be people from outside, but not people who left."""

Named = list[tuple[KeyPath, str]]


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Names held against the roster. Of duties COP502 speaks, of seats COP419, of meetings COP612, of risks COP806."""
    named = list(islice(_named(plan), MOST_NAMES))
    if not named:
        return
    if gone := [(path, name) for path, name in named if roster(plan).has_lost(name)]:
        yield _advice(
            gone,
            ngettext(
                "{names} has left or said no, and is still named under {places}.",
                "{names} have left or said no, and are still named under {places}.",
                len({name for _path, name in gone}),
            ),
            _("Ask somebody who is there, or bring the `roster` up to date."),
        )
    if missing := [(path, name) for path, name in named if path[:2] in _INSIDE and is_unknown_holder(plan, name)]:
        yield _advice(
            missing,
            ngettext(
                "{names} is named under {places}, but is not on the roster.",
                "{names} are named under {places}, but are not on the roster.",
                len({name for _path, name in missing}),
            ),
            _("Add a row to the `roster`, or write the name as it stands there."),
        )


def _named(plan: Plan) -> Iterator[tuple[KeyPath, str]]:
    for path, names in _places(plan):
        for name in each_name(names):
            yield path, name


def _places(plan: Plan) -> Iterator[tuple[KeyPath, list[str]]]:
    """Each place with the names in it, as they are written."""
    lead, talk = plan.leadership, plan.communication
    yield ("leadership", "gardener"), [words(lead.gardener)]
    yield ("leadership", "order"), rows(lead.order)
    for place, office in enumerate(rows(lead.offices)):
        yield ("leadership", "offices", place, "filled_by"), [words(office.filled_by)]
    for place, series in enumerate(rows(plan.launch.series)):
        yield ("launch", "series", place, "led_by"), rows(series.led_by)
    for place, group in enumerate(rows(plan.groups)):
        if group.status not in (LifeStatus.CLOSED, LifeStatus.MERGED):
            yield ("groups", place, "liaisons"), rows(group.liaisons)
    for place, channel in enumerate(rows(talk.channels)):
        yield ("communication", "channels", place, "owner"), [words(channel.owner)]
    for place, message in enumerate(rows(talk.messages)):
        yield ("communication", "messages", place, "owner"), [words(message.owner)]
    yield ("care", "turn_to"), rows(plan.care.turn_to)


def _advice(found: Named, message: str, hint: str) -> Advice:
    names = some_of(list(dict.fromkeys(name for _path, name in found)), 3)
    first, *others = dict.fromkeys(path for path, _name in found)
    return Advice(first, message.format(names=names, places=places_words([first, *others])), hint, tuple(others))


def reasons() -> Reasons:
    """Sources: CASS guide items 2.4 and 3.2; Staempfli tool item S2.10."""
    return Reasons(
        title=_("Something is with a person who has left or is not on the roster"),
        why=_(
            "People leave with thanks and cake, and their names stay in five places. Whoever turns to one of them for "
            "help, or waits for their turn, finds out too late."
        ),
        do=_("When somebody leaves, look for the name in the whole plan, and ask who takes over."),
        before="""\
membership:
  roster:
    - name: Amina Yusuf
      status: member
    - name: Ingrid Sorensen
      status: alumni
care:
  turn_to:
    - Ingrid Sorensen
""",
        after="""\
membership:
  roster:
    - name: Amina Yusuf
      status: member
    - name: Ingrid Sorensen
      status: alumni
care:
  turn_to:
    - Amina Yusuf
""",
        source="cass-guide",
        where=_("page 7"),
    )


RULE = Rule("COP506", look, reasons, unless=(has_ended,))
