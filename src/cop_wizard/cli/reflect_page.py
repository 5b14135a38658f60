"""What one person wrote down, shown to that person: on the screen, or as a paper of its own."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from cop_wizard.i18n import _

if TYPE_CHECKING:
    from cop_wizard.documents.subject import Subject
    from cop_wizard.plan.reflections import Reflection, ReflectionFile


def show_own(path: Path) -> int:
    """The reflections in a file, as lines. Raises `FileTrouble` and `BrokenFile`."""
    from cop_wizard.cli.codes import DONE, PROBLEMS
    from cop_wizard.cli.messages import show

    read = read_own(path)
    rows = read.reflections if isinstance(read.reflections, list) else []
    if not rows:
        show(_("Nothing is written in it yet. Begin with: cop reflect"))
        return PROBLEMS
    _print(read, rows)
    return DONE


def write_own(path: Path, output: str, open_it: bool) -> int:
    """A paper of the reflections in a file, which on systems that know it nobody else may read.

    Raises `WrongUse`.
    """
    from cop_wizard.cli.codes import DONE
    from cop_wizard.cli.messages import attempted
    from cop_wizard.cli.outputs import open_page, put
    from cop_wizard.documents.register import OWN, render_own
    from cop_wizard.errors import WrongUse

    ending = "md" if output == "-" else Path(output).suffix.lstrip(".").lower()
    if ending not in OWN:
        raise WrongUse(
            _("What kind of paper should it be?"),
            _("End the name after -o in one of these: {names}.").format(names=", ".join(OWN)),
        )
    target = None if output == "-" else Path(output)

    def work() -> None:
        put(target, render_own(format=ending, subject=_subject(path)), [path])
        if target is not None:
            target.chmod(0o600)

    code = attempted(work)
    if open_it and target is not None and code == DONE:
        open_page(target)
    return code


def read_own(path: Path) -> ReflectionFile:
    """What a person wrote. Raises `FileTrouble` and `BrokenFile`."""
    from cop_wizard.cli.small_files import read_small
    from cop_wizard.plan.reflections import ReflectionFile

    own, _data = read_small(ReflectionFile, path, _("{name} has problems that must be put right first."))
    return own


def _subject(path: Path) -> Subject:
    from dataclasses import replace

    from cop_wizard.cli.making import Order, paper_of
    from cop_wizard.guide.load import BUILT_IN, load_guide
    from cop_wizard.plan.plan import SCHEMA_VERSION, Plan

    own = read_own(path)
    community = own.community if isinstance(own.community, str) else _("Your reflections")
    nothing = Plan(schema_version=SCHEMA_VERSION, title=community)
    return replace(paper_of(nothing, load_guide(BUILT_IN[0]), (), path, Order()), own=own, home="")


def _print(read: ReflectionFile, rows: list[Reflection]) -> None:
    from cop_wizard.cli.page import Page
    from cop_wizard.guide.load import BUILT_IN, load_guide
    from cop_wizard.wording import date_words

    guide = load_guide(BUILT_IN[0])
    fields = guide.vocabulary.parts["Reflection"].fields
    page = Page()
    page.heading(str(read.community) if isinstance(read.community, str) else _("Your reflections"))
    for row in rows:
        page.gap()
        page.say(date_words(row.on) if isinstance(row.on, dt.date) else str(row.on or ""), "bold")
        for name, value in row:
            if name != "on" and value is not None:
                words = date_words(value) if isinstance(value, dt.date) else guide.label(value)
                page.say(f"{fields[name].label}: {words}", indent=2)
