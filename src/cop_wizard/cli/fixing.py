"""``cop validate --fix``: slips are corrected, and what was changed is shown line by line."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator
from pathlib import Path

from cop_wizard.checks.fixing import Fixed, fixed
from cop_wizard.cli import console, plans
from cop_wizard.cli.checking import Order, Outcome, reported, tell, troubled
from cop_wizard.cli.console import notice
from cop_wizard.errors import BrokenFile, FileTrouble
from cop_wizard.i18n import _, ngettext
from cop_wizard.visible import visible, visible_line
from cop_wizard.yamltext import store

_COLOURS = {"+": "32", "-": "31", "@": "36"}


def fix_all(named: list[Path], order: Order, dry_run: bool) -> int:
    """Correct every plan named, then report on what is left. With ``dry_run`` nothing is written."""
    paths = list(plans.named(named))
    done = (_fix(path, order, dry_run) for path in paths)
    return tell(console.counted(done, len(paths), _("{number} of {all} plans checked")), order.reporter)


def _fix(path: Path, order: Order, dry_run: bool) -> Outcome:
    try:
        loaded = store.load(path)
        order.wanted.settings(path)  # broken settings are told before anything is changed
        result = fixed(loaded.text, path, plans.today())
        if result.done:
            _show(path, loaded.text, result, order.form)
        if result.done and not dry_run:
            store.backup(path)
            store.save(path, result.text, loaded.stamp)
        _say(path, result, dry_run)
        return reported(order, plans.check_text(loaded.text, path) if dry_run else result.report)
    except (BrokenFile, FileTrouble) as trouble:
        return troubled(trouble)


def _show(path: Path, before: str, result: Fixed, form: str) -> None:
    """The change as a diff: with the report, but out of its way where a program reads that."""
    stream = sys.stdout if form == "text" else sys.stderr
    colour = console.colour(stream)
    for line in _diff(visible_line(str(path)), before, result.text):
        mark = _COLOURS.get(line[:1]) if colour and not line.startswith(("+++", "---")) else None
        stream.write((f"\x1b[{mark}m{line}\x1b[0m" if mark else line) + "\n")
    stream.write("\n")


def _diff(name: str, before: str, after: str) -> Iterator[str]:
    for line in difflib.unified_diff(before.splitlines(), after.splitlines(), name, name, n=1, lineterm=""):
        yield visible(line)


def _say(path: Path, result: Fixed, dry_run: bool) -> None:
    name, count = visible_line(str(path)), len(result.done)
    if not count:
        notice(_("{file}: nothing to correct by itself.").format(file=name))
    elif dry_run:
        said = ngettext("{file}: {count} slip would be corrected.", "{file}: {count} slips would be corrected.", count)
        notice(said.format(file=name, count=count))
    else:
        said = ngettext("{file}: {count} slip corrected.", "{file}: {count} slips corrected.", count)
        notice(said.format(file=name, count=count))
