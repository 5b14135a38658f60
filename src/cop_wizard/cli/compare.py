"""``cop compare``: what changed between two plans, in the words of the guide."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cop_wizard.errors import BrokenFile, WrongUse
from cop_wizard.i18n import _, ngettext

if TYPE_CHECKING:
    from cop_wizard.checks.runner import Report

_PLAN = "plan.yaml"
_FORMATS = ("text", "md", "json")
_NOT_OURS = "COP213"
"""The finding that a plan has a form this program does not know."""


@dataclass(frozen=True)
class _Source:
    """Where a plan comes from: the file ``path``, or, if ``revision`` is not "", what git keeps of it.

    ``in_git``: the path is as git names it, from the top of the repository.
    """

    path: Path
    revision: str = ""
    in_git: bool = False

    @property
    def name(self) -> str:
        """How it is called in what we say."""
        if not self.revision:
            return str(self.path)
        return _("{plan} at {revision}").format(plan=self.path, revision=self.revision)


def compare(
    old: Annotated[
        str,
        typer.Argument(
            metavar="[OLD]",
            help=_("The older plan: a file, or a version that git keeps, such as HEAD~1. Without it: the last commit."),
        ),
    ] = "",
    new: Annotated[
        str, typer.Argument(metavar="[NEW]", help=_("The newer plan. Without it: the file as it is now."))
    ] = "",
    form: Annotated[
        str, typer.Option("--format", metavar="text|md|json", help=_("For the screen, as Markdown, for programs."))
    ] = "text",
    tell: Annotated[
        bool, typer.Option("--exit-code", help=_("End with exit code 1 if the plans say different things."))
    ] = False,
) -> int:
    """Tell what changed between two plans, or in one since it was committed."""
    import sys

    from cop_wizard.cli import console
    from cop_wizard.cli.codes import DONE, PROBLEMS
    from cop_wizard.compare.changes import changes
    from cop_wizard.guide.load import BUILT_IN, load_guide

    if form not in _FORMATS:
        raise WrongUse(
            _("There is no format `{name}`.").format(name=form),
            _("Choose one of: {names}.").format(names=", ".join(_FORMATS)),
        )
    first, second = _sources(old, new)
    after = _read(second)  # before the other one, which git may not have where this one is not there either
    before = _read(first)
    guide = after.guide or before.guide or load_guide(BUILT_IN[0])
    found = changes(before.data, after.data, guide, load_guide(BUILT_IN[0], guide.language))
    if form == "json":
        from cop_wizard.compare.report import data

        console.result(data.render(found, first.name, second.name, not console.speaks_utf8(sys.stdout)))
    else:
        from cop_wizard.compare.report import markdown, text

        nothing = text.nothing_changed(before.text == after.text)
        if form == "md":
            console.result(markdown.render(found, first.name, second.name, nothing))
        else:
            from cop_wizard.look import Look

            screen = Look(console.width(sys.stdout), console.colour(sys.stdout))
            console.result(text.render(found, first.name, second.name, screen) if found else nothing)
    return PROBLEMS if tell and found else DONE


def _sources(old: str, new: str) -> tuple[_Source, _Source]:
    """The two plans that are meant.

    A word that is no file is a version: of the file that is named beside it, else of ``plan.yaml``. Where only one is
    named, a file is held against the last commit, and a version against the file of today.
    """
    from cop_wizard.cli.revisions import LAST, here

    words = [word for word in (old, new) if word]
    given = [_source(word) for word in words]
    file = next((source.path for source in given if isinstance(source, _Source)), Path(_PLAN))
    found = [source if isinstance(source, _Source) else _Source(file, source) for source in given]
    if len(found) == 2:
        return found[0], found[1]
    if found and found[0].revision:
        return found[0], _Source(here(found[0].path.as_posix()) if found[0].in_git else found[0].path)
    return _Source(file, LAST), _Source(file)


def _source(word: str) -> _Source | str:
    """The plan that a word on the command line means, or the word itself where it can only be a version."""
    if os.path.lexists(word):
        return _Source(Path(word))
    revision, colon, place = word.partition(":")
    if colon and revision and place and not (len(revision) == 1 and place[0] in "\\/"):  # C:\ is a disk
        return _Source(Path(place), revision, in_git=True)
    return _Source(Path(word)) if word.lower().endswith((".yaml", ".yml", ".bak")) else word


def _read(source: _Source) -> Report:
    """The plan with all that is wrong with it. Raises `FileTrouble`, and `BrokenFile` where it says nothing."""
    from cop_wizard.checks.runner import check
    from cop_wizard.cli import plans
    from cop_wizard.cli.messages import show
    from cop_wizard.cli.revisions import text_at, text_named

    if not source.revision:
        text = plans.read(source.path)
    elif source.in_git:
        text = text_named(source.revision, source.path.as_posix())
    else:
        text = text_at(source.revision, source.path)
    report = check(text, source.path, plans.today())
    if not isinstance(report.data, dict) or any(finding.code == _NOT_OURS for finding in report.errors):
        message = _("“{name}” cannot be read, so there is nothing to compare.").format(name=source.name)
        raise BrokenFile(message, report.errors, Path(source.name), text)
    if report.errors:
        count = len(report.errors)
        show(
            ngettext(
                "“{name}” has {count} mistake; it is compared as far as it can be read.",
                "“{name}” has {count} mistakes; it is compared as far as it can be read.",
                count,
            ).format(name=source.name, count=count),
            "" if source.revision else _("`cop validate {name}` shows them.").format(name=source.name),
        )
    return report
