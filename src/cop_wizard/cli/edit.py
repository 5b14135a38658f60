"""``cop edit``: the review screen on a plan; any answer can be changed, and what is wrong put right."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cop_wizard.cli.options import PLAN, OnePlan
from cop_wizard.i18n import _

if TYPE_CHECKING:
    from cop_wizard.wizard.desk import Desk
    from cop_wizard.wizard.noticed import Watch
    from cop_wizard.wizard.planfile import PlanFile, Written
    from cop_wizard.wizard.session import Session

_CODE = re.compile(r"COP\d{3}", re.IGNORECASE)


def edit(
    plan: OnePlan = PLAN,
    place: Annotated[
        str,
        typer.Argument(
            help=_("A section (membership), a question (membership.roster), or what `cop validate` found (COP206)."),
            metavar="[SECTION|QUESTION|CODE]",
        ),
    ] = "",
    editor: Annotated[
        bool, typer.Option("--editor", help=_("Open the plan in your text editor, and check it when you come back."))
    ] = False,
    plain: Annotated[bool, typer.Option("--plain", help=_("Plain numbered lines, for screen readers."))] = False,
) -> int:
    """Look a plan over, change any answer, put right what is wrong."""
    from cop_wizard.cli.asking import plain_mode

    by_lines = plain_mode(plain, "cop new PLAN --answers FILE --no-input")
    _refuse_unknown_code(place)
    if editor:
        from cop_wizard.cli.edit_text import edit_text

        return edit_text(plan, place, by_lines)
    from cop_wizard.cli.mend_form import put_form_right
    from cop_wizard.wizard.planfile import Written

    written = Written()
    code = put_form_right(plan, by_lines, written)
    return _review(plan, place, by_lines, written) if code is None else code


def _refuse_unknown_code(place: str) -> None:
    if not _CODE.fullmatch(place):
        return
    from cop_wizard.checks.codes import codes
    from cop_wizard.errors import WrongUse

    if place.upper() not in codes():
        raise WrongUse(
            _("There is no check called `{code}`.").format(code=place.upper()), _("`cop explain` lists all checks.")
        )


def _review(plan: Path, place: str, by_lines: bool, written: Written) -> int:
    from cop_wizard.cli.asking import open_to_mend, say_saved, session
    from cop_wizard.cli.noticing import watch
    from cop_wizard.cli.recent import remember

    file, guide = open_to_mend(plan, written)
    watching = watch(plan, by_lines)
    remember(plan)
    code = session(file, guide, by_lines, lambda desk: _change(desk, place, watching))
    say_saved(plan, written.yes, "edit")
    return code or _say_left(file, watching)


def _say_left(file: PlanFile, watching: Watch) -> int:
    """What is still wrong in the plan, if anything is. Returns the exit code."""
    from cop_wizard.cli.codes import DONE, PROBLEMS
    from cop_wizard.cli.screen import say
    from cop_wizard.diagnostic import Severity
    from cop_wizard.i18n import ngettext

    left = sum(found.severity is Severity.ERROR for found in watching.look(file.text))
    if not left:
        return DONE
    said = ngettext("{count} mistake is still in it.", "{count} mistakes are still in it.", left)
    say(said.format(count=left), "trouble")
    return PROBLEMS


def _change(desk: Desk, place: str, watching: Watch) -> None:
    from cop_wizard.diagnostic import Severity
    from cop_wizard.errors import WrongUse
    from cop_wizard.refusals import nearest
    from cop_wizard.wizard.noticed import findings, noticed
    from cop_wizard.wizard.prompter import INSIDE, Ask
    from cop_wizard.wizard.review import review
    from cop_wizard.wizard.section_review import change_question, review_section
    from cop_wizard.wizard.session import Session
    from cop_wizard.wizard.tables import ask_rows

    session = Session(desk.guide, desk.data, desk.today, desk.draft.skipped)
    sections = {section.id: section for section in session.guide.sections}
    questions = {question.asks for question in session.guide.questions()}
    if _CODE.fullmatch(place):
        _jump(desk, session, place.upper(), watching)
    elif not place:
        if any(found.severity is Severity.ERROR for found in findings(watching, desk)):
            noticed(desk, session, watching)
        review(desk, session, watching)
    elif place in sections:
        review_section(desk, session, sections[place])
    elif len(asks := [place] if place in questions else _called(place, questions)) == 1:
        change_question(desk, session, asks[0])
    else:
        last_parts = [question.rpartition(".")[2] for question in questions]
        if place == "todo":
            ask_rows(desk, ("todo",), Ask(question=_("What is to be done?"), optional=True, ways=INSIDE))
            return
        if place.partition(".")[0] == "reviews":
            raise WrongUse(
                _("Reviews are not asked here."),
                _("`cop review {plan}` looks again; what was answered is changed in the file itself.").format(
                    plan=desk.file.path.name
                ),
            )
        meant = asks[0] if asks else nearest(place, [*sections, *questions, *last_parts])
        raise WrongUse(
            _("There is no section or question called `{place}` in this guide.").format(place=place),
            _("Did you mean `{meant}`?").format(meant=meant)
            if meant
            else _("The sections are: {names}.").format(names=", ".join(sections)),
        )


def _called(name: str, questions: Iterable[str]) -> list[str]:
    """The questions whose key path ends in this name."""
    return [question for question in questions if question.rpartition(".")[2] == name]


def _jump(desk: Desk, session: Session, code: str, watching: Watch) -> None:
    """To the first finding of a code, and on to the list of all."""
    from cop_wizard.wizard.noticed import findings, noticed

    if not any(found.code == code for found in findings(watching, desk)):
        desk.prompter.show(_("Nothing in this plan is called {code}.").format(code=code), "good")
        return
    noticed(desk, session, watching, code)
