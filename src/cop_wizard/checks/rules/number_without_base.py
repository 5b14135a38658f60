"""A number of people, or a share, and nothing says of how many."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.reading import rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.parsing import plain_letters
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Evidence

_NUMBER = r"\d+(?:[.,]\d+)?\s*%?"
_OF_PEOPLE = (
    r"%|(?:per ?cent|pour ?cent|members?|teachers?|people|persons?|participants?|leaders?|principals?|nurses?|schools?"
    r"|classes|classrooms|answers?|replies|respondents?|membres?|enseignante?s?|personnes?|ecoles?|reponses?)(?: .*)?"
)


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Three templates are three, but nine teachers are many of twelve and few of four hundred."""
    bare = [
        (place, one) for place, one in enumerate(rows(plan.results.evidence)) if one.base is None and _needs_a_base(one)
    ]
    if bare:
        place, one = bare[0]
        number = words(one.number) if _is_share(one) else f"{words(one.number)} {words(one.unit)}"
        yield Advice(
            ("results", "evidence", place, "number"),
            _("{number}: nothing says of how many.").format(number=number),
            _("Write under `base` how many could have been counted, such as the 12 who were asked."),
            tuple(("results", "evidence", other, "number") for other, _one in bare[1:]),
        )


def _is_share(one: Evidence) -> bool:
    return "%" in words(one.number)


def _needs_a_base(one: Evidence) -> bool:
    if not re.fullmatch(_NUMBER, words(one.number)):
        return False
    return _is_share(one) or bool(re.fullmatch(_OF_PEOPLE, plain_letters(words(one.unit))))


def reasons() -> Reasons:
    """Plain craft, without a source."""
    return Reasons(
        title=_("A number without its base"),
        why=_(
            "Nine teachers who changed their lessons are nearly everybody in one community, and nobody would notice "
            "them in another. A reader who has to guess guesses what they believed before."
        ),
        do=_("Say beside the number of how many. A small base is no shame; it is honest."),
        before="""\
results:
  evidence:
    - what: Lessons that changed
      number: 9
      unit: teachers
      collected_by: Amina Yusuf
      shows: [shared_learning]
""",
        after="""\
results:
  evidence:
    - what: Lessons that changed
      number: 9
      unit: teachers
      base: 12 who were asked
      collected_by: Amina Yusuf
      shows: [shared_learning]
""",
    )


RULE = Rule("COP713", look, reasons, unless=(has_ended,), wish=True)
