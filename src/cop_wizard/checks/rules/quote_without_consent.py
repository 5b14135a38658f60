"""Somebody's words or story stand in the plan, and nothing says that they agreed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.reading import asked_often, rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import SeenBy, YesNo
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.results import ValueStory
from cop_wizard.plan.shapes import Evidence
from cop_wizard.values import KeyPath
from cop_wizard.wording import some_of

_SOMEBODY = "?"


@asked_often
def told_by_people(plan: Plan) -> list[tuple[KeyPath, str, Evidence | ValueStory]]:
    """Quotes and stories: where the words stand, whose they are as far as that is said, and the row.

    A story whose teller is nobody, on purpose, has no name to ask for.
    """
    found: list[tuple[KeyPath, str, Evidence | ValueStory]] = []
    for place, one in enumerate(rows(plan.results.evidence)):
        if words(one.quote):
            found.append((("results", "evidence", place, "quote"), words(one.quoted), one))
    for place, story in enumerate(rows(plan.results.stories)):
        if words(story.told_by):
            found.append((("results", "stories", place, "told_by"), words(story.told_by), story))
    return found


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Those who said no, wherever more than the leaders read it; and words open to all whose owner was not asked."""
    told = [one for one in told_by_people(plan) if one[2].seen_by is not SeenBy.LEADERS]
    if refused := [(path, name) for path, name, row in told if row.consent is YesNo.NO]:
        yield _advice(
            refused,
            _("Somebody did not agree to be quoted, and the words stand here."),
            ngettext(
                "{names} did not agree to be quoted, and the words stand here.",
                "{names} did not agree to be quoted, and their words stand here.",
                len(refused),
            ),
            _("Take the words out, or let only `leaders` see them."),
        )
    unasked = [(path, name) for path, name, row in told if row.consent is None and row.seen_by is not SeenBy.MEMBERS]
    if unasked:
        yield _advice(
            unasked,
            _("Somebody is quoted, and nothing says whether they agreed."),
            ngettext(
                "{names} is quoted, and nothing says whether they agreed.",
                "{names} are quoted, and nothing says whether they agreed.",
                len(unasked),
            ),
            _("Ask, and write `consent: yes`. Until then, `seen_by: leaders` keeps the words among you."),
        )


def _advice(found: list[tuple[KeyPath, str]], nameless: str, message: str, hint: str) -> Advice:
    names = list(dict.fromkeys(name for _path, name in found if name))
    first, *others = [path for path, _name in found]
    told = message.format(names=some_of(names, 3)) if names else nameless
    return Advice(first, told, hint, tuple(others))


def reasons() -> Reasons:
    """Source: 21CSLA definitions item S1.10 (what participants say)."""
    return Reasons(
        title=_("Quoted without a yes"),
        why=_(
            "A sentence said among friends sounds different on a page for the board. Whoever finds their own words "
            "there unasked will weigh them from then on, and so will everybody else."
        ),
        do=_("Show people the sentence as it will stand, ask, and note the answer."),
        before="""\
results:
  evidence:
    - what: What members say after a year
      quote: I stopped closing my classroom door
      quoted: a teacher of grade two
      collected_by: Amina Yusuf
      shows: [shared_learning]
""",
        after="""\
results:
  evidence:
    - what: What members say after a year
      quote: I stopped closing my classroom door
      quoted: a teacher of grade two
      consent: yes
      collected_by: Amina Yusuf
      shows: [shared_learning]
""",
        source="21csla",
    )


RULE = Rule("COP712", look, reasons)
