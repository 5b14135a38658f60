"""From the text of a file to a model, with every problem found on the way as a `Diagnostic`.

Plans, guides and settings all come in through here, so that each gets the same treatment.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from cop_wizard.diagnostic import Diagnostic, Severity, Span
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.fields import keys_at
from cop_wizard.refusals import explain
from cop_wizard.values import KeyPath
from cop_wizard.yamltext.document import Document, read
from cop_wizard.yamltext.limits import MAX_FINDINGS

Model = TypeVar("Model", bound=BaseModel)


_BELONGING = frozenset({"COP201", "COP202", "COP203", "COP204", "COP205"})
"""Findings that may come of a line being read as part of something else; all others are about what it says."""


@dataclass(frozen=True)
class Reading(Generic[Model]):
    """What reading a text gave: the ``model`` where nothing was wrong with it, else the problems.

    ``untold`` is how many more there are; nobody reads further than so many.
    """

    document: Document
    model: Model | None
    problems: tuple[Diagnostic, ...]
    untold: int = 0


def read_as(
    model: type[Model], text: str, prepared: Callable[[Document], Document] = lambda document: document
) -> Reading[Model]:
    """Read a YAML text into ``model``. Never raises: all that is wrong is in ``problems``, in the order of the text.

    ``prepared`` may put other data in place of what was read, such as that of an older form.
    """
    document = prepared(read(text))
    found = list(document.problems)
    result, untold = None, 0
    if isinstance(document.data, dict):
        try:
            result = model.model_validate(document.data)
        except ValidationError as error:
            found += [one for one in _diagnostics(error, document, model) if not _told_already(one, document)]
            untold = max(0, error.error_count() - MAX_FINDINGS)
    return Reading(document, None if found else result, tuple(sorted(found, key=_place)), untold)


def _told_already(finding: Diagnostic, document: Document) -> bool:
    """Whether it is about an answer that could not be read, or about a line that was read as it was probably meant."""
    if any(_belong_together(finding.path, lost) for lost in document.unread):
        return True
    line = finding.span.start.line if finding.span else 0
    return line in document.guessed or (line in document.moved and finding.code in _BELONGING)


def _belong_together(path: KeyPath, lost: KeyPath) -> bool:
    shorter = min(len(path), len(lost))
    return path[:shorter] == lost[:shorter]


def _place(finding: Diagnostic) -> tuple[int, str]:
    return (finding.span.start.offset if finding.span else -1, finding.code)


def _diagnostics(error: ValidationError, document: Document, model: type[BaseModel]) -> list[Diagnostic]:
    found = []
    problems = error.errors(include_url=False)
    for problem in problems[:MAX_FINDINGS]:
        path: KeyPath = problem["loc"]
        kind = problem["type"]
        keys: tuple[str, ...] = ()
        details: dict[str, Any] = dict(problem.get("ctx") or {})
        span: Span | None = document.span(path)
        if kind == "extra_forbidden":
            keys = keys_at(model, path[:-1])
            span = document.key_span(path)
        if kind in ("extra_forbidden", "missing"):
            details["key"] = path[-1]
        refusal = explain(kind, details, keys)
        said = Diagnostic(refusal.code, Severity.ERROR, refusal.message, refusal.hint, path, span, meant=refusal.meant)
        found.append(said)
        if kind == "newer_version":  # everything else would be about a form we do not know
            return found[-1:]
    left = len(problems) - len(found)
    if left:
        more = ngettext("There is {count} more mistake.", "There are {count} more mistakes.", left).format(count=left)
        found[-1] = replace(found[-1], hint=f"{found[-1].hint} {more} {_('Put these right first.')}")
    return found
