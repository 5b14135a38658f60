"""One of the three circles is far thinner than the other two."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.circles import circles, thin_circles
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.reading import dated
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan

_FULL = 4


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """One answer on one circle, at least four on each of the others, and dates in the calendar."""
    if not thin_circles(plan) or not dated(plan):
        return
    least, middle, _most = circles(plan)
    if len(least.said) != 1 or len(middle.said) < _FULL:
        return
    message, hint = {
        "domain": (
            _("You say a lot about the people and what they do, and very little about what they share."),
            _("Write down why this matters now, and what your members already know and do well in it."),
        ),
        "community": (
            _("You say a lot about the subject and the work, and very little about the people and how they belong."),
            _("Say whom you are looking for, how you ask them, and what they can expect of one another."),
        ),
        "practice": (
            _("You say a lot about the subject and the people, and very little about what they will do together."),
            _("Say what members try out, where you keep what they find, and how it reaches their daily work."),
        ),
    }[least.name]
    yield Advice(least.silent[0], message, hint, least.said)


def reasons() -> Reasons:
    """Source: Killion handout item S3.13; 21CSLA item S1.7."""
    return Reasons(
        title=_("Subject, people or practice: one is far thinner than the others"),
        why=_(
            "Subject, people and practice carry a community together. The one that gets the least care is where it "
            "gives way, usually after the first excitement."
        ),
        do=_("Spend half an hour on the thin one. Two or three plain answers are enough to restore the balance."),
        before="""\
purpose:
  focus: early numeracy
  shared_competence: Most of us have taught in the early grades
  audience: school leaders in the north
  learn_to: help every child make sense of numbers
  purposes:
    - solving_problems
membership:
  ideal_member: Somebody who visits classrooms every week
  invitation: Amina Yusuf phones each principal in August
  roster:
    - name: Amina Yusuf
    - name: Tomás Herrera
norms:
  process: Each table writes down what helped in groups they have known
collaborative_plan:
  meetings:
    - date: 2055-09-15
""",
        after="""\
purpose:
  focus: early numeracy
  shared_competence: Most of us have taught in the early grades
  audience: school leaders in the north
  learn_to: help every child make sense of numbers
  purposes:
    - solving_problems
membership:
  ideal_member: Somebody who visits classrooms every week
  invitation: Amina Yusuf phones each principal in August
  roster:
    - name: Amina Yusuf
    - name: Tomás Herrera
norms:
  process: Each table writes down what helped in groups they have known
launch:
  tools:
    gather_knowledge: One running page of notes, written in turn
collaborative_plan:
  meetings:
    - date: 2055-09-15
      topics: What a number interview shows us
""",
        source="killion-handout",
        where=_("Launching, upgrading, or revitalizing"),
    )


RULE = Rule("COP403", look, reasons, unless=(has_ended,), wish=True)
