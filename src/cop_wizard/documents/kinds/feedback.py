"""What members said along the way, by date, and what changed because of it.

Sources: CASS guide items 7.1 (feedback along the way), 7.2 (evidence of learning), 7.5 (moments of reflection).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cop_wizard.documents.content.doings import day_words
from cop_wizard.documents.content.facts import said
from cop_wizard.documents.content.forms import answered, cell, part, text
from cop_wizard.documents.content.outcomes import number_words, value_parts
from cop_wizard.documents.content.people import name_words
from cop_wizard.documents.content.shapes import Cell, CellPart, Table
from cop_wizard.documents.content.telling import phrase, phrases, table
from cop_wizard.documents.subject import Subject
from cop_wizard.documents.trouble import NothingToShow
from cop_wizard.i18n import _
from cop_wizard.plan.choices import EvidenceKind, MeetingStatus, YesNo
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.purpose import GoalChange
from cop_wizard.plan.results import Feedback, ValueStory
from cop_wizard.plan.shapes import Evidence
from cop_wizard.values import rows
from cop_wizard.wording import one_line, plain_date, sentence_case

_QUESTIONS_AHEAD = 6


@dataclass(frozen=True, slots=True)
class _Entry:
    """Something that was said or seen: ``on`` that day, or "" where only words say when."""

    on: dt.date | None
    when: str
    occasion: str
    parts: tuple[CellPart, ...]


def gather(subject: Subject) -> Mapping[str, Any]:
    """``heard`` and ``changed`` are tables by date, ``ways`` how members are asked, ``ahead`` the questions to come.

    Raises `NothingToShow` where the plan has none of these.
    """
    found = {
        "heard": _by_date(_heard(subject), (_("When"), _("On what"), _("What was said or seen"))),
        "changed": _by_date(_changed(subject), (_("When"), _("What changed"), _("How and why"))),
        "ways": _ways(subject),
        "ahead": tuple(_ahead(subject)),
    }
    if not any(found.values()):
        raise NothingToShow(
            _("The plan does not hold anything yet that members said."),
            _("Write down how you ask them, or what came of a meeting: `cop edit`, “Results & Celebration”."),
        )
    return {**found, "habit": answered(subject, "results.reflection") or ""}


def _by_date(entries: Iterator[_Entry], columns: tuple[str, ...]) -> Table | str:
    """The oldest first, what has no day last."""
    sorted_ones = sorted(entries, key=lambda one: (one.on is None, one.on or dt.date.min))
    lines = tuple((_when(one), cell(part(one.occasion)), cell(*one.parts)) for one in sorted_ones)
    return Table(columns, lines) if lines else ""


def _when(entry: _Entry) -> Cell:
    return cell(part(plain_date(entry.on) if entry.on else sentence_case(entry.when)))


def _moment(when: object) -> tuple[dt.date | None, str]:
    return (when, "") if isinstance(when, dt.date) else (None, text(when))


# --- what was said ---------------------------------------------------------------------------------------------------


def _heard(subject: Subject) -> Iterator[_Entry]:
    yield from _meetings(subject)
    for evidence in rows(subject.plan.results.evidence):
        on, words = _moment(evidence.when)
        parts = tuple(_shown(subject, evidence)) or tuple(_collected(subject, evidence))
        if evidence.kind not in (EvidenceKind.PRODUCT, EvidenceKind.DECISION) and parts and not _later(subject, on):
            yield _Entry(on, words, phrase(subject, evidence.what), parts)
    for story in rows(subject.plan.results.stories):
        on, words = _moment(story.on)
        parts = tuple(_told(subject, story))
        if story.consent is not YesNo.NO and parts and not _later(subject, on):
            yield _Entry(on, words, phrase(subject, story.title) or _("A story"), parts)


def _later(subject: Subject, day: dt.date | None) -> bool:
    return day is not None and day > subject.today


def _meetings(subject: Subject) -> Iterator[_Entry]:
    label = subject.answers.label
    meetings: list[Meeting] = rows(subject.plan.collaborative_plan.meetings)
    for meeting in meetings:
        on, words = _moment(meeting.date)
        asked = text(meeting.reflection)
        parts = (
            part(asked, label(Meeting, "reflection"), "reflection"),
            part(said(meeting.record) or "", label(Meeting, "record") if asked else ""),
            *(part(_("“{quote}”").format(quote=words)) for words in phrases(subject, meeting.said)),
        )
        if (text(meeting.record) or rows(meeting.said)) and meeting.status is not MeetingStatus.CANCELLED:
            yield _Entry(on, words, one_line(said(meeting.topics) or _("Our meeting")), parts)


def _shown(subject: Subject, evidence: Evidence) -> Iterator[CellPart]:
    """The number with what it is read with, and somebody's words as far as they may be passed on."""
    label = subject.answers.label
    if number := number_words(subject, evidence):
        yield part(number)
        for name in ("baseline", "target"):
            yield part(text(getattr(evidence, name)), label(Evidence, name), brief=True)
    if (quote := text(evidence.quote)) and evidence.consent is not YesNo.NO:
        yield part(_("“{quote}”").format(quote=quote))
        yield part(
            text(evidence.quoted) if evidence.consent is YesNo.YES else "", label(Evidence, "quoted"), brief=True
        )


