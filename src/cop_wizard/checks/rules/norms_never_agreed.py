"""Norms stand in the plan of a community that has long begun, and nobody has agreed to them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.reading import fields_of, rows, under_way, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.norms import Statements
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import date_words

_LONG_ENOUGH = 60
"""Days since the first meeting; norms are often settled at the second or third."""


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Statements or norms of their own, sixty days of meetings, and no agreement."""
    norms = plan.norms
    said = isinstance(norms.statements, Statements) and any(
        words(getattr(norms.statements, key)) for key in fields_of(Statements)
    )
    if not said and not any(words(one.statement) for one in rows(norms.own)):
        return
    first = under_way(plan, today, _LONG_ENOUGH)
    if first and (norms.agreements is None or norms.agreements == []):
        yield Advice(
            ("norms", "agreements"),
            _("You have been meeting since {date}, and nothing says that anybody agreed to the norms.").format(
                date=date_words(first[1])
            ),
            _("Read them aloud at the next meeting, change what does not fit, and write down who said yes."),
            (("norms", "statements"), ("norms", "own")),
        )


def reasons() -> Reasons:
    """Source: CASS guide item 4.3."""
    return Reasons(
        title=_("Nobody has agreed to the norms"),
        why=_("Norms written by one person are a draft. They become yours when members change a word and say yes."),
        do=_("Take a quarter of an hour for them at your next meeting."),
        before="""\
norms:
  statements:
    role_and_voice: Everybody speaks once before anybody speaks twice.
launch:
  first_meeting: 2020-09-15
""",
        after="""\
norms:
  statements:
    role_and_voice: Everybody speaks once before anybody speaks twice.
  agreements:
    - who: All members present at the second meeting
      on: 2020-10-13
launch:
  first_meeting: 2020-09-15
""",
        source="cass-guide",
        where=_("page 8"),
    )


RULE = Rule("COP515", look, reasons)
