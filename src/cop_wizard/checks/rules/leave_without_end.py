"""Somebody is on leave, and nothing says until when, or that day has passed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.reading import day, people, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import Status
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Member
from cop_wizard.wording import date_words, some_of


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Those on leave without a day, and those whose day is over; words such as "in spring" are good enough."""
    away = [(place, one) for place, one in people(plan) if one.status is Status.ON_LEAVE]
    if unsaid := [(place, one) for place, one in away if one.back_on is None]:
        yield _advice(
            unsaid,
            "status",
            ngettext(
                "{names} is on leave, and nothing says until when.",
                "{names} are on leave, and nothing says until when.",
                len(unsaid),
            ),
            _("Agree on a day to ask again, and write it under `back_on`. If it is open on purpose, write `none`."),
        )
    if back := [(place, one) for place, one in away if (on := day(one.back_on)) and on < today]:
        yield _advice(
            back,
            "back_on",
            ngettext(
                "{names} was to be back on {date}, and is still on leave.",
                "{names} were to be back by now, and are still on leave.",
                len(back),
            ),
            _("Ring and ask. Then change the `status`, or the day under `back_on`."),
        )


def _advice(found: list[tuple[int, Member]], key: str, message: str, hint: str) -> Advice:
    first, *others = [("membership", "roster", place, key) for place, _one in found]
    names = some_of([words(one.name) for _place, one in found], 3)
    until = day(found[0][1].back_on)
    return Advice(first, message.format(names=names, date=date_words(until) if until else ""), hint, tuple(others))


def reasons() -> Reasons:
    """Source: Killion handout item S3.13 (how members leave)."""
    return Reasons(
        title=_("A leave without an end"),
        why=_(
            "A leave keeps somebody's chair warm. When nobody remembers until when, the chair stays empty, and the one "
            "who is away wonders whether it would be awkward to come back."
        ),
        do=_("Agree on a day on which somebody asks how things are."),
        before="""\
membership:
  roster:
    - name: Amina Yusuf
    - name: Tomás Herrera
      status: on_leave
""",
        after="""\
membership:
  roster:
    - name: Amina Yusuf
    - name: Tomás Herrera
      status: on_leave
      back_on: 2051-03-01
""",
        source="killion-handout",
        where=_("Launching, upgrading, or revitalizing"),
    )


RULE = Rule("COP422", look, reasons, unless=(has_ended,))
