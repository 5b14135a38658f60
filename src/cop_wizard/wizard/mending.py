"""One finding: shown with its line, then the very question, row or field is asked that puts it right.

Advice can often be followed in more than one place: then these are offered.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from cop_wizard.diagnostic import Diagnostic, Severity
from cop_wizard.guide.load import BUILT_IN, load_guide
from cop_wizard.guide.model import Question, Section
from cop_wizard.i18n import _
from cop_wizard.plan.fields import item_type, keys_at, kind_of, part_type, type_at
from cop_wizard.progress import State
from cop_wizard.values import KeyPath, path_text
from cop_wizard.visible import visible_line
from cop_wizard.wizard import misfits
from cop_wizard.wizard.answers import ask_value
from cop_wizard.wizard.concerned import places
from cop_wizard.wizard.desk import Desk, RowsMoved
from cop_wizard.wizard.forms import ask_field, ask_fields
from cop_wizard.wizard.interview import SaveAndLeave, ask_for
from cop_wizard.wizard.prompter import INSIDE, Ask, Leave, Option, Pasted, Way
from cop_wizard.wizard.section_review import change_question, review_section
from cop_wizard.wizard.session import Session
from cop_wizard.wizard.showing import field_label, row_label, short, shown
from cop_wizard.wizard.tables import ask_row, ask_rows

_ELSEWHERE, _RETURN = "+elsewhere", "+return"


def mend(desk: Desk, session: Session, finding: Diagnostic, line: str) -> None:
    """Show the finding, its ``line`` and what to do, and ask whatever puts it right. Nothing has to be changed."""
    style = "trouble" if finding.severity is Severity.ERROR else "title"
    desk.prompter.show("")
    desk.prompter.show(f"{visible_line(finding.message)} [{finding.code}]", style)
    if line:
        desk.prompter.show(line, "quiet")
    if finding.hint:
        desk.prompter.show(visible_line(finding.hint))
    desk.prompter.show("")
    fits = misfits.mender(finding)
    if fits is None and finding.severity is Severity.ADVICE:
        _follow(desk, session, finding)
    elif fits is None:
        ask_there(desk, session, finding.path, finding.meant)
        return
    elif (begin := fits(desk, session, finding)) is not None:
        ask_there(desk, session, finding.path, begin)


# --- advice -------------------------------------------------------------------------------------------------------


def _follow(desk: Desk, session: Session, finding: Diagnostic) -> None:
    """Offer the places where the advice can be followed; where there is but one, ask there at once."""
    found = places(desk.guide, finding)
    if len(found) == 1:
        ask_there(desk, session, found[0])
        return
    options = [Option(str(number), _place_label(desk, path)) for number, path in enumerate(found)]
    options += [Option(_ELSEWHERE, _("Somewhere else in the plan")), Option(_RETURN, _("Return to the list"))]
    ask = Ask(question=_("Where would you like to change something?"), default="0", ways=INSIDE)
    reply = desk.prompter.pick(ask, options)
    _settle(reply)
    if reply == _ELSEWHERE:
        _in_a_section(desk, session, finding.path)
    elif not isinstance(reply, Leave) and reply != _RETURN:
        ask_there(desk, session, found[int(reply)])


def _in_a_section(desk: Desk, session: Session, path: KeyPath) -> None:
    """Let a section be chosen, and anything in it be changed."""
    here = _section_of(desk, path)
    sections = {one.id: one for one in desk.guide.sections}
    ask = Ask(question=_("In which section?"), default=here.id if here else "", ways=INSIDE)
    reply = desk.prompter.pick(ask, [Option(one.id, one.title) for one in sections.values()])
    _settle(reply)
    if not isinstance(reply, Leave):
        review_section(desk, session, sections[reply])


def _place_label(desk: Desk, path: KeyPath) -> str:
    question = next((one for one in desk.guide.questions() if one.path == path), None)
    if isinstance(path[-1], int):
        return _("All about “{row}”").format(row=short(row_label(desk, path, desk.value(path))))
    if question is None and len(path) > 2:
        return field_label(desk, path)
    title = question.title if question else _elsewhere(path)
    value = shown(desk, desk.value(path), type_at(desk.model, path)) or "—"
    if part_type(item_type(type_at(desk.model, path))) is not None:
        return _("{title}: add, change or take out ({values})").format(title=title, values=short(value))
    return f"{title}: {short(value)}"


def _section_of(desk: Desk, path: KeyPath) -> Section | None:
    """The section that asks for the place, else the first that asks for anything beside it."""
    for length in (None, 1):
        for one in desk.guide.sections:
            if any(path[: len(q.path[:length])] == q.path[:length] for q in one.questions):
                return one
    return None


def ask_there(desk: Desk, session: Session, path: KeyPath, instead: str = "") -> None:
    """Ask the question, row or field at ``path``, or the nearest there is; ``instead`` is what to begin with."""
    question = next((one for one in desk.guide.questions() if path[: len(one.path)] == one.path), None)
    section = _section_of(desk, path)
    whole = len(path) < 2 and part_type(type_at(desk.model, path)) is not None
    if question is not None and path == question.path and not instead and _asked(session, question):
        change_question(desk, session, question.asks)
    elif not whole:
        _settle(_ask_value_at(desk, session, question, path, instead))
    elif path and section is not None:
        review_section(desk, session, section)
    else:
        _nothing_to_ask(desk)


def _asked(session: Session, question: Question) -> bool:
    standing = session.standing(question.asks)
    return standing is not None and standing.state is not State.NOT_ASKED


def _nothing_to_ask(desk: Desk) -> None:
    ask = Ask(question=_("There is no single question to ask here."), default="back", ways=INSIDE)
    _settle(desk.prompter.pick(ask, [Option("back", _("Return to the list"))]))


def _settle(reply: object) -> None:
    if isinstance(reply, Leave) and reply.way is Way.SAVE:
        raise SaveAndLeave


def _ask_value_at(
    desk: Desk, session: Session, question: Question | None, path: KeyPath, instead: str
) -> Leave | Pasted | str | None:
    """Ask for one value, one field or one row, wherever it stands."""
    standing = session.standing(question.asks) if question else None
    ask = ask_for(desk, session, standing) if standing else Ask(question=_elsewhere(path))
    ask = replace(ask, preview=None, ways=INSIDE)
    rows = next((path[:step] for step, part in enumerate(path) if isinstance(part, int)), ())
    inside_row = bool(rows) and len(path) > len(rows) + 1
    if inside_row and (about := _known_as(desk, path[: len(rows) + 1])):
        desk.prompter.show(about, "title")
    with desk.holding(rows), suppress(RowsMoved):
        reply = _ask_by_kind(desk, question, path, ask, instead)
        if inside_row and not isinstance(reply, Leave) and desk.value(path):
            desk.prompter.show(f"✓ {short(field_label(desk, path))}", "good")
        return reply
    return None


def _known_as(desk: Desk, row: KeyPath) -> str:
    """What people know a row by: its first answer."""
    values = (
        shown(desk, desk.value((*row, key)), type_at(desk.model, (*row, key))) for key in keys_at(desk.model, row)
    )
    return short(visible_line(next(filter(None, values), "")))


def _elsewhere(path: KeyPath) -> str:
    """The question for a place that the plan's own guide does not ask about: the full guide's."""
    asked = load_guide(BUILT_IN[0]).questions()
    return next((one.prompt for one in asked if path[: len(one.path)] == one.path), path_text(path))


def _ask_by_kind(
    desk: Desk, question: Question | None, path: KeyPath, ask: Ask, instead: str
) -> Leave | Pasted | str | None:
    annotation = type_at(desk.model, path)
    kind = "" if annotation is None or path == ("schema_version",) else kind_of(annotation)
    if kind == "part":
        if isinstance(path[-1], int):
            return ask_row(desk, path, ask)
        return ask_fields(desk, path, ask, lambda: ask.question)
    if kind == "list" and part_type(item_type(annotation)) is not None:
        return ask_rows(desk, path, ask)
    if not kind:
        _nothing_to_ask(desk)
        return None
    if isinstance(path[-1], str) and part_type(type_at(desk.model, path[:-1])) is not None and len(path) > 2:
        return ask_field(desk, path, ask, instead=instead)
    return ask_value(desk, path, replace(ask, optional=isinstance(path[-1], str)), instead=instead)
