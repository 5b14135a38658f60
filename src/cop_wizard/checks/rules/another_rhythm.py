"""The dates of the meetings follow another rhythm than the plan says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.phrases import rhythm_words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.checks.rules.spacing import coming, is_own, other_rhythm
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import Rhythm
from cop_wizard.plan.plan import Plan


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """The usual distance between dates is about twice or half of what is stated; breaks are left out."""
    rhythm, days = plan.launch.rhythm, other_rhythm(plan, today)
    if days is None or not isinstance(rhythm, Rhythm):
        return
    weeks = max(1, round(days / 7))
    yield Advice(
        ("launch", "rhythm"),
        ngettext(
            "The plan says that you meet {rhythm}. By the dates, it is about every week.",
            "The plan says that you meet {rhythm}. By the dates, it is about every {count} weeks.",
            weeks,
        ).format(rhythm=rhythm_words(rhythm), count=weeks),
        _("Keep the one you mean, and change the other."),
        tuple(
            ("collaborative_plan", "meetings", place, "date") for place, _on, one in coming(plan, today) if is_own(one)
        ),
    )


def reasons() -> Reasons:
    """Sources: CASS guide item 5.1; Staempfli tool item S2.9, principle 7."""
    return Reasons(
        title=_("The dates follow another rhythm than the plan says"),
        why=_(
            "People say yes to a rhythm: so many afternoons a year. If the dates ask for twice as many, some will "
            "stay away; if for half, the ties that were hoped for may not grow."
        ),
        do=_("Decide which of the two you mean, and change the other."),
        before="""\
launch:
  rhythm: every_two_weeks
collaborative_plan:
  meetings:
    - date: 2051-09-20
    - date: 2051-10-18
    - date: 2051-11-15
    - date: 2051-12-13
""",
        after="""\
launch:
  rhythm: monthly
collaborative_plan:
  meetings:
    - date: 2051-09-20
    - date: 2051-10-18
    - date: 2051-11-15
    - date: 2051-12-13
""",
        source="staempfli-2020",
        where=_("page 9"),
    )


RULE = Rule("COP610", look, reasons)
