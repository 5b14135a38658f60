"""Some members have agreed to the norms, and others have not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.names import MOST_NAMES, each_name, looks_like_a_person, parts
from cop_wizard.checks.rules.reading import belonging, day, rows, under_way, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import Level
from cop_wizard.plan.norms import Agreement
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import some_of

_STILL_COLLECTING = 30
"""Days after the last yes during which more may be on their way."""


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Each yes is a member's own, and some members' is missing; people at the edge need not sign."""
    agreements = [one for one in rows(plan.norms.agreements) if words(one.who)]
    if not 0 < len(agreements) <= MOST_NAMES or not _settled(plan, agreements, today):
        return
    signed = [name for one in agreements for name in each_name([words(one.who)])]
    inside = [words(one.name) for _place, one in belonging(plan) if one.level is not Level.PERIPHERAL]
    known = [parts(name) for name in inside]
    if not all(looks_like_a_person(name) or any(parts(name) <= one for one in known) for name in signed):
        return  # "all members", "the spring group": somebody else may be meant as well
    heard = frozenset().union(*map(parts, signed))
    missing = [name for name in inside if parts(name).isdisjoint(heard)]
    if missing and len(missing) < len(inside):
        yield Advice(
            ("norms", "agreements"),
            ngettext(
                "{names} has not agreed to the norms yet, by this list.",
                "{names} have not agreed to the norms yet, by this list.",
                len(missing),
            ).format(names=some_of(missing, 3)),
            _("Go through the norms with them, and listen: a doubt now is worth more than a quarrel later."),
        )


def _settled(plan: Plan, agreements: list[Agreement], today: dt.date) -> bool:
    """Whether the last yes was some time ago; one that is planned or put in words is still on its way."""
    days = [day(one.on) for one in agreements if one.on is not None]
    if not days:
        return under_way(plan, today, _STILL_COLLECTING) is not None
    return all(on is not None and (today - on).days >= _STILL_COLLECTING for on in days)


def reasons() -> Reasons:
    """Source: CASS guide item 4.3."""
    return Reasons(
        title=_("Not everybody has agreed to the norms"),
        why=_(
            "A norm holds because each member has said yes to it. Those who were away when it was settled keep it out "
            "of politeness, as long as it costs nothing."
        ),
        do=_("Ask those who are missing, and change a norm if they have a good reason."),
        before="""\
membership:
  roster:
    - name: Amina Yusuf
      status: member
    - name: Tomás Herrera
      status: member
    - name: Devi Ramsaran
      status: member
norms:
  agreements:
    - who: Amina Yusuf and Tomás Herrera
      on: 2020-10-13
""",
        after="""\
membership:
  roster:
    - name: Amina Yusuf
      status: member
    - name: Tomás Herrera
      status: member
    - name: Devi Ramsaran
      status: member
norms:
  agreements:
    - who: Amina Yusuf and Tomás Herrera
      on: 2020-10-13
    - who: Devi Ramsaran
      on: 2020-10-20
""",
        source="cass-guide",
        where=_("page 8"),
    )


RULE = Rule("COP510", look, reasons)
