"""Everybody is a core member."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.committee import is_committee
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.reading import members, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.choices import Level
from cop_wizard.plan.parsing import plain_letters
from cop_wizard.plan.plan import Plan

_MORE_THAN_FOUNDERS = 6
_POSTS = re.compile(r"appoint|nominat|\bpost|delegat|design[ea]|nomme|mandat")


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Six members or more, all of them core; fewer may be the founders, and posts are no choice."""
    if _POSTS.search(plain_letters(words(plan.membership.joining))):
        return
    levels = [one.level for _place, one in members(plan)]
    if len(levels) >= _MORE_THAN_FOUNDERS and all(level is Level.CORE for level in levels):
        yield Advice(
            ("membership", "roster"),
            _("All {count} members are at the core. Is there a place for somebody with less time?").format(
                count=len(levels)
            ),
            _("Mark those who mainly come and take part as `active`, and leave room for people who come now and then."),
        )


def reasons() -> Reasons:
    """Sources: CASS guide item 2.2; Staempfli tool item S2.9, principle 3."""
    return Reasons(
        title=_("Only core members"),
        why=_(
            "People find their way in from the edge: they listen, come again, and one day they lead a meeting. Where "
            "everybody is expected to carry the whole, newcomers stay away and the old hands grow tired together."
        ),
        do=_("Let members choose how closely they take part, and tell them that they may change it."),
        before="""\
membership:
  roster:
    - name: Amina Yusuf
      level: core
    - name: Tomás Herrera
      level: core
    - name: Devi Ramsaran
      level: core
    - name: Rosalind Okafor
      level: core
    - name: Joanne Cardinal
      level: core
    - name: Ingrid Sorensen
      level: core
""",
        after="""\
membership:
  roster:
    - name: Amina Yusuf
      level: core
    - name: Tomás Herrera
      level: core
    - name: Devi Ramsaran
      level: active
    - name: Rosalind Okafor
      level: active
    - name: Joanne Cardinal
      level: occasional
    - name: Ingrid Sorensen
      level: active
""",
        source="staempfli-2020",
        where=_("principle 3"),
    )


RULE = Rule("COP411", look, reasons, unless=(has_ended, is_committee), wish=True)
