"""One section on the review screen: its questions with their answers and gaps; any of them can be asked again."""

from __future__ import annotations

from cop_wizard.guide.model import Section
from cop_wizard.i18n import _
from cop_wizard.plan.fields import type_at
from cop_wizard.progress import Standing, State
from cop_wizard.wizard.desk import Desk
from cop_wizard.wizard.interview import SaveAndLeave, ask_question
from cop_wizard.wizard.prompter import Ask, Leave, Option, Way
from cop_wizard.wizard.session import Session
from cop_wizard.wizard.showing import shown

_DONE = "+done"
_WAYS = frozenset({Way.BACK, Way.SAVE})


def review_section(desk: Desk, session: Session, section: Section) -> None:
    """One section's questions with their answers; pick one to change it. A single question is asked at once."""
    if len(section.questions) == 1:
        change_question(desk, session, section.questions[0].asks)
        return
    pointed = ""
    while True:
        session.refresh(desk.data)
        mine = [found for found in session.standings if found.section is section and found.state is not State.NOT_ASKED]
        options = [Option(found.question.asks, _question_label(desk, found)) for found in mine]
        options.append(Option(_DONE, _("Done with this section")))
        default = pointed or next((found.question.asks for found in mine if found.state is State.OPEN), _DONE)
        choice = desk.prompter.pick(Ask(question=section.title, default=default, ways=_WAYS), options)
        if isinstance(choice, Leave):
            if choice.way is Way.SAVE:
                raise SaveAndLeave
            return
        if choice == _DONE:
            return
        change_question(desk, session, choice)
        pointed = _DONE


def change_question(desk: Desk, session: Session, asks: str) -> None:
    """Ask one question again, with the answer it has."""
    standing = session.begin(asks)
    if standing is None or standing.question.asks != asks:  # it does not apply to this plan
        return
    ask_question(desk, session, standing)
    session.refresh(desk.data)


def _question_label(desk: Desk, found: Standing) -> str:
    value = shown(desk, desk.value(found.question.path), type_at(desk.model, found.question.path))
    blank = {
        State.TODO: _("(put off)"),
        State.LATER: _("(later)"),
        State.DEEPER: "—" if found.section.deeper else _("(if you need it)"),  # a chapter was opened because it is
        State.OPEN: _("(needed)") if found.question.required else _("(open)"),
    }.get(found.state, "")
    value = value or blank
    mark = "✓" if found.settled else "·"
    return f"{mark} {found.question.title}: {value if len(value) <= 70 else value[:69] + '…'}"
