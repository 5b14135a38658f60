"""More members than the plan wants, or fewer when it is time to begin."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.reading import belonging, members, number, soon, under_way
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.checks.rules.vacant_seat import vacant_seats
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import Status
from cop_wizard.plan.membership import Size
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import date_words

_NEAR = 28
"""Days before the beginning in which a yes is needed."""


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Held against the size's own limits, unless these contradict each other (COP414)."""
    size = plan.membership.size
    if not isinstance(size, Size):
        return
    least, best, most = number(size.minimum), number(size.ideal), number(size.maximum)
    known = [limit for limit in (least, best, most) if limit is not None]
    if known != sorted(known):
        return
    inside = len(belonging(plan))
    if (least is None or inside >= least) and (most is None or inside <= most):
        return
    yield from _too_many(plan, today, most)
    if len(vacant_seats(plan)) < (least or 0) - inside:  # else COP417 has said who is missing
        yield from _too_few(plan, today, least)
        yield from _too_few_yet(plan, today, least)


def _too_many(plan: Plan, today: dt.date, most: int | None) -> Iterator[Advice]:
    """Before the beginning, a roster is a list of ideas; only those who said yes count."""
    inside = belonging(plan)
    if not under_way(plan, today):
        inside = [(place, one) for place, one in inside if one.status is Status.MEMBER]
    if most is not None and len(inside) > most:
        yield Advice(
            ("membership", "size", "maximum"),
            _("{count} people belong by now, and you wanted at most {limit}.").format(count=len(inside), limit=most),
            _("Think of two smaller circles that meet in between, or change the limit if it feels right as it is."),
            (("membership", "roster"),),
        )


def _too_few(plan: Plan, today: dt.date, least: int | None) -> Iterator[Advice]:
    """Before the beginning, everybody who may still come counts. Nobody at all is COP421, or merely unfinished."""
    first = soon(plan, today)
    begun = under_way(plan, today) is not None
    count = len(belonging(plan) if begun else members(plan))
    if first is None or least is None or not 0 < count < least:
        return
    hint = _("Ask members whom they would bring along; a colleague's word works best. Or begin smaller on purpose.")
    further = (("membership", "roster"), first[0])
    if begun:
        message = _("You wanted at least {limit} members, and the roster counts {count}.")
    else:
        message = _("You wanted at least {limit} members, the roster counts {count}, and you begin on {date}.")
    told = message.format(limit=least, count=count, date=date_words(first[1]))
    yield Advice(("membership", "size", "minimum"), told, hint, further)


def _too_few_yet(plan: Plan, today: dt.date, least: int | None) -> Iterator[Advice]:
    """The beginning is near, and only some have said yes; where nobody has, the roster is only a list."""
    first = soon(plan, today, _NEAR)
    said_yes = len(belonging(plan))
    if first is None or not said_yes or under_way(plan, today) or least is None or len(members(plan)) < least:
        return
    message = ngettext(
        "You begin on {date}. {count} person has said yes so far, and you wanted at least {limit}.",
        "You begin on {date}. {count} people have said yes so far, and you wanted at least {limit}.",
        said_yes,
    )
    yield Advice(
        ("membership", "size", "minimum"),
        message.format(limit=least, count=said_yes, date=date_words(first[1])),
        _("Ring the others this week; a call works better than a second letter."),
        (("membership", "roster"), first[0]),
    )


def reasons() -> Reasons:
    """Source: CASS guide item 2.3 (ideal size)."""
    return Reasons(
        title=_("More or fewer members than you wanted"),
        why=_(
            "Where too few belong, one flu empties the room; where too many do, half of them never speak. You set the "
            "limits with a cool head, so they are worth a look when the roster has moved past them."
        ),
        do=_("Invite, divide, or change the number because experience has taught you a better one."),
        before="""\
membership:
  size:
    minimum: 6
    maximum: 12
  roster:
    - name: Amina Yusuf
      status: member
    - name: Tomás Herrera
      status: member
    - name: Devi Ramsaran
      status: member
launch:
  first_meeting: 2020-09-15
""",
        after="""\
membership:
  size:
    minimum: 3
    maximum: 12
  roster:
    - name: Amina Yusuf
      status: member
    - name: Tomás Herrera
      status: member
    - name: Devi Ramsaran
      status: member
launch:
  first_meeting: 2020-09-15
""",
        source="cass-guide",
        where=_("page 6"),
    )


RULE = Rule("COP413", look, reasons)
