"""What a piece of advice is made of. One module each; `cop_wizard.checks.rules.register` lists them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cop_wizard.checks.reasons import Reasons
from cop_wizard.plan.plan import Plan
from cop_wizard.values import KeyPath


@dataclass(frozen=True, slots=True)
class Advice:
    """Something an experienced leader would say on reading a plan.

    ``path`` is the answer it is about (it need not be in the file), ``hint`` what to do next, ``further`` other
    answers that belong to it.
    """

    path: KeyPath
    message: str
    hint: str
    further: tuple[KeyPath, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the coach.

    ``look`` reads a plan on a day and says what it notices. It may read any answer: where one is broken in the file,
    reading it ends the rule, and it says nothing. It is silent on blanks that are merely unfinished, and where the
    plan says "none, on purpose". ``reasons`` is called late, when the language is known.

    ``unless`` holds what makes it keep silent although it noticed something, since another rule says what matters
    more. A ``wish`` would make a good plan better, and could be said any day; the others are about slips, people
    who are missing, a date, or something begun and left open.
    """

    code: str
    look: Callable[[Plan, dt.date], Iterable[Advice]]
    reasons: Callable[[], Reasons]
    unless: tuple[Callable[[Plan, dt.date], bool], ...] = ()
    wish: bool = False
