"""The community is as large as it may be, the door is open, and nothing says what happens next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.reading import belonging, number
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.choices import Door, Firmness
from cop_wizard.plan.membership import Entry, Size
from cop_wizard.plan.plan import Plan


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Exactly full by a limit that binds; of more than full, COP413 speaks."""
    size, entry = plan.membership.size, plan.membership.entry
    if not isinstance(size, Size) or size.maximum_is is not Firmness.HARD:
        return
    if plan.membership.door not in (Door.OPEN, Door.ON_REQUEST):
        return
    said = not isinstance(entry, Entry) and entry is not None
    if said or (isinstance(entry, Entry) and entry.when_full is not None):
        return
    if len(belonging(plan)) == number(size.maximum):
        yield Advice(
            ("membership", "door"),
            _("You are {count}, which is as many as you can be, and the door is open.").format(count=size.maximum),
            _("Say under `membership.entry.when_full` what the next one who asks will hear."),
            (("membership", "size", "maximum"),),
        )


def reasons() -> Reasons:
    """Source: CASS guide items 2.3 and 4.1 (new members)."""
    return Reasons(
        title=_("Full, with an open door"),
        why=_(
            "Somebody takes heart and asks to join, and is told that there is no chair left. What to say then is "
            "easier to find now than while that person stands in the door."
        ),
        do=_("Keep a list, name a day on which places fall free, or close the door for a while."),
        before="""\
membership:
  door: open
  size:
    maximum: 2
    maximum_is: hard
  roster:
    - name: Amina Yusuf
      status: member
    - name: Tomás Herrera
      status: member
""",
        after="""\
membership:
  door: open
  size:
    maximum: 2
    maximum_is: hard
  entry:
    when_full: We keep a list and ask in June who would like to go on
  roster:
    - name: Amina Yusuf
      status: member
    - name: Tomás Herrera
      status: member
""",
        source="cass-guide",
        where=_("page 8"),
    )


RULE = Rule("COP426", look, reasons, unless=(has_ended,))
