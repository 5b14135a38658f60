"""One person alone holds most of the duties."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.committee import is_committee
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.leaders import alone, says_that_several_lead
from cop_wizard.checks.rules.names import parts
from cop_wizard.checks.rules.reading import holders, members, people, rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.choices import Structure
from cop_wizard.plan.parsing import plain_letters
from cop_wizard.plan.plan import Plan

_MOST = 5
_OTHERS = 3
_DEPUTY = re.compile(r"\b(deputy|vice|co-?(chair|lead)|stand-?in|second in|adjoint|suppleant)")


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Five duties or more beside one name alone, though others are there, and no risk that names that person.

    Where several are said to lead and one does it all, COP504 speaks.
    """
    if sum(len(names) == 1 for names in holders(plan).values()) < _MOST:
        return
    name, keys, total = alone(plan)
    if len(keys) < _MOST or len(members(plan)) <= _OTHERS or (len(keys) == total and says_that_several_lead(plan)):
        return
    if plan.leadership.structure is Structure.SINGLE and len(keys) <= _MOST and _has_deputy(plan):
        return
    wanted = parts(name)
    if any(wanted & parts(f"{words(one.risk)} {words(one.response)}") for one in rows(plan.life.risks)):
        return
    yield Advice(
        ("leadership", "duties", keys[0]),
        _("{name} alone holds {count} of the 8 duties.").format(name=name, count=len(keys)),
        _("Give one away this month. Notes and rooms are the easiest to hand over, questions the nicest to share."),
        tuple(("leadership", "duties", key) for key in keys[1:]),
    )


def _has_deputy(plan: Plan) -> bool:
    told = [words(plan.leadership.description), words(plan.leadership.rotation)]
    return any(_DEPUTY.search(plain_letters(text)) for text in (*told, *(words(one.role) for _at, one in people(plan))))


def reasons() -> Reasons:
    """Source: Killion handout item S3.17 (the disorder "dependence")."""
    return Reasons(
        title=_("One person holds most of the duties"),
        why=_(
            "It is nearly always the person who cares most, and it works until they are ill, or promoted. Members who "
            "have nothing to do also come to feel like guests."
        ),
        do=_("Put a second name beside each duty, or hand them over one by one, until nothing hangs on one person."),
        before="""\
membership:
  roster:
    - name: Amina Yusuf
    - name: Tomás Herrera
    - name: Devi Ramsaran
    - name: Rosalind Okafor
leadership:
  duties:
    set_up_meetings:
      - Amina Yusuf
    craft_questions:
      - Amina Yusuf
    take_notes:
      - Tomás Herrera
    clarify_roles:
      - Amina Yusuf
    convene:
      - Amina Yusuf
    keep_on_track:
      - Amina Yusuf
    facilitate_decisions: none
    liaise:
      - Amina Yusuf
""",
        after="""\
membership:
  roster:
    - name: Amina Yusuf
    - name: Tomás Herrera
    - name: Devi Ramsaran
    - name: Rosalind Okafor
leadership:
  duties:
    set_up_meetings:
      - Rosalind Okafor
    craft_questions:
      - Amina Yusuf
      - Devi Ramsaran
    take_notes:
      - Tomás Herrera
    clarify_roles:
      - Amina Yusuf
    convene:
      - Amina Yusuf
    keep_on_track:
      - Devi Ramsaran
    facilitate_decisions: none
    liaise:
      - Amina Yusuf
""",
        source="killion-handout",
        where=_("Diseases within communities of practice"),
    )


RULE = Rule("COP503", look, reasons, unless=(has_ended, is_committee), wish=True)
