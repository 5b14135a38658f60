"""All evidence is gathered at the very end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.lateness import comes_last, last_meeting
from cop_wizard.checks.rules.reading import rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """At least two pieces, each with a time, and each of these is the end."""
    evidence = [(place, one) for place, one in enumerate(rows(plan.results.evidence)) if words(one.what)]
    last = last_meeting(plan) if len(evidence) > 1 else None
    if len(evidence) < 2 or (last is not None and last < today):
        return
    if all(comes_last(one.when, last) for _place, one in evidence):
        yield Advice(
            ("results", "evidence", evidence[0][0], "when"),
            _("All evidence is to be collected at the end. By then much of it has been forgotten."),
            _("Collect one small thing along the way, such as a line from everybody after each meeting."),
            tuple(("results", "evidence", place, "when") for place, _one in evidence[1:]),
        )


def reasons() -> Reasons:
    """Source: planning tool item S4.7."""
    return Reasons(
        title=_("Evidence is collected only at the end"),
        why=_(
            "What changed is best seen by those who noted where they began. At the end there is a hurry, people "
            "remember the last meeting, and nothing can be compared with anything."
        ),
        do=_("Collect something small from the beginning, and let it show you on the way where you are."),
        before="""\
results:
  evidence:
    - what: A kit of twelve number talks
      when: at the end of the year
    - what: Members' own notes on what they now do differently
      when: at the end of the year
""",
        after="""\
results:
  evidence:
    - what: A kit of twelve number talks
      when: at the end of the year
    - what: Members' own notes on what they now do differently
      when: after every second meeting
""",
        source="cass-planning-tool",
        where=_("Results & celebrations"),
    )


RULE = Rule("COP711", look, reasons, unless=(has_ended,), wish=True)
