"""The charter: what the members have agreed, on a page or two that can be signed.

Sources: CASS guide items 1.5, 2.4, 3.5, 4.1 to 4.6.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cop_wizard.documents.content.facts import belongs, rows, said
from cop_wizard.documents.content.shapes import Answer, Nothing
from cop_wizard.documents.subject import Subject
from cop_wizard.plan.norms import Statements
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import one_line, plain_date


def gather(subject: Subject) -> Mapping[str, Any]:
    """``norms`` pairs each norm topic with its statement; ``signed`` says who agreed, and when, as words."""
    plan, answers = subject.plan, subject.answers

    def answer(*path: str) -> Answer | str:
        found = answers.at(plan, path)
        return "" if isinstance(found, Nothing) else found

    return {
        "answer": answer,
        "norms": tuple(_norms(subject)),
        "members": [one_line(one.name) for one in rows(plan.membership.roster) if belongs(one) and said(one.name)],
        "signed": tuple(_signed(plan)),
    }


def _norms(subject: Subject) -> Iterator[tuple[str, str]]:
    statements = said(subject.plan.norms.statements)
    for name, text in statements or ():
        if isinstance(text, str):
            yield subject.answers.label(Statements, name), text
    for own in rows(subject.plan.norms.own):
        if said(own.topic) or said(own.statement):
            yield said(own.topic) or "", said(own.statement) or ""


def _signed(plan: Plan) -> Iterator[tuple[str, str]]:
    for agreement in rows(plan.norms.agreements):
        if said(agreement.who):
            on = said(agreement.on)
            yield one_line(str(agreement.who)), plain_date(on) if on is not None and not isinstance(on, str) else ""
