"""A sub-group is there, and nobody is in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.phrases import some_quoted
from cop_wizard.checks.rules.reading import rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import GroupKind, LifeStatus
from cop_wizard.plan.plan import Plan


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Active sub-groups of one's own without members, leader or liaison; one that is only proposed may be empty."""
    empty = [
        (place, words(one.name))
        for place, one in enumerate(rows(plan.groups))
        if words(one.name)
        and one.kind is GroupKind.SUBGROUP
        and one.status in (None, LifeStatus.ACTIVE)
        and one.members is None
        and one.led_by is None
        and one.liaisons is None
    ]
    if empty:
        yield Advice(
            ("groups", empty[0][0], "name"),
            ngettext(
                "The sub-group {groups} has nobody in it yet, by the plan.",
                "The sub-groups {groups} have nobody in them yet, by the plan.",
                len(empty),
            ).format(groups=some_quoted([name for _place, name in empty])),
            _("Name at least who calls it together, under `led_by`. If it is only an idea, its status is `proposed`."),
            tuple(("groups", place, "name") for place, _name in empty[1:]),
        )


def reasons() -> Reasons:
    """Source: Killion handout item S3.14 (groups within groups)."""
    return Reasons(
        title=_("A sub-group without anybody in it"),
        why=_(
            "A group that exists on paper only keeps others from doing its work: everybody believes that somebody is "
            "on it. One name makes the difference."
        ),
        do=_("Name who calls it together, or strike it out until somebody wants it."),
        before="""\
groups:
  - name: Night shift circle
    kind: subgroup
""",
        after="""\
groups:
  - name: Night shift circle
    kind: subgroup
    led_by:
      - Kwame Boateng
""",
        source="killion-handout",
        where=_("Nested model of collaboration"),
    )


RULE = Rule("COP812", look, reasons, unless=(has_ended,), wish=True)
