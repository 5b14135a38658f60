"""Evidence is planned, and for some of it nobody is named who collects it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.phrases import some_quoted
from cop_wizard.checks.rules.reading import day, is_vacant, rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Evidence

_NEAR = 60


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Said once other evidence has somebody, or the day is near: until then it is only a list of ideas."""
    evidence = [(place, one) for place, one in enumerate(rows(plan.results.evidence)) if words(one.what)]
    alone = [(place, one) for place, one in evidence if _has_nobody(one)]
    shared_out = len(alone) < len(evidence)
    if not alone or not (shared_out or any(_is_due(one, today) for _place, one in alone)):
        return
    yield Advice(
        ("results", "evidence", alone[0][0], "what"),
        _("Nobody is named yet who collects {evidence}.").format(
            evidence=some_quoted([words(one.what) for _place, one in alone])
        ),
        _("Put a name under `collected_by`, best that of somebody who would like to know the answer."),
        tuple(("results", "evidence", place, "what") for place, _one in alone[1:]),
    )


def _has_nobody(evidence: Evidence) -> bool:
    name = evidence.collected_by
    return name is None or (isinstance(name, str) and is_vacant(name))


def _is_due(evidence: Evidence, today: dt.date) -> bool:
    on = day(evidence.when)
    return on is not None and 0 <= (on - today).days <= _NEAR


def reasons() -> Reasons:
    """Source: CASS guide item 7.2."""
    return Reasons(
        title=_("Nobody is named who collects a piece of evidence"),
        why=_(
            "Everybody agrees that it should be collected, and everybody thinks that somebody does. When it is asked "
            "for, the notes of the first months are gone."
        ),
        do=_("Ask one person for each piece of evidence, and write the name down."),
        before="""\
results:
  evidence:
    - what: A kit of twelve number talks
      collected_by: Devi Ramsaran
    - what: Members' own notes on what they now do differently
""",
        after="""\
results:
  evidence:
    - what: A kit of twelve number talks
      collected_by: Devi Ramsaran
    - what: Members' own notes on what they now do differently
      collected_by: Tomás Herrera
""",
        source="cass-guide",
        where=_("page 11"),
    )


RULE = Rule("COP707", look, reasons, unless=(has_ended,))
