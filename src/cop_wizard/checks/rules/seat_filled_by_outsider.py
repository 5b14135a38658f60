"""A seat is filled by somebody who is not on the roster, or not any more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import islice

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.names import MOST_NAMES, each_name, roster
from cop_wizard.checks.rules.reading import rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.plan import Plan
from cop_wizard.values import KeyPath
from cop_wizard.wording import some_of


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Names in seats held against the roster."""
    seated = list(islice(_seated(plan), MOST_NAMES))
    if not seated:
        return
    known = roster(plan)
    gone = [(path, name) for path, name in seated if known.has_lost(name)]
    missing = [(path, name) for path, name in seated if known.misses(name)]
    if gone:
        yield _advice(
            gone,
            _("{names} said no, but still fills a seat you cannot do without.")
            if len(gone) == 1 and known.said_no(gone[0][1])
            else ngettext(
                "{names} has left, but still fills a seat you cannot do without.",
                "{names} have left or said no, but still fill seats you cannot do without.",
                len(gone),
            ),
            _("Find somebody else for the seat, or bring the `roster` up to date."),
        )
    if missing:
        yield _advice(
            missing,
            ngettext(
                "{names} fills a seat you cannot do without, but is not on the roster.",
                "{names} fill seats you cannot do without, but are not on the roster.",
                len(missing),
            ),
            _("Add a row to the `roster`; as long as you have not asked, its status is `potential`."),
        )


def _seated(plan: Plan) -> Iterator[tuple[KeyPath, str]]:
    """Each name in a seat, with its place."""
    for place, seat in enumerate(rows(plan.membership.required_seats)):
        for name in each_name([words(seat.filled_by)]):
            yield ("membership", "required_seats", place, "filled_by"), name


def _advice(found: list[tuple[KeyPath, str]], message: str, hint: str) -> Advice:
    names = some_of(list(dict.fromkeys(name for _path, name in found)), 3)
    return Advice(found[0][0], message.format(names=names), hint, tuple(path for path, _name in found[1:]))


def reasons() -> Reasons:
    """Source: CASS guide item 2.3 (people who must be members)."""
    return Reasons(
        title=_("A seat is filled by somebody who is not on the roster"),
        why=_(
            "A name beside a seat calms everybody down. If its owner was never asked, or has gone, the seat is really "
            "vacant, and nobody is looking for anyone."
        ),
        do=_("Ask the person and put them on the roster, or look for somebody else."),
        before="""\
membership:
  required_seats:
    - role: Numeracy consultant
      filled_by: Devi Ramsaran
  roster:
    - name: Amina Yusuf
      status: member
    - name: Tomás Herrera
      status: member
    - name: Rosalind Okafor
      status: member
""",
        after="""\
membership:
  required_seats:
    - role: Numeracy consultant
      filled_by: Devi Ramsaran
  roster:
    - name: Amina Yusuf
      status: member
    - name: Tomás Herrera
      status: member
    - name: Rosalind Okafor
      status: member
    - name: Devi Ramsaran
      status: invited
""",
        source="cass-guide",
        where=_("page 6"),
    )


RULE = Rule("COP419", look, reasons)
