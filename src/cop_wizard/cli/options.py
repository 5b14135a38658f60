"""What several commands about documents can be told, each said once: which plan, which document, for whom, how."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cop_wizard.i18n import _

PLAN = Path("plan.yaml")
"""The plan that is meant where none is named."""

OnePlan = Annotated[
    Path, typer.Argument(metavar="[PLAN]", readable=False, help=_("Your plan. Without it: plan.yaml here."))
]

ManyPlans = Annotated[
    list[Path],
    typer.Argument(
        metavar="[PLAN...]", readable=False, help=_("Your plan, or several, or folders. Without it: plan.yaml here.")
    ),
]

Document = Annotated[
    str,
    typer.Option(
        "--document",
        metavar="NAME",
        help=_("Which one, such as charter or agenda. `cop templates` lists them. Without it: the whole plan."),
    ),
]

Audience = Annotated[
    str,
    typer.Option(
        "--audience",
        metavar="public|members|leaders",
        help=_("Who will read it. What they may not see is left out. Without it: members."),
    ),
]

Meeting = Annotated[
    str, typer.Option("--meeting", metavar="DATE", help=_("For an agenda: which meeting. Without it: the next."))
]

Event = Annotated[
    str, typer.Option("--for", metavar="EVENT", help=_("For a report: the occasion whose evidence you need."))
]

Person = Annotated[
    str, typer.Option("--person", metavar="NAME", help=_("For letters, reflections and sponsors: whom it is for."))
]

Blank = Annotated[bool, typer.Option("--blank", help=_("The questions alone, with room to write by hand."))]

Paper = Annotated[
    str, typer.Option("--paper", metavar="letter|a4", help=_("The size of paper. Without it: your country's."))
]

Templates = Annotated[
    Path | None,
    typer.Option("--templates", metavar="FOLDER", help=_("Use your own templates where this folder has them.")),
]

Final = Annotated[bool, typer.Option("--final", help=_("Leave out what has no answer yet."))]
