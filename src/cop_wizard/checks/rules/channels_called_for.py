"""An answer speaks of a channel, and none is listed."""

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
newsletter
newsletters
slack
discord
whatsapp
listserv
mailing list
mailing lists
teams channel
teams channels
microsoft teams
ms teams
infolettre
infolettres
liste de diffusion
listes de diffusion
""")


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Words for a newsletter or a place to write in; of tools for sharing, the launch has asked already."""
    if plan.communication.channels is None and plan.communication.messages is None:
        yield from called_for(
            plan,
            _WANTED,
            ("communication", "channels"),
            _("{place} speaks of {words}, and the plan does not say who looks after it and who can see it."),
            _("List your channels under `communication.channels`, with what each is for."),
            ("membership", "leadership", "norms", "results", "sections"),
        )


def reasons() -> Reasons:
    """Source: Staempfli tool item S2.9, principle 4."""
    return Reasons(
        title=_("A channel is spoken of, and none is listed"),
        why=_(
            "Five places to write in are four too many for somebody new. A list with one line for each says where to "
            "ask, where to look, and which room has an open door."
        ),
        do=_("List each channel with its purpose, who can come in, and who looks after it."),
        before="""\
membership:
  joining: Newcomers are added to the mailing list
""",
        after="""\
membership:
  joining: Newcomers are added to the mailing list
communication:
  channels:
    - name: Mailing list
      open_to: members
""",
        source="staempfli-2020",
        where=_("principle 4"),
    )


RULE = Rule("COP818", look, reasons, unless=(has_ended,), wish=True)
