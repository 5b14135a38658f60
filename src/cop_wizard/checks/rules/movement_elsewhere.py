"""The list of who moved closer or outward does not end where the roster stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.names import MOST_NAMES, roster
from cop_wizard.checks.rules.reading import day, people, rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.choices import Level
from cop_wizard.plan.membership import Movement
from cop_wizard.plan.parsing import name_key
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import date_words


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """The latest movement of each person held against the roster; what has no date, or a day to come, says nothing."""
    moved: dict[str, list[tuple[int, Movement]]] = {}
    for place, one in enumerate(rows(plan.membership.movements)[: MOST_NAMES * 10]):
        if words(one.name):
            moved.setdefault(name_key(words(one.name)), []).append((place, one))
    if not moved:
        return
    levels = _levels(plan)
    for key, steps in moved.items():
        place, latest = steps[-1]
        if key in levels:
            yield from _another_level(steps, levels[key], today)
        elif roster(plan).misses(words(latest.name)):
            yield Advice(
                ("membership", "movements", place, "name"),
                _("{name} is said to have moved, and is not on the roster.").format(name=words(latest.name)),
                _("Add a row to the `roster`, or write the name as it stands there."),
            )


def _levels(plan: Plan) -> dict[str, tuple[int, Level | None]]:
    """By name the place on the roster and the level, of those who still take part and stand there once."""
    found: dict[str, list[tuple[int, Level | None]]] = {}
    for place, one in people(plan):
        level = one.level if isinstance(one.level, Level) and not one.gone else None
        found.setdefault(name_key(words(one.name)), []).append((place, level))
    return {key: rows_of[0] if len(rows_of) == 1 else (rows_of[0][0], None) for key, rows_of in found.items()}


def _another_level(
    steps: list[tuple[int, Movement]], now: tuple[int, Level | None], today: dt.date
) -> Iterator[Advice]:
    known = [(on, place, one) for place, one in steps if (on := day(one.on)) and on <= today]
    if now[1] is None or not known or any(day(one.on) is None for _place, one in steps):
        return
    on, place, latest = max(known, key=lambda step: (step[0], step[1]))
    if isinstance(latest.level, Level) and latest.level is not now[1]:
        yield Advice(
            ("membership", "movements", place, "level"),
            _("Since {date}, {name} has been elsewhere than the roster says.").format(
                date=date_words(on), name=words(latest.name)
            ),
            _("Change the `level` on the `roster`, or add the latest move."),
            (("membership", "roster", now[0], "level"),),
        )


def reasons() -> Reasons:
    """Source: CASS guide item 2.2; Killion handout item S3.16."""
    return Reasons(
        title=_("A move that the roster does not know of"),
        why=_(
            "The roster says where people are today, the moves say how they came there. When the two part ways, an "
            "invitation to the core goes to somebody who stepped back in spring."
        ),
        do=_("Bring the roster up to date whenever you note a move."),
        before="""\
membership:
  roster:
    - name: Devi Ramsaran
      level: occasional
  movements:
    - name: Devi Ramsaran
      level: active
      on: 2020-10-20
""",
        after="""\
membership:
  roster:
    - name: Devi Ramsaran
      level: active
  movements:
    - name: Devi Ramsaran
      level: active
      on: 2020-10-20
""",
        source="cass-guide",
        where=_("page 6"),
    )


RULE = Rule("COP425", look, reasons, unless=(has_ended,))
