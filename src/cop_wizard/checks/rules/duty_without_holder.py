"""A duty that nobody holds, where most of the others have a name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.duty_phrases import duty_words, either
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.reading import duties, holders, rows
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.choices import PurposeKind
from cop_wizard.plan.plan import Plan
from cop_wizard.values import NoneOnPurpose

_MOST = 5
_SOON_MISSED = frozenset({"set_up_meetings", "convene", "craft_questions", "take_notes"})
_LITTLE_MISSED = frozenset({"clarify_roles", "keep_on_track"})
"""Duties that few communities give to somebody; these alone are nothing to speak of."""
_DECIDES = (PurposeKind.GATHERING_FEEDBACK, PurposeKind.ADVANCING_INITIATIVES, PurposeKind.IMPLEMENTING_CHANGE)


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """At least five of the eight are settled, so what is left is a gap and not a beginning."""
    held = holders(plan)
    spare = {key for key, names in duties(plan) if isinstance(names, NoneOnPurpose)}
    if not held or len(held) + len(spare) < _MOST:
        return
    left = [key for key, _names in duties(plan) if key not in held and key not in spare and _needed(plan, key)]
    if _SOON_MISSED & set(left) or (len(left) > 1 and not set(left) <= _LITTLE_MISSED):
        yield Advice(
            ("leadership", "duties", left[0]),
            _("Nobody yet {duties}.").format(duties=either([duty_words(key) for key in left])),
            _("Ask who would enjoy it, or take turns. Write `none` beside a duty that you do not need."),
            (("leadership", "duties"), *(("leadership", "duties", key) for key in left[1:])),
        )


def _needed(plan: Plan, key: str) -> bool:
    """The source names decisions "if required"; where none is in sight, nobody has to see to them."""
    if key != "facilitate_decisions":
        return True
    wanted = any(purpose in _DECIDES for purpose in rows(plan.purpose.purposes))
    return wanted or bool(rows(plan.norms.decision_rules))


def reasons() -> Reasons:
    """Source: CASS guide item 3.2."""
    return Reasons(
        title=_("A duty that nobody holds"),
        why=_(
            "What belongs to nobody is not left undone at first: the same tired person does it, unseen. Then one day "
            "there is no room, no question and no record."
        ),
        do=_("Go through the open duties with your members; a small one is a good way to become more involved."),
        before="""\
leadership:
  duties:
    set_up_meetings:
      - Tomás Herrera
    craft_questions:
      - Devi Ramsaran
    clarify_roles:
      - Amina Yusuf
    convene:
      - Amina Yusuf
    keep_on_track:
      - Tomás Herrera
    facilitate_decisions: none
    liaise:
      - Rosalind Okafor
""",
        after="""\
leadership:
  duties:
    set_up_meetings:
      - Tomás Herrera
    craft_questions:
      - Devi Ramsaran
    take_notes:
      - everybody in turn
    clarify_roles:
      - Amina Yusuf
    convene:
      - Amina Yusuf
    keep_on_track:
      - Tomás Herrera
    facilitate_decisions: none
    liaise:
      - Rosalind Okafor
""",
        source="cass-guide",
        where=_("page 7"),
    )


RULE = Rule("COP501", look, reasons, unless=(has_ended,), wish=True)
