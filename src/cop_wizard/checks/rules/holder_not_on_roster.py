"""A duty is held by somebody who is not on the roster, or not any more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import islice

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.duty_phrases import duty_words
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.names import MOST_NAMES, each_name, roster
from cop_wizard.checks.rules.reading import holders
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.checks.rules.strangers import is_unknown_holder
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import listed, some_of


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Names beside duties held against the roster; words such as "everybody in turn" are no names."""
    held = {key: list(islice(each_name(names), MOST_NAMES // 8)) for key, names in holders(plan).items()}
    if not held:
        return
    known = roster(plan)
    if gone := _by_name(held, known.has_lost):
        yield _advice(
            gone,
            _("{name} said no, but still {duties}.")
            if known.said_no(next(iter(gone)))
            else _("{name} has left, but still {duties}."),
            _("{names} have left or said no, but still hold duties."),
            _("Find somebody who takes over, or bring the `roster` up to date."),
        )
    if missing := _by_name(held, lambda name: is_unknown_holder(plan, name)):
        yield _advice(
            missing,
            _("{name} {duties}, but is not on the roster."),
            _("{names} hold duties, but are not on the roster."),
            _("Add a row to the `roster`. Somebody who helps from outside can be `transactional`."),
        )


def _by_name(held: dict[str, list[str]], is_meant: Callable[[str], bool]) -> dict[str, list[str]]:
    """The duties of each name that is meant."""
    found: dict[str, list[str]] = {}
    for key, names in held.items():
        for name in names:
            if is_meant(name):
                found.setdefault(name, []).append(key)
    return found


def _advice(found: dict[str, list[str]], one: str, several: str, hint: str) -> Advice:
    keys = list(dict.fromkeys(key for held in found.values() for key in held))
    names = list(found)
    if len(names) == 1:
        message = one.format(name=names[0], duties=listed([duty_words(key) for key in keys]))
    else:
        message = several.format(names=some_of(names, 3))
    return Advice(
        ("leadership", "duties", keys[0]), message, hint, tuple(("leadership", "duties", key) for key in keys[1:])
    )


def reasons() -> Reasons:
    """Source: CASS guide items 2.4 and 3.2."""
    return Reasons(
        title=_("A duty is held by somebody who is not on the roster"),
        why=_(
            "Sometimes the roster was forgotten; sometimes the person moved away, and the duty moved with them. Either "
            "way it is noticed on the day when it was needed."
        ),
        do=_("Hold the duties against the roster a few times a year."),
        before="""\
membership:
  roster:
    - name: Amina Yusuf
      status: member
    - name: Tomás Herrera
      status: member
    - name: Devi Ramsaran
      status: member
    - name: Ingrid Sorensen
      status: alumni
leadership:
  duties:
    take_notes:
      - Ingrid Sorensen
    convene:
      - Amina Yusuf
""",
        after="""\
membership:
  roster:
    - name: Amina Yusuf
      status: member
    - name: Tomás Herrera
      status: member
    - name: Devi Ramsaran
      status: member
    - name: Ingrid Sorensen
      status: alumni
leadership:
  duties:
    take_notes:
      - Devi Ramsaran
    convene:
      - Amina Yusuf
""",
        source="cass-guide",
        where=_("page 7"),
    )


RULE = Rule("COP502", look, reasons, unless=(has_ended,))
