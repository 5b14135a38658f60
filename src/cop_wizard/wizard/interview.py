"""The walk through a guide: introduces each section, asks each question, follows the ways out, sums up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from cop_wizard.guide.model import Question, Section
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.fields import item_type, kind_of, part_type, type_at
from cop_wizard.progress import Standing, State, filled, share
from cop_wizard.values import NONE_ON_PURPOSE, Data, KeyPath
from cop_wizard.wizard import sentence
from cop_wizard.wizard.answers import ask_value
from cop_wizard.wizard.desk import Desk, none_label
from cop_wizard.wizard.forms import ask_form
from cop_wizard.wizard.prompter import INSIDE, Ask, Leave, Option, Pasted, Way
from cop_wizard.wizard.session import Session
from cop_wizard.wizard.showing import short, shown
from cop_wizard.wizard.tables import ask_rows

_MOST = 160
"""So many characters of an answer are repeated once it is given."""


class SaveAndLeave(Exception):
    """The person wants to stop here; everything answered is saved."""


class BackAtFirst(Exception):
    """The person went back from the first question, to what was chosen before it."""


def walk(desk: Desk, session: Session, at: str = "", may_leave: Callable[[], bool] = lambda: False) -> None:
    """Ask until no question is open, beginning ``at`` a question, or where a text is half-typed, or at the first gap.

    Raises `SaveAndLeave`, or the prompter's `Interrupted`; `BackAtFirst` if ``may_leave`` says so there.
    """
    desk.draft.skipped = session.skipped
    standing = session.begin(at or half_typed(desk))
    section: Section | None = None
    way: Way | None = None
    while standing is not None:
        if standing.section is not section:
            if section is not None and way is not Way.BACK:
                _sum_up(desk, session, section)
            section = standing.section
            _introduce(desk, session, section)
        desk.draft.inside = standing.question.asks
        way = ask_question(desk, session, standing)
        desk.draft.inside = ""
        session.refresh(desk.data)
        standing = _back(desk, session, standing, may_leave) if way is Way.BACK else session.forward()
    if section is not None:
        _sum_up(desk, session, section)


def half_typed(desk: Desk) -> str:
    """The question that was on when the last session ended, by its draft or by having been begun, or ""."""
    place = desk.draft.latest() or desk.draft.inside
    asked = (question.asks for question in desk.guide.questions())
    return next((asks for asks in asked if place == asks or place.startswith((asks + ".", asks + "["))), "")


def _back(desk: Desk, session: Session, standing: Standing, may_leave: Callable[[], bool]) -> Standing:
    before = session.back()
    if before is None and may_leave():
        raise BackAtFirst
    if before is None:
        desk.prompter.show(_("This is the first question."), "quiet")
        return standing
    return before


def ask_question(desk: Desk, session: Session, standing: Standing) -> Way | None:
    """Ask one question until it is answered or left. Returns `Way.BACK`, or ``None`` to go on."""
    question = standing.question
    ask = ask_for(desk, session, standing)
    while True:
        reply = _put_question(desk, question, ask)
        if not isinstance(reply, Leave):
            session.refresh(desk.data)
            now = session.standing(question.asks)
            if now is not None and now.settled:
                session.answered()
                _confirm(desk, question)
                _finish_todos(desk, question)
            else:
                session.skip()
                _left_open(desk, question)
            return None
        if reply.way is Way.SAVE:
            raise SaveAndLeave
        if reply.way is Way.BACK:
            return Way.BACK
        leave = _put_off(desk, session, question, ask) if reply.way is Way.TODO else _skip(desk, session, question, ask)
        if leave:
            return None


def _put_question(desk: Desk, question: Question, ask: Ask) -> Leave | Pasted | None:
    annotation = type_at(desk.model, question.path)
    if kind_of(annotation) == "list" and part_type(item_type(annotation)) is not None:
        return ask_rows(desk, question.path, ask)
    if kind_of(annotation) == "part":
        return ask_form(desk, question, ask)
    if question.path == sentence.STATEMENT and not desk.value(sentence.STATEMENT) and sentence.complete(desk.data):
        ask = replace(ask, default=sentence.compose(desk.data), proposed=False)
    return ask_value(desk, question.path, ask, ordered=question.ordered, first=question.first)


def ask_for(desk: Desk, session: Session, standing: Standing) -> Ask:
    """One question as it is put to the person."""
    question = standing.question

    def preview(typed: str) -> str:
        return sentence.compose(desk.data, {question.path: typed.strip()} if typed.strip() else {})

    return Ask(
        question=question.prompt,
        where=where(session, standing),
        help=question_help(desk, question),
        default=question.preset,
        proposed=bool(question.preset),
        optional=not question.required,
        preview=preview if question.path in sentence.BLANKS[1:] and _asks_all_blanks(desk) else None,
    )


def _asks_all_blanks(desk: Desk) -> bool:
    return all(desk.guide.question(".".join(map(str, path))) for path in sentence.BLANKS[1:])


def where(session: Session, standing: Standing) -> str:
    """How far along we are: "Section 3 of 9 · Leadership · 41 % done"."""
    number, of = session.section_number(standing.section)
    done = _("{percent} % done").format(percent=session.progress.percent)
    place = _("Section {number} of {of}").format(number=number, of=of) if number else ""
    return " · ".join(part for part in (place, standing.section.title, done) if part)


def question_help(desk: Desk, question: Question) -> str:
    """Why we ask, an example, and the source."""
    parts = [question.why]
    if question.example:
        parts.append(_("For example: {example}").format(example=question.example))
    if question.source:
        parts.append(_("Source: {source}").format(source=desk.guide.cite(question.source, question.where)))
    return "\n".join(part for part in parts if part)


def _introduce(desk: Desk, session: Session, section: Section) -> None:
    number, of = session.section_number(section)
    title = _("{number} of {of}  {title}").format(number=number, of=of, title=section.title)
    desk.prompter.show("\n" + (title if number else section.title), "title")
    if section.intro:
        desk.prompter.show(section.intro)
    desk.prompter.show("")


def _finish_todos(desk: Desk, question: Question) -> None:
    """The question was put off once; now it is answered, so the to-do goes, and the person hears of it."""
    todos = desk.value(("todo",)) if question.asks not in desk.disputed else None
    for row in reversed(range(len(todos) if isinstance(todos, list) else 0)):
        if desk.value(("todo", row, "question")) == question.asks:
            note = desk.value(("todo", row, "note"))
            desk.remove(("todo", row))
            done = _("The to-do “{note}” is done with.") if isinstance(note, str) else _("The to-do is done with.")
            desk.prompter.show("  " + done.format(note=note), "quiet")


def _confirm(desk: Desk, question: Question) -> None:
    value = shown(desk, desk.value(question.path), type_at(desk.model, question.path))
    desk.prompter.show(f"✓ {question.title}: {short(value, _MOST)}", "good")


def _left_open(desk: Desk, question: Question) -> None:
    """What only fills the blank, such as "TBD", is kept, and is no answer."""
    kept = filled(desk.value(question.path))
    said = _("· {title}: kept as written; the question stays open") if kept else _("· {title}: left open")
    desk.prompter.show(said.format(title=question.title), "quiet")


def _sum_up(desk: Desk, session: Session, section: Section) -> None:
    session.refresh(desk.data)
    mine = [found for found in session.standings if found.section is section]
    done = share(mine)
    desk.prompter.show("")
    said = _("{title}: {settled} of {asked} answered.")
    desk.prompter.show(said.format(title=section.title, settled=done.settled, asked=done.asked), "title")
    for state, words in ((State.OPEN, _("Still open: {titles}")), (State.TODO, _("Put off: {titles}"))):
        titles = [found.question.title for found in mine if found.state is state]
        if titles:
            desk.prompter.show("  " + words.format(titles=", ".join(titles)), "quiet")


# --- ways out -----------------------------------------------------------------------------------------------------


def _skip(desk: Desk, session: Session, question: Question, ask: Ask) -> bool:
    """Leave open, none on purpose, or a to-do. False: the person wants the question back."""
    options = [Option("open", _("Leave it open for now and go on"))]
    if question.required:
        options[0] = replace(options[0], hint=_("The finished plan needs it; we will remind you."))
    options += [
        Option("none", none_label(), _("This is an answer: the question is settled.")),
        Option("todo", _("Put it off, with a note")),
        Option("back", _("Return to the question")),
    ]
    choice = desk.prompter.pick(
        replace(ask, question=_("Skip this question?"), default="open", preview=None, ways=INSIDE), options
    )
    if isinstance(choice, Leave):
        if choice.way is Way.SAVE:
            raise SaveAndLeave
        return False
    if choice == "todo":
        return _put_off(desk, session, question, ask)
    if choice == "none":
        if not _sure_to_empty(desk, question.path, ask):
            return False
        desk.put(question.path, NONE_ON_PURPOSE)
        session.answered()
    elif choice == "open":
        session.skip()
    if choice != "back":
        desk.draft.settle(question.path)
    return choice != "back"


def _sure_to_empty(desk: Desk, path: KeyPath, ask: Ask) -> bool:
    rows = desk.value(path)
    if not isinstance(rows, list | dict) or not rows:
        return True
    question = ngettext("This removes {count} entry. Go ahead?", "This removes {count} entries. Go ahead?", len(rows))
    options = [Option("no", _("No, keep them")), Option("yes", _("Yes, none on purpose"))]
    asking = replace(ask, question=question.format(count=len(rows)), default="no", preview=None, ways=INSIDE)
    reply = desk.prompter.pick(asking, options)
    if isinstance(reply, Leave) and reply.way is Way.SAVE:
        raise SaveAndLeave
    return reply == "yes"


def _put_off(desk: Desk, session: Session, question: Question, ask: Ask) -> bool:
    """A to-do: a note, who sees to it, by when. All three may be left blank. False: return to the question."""
    row: dict[str, Data] = {"question": question.asks}
    words = desk.guide.vocabulary.parts["Todo"].fields
    fields = ("note", "owner", "by")
    step = 0
    while step < len(fields):
        field = fields[step]
        place: KeyPath = ("todo", 0, field)
        inside = replace(
            ask,
            question=_("To-do") + ": " + (words[field].prompt or words[field].label),
            default=str(row.get(field, "")),
            optional=True,
            preview=None,
            help=words[field].help,
            check=partial(desk.refusal, place),
            ways=INSIDE,
        )
        reply = desk.prompter.line(desk.ask(place, inside))
        if isinstance(reply, Leave):
            if reply.way is Way.SAVE:
                raise SaveAndLeave
            if step == 0:
                return False
            step -= 1
            continue
        if isinstance(reply, str) and reply:
            row[field] = desk.written(place, reply)
        step += 1
    _save_todo(desk, question, row)
    session.answered()
    desk.prompter.show(_("… {title}: put off").format(title=question.title), "quiet")
    return True


def _save_todo(desk: Desk, question: Question, row: dict[str, Data]) -> None:
    todos = desk.value(("todo",))
    rows = todos if isinstance(todos, list) else []
    for place, old in enumerate(rows):
        if isinstance(old, dict) and old.get("question") == question.asks:
            for key, value in row.items():
                if old.get(key) != value:
                    desk.put(("todo", place, key), value)
            return
    desk.insert(("todo",), len(rows), row)
