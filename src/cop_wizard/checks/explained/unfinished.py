"""COP3xx: what is not there yet. None of it makes a plan wrong."""

from __future__ import annotations

from collections.abc import Callable

from cop_wizard.checks.reasons import Reasons
from cop_wizard.i18n import _

EXPLAINED: dict[str, Callable[[], Reasons]] = {
    "COP301": lambda: Reasons(
        title=_("A question that matters has no answer yet"),
        why=_(
            "The guide marks a few questions as needed, because a community that has not talked about them tends to "
            "stumble over them later. A draft may leave them open as long as it likes."
        ),
        do=_("Answer it when you can: `cop edit` takes you there. Write `none` if there is none, on purpose."),
        before="""\
purpose:
  focus:
""",
        after="""\
purpose:
  focus: early numeracy
""",
    ),
    "COP302": lambda: Reasons(
        title=_("A question was put off"),
        why=_("A to-do is a promise to yourself. It stands here so that nobody has to remember it."),
        do=_("Answer the question and take the to-do out, or leave it until its day comes."),
        before="""\
norms:
  process:
todo:
  - question: norms.process
    note: Ask the group on the first evening
    owner: Devi Ramsaran
""",
        after="""\
norms:
  process: Small groups draft first, everybody decides on the second evening.
""",
    ),
    "COP303": lambda: Reasons(
        title=_("A date or a number is still in words"),
        why=_(
            "Words are a good start, but a calendar cannot hold “tenth week of term”, and nobody can count with “a "
            "dozen or so”. Where words will do for good, this is only a note."
        ),
        do=_("When you know it, write the date as year, month and day, or the plain number."),
        before="""\
launch:
  first_meeting: tenth week of term
""",
        after="""\
launch:
  first_meeting: 2026-11-12
""",
    ),
    "COP304": lambda: Reasons(
        title=_("Optional questions are open"),
        why=_(
            "They make a plan richer, and no plan needs all of them. One line for each section tells that they exist."
        ),
        do=_("Look through them once, and answer those that would help you. The others can stay open."),
        before="""\
purpose:
  why_now:
""",
        after="""\
purpose:
  why_now:
    - implementing_change
""",
    ),
    "COP306": lambda: Reasons(
        title=_("Something only keeps a place"),
        why=_(
            "TBD, xxx or “to be completed” remind you that something is missing. They are kept and printed, but a "
            "reader learns nothing from them, so they never count as an answer."
        ),
        do=_("Write the answer when you know it. If there is none, write `none`."),
        before="""\
launch:
  place: TBD
""",
        after="""\
launch:
  place: Riverbend School, library
""",
    ),
    "COP305": lambda: Reasons(
        title=_("A to-do is about a question that has an answer by now"),
        why=_("It may be done, and a list of things that are done hides those that are not."),
        do=_("If the answer settles it, take the to-do out."),
        before="""\
norms:
  process: Small groups draft first, everybody decides on the second evening.
todo:
  - question: norms.process
    note: Ask the group on the first evening
    owner: Devi Ramsaran
""",
        after="""\
norms:
  process: Small groups draft first, everybody decides on the second evening.
""",
    ),
}
