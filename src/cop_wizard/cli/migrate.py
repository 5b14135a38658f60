"""``cop migrate``: bring a plan of an earlier version up to date."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cop_wizard.cli.options import PLAN, ManyPlans
from cop_wizard.i18n import _, ngettext


def migrate(
    plans: ManyPlans = [PLAN],  # noqa: B006  Typer makes the list anew for each call
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Show what would change, and change nothing."))] = False,
) -> int:
    """Bring a plan of an earlier version of cop up to date. Comments and all else stay as they are."""
    from cop_wizard.cli.codes import DONE, PROBLEMS, TROUBLE
    from cop_wizard.cli.messages import show_error
    from cop_wizard.cli.plans import named
    from cop_wizard.errors import BrokenFile, CopError

    code = DONE
    for plan in named(plans):
        try:
            _migrate(plan, dry_run)
        except CopError as trouble:  # one that cannot be read does not keep the others from being brought up to date
            show_error(trouble)
            code = max(code, PROBLEMS if isinstance(trouble, BrokenFile) else TROUBLE)
    return code


def _migrate(path: Path, dry_run: bool) -> None:
    """Raises `FileTrouble`, `SpliceRefused`, and `BrokenFile` where the syntax of the file is broken."""
    import sys

    from cop_wizard.cli.changed_lines import show_change
    from cop_wizard.cli.screen import say
    from cop_wizard.errors import BrokenFile
    from cop_wizard.migrate import operations, refuse_if_no_plan
    from cop_wizard.plan.plan import SCHEMA_VERSION
    from cop_wizard.visible import visible_line
    from cop_wizard.yamltext import store
    from cop_wizard.yamltext.document import read
    from cop_wizard.yamltext.splice import changed

    loaded, name = store.load(path), visible_line(str(path))
    document = read(loaded.text)
    problems = document.problems or refuse_if_no_plan(loaded.text)
    if problems:
        message = _("{name} cannot be brought up to date before it can be read.").format(name=name)
        raise BrokenFile(message, problems, path, loaded.text)
    steps = operations(document.data)
    if not steps:
        say(_("{name} has the form of today already.").format(name=name))
        return
    after = changed(document, steps).text
    show_change(path, loaded.text, after, sys.stdout)
    sys.stdout.flush()
    if dry_run:
        say(ngettext("{count} line would change.", "{count} lines would change.", len(steps)).format(count=len(steps)))
        return
    store.save(path, after, loaded.stamp, keep_old=True)
    said = _("{name} has the form of version {newest} now. The text before is in {backup}.")
    say(said.format(name=name, newest=SCHEMA_VERSION, backup=f"{name}.bak"), "good")
