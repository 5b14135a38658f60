"""``# cop: ignore[COP431] reason``: a person's word that a finding is known and meant."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cop_wizard.diagnostic import Diagnostic, Severity, Span
from cop_wizard.i18n import _
from cop_wizard.yamltext.document import Document
from cop_wizard.yamltext.limits import MAX_FINDINGS
from cop_wizard.yamltext.tree import Alias, Mapping, Node, Scalar

_REMARK = re.compile(
    r"(?<![^\s\ufeff])#[ \t]*cop\b(?P<colon>:?)[ \t]*(?P<word>\w*)[ \t]*(?P<codes>\[[^\]\r\n]*\])?[^\r\n]*",
    re.IGNORECASE,
)
_CODE = re.compile(r"[^\s,\[\]]+")
_NEAR = 50
"""How many lines a remark may stand above the line it is about."""

_UNUSED, _CANNOT = "COP116", "COP117"


@dataclass(frozen=True, slots=True)
class _Ignore:
    """One code in one remark: about the findings of ``line``."""

    code: str
    line: int
    span: Span


def without_ignored(findings: Sequence[Diagnostic], document: Document) -> list[Diagnostic]:
    """The findings a person has not set aside, and a word on each remark that sets nothing aside."""
    if "cop" not in document.text.casefold() or document.root is None:
        return list(findings)
    ignores = list(_ignores(document))
    by_place: dict[tuple[str, int], list[_Ignore]] = {}
    for one in ignores:
        by_place.setdefault((one.code, one.line), []).append(one)
    first, used, kept = _first_line(document), set[_Ignore](), []
    for finding in findings:
        mine = by_place.get((finding.code, finding.span.start.line if finding.span else first), [])
        if mine and finding.severity is not Severity.ERROR:
            used |= set(mine)
        else:
            kept.append(finding)
    wrong = {finding.code for finding in findings if finding.severity is Severity.ERROR}
    idle = [_idle(one, one.code in wrong) for one in ignores if one not in used][:MAX_FINDINGS]
    if wrong:  # a mistake may hold back the very finding that a remark is about
        idle = [one for one in idle if one.code != _UNUSED]
    return [*kept, *idle]


def _ignores(document: Document) -> Iterator[_Ignore]:
    text, lines = document.text, document.lines
    taken = sorted(_values(document.root))
    for remark in _REMARK.finditer(text):
        start, codes = remark.start(), remark["codes"] or ""
        before = bisect_right(taken, (start, len(text))) - 1
        if before >= 0 and start < taken[before][1]:  # part of an answer, and no remark at all
            continue
        meant = remark["word"].casefold() == "ignore"
        if not meant and "cop" not in codes.casefold():  # a remark of one's own that happens to begin with our name
            continue
        whole = lines.span(start, remark.end())
        line = whole.start.line
        if not lines.text(line)[: whole.start.column - 1].strip():  # alone on its line: about the one below
            line = _next_line(document, line)
        named = list(_CODE.finditer(text, remark.start("codes") + 1, remark.end("codes") - 1)) if codes else []
        for code in named if meant and remark["colon"] else ():
            yield _Ignore(code[0].upper(), line, lines.span(*code.span()))
        if not named or not meant or not remark["colon"]:
            yield _Ignore("", line, whole)


def _values(node: Node | None) -> Iterator[tuple[int, int]]:
    """Where the texts of the document stand."""
    if isinstance(node, Scalar | Alias):
        yield node.start, node.end
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield entry.key.start, entry.key.end
            yield from _values(entry.value)
    elif node is not None:
        for item in node.items:
            yield from _values(item)


def _next_line(document: Document, line: int) -> int:
    """The next line that says something; the same where there is none."""
    for number in range(line + 1, min(line + _NEAR, len(document.lines)) + 1):
        text = document.lines.text(number).strip()
        if text and not text.startswith("#"):
            return number
    return line


def _first_line(document: Document) -> int:
    """Where remarks on findings without a place of their own are written: beside the first key."""
    root = document.root
    first = root.entries[0].key.start if isinstance(root, Mapping) and root.entries else 0
    return document.lines.position(first).line


def _idle(ignore: _Ignore, mistake: bool) -> Diagnostic:
    from cop_wizard.checks.codes import codes  # the explanations of all checks come with it

    if not ignore.code:
        message = _("This remark is not understood.")
        hint = _("To have something ignored, write it like: `# cop: ignore[COP410] and the reason`.")
        return Diagnostic(_CANNOT, Severity.ADVICE, message, hint, (), ignore.span)
    if mistake:
        message = _("`{code}` is a mistake, and a mistake cannot be ignored.").format(code=ignore.code)
        hint = _("Put the line right, and take this remark away.")
        return Diagnostic(_CANNOT, Severity.ADVICE, message, hint, (), ignore.span)
    if ignore.code not in codes():
        message = _("There is no check called `{code}`.").format(code=ignore.code[:20])
        return Diagnostic(_CANNOT, Severity.ADVICE, message, _("`cop explain` lists them all."), (), ignore.span)
    message = _("There is nothing here for `{code}` to ignore.").format(code=ignore.code)
    return Diagnostic(_UNUSED, Severity.ADVICE, message, _("Take the remark away."), (), ignore.span)
