"""The review screen: every section with its answers and gaps, made from the guide; any answer can be changed."""

from __future__ import annotations

from collections.abc import Sequence

from cop_wizard.diagnostic import Diagnostic
from cop_wizard.guide.model import Section
from cop_wizard.i18n import _
from cop_wizard.progress import State, share
from cop_wizard.wizard.chapters import deeper_option, go_deeper
from cop_wizard.wizard.desk import Desk
from cop_wizard.wizard.interview import SaveAndLeave
from cop_wizard.wizard.noticed import Watch, findings, noticed, summary
from cop_wizard.wizard.prompter import Ask, Leave, Option, Way
from cop_wizard.wizard.section_review import review_section
from cop_wizard.wizard.session import Session

_DONE, _NOTICED, _DEEPER = "+done", "+noticed", "+deeper"
_WAYS = frozenset({Way.BACK, Way.SAVE})


def review(desk: Desk, session: Session, watch: Watch | None = None) -> None:
    """All sections; pick one, change what is in it, return; until the person is done. Chapters wait behind one entry.

    Whatever ``watch`` notices in the plan stands at the top, to be looked at and put right.
    """
    pointed = _DONE
    while True:
        session.refresh(desk.data)
        found = findings(watch, desk) if watch else []
        options = _sections(session, found)
        if found:
            options.insert(0, Option(_NOTICED, _("What cop noticed: {what}").format(what=summary(found))))
        options.append(Option(_DONE, _("Done")))
        percent = session.progress.percent
        ask = Ask(
            question=_("Your plan is {percent} % complete. Change anything?").format(percent=percent),
            default=pointed,
            ways=_WAYS,
        )
        choice = desk.prompter.pick(ask, options)
        if isinstance(choice, Leave) and choice.way is Way.SAVE:
            raise SaveAndLeave
        if isinstance(choice, Leave) or choice == _DONE:
            return
        pointed = choice
        if watch and choice == _NOTICED:
            noticed(desk, session, watch)
        elif choice == _DEEPER:
            go_deeper(desk, session, found)
        else:
            review_section(desk, session, next(section for section in session.guide.sections if section.id == choice))


def _sections(session: Session, found: Sequence[Diagnostic]) -> list[Option]:
    options = [_section_option(session, section) for section in session.guide.sections if not section.deeper]
    if len(options) < len(session.guide.sections):
        options.append(deeper_option(session, _DEEPER, found))
    return options


def _section_option(session: Session, section: Section) -> Option:
    done = share(found for found in session.standings if found.section is section)
    number, _of = session.section_number(section)
    name = f"{number}  {section.title}" if number else section.title
    if all(found.state is State.DEEPER for found in session.standings if found.section is section):
        return Option(section.id, _("· {name} (if you need it)").format(name=name))
    mark = "✓" if done.percent == 100 else "·"
    return Option(
        section.id,
        _("{mark} {name}: {settled} of {asked}").format(mark=mark, name=name, settled=done.settled, asked=done.asked),
    )
