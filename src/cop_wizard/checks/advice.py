"""The coach: every rule read over one plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from cop_wizard.checks.readable import is_unreadable
from cop_wizard.checks.rules.register import RULES
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.diagnostic import Diagnostic, Severity, Span
from cop_wizard.plan.plan import Plan
from cop_wizard.values import KeyPath
from cop_wizard.yamltext.document import Document


def advice(document: Document, plan: Plan, today: dt.date) -> list[Diagnostic]:
    """What the rules notice in ``plan``, which was read from ``document``, on the day ``today``."""
    return [_diagnostic(rule, noticed, document) for rule in RULES for noticed in _noticed(rule, plan, today)]


def _noticed(rule: Rule, plan: Plan, today: dt.date) -> Iterable[Advice]:
    try:
        noticed = list(rule.look(plan, today))
        return () if noticed and any(better(plan, today) for better in rule.unless) else noticed
    except AttributeError as error:
        if not is_unreadable(error):
            raise
        return ()  # it asked for an answer that is broken, so what it would say could be wrong


def _diagnostic(rule: Rule, noticed: Advice, document: Document) -> Diagnostic:
    return Diagnostic(
        rule.code,
        Severity.ADVICE,
        noticed.message,
        noticed.hint,
        noticed.path,
        _place(document, noticed.path),
        tuple(_places(document, noticed.further)),
        rule.reasons().source,
    )


def _place(document: Document, path: KeyPath) -> Span | None:
    """The key of what is meant, which reads better under a caret than a whole list; of a single value the value."""
    return document.span(path) if _is_short(document, path) else document.key_span(path) or document.span(path)


def _is_short(document: Document, path: KeyPath) -> bool:
    span = document.span(path)
    return span is not None and span.start.line == span.end.line


def _places(document: Document, paths: Iterable[KeyPath]) -> Iterator[Span]:
    for path in paths:
        if span := _place(document, path):
            yield span
