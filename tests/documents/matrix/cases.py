"""The matrix: every document, in every format, of every plan. A document in the register is in it, too.

Of the many cases a few are tried each time, so chosen that each document, each format and each plan is among them.
``COP_MATRIX=whole`` tries all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from cop_wizard.documents.composing import compose
from cop_wizard.documents.content.paper import Paper
from cop_wizard.documents.register import BLANKS, DOCUMENTS, formats, render
from cop_wizard.documents.subject import Subject
from cop_wizard.documents.worksheets import blank_subject
from documents.matrix.plans import FULL, PLANS, subject
from support.thorough import WHOLE

BLANK = " to fill in"
"""Stands after the name of a document that is printed empty."""

NOTHING_TO_SHOW: dict[str, tuple[str, ...]] = {
    FULL: ("health",),
    "school-network": ("health",),
    "informal-lunch": ("agenda", "feedback", "invitation", "sponsor-update", "report", "calendar", "health"),
    "empty": (
        "one-page", "agenda", "feedback", "invitation", "sponsor-update", "report", "calendar", "roster", "health"
    ),
    "cercle-gouvernement": ("invitation", "health"),
    "nurses-advisory": ("invitation", "health"),
    "handover-circle": ("invitation",),
    "premieres-annees": ("invitation",),
    "other-scripts": ("health",),
    "hostile": ("health",),
    "sixty-people": ("health",),
    "for-everybody": ("invitation", "feedback", "health"),
}  # fmt: skip
"""The documents that a plan has nothing for: all others have to be made."""

_BLANKS_OF = (FULL, "cercle-gouvernement")
"""Documents to fill in show the questions of a guide, so they are tried once in each language."""


@dataclass(frozen=True, slots=True)
class Case:
    """One document of one plan."""

    document: str
    plan: str

    def __str__(self) -> str:
        return f"{self.document}-{self.plan}".replace(" ", "-")

    @property
    def subject(self) -> Subject:
        """The plan, ready to become the document."""
        return subject(self.plan, self.document.endswith(BLANK))

    @property
    def paper(self) -> Paper:
        """What the document says, before it has a format."""
        return _paper(self)

    def made(self, format: str) -> bytes:  # noqa: A002  the word people type
        """The document in a format."""
        return _made(self, format)


@cache
def _paper(case: Case) -> Paper:
    if not case.document.endswith(BLANK):
        return compose(case.document, case.subject)
    name = case.document.removesuffix(BLANK)
    return compose("worksheet" if name == "plan" else name, blank_subject(case.subject))


@cache
def _made(case: Case, format: str) -> bytes:  # noqa: A002  the word people type
    return render(document=case.document.removesuffix(BLANK), format=format, subject=case.subject)


def every_case(format: str) -> tuple[Case, ...]:  # noqa: A002  the word people type
    """All documents that come in a format, of all plans that have something for them."""
    return tuple(Case(document, plan) for document in documents_as(format) for plan in plans_for(document))


def cases(format: str) -> tuple[Case, ...]:  # noqa: A002  the word people type
    """What is tried this time."""
    return every_case(format) if WHOLE else tuple(sample(format))


def sample(format: str) -> Iterator[Case]:  # noqa: A002  the word people type
    """Each document of a format once, from plans as different as can be.

    Documents that few plans have something for choose first, always of the plans tried least so far. Each format
    begins with another plan, so that a document comes from several.
    """
    begin = formats().index(format)
    order = [*PLANS][begin:] + [*PLANS][:begin]
    tried: Counter[str] = Counter()
    for document in sorted(documents_as(format), key=lambda name: len(plans_for(name))):
        plan = min(plans_for(document), key=lambda name: (tried[name], order.index(name)))
        tried[plan] += 1
        yield Case(document, plan)


def documents_as(format: str) -> tuple[str, ...]:  # noqa: A002  the word people type
    """The documents that come in a format, those to be filled in by hand last."""
    full = (name for name, document in DOCUMENTS.items() if format in document.formats)
    return (*full, *(name + BLANK for name, made in BLANKS.items() if format in made))


def plans_for(document: str) -> tuple[str, ...]:
    """The plans that have something for a document."""
    if document.endswith(BLANK):
        return _BLANKS_OF
    return tuple(plan for plan in PLANS if document not in NOTHING_TO_SHOW.get(plan, ()))
