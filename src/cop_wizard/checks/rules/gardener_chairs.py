"""One person chairs the community and looks after its people."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.committee import is_committee
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.reading import belonging, rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.checks.rules.seats import holder_of, is_the_same
from cop_wizard.i18n import _
from cop_wizard.plan.parsing import plain_letters
from cop_wizard.plan.plan import Plan

_CHAIR = r"\b(?:chair|chairs|chairperson|chairwoman|chairman|president|presidente)\b(?! (?:elect|emerit))"
_BESIDE = r"\b(?:co|vice|deputy|past|former|ancien|ancienne)\b"
_ENOUGH_FOR_TWO = 6
"""With fewer who belong, one person with both tasks is no surprise."""


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """The gardener holds the only chair; a second chair takes half of the weight."""
    gardener = words(plan.leadership.gardener)
    offices = enumerate(rows(plan.leadership.offices)) if gardener else ()
    chairs = [(place, one) for place, one in offices if holder_of(one) and _is_chair(words(one.role))]
    if len(chairs) != 1 or not is_the_same(gardener, holder_of(chairs[0][1])):
        return
    if len(belonging(plan)) >= _ENOUGH_FOR_TWO:
        yield Advice(
            ("leadership", "gardener"),
            _("{name} chairs, and is also the one who looks after the people.").format(name=gardener),
            _("Is there somebody whom people tell how they really are? Ask whether they would be the gardener."),
            (("leadership", "offices", chairs[0][0], "filled_by"),),
        )


def _is_chair(role: str) -> bool:
    plain = plain_letters(role)
    return bool(re.search(_CHAIR, plain)) and not re.search(_BESIDE, plain)


def reasons() -> Reasons:
    """Source: Staempfli tool item S2.10."""
    return Reasons(
        title=_("The chair is the gardener too"),
        why=_(
            "A chair watches the clock and the list of topics. A gardener watches faces, rings whoever stayed away and "
            "brings new people along. One person at the head of a table rarely has eyes for both."
        ),
        do=_("Share the two between two people, if there is somebody who would like it."),
        before="""\
membership:
  roster: [{name: A. Yusuf}, {name: T. Herrera}, {name: D. Ramsaran},
    {name: I. Sorensen}, {name: R. Okafor}, {name: L. Tremblay}]
leadership:
  gardener: R. Okafor
  offices:
    - role: Chair
      filled_by: R. Okafor
""",
        after="""\
membership:
  roster: [{name: A. Yusuf}, {name: T. Herrera}, {name: D. Ramsaran},
    {name: I. Sorensen}, {name: R. Okafor}, {name: L. Tremblay}]
leadership:
  gardener: D. Ramsaran
  offices:
    - role: Chair
      filled_by: R. Okafor
""",
        source="staempfli-2020",
        where=_("principle 8"),
    )


RULE = Rule("COP508", look, reasons, unless=(has_ended, is_committee), wish=True)
