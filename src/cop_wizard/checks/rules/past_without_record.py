"""A meeting is over, and the plan does not say what came of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.reading import dated, holders, rows
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.checks.rules.spacing import strays
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import date_words

_TIME_TO_WRITE = 7
"""Days in which a record may still be on its way."""


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Meetings a week ago or more without a record: one piece of advice, however many there are."""
    past = [
        (place, on)
        for place, on, meeting in dated(plan)
        if (today - on).days > _TIME_TO_WRITE and meeting.record is None
    ]
    astray = strays(plan) if past else []  # their dates may be slips, which COP606 asks about
    over = [(place, on) for place, on in past if place not in astray]
    if not over or (len(over) == 1 and not _keeps_records(plan)):
        return
    place, last = over[-1]
    yield Advice(
        ("collaborative_plan", "meetings", place, "date"),
        ngettext(
            "The meeting of {date} is over, and nothing says what came of it.",
            "{count} meetings are over, the last on {date}, and nothing says what came of them.",
            len(over),
        ).format(count=len(over), date=date_words(last)),
        ngettext(
            "Add `record:` to it with two or three sentences, or `status: cancelled` if it was called off.",
            "Add `record:` to each with two or three sentences, or `status: cancelled` if it was called off.",
            len(over),
        ),
        tuple(("collaborative_plan", "meetings", place, "date") for place, _on in over[:-1]),
    )


def _keeps_records(plan: Plan) -> bool:
    """Whether anything says that notes or evidence are wanted; in a circle of friends one record may be missing."""
    return "take_notes" in holders(plan) or bool(rows(plan.results.evidence))


def reasons() -> Reasons:
    """Source: Killion handout item S3.17 (the disorder "amnesia")."""
    return Reasons(
        title=_("A meeting is over and has no record"),
        why=_(
            "What a community does not write down it learns again and again. Two sentences in the same week are "
            "enough, and they are what your report to others will be made of."
        ),
        do=_("Write down what came of the meeting, or say that it was called off."),
        before="""\
collaborative_plan:
  meetings:
    - date: 2020-09-15
      topics: What a number interview shows us
    - date: 2020-10-13
      topics: A first interview, seen together
    - date: some time in spring
""",
        after="""\
collaborative_plan:
  meetings:
    - date: 2020-09-15
      topics: What a number interview shows us
      record: Eleven came. Five schools will try the short interview until March.
    - date: 2020-10-13
      topics: A first interview, seen together
      record: Two films watched. The next one shows a child who says nothing.
    - date: some time in spring
""",
        source="killion-handout",
        where=_("Diseases within communities of practice"),
    )


RULE = Rule("COP604", look, reasons, unless=(has_ended,))
