"""``cop edit``: the review screen on a plan; any answer can be changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cop_wizard.i18n import _

if TYPE_CHECKING:
    from cop_wizard.wizard.desk import Desk
    from cop_wizard.wizard.session import Session


def edit(
    plan: Annotated[
        Path, typer.Argument(help=_("The plan to change. Without it: plan.yaml here."), metavar="[PLAN]")
    ] = Path("plan.yaml"),
    place: Annotated[
        str,
        typer.Argument(
            help=_("A section (membership) or a question (membership.roster)."), metavar="[SECTION|QUESTION]"
        ),
    ] = "",
    plain: Annotated[bool, typer.Option("--plain", help=_("Plain numbered lines, for screen readers."))] = False,
) -> int:
    """Look a plan over and change any answer."""
    from cop_wizard.cli.asking import make_desk, make_prompter, open_plan, plain_mode, say_saved
    from cop_wizard.cli.plans import today
    from cop_wizard.cli.recent import remember
    from cop_wizard.cli.signals import Signals
    from cop_wizard.wizard.draft import DraftKeeper
    from cop_wizard.wizard.interview import SaveAndLeave
    from cop_wizard.wizard.prompter import Interrupted
    from cop_wizard.wizard.session import Session

    by_lines = plain_mode(plain, "cop new PLAN --answers FILE --no-input")
    file, guide = open_plan(plan)
    draft = DraftKeeper(plan)
    with Signals(draft.flush, by_lines) as signals:
        prompter = make_prompter(by_lines, draft.flush, signals.check)
        desk = make_desk(file, guide, draft, prompter, today())
        session = Session(guide, desk.data, desk.today, draft.skipped)
        remember(plan)
        try:
            _change(desk, session, place)
        except SaveAndLeave:
            pass
        except Interrupted as end:
            say_saved(plan, "edit")
            return 128 + end.signal if end.signal else 0
        finally:
            draft.flush()
    say_saved(plan, "edit")
    return 0


def _change(desk: Desk, session: Session, place: str) -> None:
    from cop_wizard.errors import WrongUse
    from cop_wizard.refusals import nearest
    from cop_wizard.wizard.review import change_question, review, review_section

    if not place:
        review(desk, session)
        return
    sections = {section.id: section for section in session.guide.sections}
    questions = {question.asks for question in session.guide.questions()}
    if place in sections:
        review_section(desk, session, sections[place])
    elif place in questions:
        change_question(desk, session, place)
    else:
        meant = nearest(place, [*sections, *questions])
        raise WrongUse(
            _("There is no section or question called `{place}` in this guide.").format(place=place),
            _("Did you mean `{meant}`?").format(meant=meant)
            if meant
            else _("The sections are: {names}.").format(names=", ".join(sections)),
        )
