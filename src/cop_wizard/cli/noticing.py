"""What the checks say about a plan, for the wizard, which does not know them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cop_wizard.checks.runner import Report
    from cop_wizard.diagnostic import Diagnostic
    from cop_wizard.wizard.noticed import Watch


def watch(path: Path, by_lines: bool) -> Watch:
    """Somebody who looks over the plan at ``path``; ``by_lines``: without carets, which a screen reader reads out."""
    from cop_wizard.wizard.noticed import Watch

    return Watch(_remembering(lambda text: selected(path, text).findings), lambda text, one: point(text, one, by_lines))


def _remembering(look: Callable[[str], Sequence[Diagnostic]]) -> Callable[[str], Sequence[Diagnostic]]:
    """The same, without looking twice at the same text."""
    last: list[tuple[str, Sequence[Diagnostic]]] = []

    def again(text: str) -> Sequence[Diagnostic]:
        if not last or last[0][0] != text:
            last[:] = [(text, look(text))]
        return last[0][1]

    return again


def selected(path: Path, text: str) -> Report:
    """What there is to say about a text, less what the settings beside the plan leave out."""
    from cop_wizard.cli.checking import Wanted
    from cop_wizard.cli.plans import check_text
    from cop_wizard.errors import BrokenFile, FileTrouble

    report = check_text(text, path)
    try:
        return Wanted.of((), (), False).settings(path).selection.of(report)
    except (BrokenFile, FileTrouble):  # `cop validate` tells; here is no place for it
        return report


def point(text: str, finding: Diagnostic, by_lines: bool) -> str:
    """The line of a finding, with carets below it; "" where it has none."""
    from cop_wizard.checks.report.snippet import snippet
    from cop_wizard.cli.screen import width
    from cop_wizard.yamltext.lines import Lines

    if finding.span is None:
        return ""
    gutter = f"  {finding.span.start.line} | "
    line, carets = snippet(Lines(text), finding.span, max(width() - len(gutter), 20))
    if by_lines:
        return gutter + line
    return f"{gutter}{line}\n{' ' * (len(gutter) - 2)}| {carets}"
