"""An answer speaks of recordings, and nothing says who agrees and who sees them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.called_for import called_for, phrases
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan

_WANTED = phrases("""
recordings
record the meeting
record the meetings
record our meetings
record each meeting
record the session
record the sessions
record our sessions
record the call
record the calls
meeting is recorded
meetings are recorded
session is recorded
sessions are recorded
calls are recorded
video recording
video recordings
recording of the meeting
recording of each meeting
enregistrements
rencontres sont enregistrees
reunions sont enregistrees
seances sont enregistrees
""")


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Words for recording a meeting; that decisions are recorded is another matter."""
    if plan.care.recording is None:
        yield from called_for(
            plan,
            _WANTED,
            ("care", "recording"),
            _("{place} speaks of {words}, and the plan does not say who is asked, and who may watch."),
            _("Say under `care.recording` how people agree, where it is kept, and when it is deleted."),
        )


def reasons() -> Reasons:
    """Plain craft, without a source."""
    return Reasons(
        title=_("Recordings are spoken of, and nobody is asked"),
        why=_(
            "A red dot in the corner changes what people say. Those who missed the evening are glad of a recording, "
            "and those who spoke want to know who watches."
        ),
        do=_("Say how people are asked, who may watch, and for how long."),
        before="""\
launch:
  experiences: We record the meetings for those who are on night shift
""",
        after="""\
launch:
  experiences: We record the meetings for those who are on night shift
care:
  recording: We ask at the beginning; one no is enough. Deleted after a month.
""",
    )


RULE = Rule("COP820", look, reasons, unless=(has_ended,), wish=True)
