"""Something is to be collected, and it does not say what for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.phrases import purposes_words, some_quoted
from cop_wizard.checks.rules.reading import rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.parsing import name_key
from cop_wizard.plan.plan import Plan


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Evidence that names no purpose though other evidence does; evidence for a purpose that is not in the plan."""
    purposes = rows(plan.purpose.purposes)
    evidence = [(place, one) for place, one in enumerate(rows(plan.results.evidence)) if words(one.what)]
    if not purposes or not any(rows(one.shows) for _place, one in evidence):
        return
    blank = [(place, words(one.what)) for place, one in evidence if one.shows is None]
    if blank:
        texts = [text for _place, text in blank]
        yield Advice(
            ("results", "evidence", blank[0][0], "what"),
            ngettext(
                "{evidence} does not say which purpose it speaks for.",
                "{evidence} do not say which purpose they speak for.",
                len(texts),
            ).format(evidence=some_quoted(texts)),
            _("Name one or more of your purposes under `shows`. If none fits, perhaps it need not be collected."),
            tuple(("results", "evidence", place, "what") for place, _text in blank[1:]),
        )
    here = {name_key(purpose) for purpose in purposes}
    gone = [
        (("results", "evidence", place, "shows", at), purpose)
        for place, one in evidence
        for at, purpose in enumerate(rows(one.shows))
        if name_key(purpose) not in here
    ]
    missing = list(dict.fromkeys(purpose for _path, purpose in gone))
    if gone:
        yield Advice(
            gone[0][0],
            ngettext(
                "There is evidence for {purposes}, which is not among your purposes.",
                "There is evidence for {purposes}, which are not among your purposes.",
                len(missing),
            ).format(purposes=purposes_words(missing)),
            _("Add it to `purpose.purposes`, or name the purpose that it now speaks for."),
            tuple(path for path, _purpose in gone[1:]),
        )


def reasons() -> Reasons:
    """Source: CASS guide item 7.2."""
    return Reasons(
        title=_("Evidence that belongs to none of your purposes"),
        why=_(
            "Collecting costs members time. They give it gladly when they see what it is for, and stop when it looks "
            "like one more form."
        ),
        do=_("Name the purpose it speaks for, or do not collect it."),
        before="""\
purpose:
  purposes:
    - solving_problems
results:
  evidence:
    - what: Cases that members brought back with what came of them
      shows:
        - solving_problems
    - what: How many people came each time
""",
        after="""\
purpose:
  purposes:
    - solving_problems
results:
  evidence:
    - what: Cases that members brought back with what came of them
      shows:
        - solving_problems
""",
        source="cass-guide",
        where=_("page 11"),
    )


RULE = Rule("COP702", look, reasons, unless=(has_ended,), wish=True)
