"""Several are said to lead and one does it all, or one is said to lead and many do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.leaders import alone, persons, says_that_several_lead
from cop_wizard.checks.rules.reading import holders, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.choices import Structure
from cop_wizard.plan.plan import Plan

_ENOUGH_TO_TELL = 3
_MANY_DUTIES, _MANY_PEOPLE, _A_SMALL_SHARE = 5, 4, 2


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """The structure held against the names beside the duties."""
    if says_that_several_lead(plan):
        if any(len(names) > 1 for names in holders(plan).values()):
            return
        name, keys, total = alone(plan)
        if len(keys) == total >= _ENOUGH_TO_TELL:
            yield Advice(
                ("leadership", "structure"),
                _("Several people are to lead, and {name} is the only name beside the duties.").format(name=name),
                _("Put the others' names beside what they do. If one person leads after all, say `single`."),
                (("leadership", "duties"),),
            )
    elif plan.leadership.structure is Structure.SINGLE and not words(plan.leadership.description):
        yield from _many(plan)


def _many(plan: Plan) -> Iterator[Advice]:
    """Helpers are welcome where one leads; but somebody who leads would stand out among them."""
    found = persons(plan)
    held = {key for keys in found.values() for key in keys}
    if len(held) < _MANY_DUTIES or len(found) < _MANY_PEOPLE:
        return
    if max(len(keys) for keys in found.values()) <= _A_SMALL_SHARE:
        yield Advice(
            ("leadership", "structure"),
            _("One person is to lead, and the duties are spread over {count} people.").format(count=len(found)),
            _("That looks like a team already, so you could say `team`. Or describe who leads and who helps."),
            (("leadership", "duties"),),
        )


def reasons() -> Reasons:
    """Source: CASS guide items 3.2 and 3.3."""
    return Reasons(
        title=_("How leadership is arranged and who does the work do not match"),
        why=_(
            "Members believe what they see. If a team is announced and one person does everything, the others think "
            "they are not needed; if one is announced and many act, nobody knows whom to ask."
        ),
        do=_("Change the one or the other, so that members know whom to turn to."),
        before="""\
leadership:
  structure: team
  duties:
    set_up_meetings:
      - Amina Yusuf
    craft_questions:
      - Amina Yusuf
    keep_on_track:
      - Amina Yusuf
""",
        after="""\
leadership:
  structure: team
  duties:
    set_up_meetings:
      - Tomás Herrera
    craft_questions:
      - Devi Ramsaran
      - Amina Yusuf
    keep_on_track:
      - Amina Yusuf
""",
        source="cass-guide",
        where=_("page 7"),
    )


RULE = Rule("COP504", look, reasons, unless=(has_ended,))
