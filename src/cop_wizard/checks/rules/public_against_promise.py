"""Nothing may be told outside, and the public can read what somebody said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.quote_without_consent import told_by_people
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.choices import Repeating, SeenBy, YesNo
from cop_wizard.plan.plan import Plan


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Quotes and stories for the public; a product may go out, for it is not what was said in the room."""
    if plan.care.repeating is not Repeating.NOTHING:
        return
    public = [
        path
        for path, _name, row in told_by_people(plan)
        if row.seen_by is SeenBy.PUBLIC and row.consent is not YesNo.YES
    ]
    if public:
        yield Advice(
            public[0],
            _("You promise one another that nothing is told outside, and the public can read these words."),
            _("Set `seen_by` to `members`, or ask whose words they are and note the `consent`."),
            (*public[1:], ("care", "repeating")),
        )


def reasons() -> Reasons:
    """Source: Staempfli tool item S2.9, principle 4."""
    return Reasons(
        title=_("A promise of silence, and a quote for everybody"),
        why=_(
            "A promise about what leaves the room is kept by everybody or by nobody. One printed sentence is enough to "
            "make the careful ones silent."
        ),
        do=_("Keep the words inside, or ask the person and note that they said yes."),
        before="""\
care:
  repeating: nothing
results:
  evidence:
    - what: What members say after a year
      quote: I stopped closing my classroom door
      seen_by: public
      collected_by: Amina Yusuf
      shows: [shared_learning]
""",
        after="""\
care:
  repeating: nothing
results:
  evidence:
    - what: What members say after a year
      quote: I stopped closing my classroom door
      consent: yes
      seen_by: public
      collected_by: Amina Yusuf
      shows: [shared_learning]
""",
        source="staempfli-2020",
        where=_("principle 4"),
    )


RULE = Rule("COP714", look, reasons)
