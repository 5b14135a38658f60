"""Offices pass on after a term, and nothing says what is handed over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.phrases import some_quoted
from cop_wizard.checks.rules.reading import day, rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.checks.rules.seats import holder_of
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Held offices with a term, a limit or a last day, while handover and succession are both blank."""
    lead = plan.leadership
    if lead.handover is not None or lead.succession is not None:
        return
    passing = [
        (place, words(one.role))
        for place, one in enumerate(rows(lead.offices))
        if words(one.role) and holder_of(one) and (words(one.term) or words(one.limit) or day(one.until))
    ]
    if passing:
        yield Advice(
            ("leadership", "handover"),
            _("{offices} passes from one person to the next, and nothing says what goes along.").format(
                offices=some_quoted([role for _place, role in passing])
            )
            if len(passing) == 1
            else _("{offices} pass from one person to the next, and nothing says what goes along.").format(
                offices=some_quoted([role for _place, role in passing])
            ),
            _("List under `leadership.handover` what the next one will need: passwords, lists, promises made."),
            tuple(("leadership", "offices", place, "role") for place, _role in passing),
        )


def reasons() -> Reasons:
    """Source: Killion handout item S3.17 (the disorder "amnesia")."""
    return Reasons(
        title=_("Nothing is said about handing over"),
        why=_(
            "Every new chair begins by looking for the key, the list of addresses and the reason why nobody meets in "
            "March. Five lines, written while the old one still remembers, save a season."
        ),
        do=_("Write a short list, and let each holder add a line before they go."),
        before="""\
leadership:
  offices:
    - role: Chair
      filled_by: Rosalind Okafor
      term: two years
""",
        after="""\
leadership:
  offices:
    - role: Chair
      filled_by: Rosalind Okafor
      term: two years
  handover:
    - The list of members and who prefers to be rung
    - What we promised the library
""",
        source="killion-handout",
        where=_("Diseases within communities of practice"),
    )


RULE = Rule("COP509", look, reasons, unless=(has_ended,), wish=True)
