"""Which way to look is worth the time now: one that fits the community's stage, and that was used longest ago."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from cop_wizard.instruments.model import Instrument, Kind
from cop_wizard.instruments.seen import looks, reviews_of
from cop_wizard.plan.choices import LifeStage
from cop_wizard.plan.plan import Plan

_YOUNG = dt.timedelta(days=365)
_USUAL_ORDER = ("is-it-a-community", "six-elements", "nine-conditions", "norms-over-time", "disorders")
"""Which comes first of several that are as fitting and as fresh: the shortest way to the most telling answers."""


@dataclass(frozen=True)
class Proposal:
    """An instrument, whether it fits the community's stage, and when it was last used (``None``: never)."""

    instrument: Instrument
    fits: bool
    last: dt.date | str | None


def proposals(plan: Plan, instruments: Iterable[Instrument], today: dt.date) -> list[Proposal]:
    """All instruments, the one to use now first: reviews that fit the stage, by how long they have been left alone."""
    stage, held = stage_of(plan, today), reviews_of(plan)

    def proposal(instrument: Instrument) -> Proposal:
        last = looks(held, instrument)
        fits = instrument.kind is Kind.REVIEW and stage in instrument.stages
        return Proposal(instrument, fits, last[-1].on if last else None)

    found = [proposal(instrument) for instrument in instruments]
    return sorted(found, key=lambda one: (not one.fits, _since(one.last, today), _usual(one.instrument)))


def _usual(instrument: Instrument) -> int:
    return _USUAL_ORDER.index(instrument.id) if instrument.id in _USUAL_ORDER else len(_USUAL_ORDER)


def stage_of(plan: Plan, today: dt.date) -> LifeStage:
    """The stage that the plan names; else told by its meetings: none yet, for less than a year, for longer."""
    if isinstance(plan.life.stage, LifeStage):
        return plan.life.stage
    meetings = plan.collaborative_plan.meetings
    days = [one.date for one in meetings if isinstance(one.date, dt.date)] if isinstance(meetings, list) else []
    past = [day for day in days if day <= today]
    if not past:
        return LifeStage.POTENTIAL
    return LifeStage.COALESCING if today - min(past) < _YOUNG else LifeStage.MATURING


def _since(last: dt.date | str | None, today: dt.date) -> int:
    """Days since the last look, as a number that sorts the longest first; never is longest of all."""
    if last is None:
        return -1_000_000
    return -(today - last).days if isinstance(last, dt.date) else -999_999
