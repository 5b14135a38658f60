"""How the community looks after itself over the years: when it looks back, and what could go wrong.

Sources: Staempfli tool item S2.9, Killion handout items S3.4, S3.11 and S3.17.
"""

from __future__ import annotations

from cop_wizard.plan.base import Part, SectionPart
from cop_wizard.plan.types import Answer, Date, Line, Many, PersonName


class Risk(Part):
    """Something that could go wrong. ``sign`` shows early that it begins, ``owner`` keeps an eye on it."""

    risk: Answer[Line] = None
    sign: Answer[Line] = None
    response: Answer[Line] = None
    owner: Answer[PersonName] = None


class Life(SectionPart):
    """When the community asks itself whether to go on, and what it watches out for."""

    review_on: Answer[Date] = None
    risks: Answer[Many[Risk]] = None
