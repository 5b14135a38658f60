"""The three numbers for the size of the community contradict each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.reading import number
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.membership import Size
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import listed


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Minimum, ideal and maximum, as far as they are numbers, do not rise."""
    size = plan.membership.size
    if not isinstance(size, Size):
        return
    given = [
        (key, limit, words)
        for key, limit, words in (
            ("minimum", number(size.minimum), _("at least {limit}")),
            ("ideal", number(size.ideal), _("best {limit}")),
            ("maximum", number(size.maximum), _("at most {limit}")),
        )
        if limit is not None
    ]
    for (_key, limit, _words), (key, following, _more) in pairwise(given):
        if limit > following:
            told = listed([words.format(limit=one) for _one, one, words in given])
            yield Advice(
                ("membership", "size", key),
                _("{limits} members: these numbers do not fit together.").format(limits=told[:1].upper() + told[1:]),
                _("From smallest to largest they are `minimum`, `ideal` and `maximum`. Perhaps two changed places?"),
            )
            return


def reasons() -> Reasons:
    """Plain craft, without a source."""
    return Reasons(
        title=_("The limits of the size are out of order"),
        why=_(
            "The three numbers tell you when to look for more members and when to divide. As they stand, no community "
            "could ever have the right size. It is nearly always a slip."
        ),
        do=_("Put the smallest number under minimum and the largest under maximum."),
        before="""\
membership:
  size:
    minimum: 20
    ideal: 12
    maximum: 8
""",
        after="""\
membership:
  size:
    minimum: 8
    ideal: 12
    maximum: 20
""",
    )


RULE = Rule("COP414", look, reasons)
