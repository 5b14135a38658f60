"""Results are to be shown at an event before any of them has been collected."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.reading import day, rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import date_words


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """All evidence has a day, and each is later than the event. Whoever says what is shown there has thought of it."""
    days = [(place, day(one.when)) for place, one in enumerate(rows(plan.results.evidence)) if words(one.what)]
    known = [(on, place) for place, on in days if on]
    if not known or len(known) < len(days):
        return
    first, earliest = min(known)
    for place, event in enumerate(rows(plan.results.sharing_events)):
        on = day(event.date)
        if on and today <= on < first and event.what is None and words(event.event):
            yield Advice(
                ("results", "sharing_events", place, "date"),
                _("{event} is on {date}, but your first evidence is collected on {first}.").format(
                    event=words(event.event), date=date_words(on), first=date_words(first)
                ),
                _("Collect something small earlier, or say under `what` what you can show by then."),
                (("results", "evidence", earliest, "when"),),
            )


def reasons() -> Reasons:
    """Source: planning tool item S4.6."""
    return Reasons(
        title=_("The evidence comes after the event where it is to be shown"),
        why=_(
            "Events are often earlier in the year than the evidence. While both are far off, one thing can still be "
            "moved forward."
        ),
        do=_("Count back from the event: move something forward, or decide what you can show by then."),
        before="""\
results:
  evidence:
    - what: Autumn and spring interviews, compared
      when: 2051-05-10
  sharing_events:
    - event: CASS Annual Conference
      date: 2051-03-23
""",
        after="""\
results:
  evidence:
    - what: Autumn and spring interviews, compared
      when: 2051-05-10
  sharing_events:
    - event: CASS Annual Conference
      date: 2051-03-23
      what: The autumn interviews, and three game cards to try
""",
        source="cass-planning-tool",
        where=_("Results & celebrations"),
    )


RULE = Rule("COP709", look, reasons)
