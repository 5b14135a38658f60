"""A plan whose text is no YAML: before any question can be asked, its form has to be put right."""

from __future__ import annotations

import difflib
from pathlib import Path

from cop_wizard.cli import plans
from cop_wizard.cli.asking import make_prompter
from cop_wizard.cli.codes import PROBLEMS, WRONG_USE
from cop_wizard.cli.edit_text import edit_text
from cop_wizard.cli.messages import show_error
from cop_wizard.cli.noticing import point
from cop_wizard.cli.screen import say
from cop_wizard.cli.signals import Signals
from cop_wizard.diagnostic import Diagnostic
from cop_wizard.errors import BrokenFile, CopError
from cop_wizard.i18n import _, ngettext
from cop_wizard.visible import visible_line
from cop_wizard.wizard.planfile import PlanFile, Written
from cop_wizard.wizard.prompter import Ask, Interrupted, Option
from cop_wizard.yamltext.document import read


def put_form_right(plan: Path, by_lines: bool, written: Written) -> int | None:
    """Go through what is wrong with the text, one by one. ``None``: questions can be asked now; else the exit code.

    Raises `BrokenFile` for a plan of a newer form, which is not to be touched, and `FileTrouble`.
    """
    while True:
        text = plans.read(plan)
        slips = read(text).problems
        if not slips:
            _refuse_newer(plan, text)
            return None
        try:
            code = _one(plan, text, slips[0], by_lines, written)
        except Interrupted as end:
            return 128 + (end.signal or 2)
        except CopError as error:
            show_error(error)
            code = None
        if code is not None:
            return code


def _refuse_newer(plan: Path, text: str) -> None:
    from cop_wizard.plan.plan import SCHEMA_VERSION
    from cop_wizard.values import value_at

    version = value_at(read(text).data, ("schema_version",))
    if not isinstance(version, str) or not version.isdecimal() or int(version) <= SCHEMA_VERSION:
        return
    errors = plans.check_text(text, plan).errors
    if errors:
        raise BrokenFile(_("{name} cannot be changed by this cop.").format(name=plan.name), errors, plan, text)


def _one(plan: Path, text: str, slip: Diagnostic, by_lines: bool, written: Written) -> int | None:
    """Show the slip and do what the person wants. Returns an exit code to end with, else ``None``."""
    from cop_wizard.checks.fixing import edited

    say("")
    say(f"{visible_line(slip.message)} [{slip.code}]", "trouble")
    if line := point(text, slip, by_lines):
        say(line, "quiet")
    say(visible_line(slip.hint))
    if more := len(plans.check_text(text, plan).errors) - 1:
        said = ngettext("{count} more mistake comes after it.", "{count} more mistakes come after it.", more)
        say(said.format(count=more), "quiet")
    options = [
        Option("editor", _("Open the plan in my text editor, at this line")),
        Option("leave", _("Leave it as it is, and stop here")),
    ]
    corrected = edited(text, slip.edits) if slip.edits else text
    if corrected != text:
        _show_correction(text, corrected)
        options.insert(0, Option("fix", _("Correct it like this")))
    reply = _ask(options, by_lines)
    if reply == "fix":
        _save(plan, text, corrected, written)
        return None
    if reply == "leave":
        say(_("Saved in {path}.").format(path=plan.resolve()) if written.yes else _("Nothing was changed."))
        return PROBLEMS
    code = edit_text(plan, "", by_lines, written)
    return code if code >= WRONG_USE else None


def _ask(options: list[Option], by_lines: bool) -> str:
    with Signals(lambda: None, by_lines) as signals:
        prompter = make_prompter(by_lines, check=signals.check)
        ask = Ask(question=_("How should it be put right?"), default=options[0].value, ways=frozenset())
        reply = prompter.pick(ask, options)
    return reply if isinstance(reply, str) else "leave"


def _show_correction(before: str, after: str) -> None:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    for line in lines:
        if line[:1] in "+-" and line[:3] not in ("+++", "---"):
            say("  " + line, "good" if line[0] == "+" else "quiet")


def _save(plan: Path, text: str, corrected: str, written: Written) -> None:
    """Save the correction, unless the plan is another one by now; then it is looked at again."""
    file = PlanFile.open(plan, mending=True, written=written)
    if file.text == text:
        file.rewrite(corrected)
