"""Leadership is shared, and yet one person leads every meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.names import looks_like_a_person
from cop_wizard.checks.rules.reading import rows
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.checks.rules.spacing import coming
from cop_wizard.i18n import _
from cop_wizard.plan.choices import Structure
from cop_wizard.plan.parsing import name_key
from cop_wizard.plan.plan import Plan

_FEWEST = 4


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """At least four meetings to come say who leads, and it is always the same one. A word on rotation explains it."""
    if plan.leadership.structure is not Structure.SHARED or plan.leadership.rotation is not None:
        return
    led = [(place, names) for place, _on, meeting in coming(plan, today) if (names := rows(meeting.led_by))]
    leaders = {name_key(name) for _place, names in led for name in names}
    name = led[0][1][0] if led else ""
    if len(led) >= _FEWEST and len(leaders) == 1 and looks_like_a_person(name):
        paths = [("collaborative_plan", "meetings", place, "led_by") for place, _names in led]
        yield Advice(
            paths[0],
            _("You share leadership, and {name} leads all {count} meetings to come.").format(name=name, count=len(led)),
            _("Ask somebody else to lead one of them, perhaps together with {name} the first time.").format(name=name),
            tuple(paths[1:]),
        )


def reasons() -> Reasons:
    """Source: CASS guide item 3.3."""
    return Reasons(
        title=_("Leadership is shared, and one person leads every meeting"),
        why=_(
            "Leading a meeting is how people learn to lead a community. If it is always the same person, the others "
            "become guests, and one illness stops everything."
        ),
        do=_(
            "Offer one meeting to somebody else. If one person leads for a season, say so under `rotation`; if it is "
            "always one person, call the structure single."
        ),
        before="""\
leadership:
  structure: shared
collaborative_plan:
  meetings:
    - date: 2051-09-20
      led_by: [Devi Ramsaran]
    - date: 2051-10-18
      led_by: [Devi Ramsaran]
    - date: 2051-11-15
      led_by: [Devi Ramsaran]
    - date: 2051-12-13
      led_by: [Devi Ramsaran]
""",
        after="""\
leadership:
  structure: shared
collaborative_plan:
  meetings:
    - date: 2051-09-20
      led_by: [Devi Ramsaran]
    - date: 2051-10-18
      led_by: [Devi Ramsaran, Tomás Herrera]
    - date: 2051-11-15
      led_by: [Tomás Herrera]
    - date: 2051-12-13
      led_by: [Devi Ramsaran]
""",
        source="cass-guide",
        where=_("page 7"),
    )


RULE = Rule("COP615", look, reasons, wish=True)
