"""How a living community stands, as plain data: what is next, what is due, what was seen, what is not yet served."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cop_wizard.plan.attendance import drifts, written_down
from cop_wizard.plan.choices import MeetingStatus
from cop_wizard.plan.coverage import emphases_served, outcomes_served, principles_served
from cop_wizard.plan.evidence import by_purpose, is_there
from cop_wizard.plan.fields import as_data
from cop_wizard.schedule.naming import planned
from cop_wizard.values import rows

if TYPE_CHECKING:
    from cop_wizard.guide.model import Guide
    from cop_wizard.plan.collaborative_plan import Meeting
    from cop_wizard.plan.plan import Plan


def life_of(plan: Plan, guide: Guide, beside: Path, today: dt.date) -> dict[str, Any]:
    """The life of a community whose plan lies in the folder ``beside``, where own instruments are found, too.

    Keys stay as they are; new ones may come. Days are written as 2026-11-20.
    """
    return {
        "next_meeting": _next_meeting(plan, today),
        "not_written_down": [day.isoformat() for day, _meeting in _past(plan, today)],
        "attendance": [
            {"date": day.isoformat(), "came": len(names)} for day, _meeting, names in reversed(written_down(plan))
        ],
        "to_do": list(_to_do(plan, today)),
        "looks": list(_looks(plan, guide, beside)),
        "evidence": list(_evidence(plan, guide, today)),
        "risks": [guide.label(one.risk) for one in rows(plan.life.risks) if one.risk],
        "moved": [
            {"name": one.name, "level": str(one.level), "came": one.came, "of": one.of, "inward": one.inward}
            for one in drifts(plan)
        ],
        "could_become": [
            {"name": one.name, "change": one.change if isinstance(one.change, str) else ""}
            for one in rows(plan.further_application.existing_teams)
            if isinstance(one.name, str)
        ],
        "review_on": as_data(plan.life.review_on) if isinstance(plan.life.review_on, str | dt.date) else None,
        "served": {
            "outcomes": {str(one): count for one, count in outcomes_served(plan).items()},
            "principles": {str(one): count for one, count in principles_served(plan).items()},
            "emphases": {str(one): count for one, count in emphases_served(plan).items()},
        },
    }


def _dated(plan: Plan) -> list[tuple[dt.date, Meeting]]:
    found = [(one.date, one) for one in planned(plan) if isinstance(one.date, dt.date)]
    return sorted((pair for pair in found if pair[1].status is not MeetingStatus.CANCELLED), key=lambda pair: pair[0])


def _next_meeting(plan: Plan, today: dt.date) -> dict[str, Any] | None:
    for day, meeting in _dated(plan):
        if day >= today and meeting.status is not MeetingStatus.HELD:
            topics = meeting.topics if isinstance(meeting.topics, str) else ""
            return {"date": day.isoformat(), "in_days": (day - today).days, "topics": topics}
    return None


def _past(plan: Plan, today: dt.date) -> list[tuple[dt.date, Meeting]]:
    """The meetings that are over, and of which nothing is written down."""
    return [
        (day, one)
        for day, one in _dated(plan)
        if day < today and one.status is not MeetingStatus.HELD and not one.record and not one.attended
    ]


def _to_do(plan: Plan, today: dt.date) -> Iterator[dict[str, Any]]:
    """What is to be done, what is late first, then by day."""
    todos = [one for one in rows(plan.todo) if one.done is None]
    for one in sorted(todos, key=lambda one: one.by if isinstance(one.by, dt.date) else dt.date.max):
        yield {
            "note": one.note if isinstance(one.note, str) else "",
            "question": one.question if isinstance(one.question, str) else "",
            "owner": one.owner if isinstance(one.owner, str) else "",
            "by": as_data(one.by) if isinstance(one.by, str | dt.date) else "",
            "origin": one.origin if isinstance(one.origin, str) else "",
            "late": isinstance(one.by, dt.date) and one.by < today,
        }


def _looks(plan: Plan, guide: Guide, beside: Path) -> Iterator[dict[str, Any]]:
    from cop_wizard.instruments.own import used_instruments
    from cop_wizard.instruments.seen import Course, course, looks, reviews_of

    held = reviews_of(plan)
    for name, instrument in used_instruments(plan, guide, beside).items():
        found = looks(held, instrument)
        if not found:
            continue
        last, before = found[-1], found[-2] if len(found) > 1 else None
        courses = [course(before.of(seen.item.id), seen) for seen in last.seen] if before else []
        yield {
            "instrument": name,
            "title": instrument.title,
            "on": as_data(last.on),
            "answers": len(last.reviews),
            "items": {seen.item.id: seen.level.id for seen in last.seen if seen.level},
            "weak": [seen.item.name for seen in last.weak],
            "better": courses.count(Course.BETTER),
            "worse": courses.count(Course.WORSE),
        }


def _evidence(plan: Plan, guide: Guide, today: dt.date) -> Iterator[dict[str, Any]]:
    """For each purpose how many pieces of evidence speak for it, and how many of them say something by now."""
    for purpose, evidence in by_purpose(plan):
        there = sum(is_there(one, today) for one in evidence)
        yield {"purpose": guide.label(purpose), "pieces": len(evidence), "there": there}
