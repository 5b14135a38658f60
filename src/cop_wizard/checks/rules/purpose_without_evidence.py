"""Evidence is planned purpose by purpose, and some purposes are left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.committee import only_delivers
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.phrases import purpose_words
from cop_wizard.checks.rules.reading import rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.checks.rules.too_many_purposes import too_many
from cop_wizard.i18n import _
from cop_wizard.plan.parsing import name_key
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import some_of


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Every piece of evidence says what it shows, and none of them the first purpose, or most of the purposes."""
    evidence = [one for one in rows(plan.results.evidence) if words(one.what)]
    if not evidence or any(one.shows is None for one in evidence):
        return
    shown = {name_key(purpose) for one in evidence for purpose in rows(one.shows)}
    purposes = rows(plan.purpose.purposes)
    uncovered = [(place, purpose) for place, purpose in enumerate(purposes) if name_key(purpose) not in shown]
    if shown and uncovered and (uncovered[0][0] == 0 or 2 * len(uncovered) > len(purposes)):
        yield Advice(
            ("results", "evidence"),
            _("Nothing that you collect will tell you about {purposes}.").format(
                purposes=some_of([purpose_words(purpose) for _place, purpose in uncovered], 2)
            ),
            _("Ask members what they would take as a sign of it, or name it under `shows` of something you have."),
            tuple(("purpose", "purposes", place) for place, _purpose in uncovered),
        )


def reasons() -> Reasons:
    """Source: CASS guide item 7.2."""
    return Reasons(
        title=_("A purpose has no evidence"),
        why=_(
            "What nobody looks at is the first thing to be dropped in a busy year. A sign need not be a number: a "
            "story, a thing you made or a decision will do."
        ),
        do=_("Find one small sign of that purpose, or let it go if it does not matter as much as you thought."),
        before="""\
purpose:
  purposes:
    - solving_problems
    - building_resources
results:
  evidence:
    - what: A kit of twelve number talks
      shows:
        - building_resources
""",
        after="""\
purpose:
  purposes:
    - solving_problems
    - building_resources
results:
  evidence:
    - what: A kit of twelve number talks
      shows:
        - building_resources
    - what: Cases that members brought back with what came of them
      shows:
        - solving_problems
""",
        source="cass-guide",
        where=_("page 11"),
    )


RULE = Rule("COP701", look, reasons, unless=(has_ended, only_delivers, too_many), wish=True)
