"""A meeting is planned for a time that is already taken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.moments import long_words
from cop_wizard.checks.rules.phrases import quoted
from cop_wizard.checks.rules.reading import day, rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.checks.rules.same_day import are_one, overlap, pairs
from cop_wizard.checks.rules.spacing import coming
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.results import SharingEvent
from cop_wizard.wording import date_words

_MOST_EVENTS = 200
"""More than any year has; each meeting is held against each of them."""


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Two meetings at once, or a meeting on the day of an event where results are shown."""
    for on, (place, one), (second, other) in pairs(plan, today):
        if not are_one(one, other) and overlap(one, other, plan):
            yield Advice(
                ("collaborative_plan", "meetings", second, "date"),
                _("Two meetings of {date} overlap, so nobody can come to both.").format(date=date_words(on)),
                _("Change the beginning or the length of one of them."),
                (("collaborative_plan", "meetings", place, "date"),),
            )
    yield from _on_the_day_of_an_event(plan, today)


def _on_the_day_of_an_event(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """A meeting that speaks of the event, or takes place there, is probably part of it."""
    events = list(_events(plan, today))
    for place, on, meeting in coming(plan, today) if events else ():
        found = next((one for one in events if one[2] <= on <= one[3]), None)
        if found is None:
            continue
        event_place, event, begins, ends = found
        said = _("You meet on {date}, which is also the day of {event}.")
        if begins < ends:
            said = _("You meet on {date}, while {event} is on.")
        about = (meeting.topics, meeting.activities, meeting.content, meeting.place)
        if not long_words(event.event, event.what) & long_words(*about):
            yield Advice(
                ("collaborative_plan", "meetings", place, "date"),
                said.format(date=date_words(on), event=quoted(words(event.event))),
                _("Move the meeting. If you go to the event together, say so under its `topics`."),
                (("results", "sharing_events", event_place, "date"),),
            )


def _events(plan: Plan, today: dt.date) -> Iterator[tuple[int, SharingEvent, dt.date, dt.date]]:
    """The events with a name that are not over: position, event, first and last day."""
    for place, event in enumerate(rows(plan.results.sharing_events)[:_MOST_EVENTS]):
        begins = day(event.date)
        ends = max(begins, day(event.ends) or begins) if begins else None
        if begins and ends and ends >= today and words(event.event):
            yield place, event, begins, ends


def reasons() -> Reasons:
    """Sources: CASS guide item 6.1; planning tool item S4.6."""
    return Reasons(
        title=_("A meeting clashes with something else in the plan"),
        why=_(
            "Those who show your results at an event are usually the ones a meeting needs most, and they cannot be in "
            "two places."
        ),
        do=_("Move one of the two. If the event is the meeting, say so in its topics."),
        before="""\
collaborative_plan:
  meetings:
    - date: 2051-03-23
      topics: Combined grades
results:
  sharing_events:
    - event: CASS Annual Conference
      date: 2051-03-23
""",
        after="""\
collaborative_plan:
  meetings:
    - date: 2051-03-30
      topics: Combined grades
results:
  sharing_events:
    - event: CASS Annual Conference
      date: 2051-03-23
""",
        source="cass-planning-tool",
        where=_("Results & celebrations"),
    )


RULE = Rule("COP608", look, reasons)
