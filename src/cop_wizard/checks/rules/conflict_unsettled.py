"""The plan disagrees with another document, and nothing says which of the two holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.phrases import some_quoted
from cop_wizard.checks.rules.reading import rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Each disagreement that was noted without a word on what holds."""
    unsettled = [
        (place, words(one.document))
        for place, one in enumerate(rows(plan.document.conflicts))
        if words(one.document) and one.holds is None
    ]
    if unsettled:
        yield Advice(
            ("document", "conflicts", unsettled[0][0], "document"),
            _("This plan disagrees with {documents}, and nothing says which holds.").format(
                documents=some_quoted([name for _place, name in unsettled])
            ),
            _("Write under `holds` which one people should follow until it is settled, and who settles it."),
            tuple(("document", "conflicts", place, "document") for place, _name in unsettled[1:]),
        )


def reasons() -> Reasons:
    """Plain craft, without a source."""
    return Reasons(
        title=_("A disagreement between documents is open"),
        why=_(
            "To have noticed it is half the work. Until somebody says which paper holds, each side reads the one it "
            "likes better, and is right."
        ),
        do=_("Say which of the two holds for now."),
        before="""\
document:
  conflicts:
    - document: Terms of reference of 2019
      about: How long the chair serves
""",
        after="""\
document:
  conflicts:
    - document: Terms of reference of 2019
      about: How long the chair serves
      holds: This plan, until the council meets in May
""",
    )


RULE = Rule("COP815", look, reasons, unless=(has_ended,))
