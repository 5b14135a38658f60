"""How members look after one another and after what is said and made.

Source: 21CSLA definitions item S1.2 (identities); Staempfli tool item S2.5 (who is enabled to take part).
"""

from __future__ import annotations

from typing import Annotated

from cop_wizard.plan.base import SectionPart
from cop_wizard.plan.choices import Repeating
from cop_wizard.plan.types import Answer, ForMembers, Line, Many, OrOwn, Paragraph, PersonName

OwnOrRepeating = Annotated[Repeating | str, OrOwn(Repeating)]


class Care(SectionPart):
    """Confidentiality, conduct, consent, credit, languages, and who is able to take part.

    ``repeating`` is what may be told outside, ``turn_to`` whom to turn to when somebody was hurt.
    """

    repeating: Answer[OwnOrRepeating] = None
    confidentiality: Answer[Paragraph] = None
    conduct: Answer[Paragraph] = None
    turn_to: ForMembers[Many[PersonName]] = None
    recording: Answer[Paragraph] = None
    attribution: Answer[Paragraph] = None
    licence: Answer[Line] = None
    languages: Answer[Many[Line]] = None
    identities: Answer[Paragraph] = None
    able_to_take_part: ForMembers[Paragraph] = None
    domains_worth: ForMembers[Paragraph] = None
    member_data: Answer[Paragraph] = None
    conflict_of_interest: ForMembers[Paragraph] = None
