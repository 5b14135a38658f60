"""Evidence is collected, and nobody is to hear of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.putting_off import is_put_off
from cop_wizard.checks.rules.reading import day, rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Evidence with a day or a person, and no audience, no event, no sponsor who hears of it, no to-do about it."""
    results = plan.results
    settled = [
        place
        for place, one in enumerate(rows(results.evidence))
        if words(one.what) and (day(one.when) or words(one.collected_by))
    ]
    if not settled or results.told_to is not None or results.sharing_events is not None:
        return
    if any(one.told is not None for one in rows(plan.leadership.sponsors)):
        return
    if is_put_off(plan, "results.told_to", "results.sharing_events"):
        return
    yield Advice(
        ("results", "told_to"),
        _("You collect evidence, and nobody outside the community is to hear of it."),
        _("Name one person under `told_to` who would be glad to know, and when. If it is for you alone: `none`."),
        (("results", "evidence", settled[0], "what"),),
    )


def reasons() -> Reasons:
    """Source: CASS guide item 7.3."""
    return Reasons(
        title=_("Nobody is to hear of the results"),
        why=_(
            "Those who gave time, money or trust want to know what came of it, and the next community is easier to "
            "begin where this one was heard of. Nobody asks by themselves."
        ),
        do=_("Name who should hear what, and when. Two minutes at somebody else's meeting are a good beginning."),
        before="""\
results:
  evidence:
    - what: A kit of twelve number talks
      collected_by: Devi Ramsaran
      when: 2051-05-10
""",
        after="""\
results:
  evidence:
    - what: A kit of twelve number talks
      collected_by: Devi Ramsaran
      when: 2051-05-10
  told_to:
    - who: All principals
      how: A story and one number talk to try at the August meeting
""",
        source="cass-guide",
        where=_("page 11"),
    )


RULE = Rule("COP710", look, reasons, unless=(has_ended,), wish=True)
