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

_COLOURS = {"+": "32", "-": "31"}


def fix_all(named: list[Path], order: Order, dry_run: bool) -> int:
    """Correct every plan named, then report on what is left. With ``dry_run`` nothing is written."""
    paths, said = list(plans.named(named)), list[str]()
    done = (_fix(path, order, dry_run, said) for path in paths)
    code = tell(console.counted(done, len(paths), _("{number} of {all} plans checked")), order.reporter)
    sys.stdout.flush()
    for words in said:  # last, where it can still be seen when the report is long
        notice(words)
    return code


def _fix(path: Path, order: Order, dry_run: bool, said: list[str]) -> Outcome:
    try:
        loaded = store.load(path)
        order.wanted.settings(path)  # broken settings are told before anything is changed
        result = fixed(loaded.text, path, plans.today())
        if result.done:
            _show(path, loaded.text, result, order.form)
        if result.done and not dry_run:
            store.save(path, result.text, loaded.stamp, keep_old=True)
        said.append(_what_was_done(path, result, dry_run))
        return reported(order, plans.check_text(loaded.text, path) if dry_run else result.report)
    except (BrokenFile, FileTrouble) as trouble:
        return troubled(trouble)


def _show(path: Path, before: str, result: Fixed, form: str) -> None:
    """The change line by line: with the report, but out of its way where a program reads that."""
    stream = sys.stdout if form == "text" else sys.stderr
    colour = console.colour(stream)
    for line in _changes(visible_line(str(path)), before.splitlines(), result.text.splitlines()):
        mark = _COLOURS.get(line[:1]) if colour else None
        stream.write((f"\x1b[{mark}m{line}\x1b[0m" if mark else line) + "\n")
    stream.write("\n")


def _changes(name: str, before: list[str], after: list[str]) -> Iterator[str]:
    """What went and what came, each place with its line and one line around it."""
    for group in difflib.SequenceMatcher(None, before, after, autojunk=False).get_grouped_opcodes(1):
        yield f"{name}:{group[0][3] + 1}:"
        for kind, begin, end, new_begin, new_end in group:
            if kind == "equal":
                yield from ("  " + visible(line) for line in before[begin:end])
            else:
                yield from ("- " + visible(line) for line in before[begin:end])
                yield from ("+ " + visible(line) for line in after[new_begin:new_end])


def _what_was_done(path: Path, result: Fixed, dry_run: bool) -> str:
    name, count, left = visible_line(str(path)), len(result.done), len(result.report.errors)
    if not count:
        said = _("{file}: nothing to correct by itself.").format(file=name)
    elif dry_run:
        said = ngettext("{file}: {count} slip would be corrected.", "{file}: {count} slips would be corrected.", count)
        said = said.format(file=name, count=count)
    else:
        said = ngettext("{file}: {count} slip corrected.", "{file}: {count} slips corrected.", count)
        said = said.format(file=name, count=count) + " " + _("The text before is in {name}.").format(name=f"{name}.bak")
    if left:
        more = ngettext("{count} mistake needs you.", "{count} mistakes need you.", left).format(count=left)
        said += " " + more
    return said
