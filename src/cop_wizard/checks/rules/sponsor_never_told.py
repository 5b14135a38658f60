"""A sponsor gives something, and nothing says how they hear from the community."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.hearing import those_who_hear
from cop_wizard.checks.rules.names import parts
from cop_wizard.checks.rules.reading import dated, rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import some_of


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Each sponsor without ``told`` who hears in no other way that the plan knows of."""
    untold = [
        (place, words(one.name), one.time or one.room or one.recognition or one.gives or one.gets)
        for place, one in enumerate(rows(plan.leadership.sponsors))
        if words(one.name) and one.told is None
    ]
    hearing = those_who_hear(plan) if untold else frozenset()
    untold = [one for one in untold if parts(one[1]).isdisjoint(hearing)]
    if not untold or not (dated(plan) or any(deal for _place, _name, deal in untold)):
        return
    yield Advice(
        ("leadership", "sponsors", untold[0][0], "name"),
        _("{name} makes this possible, and nothing says how they hear from you.").format(name=untold[0][1])
        if len(untold) == 1
        else _("{names} make this possible, and nothing says how they hear from you.").format(
            names=some_of([name for _place, name, _deal in untold], 3)
        ),
        _("A page twice a year is enough. Say under `told` what and when."),
        tuple(("leadership", "sponsors", place, "name") for place, _name, _deal in untold[1:]),
    )


def reasons() -> Reasons:
    """Source: Staempfli tool items S2.9 (principle 9) and S2.11."""
    return Reasons(
        title=_("A sponsor does not hear from you"),
        why=_(
            "Sponsors have to explain what the time is for, often without warning. Whoever has heard a good story last "
            "month will speak up; whoever has heard nothing has little to say."
        ),
        do=_("Agree on something small and regular: a page twice a year, or ten minutes over coffee."),
        before="""\
leadership:
  sponsors:
    - name: Joanne Cardinal
      gives: Half a day a month for every member
""",
        after="""\
leadership:
  sponsors:
    - name: Joanne Cardinal
      gives: Half a day a month for every member
      told: One page in January and in June
""",
        source="staempfli-2020",
        where=_("principle 9"),
    )


RULE = Rule("COP802", look, reasons, unless=(has_ended,))