def _collected(subject: Subject, evidence: Evidence) -> Iterator[CellPart]:
    """Of evidence whose day has come, though the plan does not say what it showed: who has it."""
    if isinstance(evidence.when, dt.date) and text(evidence.collected_by):
        yield part(_("What it showed is not written down yet."))
        yield part(text(evidence.collected_by), subject.answers.label(Evidence, "collected_by"), brief=True)


def _told(subject: Subject, story: ValueStory) -> Iterator[CellPart]:
    yield from value_parts(story)
    if story.consent is YesNo.YES:
        yield part(text(story.told_by), subject.answers.label(ValueStory, "told_by"), brief=True)


# --- what changed ----------------------------------------------------------------------------------------------------


def _changed(subject: Subject) -> Iterator[_Entry]:
    """Goals that were revised, decisions that were taken, and new versions of the plan."""
    for one in (*_goals(subject), *_decisions(subject), *_versions(subject)):
        if one.occasion and not _later(subject, one.on):
            yield one


def _goals(subject: Subject) -> Iterator[_Entry]:
    label = subject.answers.label
    for change in rows(subject.plan.purpose.goal_changes):
        yield _Entry(
            *_moment(change.on),
            phrase(subject, change.goal),
            tuple(part(text(getattr(change, name)), label(GoalChange, name)) for name in ("was", "why")),
        )


def _decisions(subject: Subject) -> Iterator[_Entry]:
    for evidence in rows(subject.plan.results.evidence):
        on, words = _moment(evidence.when)
        if evidence.kind is EvidenceKind.DECISION and on is not None:
            yield _Entry(on, words, phrase(subject, evidence.what), tuple(_shown(subject, evidence)))


def _versions(subject: Subject) -> Iterator[_Entry]:
    for version in rows(subject.plan.document.history):
        number = text(version.version)
        how = part(_("Version {version} of our plan").format(version=number)) if number else part("")
        yield _Entry(*_moment(version.on), phrase(subject, version.what), (how,))


# --- how members are asked -------------------------------------------------------------------------------------------


def _ways(subject: Subject) -> Table | str:
    label = subject.answers.label
    return table(
        [label(Feedback, name) for name in ("how", "when", "who")],
        [
            (
                cell(part(phrase(subject, one.how))),
                cell(part(sentence_case(day_words(subject, one.when)))),
                cell(part(name_words(subject.plan, text(one.who)))),
            )
            for one in rows(subject.plan.results.feedback)
            if text(one.how)
        ],
    )


def _ahead(subject: Subject) -> Iterator[tuple[str, str]]:
    """The questions of meetings to come, each with its day."""
    meetings: list[Meeting] = rows(subject.plan.collaborative_plan.meetings)
    to_come = [
        (one.date, text(one.reflection))
        for one in meetings
        if isinstance(one.date, dt.date)
        and one.date > subject.today
        and text(one.reflection)
        and one.status is not MeetingStatus.CANCELLED
    ]
    for day, question in sorted(to_come)[:_QUESTIONS_AHEAD]:
        yield plain_date(day), question
