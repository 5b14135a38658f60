"""``cop validate --fix``: slips are corrected, and what was changed is shown line by line."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from cop_wizard.checks.fixing import Fixed, fixed
from cop_wizard.checks.runner import Report
from cop_wizard.cli import console, plans
from cop_wizard.cli.changed_lines import show_change
from cop_wizard.cli.checking import Order, Outcome, reported, tell, troubled
from cop_wizard.cli.console import notice
from cop_wizard.errors import BrokenFile, FileTrouble
from cop_wizard.i18n import _, ngettext
from cop_wizard.visible import visible_line
from cop_wizard.yamltext import store


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
            # with the report, but out of its way where a program reads that
            show_change(path, loaded.text, result.text, sys.stdout if order.form == "text" else sys.stderr)
        if result.done and not dry_run:
            store.save(path, result.text, loaded.stamp, keep_old=True)
        said.append(_what_was_done(path, result, dry_run))
        return reported(order, _as_it_stands(plans.check_text(loaded.text, path), result) if dry_run else result.report)
    except (BrokenFile, FileTrouble) as trouble:
        return troubled(trouble)


def _as_it_stands(report: Report, result: Fixed) -> Report:
    """The report on the plan as it still is, where what would be corrected says so instead of what to do."""
    done = {(one.code, one.path, one.message) for one in result.done}
    told = (
        replace(one, hint=_("This would be corrected.")) if (one.code, one.path, one.message) in done else one
        for one in report.findings
    )
    return replace(report, findings=tuple(told))


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
