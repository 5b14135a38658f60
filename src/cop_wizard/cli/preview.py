"""``cop preview``: the page of a plan in a browser, made anew at every save."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from cop_wizard.cli.options import (
    PLAN,
    Audience,
    Blank,
    Document,
    Event,
    Final,
    Meeting,
    OnePlan,
    Paper,
    Person,
    Templates,
)
from cop_wizard.i18n import _


def preview(
    plan: OnePlan = PLAN,
    document: Document = "",
    audience: Audience = "members",
    meeting: Meeting = "",
    event: Event = "",
    person: Person = "",
    blank: Blank = False,
    paper: Paper = "",
    templates: Templates = None,
    final: Final = False,
    port: Annotated[
        int,
        typer.Option(
            "--port", metavar="NUMBER", min=0, max=65_535, help=_("The port to use. Without it: one that is free.")
        ),
    ] = 0,
    open_it: Annotated[bool, typer.Option("--open", help=_("Open the page in your browser."))] = False,
) -> int:
    """Show the page of a plan in your browser; it follows every save. Only this computer can see it."""
    from cop_wizard.cli.codes import DONE
    from cop_wizard.cli.jobs import Job, audience_named, settled, sheet_named
    from cop_wizard.cli.making import Order
    from cop_wizard.cli.plans import read
    from cop_wizard.documents.subject import Wish
    from cop_wizard.extras import needed

    wish = Wish(meeting, event, person, blank, sheet_named(paper))
    job = settled(Job(document, "html", Order(audience_named(audience), final, templates, wish)), "")
    read(plan)  # a name that is wrong from the start is told here, not on a page
    for module in ("uvicorn", "starlette", "watchfiles"):
        needed(module, "preview")

    from signal import raise_signal

    from cop_wizard.cli.console import notice
    from cop_wizard.cli.previewing import PlanAtWork
    from cop_wizard.cli.run import asked_to_stop
    from cop_wizard.preview.server import Door, serve

    door = Door(port)

    def tell() -> None:
        if number := asked_to_stop():
            raise_signal(number)  # by now the server listens to it, and ends as it does at any other moment
            return
        notice(_("“{name}” is shown at this address and follows every save. Ctrl-C ends.").format(name=plan))
        sys.stderr.flush()
        sys.stdout.write(door.address + "\n")
        sys.stdout.flush()
        if open_it:
            _open(door.address)

    serve(PlanAtWork(plan, job), plan.name, door, tell)
    return DONE


def _open(address: str) -> None:
    """Open the page without waiting for the browser. Where there is none, the address has been told."""
    from contextlib import suppress
    from threading import Thread

    from cop_wizard.cli.outputs import opened

    def open_it() -> None:
        with suppress(OSError):
            opened(address)

    Thread(target=open_it, daemon=True).start()
