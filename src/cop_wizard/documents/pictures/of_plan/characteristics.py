"""Domain, community and practice in the plan's own words. Source: CASS guide item 0.6."""

from __future__ import annotations

from dataclasses import dataclass

from cop_wizard.documents.content.answers import Answers
from cop_wizard.documents.content.facts import belongs, said, way_of_meeting
from cop_wizard.documents.content.prose import on_one_line
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import FocusKind, MeetingFormat
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Member
from cop_wizard.values import rows
from cop_wizard.wording import one_line


@dataclass(frozen=True, slots=True)
class Characteristic:
    """Domain, community or practice: the main words and notes below; ``empty`` is said where there are no main words.

    Source: CASS guide item 0.6.
    """

    title: str
    words: str
    notes: tuple[str, ...]
    empty: str


def characteristics_of(plan: Plan, answers: Answers) -> tuple[Characteristic, ...]:
    """The three, in the order of the guide."""
    return (_domain(plan), _community(plan, answers), _practice(plan))


def _domain(plan: Plan) -> Characteristic:
    concern = plan.purpose.focus_kind is FocusKind.CONCERN
    competence = on_one_line(plan.purpose.shared_competence)
    notes = [_("a shared concern") if concern else _("a shared interest")] if said(plan.purpose.focus_kind) else []
    return Characteristic(
        _("Domain"),
        on_one_line(plan.purpose.focus),
        (*notes, *([competence] if competence else [])),
        _("What your members care about together will stand here."),
    )


def _community(plan: Plan, answers: Answers) -> Characteristic:
    roster: list[Member] = rows(plan.membership.roster)
    members = [person for person in roster if belongs(person)]
    names = [one_line(person.name) for person in members if isinstance(person.name, str)]
    words = ngettext("{count} person", "{count} people", len(members)).format(count=len(members)) if members else ""
    notes = []
    if names:
        shown = names if len(names) <= 7 else names[:6]
        rest = len(members) - len(shown)
        more = ngettext("and {count} more", "and {count} more", rest).format(count=rest) if rest else ""
        notes.append(_(", ").join(shown) + (f" {more}" if more else ""))
    rhythm, way = said(plan.launch.rhythm), plan.launch.format
    meeting = [answers.words(rhythm)] if rhythm is not None else []
    meeting += [way_of_meeting(way)] if isinstance(way, MeetingFormat) else []
    if meeting:
        notes.append(_(", ").join(meeting))
    return Characteristic(
        _("Community"),
        words or (meeting[0] if meeting else ""),
        tuple(notes if words else notes[:-1] + meeting[1:]),
        _("The people and how they meet will stand here."),
    )


def _practice(plan: Plan) -> Characteristic:
    learn = on_one_line(plan.purpose.learn_to)
    tools = said(plan.launch.tools)
    notes = [on_one_line(plan.results.legacy)]
    if tools:
        notes.append(
            on_one_line(tools.collect_legacy)
            or on_one_line(tools.share_resources)
            or on_one_line(tools.gather_knowledge)
        )
    kept = [note for note in notes if note]
    return Characteristic(
        _("Practice"),
        learn or (kept[0] if kept else ""),
        tuple(kept if learn else kept[1:]),
        _("What you learn to do, and what you leave behind, will stand here."),
    )
