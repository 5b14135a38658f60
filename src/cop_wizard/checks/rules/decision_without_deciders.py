"""A decision is wanted, and nobody who can take it is a member."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.hearing import those_who_hear
from cop_wizard.checks.rules.names import parts
from cop_wizard.checks.rules.reading import people, rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.choices import PurposeKind
from cop_wizard.plan.parsing import name_key
from cop_wizard.plan.plan import Plan

_NEEDS_A_YES = (PurposeKind.GATHERING_FEEDBACK, PurposeKind.ADVANCING_INITIATIVES, PurposeKind.IMPLEMENTING_CHANGE)


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """None of the people who decide is on the roster, hears of it, or has an answer to how else they take part."""
    purposes, deciders = rows(plan.purpose.purposes), rows(plan.membership.decision_makers)
    if not deciders or not people(plan) or not any(purpose in _NEEDS_A_YES for purpose in purposes):
        return
    here = {name_key(words(one.name)) for _place, one in people(plan)}
    heard = those_who_hear(plan)
    if any(name_key(words(one.name)) in here or one.at_the_table is not None for one in deciders):
        return
    if any(not parts(words(one.name)).isdisjoint(heard) for one in deciders):
        return
    yield Advice(
        ("membership", "decision_makers"),
        _("Your purpose needs a yes from people who are not part of this community."),
        _("Put one of them on the `roster`, or write under `at_the_table` how they stay in touch with it."),
        (("purpose", "purposes"),),
    )


def reasons() -> Reasons:
    """Source: CASS guide item 2.1; the planning tool, S4 L11."""
    return Reasons(
        title=_("A decision is wanted, but nobody who decides is a member"),
        why=_(
            "Some purposes end in somebody else's yes: input to a plan, an initiative, a change. If those who can say "
            "it hear of the work only when it is done, good work is easily lost."
        ),
        do=_(
            "Invite one person who decides, if only to the first and the last meeting, or agree with them how and when "
            "they hear from you."
        ),
        before="""\
purpose:
  purposes:
    - implementing_change
membership:
  decision_makers:
    - name: Joanne Cardinal
      decides: The assessment calendar
  roster:
    - name: Amina Yusuf
""",
        after="""\
purpose:
  purposes:
    - implementing_change
membership:
  decision_makers:
    - name: Joanne Cardinal
      decides: The assessment calendar
      at_the_table: Comes to the first and the last meeting
  roster:
    - name: Amina Yusuf
""",
        source="cass-guide",
        where=_("page 6"),
    )


RULE = Rule("COP401", look, reasons)
