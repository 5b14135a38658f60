"""Somebody stands on the roster twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.reading import people, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import Status
from cop_wizard.plan.parsing import name_key
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Member
from cop_wizard.wording import some_of


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """The same name twice, unless organisation, e-mail or a goodbye tells two people or two times apart."""
    first: dict[str, tuple[int, Member]] = {}
    twice: list[tuple[int, int, str]] = []
    for place, one in people(plan):
        key = name_key(words(one.name))
        earlier = first.setdefault(key, (place, one))
        if earlier[0] != place and not _apart(earlier[1], one):
            twice.append((earlier[0], place, words(earlier[1].name)))
    if twice:
        names = list(dict.fromkeys(name for _first, _second, name in twice))
        yield Advice(
            ("membership", "roster", twice[0][1], "name"),
            ngettext(
                "{names} is on the roster more than once.", "{names} are on the roster more than once.", len(names)
            ).format(names=some_of(names, 3)),
            _("Bring the rows together into one. If they are two people, add what tells them apart, such as a school."),
            tuple(
                ("membership", "roster", place, "name")
                for place in sorted({place for one in twice[:10] for place in one[:2]} - {twice[0][1]})
            ),
        )


def _apart(one: Member, other: Member) -> bool:
    for field in ("organization", "email"):
        here, there = words(getattr(one, field)), words(getattr(other, field))
        if here and there and name_key(here) != name_key(there):
            return True
    gone = [person.status in (Status.ALUMNI, Status.DECLINED) for person in (one, other)]
    return gone[0] != gone[1]


def reasons() -> Reasons:
    """Plain craft, without a source."""
    return Reasons(
        title=_("The same person twice on the roster"),
        why=_(
            "It happens when two people keep the list, and does little harm, but every count in the plan is off by "
            "one, and one of the two rows will be out of date soon."
        ),
        do=_("Keep one row for each person. A second role can stand beside the first."),
        before="""\
membership:
  roster:
    - name: Tomás Herrera
      role: Assistant principal
    - name: Amina Yusuf
    - name: Tomas Herrera
      role: Keeps the notes
""",
        after="""\
membership:
  roster:
    - name: Tomás Herrera
      role: Assistant principal; keeps the notes
    - name: Amina Yusuf
""",
    )


RULE = Rule("COP418", look, reasons)
