"""A whole season is planned, and nobody in the organisation stands behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.committee import is_committee
from cop_wizard.checks.rules.putting_off import is_put_off
from cop_wizard.checks.rules.reading import people, rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.checks.rules.spacing import coming, undated
from cop_wizard.i18n import _
from cop_wizard.plan.parsing import plain_letters
from cop_wizard.plan.plan import Plan

_FEWEST_MEETINGS = 3
_FEWEST_PEOPLE = 3


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """People and dates are there; no sponsor, no word on support, and nobody who decides is in touch."""
    lead = plan.leadership
    if lead.sponsors is not None or lead.support is not None or len(people(plan)) < _FEWEST_PEOPLE:
        return
    meetings = [place for place, _on, _meeting in coming(plan, today)] + undated(plan)
    if len(meetings) < _FEWEST_MEETINGS or is_put_off(plan, "leadership.sponsors", "leadership.support"):
        return
    in_touch = any(words(one.at_the_table) for one in rows(plan.membership.decision_makers))
    if in_touch or any("sponsor" in plain_letters(f"{one.role} {one.note}") for _place, one in people(plan)):
        return
    yield Advice(
        ("leadership", "sponsors"),
        _("You have people and dates, and nobody in the organisation who stands behind you yet."),
        _("Ask somebody with a say for time, a room and a good word, and note it under `leadership.sponsors`."),
        (("collaborative_plan", "meetings", meetings[0], "date"),),
    )


def reasons() -> Reasons:
    """Source: Staempfli tool items S2.9 (principle 9) and S2.11."""
    return Reasons(
        title=_("Nobody in the organisation stands behind the community"),
        why=_(
            "A community needs little: time to come, a room, and a word that it counts. When that little is granted by "
            "nobody in particular, it is gone with the first busy month."
        ),
        do=_("Ask one person with a say. If your community needs nobody's permission, write `none`."),
        before="""\
membership:
  roster:
    - name: Amina Yusuf
    - name: Tomás Herrera
    - name: Devi Ramsaran
collaborative_plan:
  meetings:
    - date: 2051-09-20
      topics: What counting meant to us
    - date: 2051-10-18
      topics: First interviews
    - date: 2051-11-15
      topics: What we recommend
""",
        after="""\
membership:
  roster:
    - name: Amina Yusuf
    - name: Tomás Herrera
    - name: Devi Ramsaran
leadership:
  sponsors:
    - name: Joanne Cardinal
      gives: Half a day a month for every member
      told: One page in January and in June
collaborative_plan:
  meetings:
    - date: 2051-09-20
      topics: What counting meant to us
    - date: 2051-10-18
      topics: First interviews
    - date: 2051-11-15
      topics: What we recommend
""",
        source="staempfli-2020",
        where=_("principle 9"),
    )


RULE = Rule("COP801", look, reasons, unless=(is_committee,), wish=True)
