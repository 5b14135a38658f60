"""One of the three circles is empty although meetings have dates."""

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

_WELL_FILLED = 3


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Nothing at all about one circle, much about the other two, and dates in the calendar."""
    meetings = dated(plan) if thin_circles(plan) else []
    if not meetings:
        return
    least, middle, _most = circles(plan)
    if least.said or len(middle.said) < _WELL_FILLED:
        return
    message, hint = {
        "domain": (
            _("The plan tells who meets and what they do, but nothing yet of what they care about together."),
            _("Ask three members what would bring them back a second time. Their words are your beginning."),
        ),
        "community": (
            _("The plan tells what it is about and what is done, but nothing yet of the people and how they belong."),
            _("Write down the first names, how you will ask them, and one thing they can expect of each other."),
        ),
        "practice": (
            _("The plan tells who meets and what about, but nothing yet of what they do there and learn to do better."),
            _("Choose one thing from members' daily work to try out together, and where you keep what you find."),
        ),
    }[least.name]
    yield Advice(least.silent[0], message, hint, (("collaborative_plan", "meetings", meetings[0][0], "date"),))


def reasons() -> Reasons:
    """Source: 21CSLA items S1.4 and S1.7; CASS guide item 0.6."""
    return Reasons(
        title=_("Subject, people or practice: one is missing"),
        why=_(
            "A community needs a shared subject, people who know one another, and something they do. If one is "
            "missing, the other two rarely hold for long."
        ),
        do=_("Say a few words on what is missing before you send out the dates."),
        before="""\
purpose:
  focus: early numeracy
  shared_competence: Most of us have taught in the early grades
  audience: school leaders in the north
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
        source="21csla",
    )


RULE = Rule("COP402", look, reasons, unless=(has_ended,), wish=True)
