"""How far a plan is: which questions apply now, which are answered, which can wait, and what is next."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable
from dataclasses import dataclass

from cop_wizard.guide.model import Guide, Question, Section, Stage
from cop_wizard.plan.filler import is_filler
from cop_wizard.plan.parsing import parse_date
from cop_wizard.values import NONE_ON_PURPOSE, Data, value_at


class State(enum.Enum):
    """Where a question stands today.

    ``LATER``: its time has not come, so it is no gap. ``DEEPER``: it waits for those who need it. ``NOT_ASKED``: it
    does not apply to this plan.
    """

    ANSWERED = "answered"
    NONE = "none"
    TODO = "todo"
    LATER = "later"
    DEEPER = "deeper"
    OPEN = "open"
    NOT_ASKED = "not asked"


@dataclass(frozen=True, slots=True)
class Standing:
    """One question of the guide, and where it stands in one plan."""

    question: Question
    section: Section
    state: State

    @property
    def settled(self) -> bool:
        """Whether there is an answer, be it "none, on purpose"."""
        return self.state in (State.ANSWERED, State.NONE)


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many questions are settled."""

    settled: int
    asked: int

    @property
    def percent(self) -> int:
        """Whole percent, rounded down so that 100 means finished; 100 where nothing is asked."""
        return self.settled * 100 // self.asked if self.asked else 100


def standings(guide: Guide, data: Data, today: dt.date) -> tuple[Standing, ...]:
    """Every question of the guide in its order. ``data`` is the plan as read from its file, right or wrong."""
    named = [todo.get("question") for todo in _mappings(value_at(data, ("todo",)))]
    put_off = {" ".join(question.split()) for question in named if isinstance(question, str)}
    stage = stage_of(data, today)
    return tuple(
        Standing(question, section, _state(question, data, question.asks in put_off, stage))
        for section in guide.sections
        for question in section.questions
    )


def share(of: Iterable[Standing]) -> Share:
    """How many of the questions that are due are settled."""
    due = [standing for standing in of if standing.state not in (State.LATER, State.DEEPER, State.NOT_ASKED)]
    return Share(sum(standing.settled for standing in due), len(due))


def filled(data: Data) -> bool:
    """Whether a value says anything: an empty list, or a group of blanks, does not."""
    if isinstance(data, dict):
        return any(filled(value) for key, value in data.items() if not key.startswith("x-"))
    if isinstance(data, list):
        return any(filled(item) for item in data)
    return bool(data) and (not isinstance(data, str) or bool(data.strip()))


def answers(data: Data) -> bool:
    """Whether a value says anything that counts as an answer: what only fills a blank ("TBD") does not."""
    if isinstance(data, dict):
        return any(answers(value) for key, value in data.items() if not key.startswith("x-"))
    if isinstance(data, list):
        return any(answers(item) for item in data)
    return filled(data) and not (isinstance(data, str) and is_filler(data))


def applies(question: Question, data: Data) -> bool:
    """Whether the question's condition, if it has one, holds in this plan."""
    if question.when is None:
        return True
    answer = value_at(data, tuple(question.when.question.split(".")))
    given = answer if isinstance(answer, list) else [answer]
    return any(str(item) in question.when.any_of for item in given if isinstance(item, str))


def stage_of(data: Data, today: dt.date) -> Stage:
    """Where the community is in its life: under way from its first meeting on, afterwards once all dates are past."""
    meetings = _dates(value_at(data, ("collaborative_plan", "meetings")), "date")
    events = _dates(value_at(data, ("results", "sharing_events")), "date")
    first = _date(value_at(data, ("launch", "first_meeting")))
    begins = min([*meetings, *([first] if first else [])], default=None)
    if begins is None or begins > today:
        return Stage.BEFORE
    return Stage.AFTERWARDS if meetings and max(*meetings, *events, begins) < today else Stage.UNDER_WAY


_ORDER = (Stage.BEFORE, Stage.UNDER_WAY, Stage.AFTERWARDS)


def _state(question: Question, data: Data, put_off: bool, stage: Stage) -> State:
    answer = value_at(data, question.path)
    if answer is NONE_ON_PURPOSE or value_at(data, question.path[:1]) is NONE_ON_PURPOSE:
        return State.NONE
    if answers(answer):
        return State.ANSWERED
    if not applies(question, data):
        return State.NOT_ASKED
    if put_off:
        return State.TODO
    if question.deeper:
        return State.DEEPER
    if _ORDER.index(question.stage) > _ORDER.index(stage):
        return State.LATER
    return State.OPEN


def _mappings(data: Data) -> list[dict[str, Data]]:
    return [item for item in data if isinstance(item, dict)] if isinstance(data, list) else []


def _dates(data: Data, key: str) -> list[dt.date]:
    return [date for item in _mappings(data) if (date := _date(item.get(key)))]


def _date(data: Data) -> dt.date | None:
    try:
        found = parse_date(data) if isinstance(data, str) and data.strip() else None
    except ValueError:  # a refused date is the checks' business; here it is simply no date
        return None
    return found if isinstance(found, dt.date) else None
