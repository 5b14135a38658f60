"""What people saw when they looked at their community: dated reviews, each by one of the instruments.

What the items and levels of an instrument are called stands with the instrument (``instruments/``), and groups have
instruments of their own; a plan therefore keeps their ids as plain words.
"""

from __future__ import annotations

from cop_wizard.plan.base import Part
from cop_wizard.plan.types import Answer, Date, ForLeaders, Line, Many, Paragraph, PersonName

ANONYMOUS = "anonymous"
"""Stands in `Review.by` for one person who answered and wished to stay unnamed."""


class Rating(Part):
    """What one review says of one item: its ``level``, what shows it, and what is to happen next.

    ``item`` and ``level`` are ids of the instrument; an item that it has not is somebody's own, in plain words. The
    fields after them are the columns that instruments ask for. ``by`` is the day on which ``next_step`` is due.
    """

    item: Answer[Line] = None
    level: Answer[Line] = None
    evidence: Answer[Line] = None
    example: Answer[Line] = None
    signs: Answer[Line] = None
    response: Answer[Line] = None
    characteristics: Answer[Paragraph] = None
    supports: Answer[Paragraph] = None
    note: Answer[Paragraph] = None
    next_step: Answer[Line] = None
    owner: Answer[PersonName] = None
    by: Answer[Date] = None


class Review(Part):
    """One look at the community by one ``instrument``, on one day, by one person or by several who answered together.

    ``by`` is blank where they answered together, and `ANONYMOUS` where one person wished to stay unnamed.
    """

    instrument: Answer[Line] = None
    on: Answer[Date] = None
    by: ForLeaders[PersonName] = None
    ratings: Answer[Many[Rating]] = None


class ReviewFile(Part):
    """What one person answered, in a file of its own, on its way into the plan. Paths in it are those of a plan."""

    reviews: Answer[Many[Review]] = None
