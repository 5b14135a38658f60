"""An answer speaks of smaller groups, and none is listed."""

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
subcommittee
subcommittees
sub committee
sub committees
subgroup
subgroups
sub group
sub groups
working group
working groups
task force
task forces
sous comite
sous comites
sous groupe
sous groupes
groupe de travail
groupes de travail
""")


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Words for groups within the community, while no group and no series is listed."""
    if plan.groups is None and plan.launch.series is None:
        yield from called_for(
            plan,
            _WANTED,
            ("groups",),
            _("{place} speaks of {words}, and the plan does not say which there are and who is in them."),
            _("List them under `groups`, with who leads each and when it began."),
            ("membership", "leadership", "norms", "life", "sections"),
        )


def reasons() -> Reasons:
    """Source: Killion handout item S3.14."""
    return Reasons(
        title=_("Groups are spoken of, and none is listed"),
        why=_(
            "Groups are easily founded and hardly ever dissolved. A list shows what is already being done and by whom, "
            "and which of them could go home."
        ),
        do=_("List each group with its purpose and one name."),
        before="""\
leadership:
  description: Each working group sends one person to the core team
""",
        after="""\
leadership:
  description: Each working group sends one person to the core team
groups:
  - name: Interviews
    kind: subgroup
    led_by:
      - Devi Ramsaran
""",
        source="killion-handout",
        where=_("Nested model of collaboration"),
    )


RULE = Rule("COP817", look, reasons, unless=(has_ended,), wish=True)
