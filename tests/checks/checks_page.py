"""Writes ``docs/checks.md`` from the same words as ``cop explain``; see ``test_codes.py``."""

from __future__ import annotations

from collections.abc import Iterator

from cop_wizard.checks.codes import FIXABLE, PLAN, SETTINGS, Group, groups, reasons_of, severity_of
from cop_wizard.checks.reasons import Reasons
from cop_wizard.diagnostic import Severity
from cop_wizard.guide.load import load_guide
from cop_wizard.visible import visible

_BEGINNING = """\
# All checks

<!-- Made from the program's own words. After a change: UPDATE_EXPECTED=1 pytest tests/checks/test_codes.py -->

What `cop validate` can say about a plan, why, and what to do. `cop explain CODE` shows the same in the terminal. A
code, once out, keeps its meaning.

Mistakes have to be put right. All else can be set aside with a remark beside the line, or alone on the line above it,
that names the check and says why:

```yaml
membership:
  decision_makers:  # cop: ignore[COP401] the board has asked us to do this without them
```

A finding without a line of its own is set aside beside the first name in the file.

`cop validate --ignore COP401` leaves a check out once, and a line `ignore = ["COP401"]` in
[the settings](continuous-integration.md#settings) leaves it out for good; `COP4` stands for every code that begins so.
"""

_MATTERS = {
    Severity.ERROR: "a mistake",
    Severity.UNFINISHED: "unfinished",
    Severity.ADVICE: "advice",
    Severity.NOTE: "a note",
}


def page() -> str:
    """The whole page."""
    return "\n".join([_BEGINNING, *_contents(), *(line for group in groups() for line in _group(group))])


def _contents() -> Iterator[str]:
    for group in groups():
        first, last = group.codes[0], group.codes[-1]
        yield f"- [{group.title}](#{first.casefold()}) ({first} to {last})"
    yield ""


def _group(group: Group) -> Iterator[str]:
    yield f"## {group.title}\n"
    for code in group.codes:
        yield from _check(code, reasons_of(code), group.file)


def _check(code: str, reasons: Reasons, file: str) -> Iterator[str]:
    yield f'### <a id="{code.casefold()}"></a>{code} {reasons.title}\n'
    fixable = " `cop validate --fix` puts it right where only one correction is possible." if code in FIXABLE else ""
    yield f"*This is {_MATTERS[severity_of(code)]}.*{fixable}\n"
    yield f"{reasons.why}\n"
    yield f"**What to do:** {reasons.do}\n"
    if reasons.before:
        yield from _piece("Before", reasons.before, file)
        yield from _piece("After", reasons.after, file)
    if reasons.source:
        yield f"Source: {load_guide('cass').cite(reasons.source, reasons.where)}\n"


def _piece(when: str, text: str, file: str) -> Iterator[str]:
    yield f"{when}:\n" if file == PLAN else f"{when}, in `{file}`:\n"
    yield f"```{'toml' if file == SETTINGS else 'yaml'}\n{visible(text)}```\n"
