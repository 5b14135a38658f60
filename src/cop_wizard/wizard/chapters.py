"""The chapters of a guide: what waits on the review screen for those who need it, behind one entry."""

from __future__ import annotations

from collections.abc import Sequence

from cop_wizard.diagnostic import Diagnostic, Severity
from cop_wizard.guide.model import Guide, Question, Section
from cop_wizard.i18n import _, ngettext
from cop_wizard.visible import visible_line
from cop_wizard.wizard.desk import Desk
from cop_wizard.wizard.interview import SaveAndLeave
from cop_wizard.wizard.prompter import Ask, Leave, Option, Way
from cop_wizard.wizard.section_review import review_section
from cop_wizard.wizard.session import Session

_DONE = "+done"
_WAYS = frozenset({Way.BACK, Way.SAVE})


def chapters(guide: Guide) -> list[Section]:
    """The sections that wait for those who need them."""
    return [section for section in guide.sections if section.deeper]


def deeper_option(session: Session, value: str, found: Sequence[Diagnostic]) -> Option:
    """The one entry of the review screen that leads to all chapters."""
    there = chapters(session.guide)
    begun = sum(_answers(session, section) > 0 for section in there)
    label = _("Go deeper (terms, money, care …): {begun} of {all} chapters begun").format(begun=begun, all=len(there))
    advised = [section.title for section in there if section.id in recommended(session, found)]
    hint = _("cop recommends: {titles}").format(titles=", ".join(advised)) if advised else ""
    return Option(value, label, hint)


def recommended(session: Session, found: Sequence[Diagnostic]) -> dict[str, Diagnostic]:
    """The chapters that advice leads to, by their ids, each with the first piece of it.

    Advice leads to a chapter if it is about a place that the chapter asks for, or if its hint names one by its whole
    key path.
    """
    leads: dict[str, Diagnostic] = {}
    for one in found if chapters(session.guide) else ():
        if one.severity is Severity.ADVICE:
            for section in chapters(session.guide):
                if any(_is_about(one, question) for question in section.questions):
                    leads.setdefault(section.id, one)
    return leads


def _is_about(finding: Diagnostic, question: Question) -> bool:
    return finding.path[: len(question.path)] == question.path or f"`{question.asks}`" in finding.hint


def go_deeper(desk: Desk, session: Session, found: Sequence[Diagnostic] = ()) -> None:
    """The list of chapters; pick one, change what is in it, return; until the person is done.

    ``found`` is what was noticed in the plan: a chapter that advice leads to is marked.
    """
    pointed = ""
    while True:
        session.refresh(desk.data)
        leads = recommended(session, found)
        there = chapters(session.guide)
        pointed = pointed or next((section.id for section in there if section.id in leads), "")
        options = [_option(session, section, leads.get(section.id)) for section in there]
        options.append(Option(_DONE, _("Back to the whole plan")))
        ask = Ask(question=_("Which chapter? Open only what your community needs."), default=pointed, ways=_WAYS)
        choice = desk.prompter.pick(ask, options)
        if isinstance(choice, Leave) and choice.way is Way.SAVE:
            raise SaveAndLeave
        if isinstance(choice, Leave) or choice == _DONE:
            return
        pointed = choice
        review_section(desk, session, next(section for section in there if section.id == choice))


def _option(session: Session, section: Section, lead: Diagnostic | None) -> Option:
    count = _answers(session, section)
    intro = " ".join(section.intro.split())
    hint = "\n".join([*([visible_line(lead.message)] if lead else []), intro])
    if count:
        said = ngettext("✓ {title}: {count} answer", "✓ {title}: {count} answers", count)
        return Option(section.id, said.format(title=section.title, count=count), hint)
    said = _("→ {title} (recommended)") if lead else _("· {title}")
    return Option(section.id, said.format(title=section.title), hint)


def _answers(session: Session, section: Section) -> int:
    return sum(found.settled for found in session.standings if found.section is section)
