"""``cop schema``: what an editor needs to know to help with a plan."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cop_wizard.i18n import _

FILE = "plan.schema.json"
"""What the schema beside a plan is called; where it lies, new plans name it in their first line."""


def schema(
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|-",
            help=_("The file to write. Without it: to the screen."),
        ),
    ] = "-",
    guide: Annotated[
        str,
        typer.Option(
            "--guide",
            metavar="NAME|FILE",
            help=_("Whose words to use: `cass`, `planning-tool`, or a guide file of your own."),
        ),
    ] = "cass",
) -> int:
    """Write the JSON Schema of a plan, so that your editor can help."""
    import json

    from cop_wizard.cli import console
    from cop_wizard.cli.guide import find_guide
    from cop_wizard.guide.load import BUILT_IN, load_guide
    from cop_wizard.schema.build import plan_schema

    found = find_guide(guide)
    text = json.dumps(plan_schema(found, load_guide(BUILT_IN[0], found.language)), ensure_ascii=False, indent=1) + "\n"
    if output == "-":
        console.result(text)
    else:
        _save(Path(output), text)
    return 0


def beside(plan: Path) -> str:
    """The name of the schema in the plan's folder, or "" where there is none."""
    return FILE if plan.with_name(FILE).is_file() else ""


def _save(target: Path, text: str) -> None:
    """Write the schema and say how a plan names it. Raises `WrongUse` and `FileTrouble`."""
    from cop_wizard.cli import console
    from cop_wizard.cli.outputs import save
    from cop_wizard.cli.screen import say
    from cop_wizard.errors import FileTrouble, WrongUse
    from cop_wizard.skeleton import schema_line
    from cop_wizard.visible import visible_line

    if target.suffix.lower() != ".json":
        raise WrongUse(
            _("“{path}” is no name for a schema.").format(path=target),
            _("Choose one that ends in .json, best of all {name}.").format(name=FILE),
        )
    if target.is_file() and '"$schema"' not in target.read_text(encoding="utf-8", errors="replace"):
        raise FileTrouble(
            _("“{path}” holds something else, so nothing was written.").format(path=target),
            _("Choose another name, best of all {name}.").format(name=FILE),
            target,
        )
    save(target, text.encode(), [])
    say(_("Written: {path}").format(path=target.resolve()), "good")
    say(_("A plan in the same folder names it in its first line, and your editor will help with it:"))
    console.notice("  " + visible_line("# " + schema_line(target.name)))  # not wrapped: people copy it
    if target.name == FILE:
        say(_("Plans that `cop new` begins there have this line by themselves."), "quiet")
