"""``cop review``: look at a living community by one of the instruments, alone or together, again and again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cop_wizard.cli.options import PLAN, OnePlan
from cop_wizard.i18n import _


def review(
    plan: OnePlan = PLAN,
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[INSTRUMENT]",
            help=_(
                "What to look with, such as six-elements; `cop guide instruments` lists them. Without it: cop proposes "
                "one. After --gather: files or folders."
            ),
        ),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option("--instrument", metavar="FILE", help=_("An instrument of your own, in a file beside the plan.")),
    ] = None,
    compare: Annotated[
        bool, typer.Option("--compare", help=_("Ask nothing; show what changed since the look before."))
    ] = False,
    by: Annotated[
        str, typer.Option("--as", metavar="NAME", help=_("Answer for yourself, in a file of your own beside the plan."))
    ] = "",
    anonymous: Annotated[bool, typer.Option("--anonymous", help=_("Answer for yourself, and stay unnamed."))] = False,
    sheet: Annotated[
        bool, typer.Option("--sheet", help=_("Write a sheet that people fill in with a spreadsheet program."))
    ] = False,
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FILE", help=_("With --sheet: where it goes; sheet.pdf or .docx makes a paper.")
        ),
    ] = "",
    gather: Annotated[
        bool, typer.Option("--gather", help=_("Bring together what many answered: files, sheets, exports of forms."))
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help=_("With --compare: for other programs."))] = False,
    yes: Annotated[bool, typer.Option("--yes", help=_("With --gather: write it without asking."))] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("With --gather: only show what came."))] = False,
    plain: Annotated[bool, typer.Option("--plain", help=_("Plain numbered lines, for screen readers."))] = False,
) -> int:
    """Look at your community: how far it is, what shows it, what to do next."""
    from cop_wizard.cli.asking import plain_mode
    from cop_wizard.cli.review_asking import Who, ask
    from cop_wizard.errors import WrongUse
    from cop_wizard.instruments.load import instrument_names

    if not plan.exists() and str(plan) in instrument_names():  # cop review six-elements
        names, plan = [str(plan), *(names or [])], PLAN
    _refuse_what_does_not_go_together(
        {"--gather": gather, "--compare": compare, "--sheet": sheet, "--as": bool(by), "--anonymous": anonymous},
        {"--yes": yes, "--dry-run": dry_run} if not gather else {},
    )
    given = [*([str(file)] if file else []), *(names or [])]
    if gather:
        from cop_wizard.cli.review_together import gather as bring_together

        name = given.pop(0) if given and _is_instrument(given[0], file) else ""
        return bring_together(plan, name, given, yes, dry_run)
    name = _one(given)
    if compare:
        return _compare(plan, name, as_json)
    if as_json:
        raise WrongUse(_("--json goes with --compare."), _("Add --compare, or see `cop status --json`."))
    if sheet:
        return _sheet(plan, name, output)
    if output:
        raise WrongUse(_("-o goes with --sheet."), _("Add --sheet, or leave out -o."))
    if by and (not by.strip() or not by.isprintable()):
        raise WrongUse(_("This is no name."), _("Write after --as what you are called, or use --anonymous."))
    return ask(plan, name, plain_mode(plain, "cop review PLAN --sheet"), Who(" ".join(by.split()), anonymous))


def _refuse_what_does_not_go_together(one_of: dict[str, bool], of_gather: dict[str, bool]) -> None:
    from cop_wizard.errors import WrongUse

    given = [option for option, is_given in one_of.items() if is_given]
    if len(given) > 1:
        raise WrongUse(
            _("{options} do not go together.").format(options=_(", ").join(given)), _("Use one of them at a time.")
        )
    if lone := [option for option, is_given in of_gather.items() if is_given]:
        raise WrongUse(_("{option} goes with --gather.").format(option=lone[0]), _("Leave it out, or add --gather."))


def _is_instrument(word: str, file: Path | None) -> bool:
    from cop_wizard.instruments.load import instrument_names
    from cop_wizard.instruments.own import ENDINGS, holds_instrument

    own = word.endswith(ENDINGS) and holds_instrument(Path(word))
    return own or word in instrument_names() or (file is not None and word == str(file))


def _one(given: list[str]) -> str:
    from cop_wizard.errors import WrongUse

    if len(given) > 1:
        hint = _("Name one instrument, or add --gather to bring files together.")
        raise WrongUse(_("One way to look at a time."), hint)
    return given[0] if given else ""


def _sheet(path: Path, name: str, output: str) -> int:
    from cop_wizard.cli.asking import command_line, program, short_path
    from cop_wizard.cli.codes import DONE
    from cop_wizard.cli.messages import show
    from cop_wizard.cli.outputs import say_written
    from cop_wizard.cli.review_subject import needed, sound
    from cop_wizard.cli.review_together import write_sheet

    report, _plan, guide = sound(path)
    say_written(write_sheet(path, report, needed(name, guide, path), output))
    if not output or output.endswith(".csv"):
        own = [name] if name.endswith((".yaml", ".yml")) else []
        command = command_line([*program(), "review", short_path(path), *own, "--gather"])
        show(_("Bring the filled-in sheets together with: {command} FILES").format(command=command))
        show(_("On paper: add -o sheet.pdf, or .docx, .html, .md."))
    return DONE


def _compare(path: Path, name: str, as_json: bool) -> int:
    import json
    import sys

    from cop_wizard.cli.asking import command_line, program, short_path
    from cop_wizard.cli.codes import DONE, PROBLEMS
    from cop_wizard.cli.console import result, speaks_utf8
    from cop_wizard.cli.messages import show
    from cop_wizard.cli.review_page import look_data, show_look
    from cop_wizard.cli.review_subject import known, sound
    from cop_wizard.instruments.own import used_instruments
    from cop_wizard.instruments.seen import looks, reviews_of

    report, plan, guide = sound(path)
    wanted = known(name, guide, path)
    chosen = [wanted] if wanted else list(used_instruments(plan, guide, path.parent).values())
    held = reviews_of(plan)
    looked = [found for instrument in chosen if (found := looks(held, instrument))]
    if as_json:
        plain = not speaks_utf8(sys.stdout)
        result(json.dumps([look_data(found) for found in looked], ensure_ascii=plain, indent=2))
        return DONE if looked else PROBLEMS
    for found in looked:
        show_look(found[-1], found[-2] if len(found) > 1 else None, report)
    if not wanted:
        for own in sorted({str(one.instrument) for one in held} - {one.id for one in chosen}):
            show(
                _("Reviews by {name} are not shown: it cannot be used as it is. What is wrong with it:").format(
                    name=own
                )
            )
            show("  " + command_line([*program(), "review", short_path(path), own, "--compare"]))
    if looked:
        return DONE
    show(_("Nobody has looked with this yet.") if name else _("Nobody has looked at this community yet."))
    show(_("Begin with: cop review {path}").format(path=path))
    return PROBLEMS
