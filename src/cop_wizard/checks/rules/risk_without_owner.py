"""Something could go wrong, and nobody keeps an eye on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.phrases import some_quoted
from cop_wizard.checks.rules.reading import is_vacant, rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.life import Risk
from cop_wizard.plan.plan import Plan


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Risks without an owner; of those without a first step either, one piece says both."""
    alone = [(place, one) for place, one in enumerate(rows(plan.life.risks)) if has_no_owner(one)]
    bare = [(place, words(one.risk)) for place, one in alone if one.response is None]
    known = [(place, words(one.risk)) for place, one in alone if one.response is not None]
    if bare:
        message = ngettext(
            "{risks} has nobody who watches it and no first step.",
            "{risks} have nobody who watches them and no first step.",
            len(bare),
        )
        hint = _("Ask somebody who would notice first. Put the name under `owner`, and a first step under `response`.")
        yield _advice(bare, message, hint)
    if known:
        message = _("Nobody keeps an eye on {risks} yet.")
        yield _advice(known, message, _("Ask somebody who would notice first, and put the name under `owner`."))


def _advice(risks: list[tuple[int, str]], message: str, hint: str) -> Advice:
    first, *others = [("life", "risks", place, "risk") for place, _risk in risks]
    told = some_quoted([risk for _place, risk in risks])
    return Advice(first, message.format(risks=told), hint, tuple(others))


def has_no_owner(risk: Risk) -> bool:
    """Whether a risk is told whose owner is blank, or in words nobody yet; where there is none on purpose, not."""
    owner = risk.owner
    return bool(words(risk.risk)) and (owner is None or (isinstance(owner, str) and is_vacant(owner)))


def reasons() -> Reasons:
    """Source: Killion handout item S3.17."""
    return Reasons(
        title=_("Nobody keeps an eye on a risk"),
        why=_(
            "Communities go wrong slowly, and each member thinks that somebody will say something. Where one person "
            "has been asked to watch, it is said early, while little is needed to put it right."
        ),
        do=_("Ask one person for each risk. They only have to watch and to speak, not to solve it alone."),
        before="""\
life:
  risks:
    - risk: Everything hangs on Amina Yusuf
      response: A second person learns each duty
""",
        after="""\
life:
  risks:
    - risk: Everything hangs on Amina Yusuf
      response: A second person learns each duty
      owner: Tomás Herrera
""",
        source="killion-handout",
        where=_("Diseases within communities of practice"),
    )


RULE = Rule("COP805", look, reasons, unless=(has_ended,))
