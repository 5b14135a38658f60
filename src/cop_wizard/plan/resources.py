"""What the community costs and what it is given. ``none`` says of each that there is none, on purpose."""

from __future__ import annotations

from cop_wizard.plan.base import SectionPart
from cop_wizard.plan.shapes import ResourceLine
from cop_wizard.plan.types import ForMembers, Many


class Resources(SectionPart):
    """Hours of people by their role, money that comes and goes, and help in kind."""

    hours: ForMembers[Many[ResourceLine]] = None
    money_in: ForMembers[Many[ResourceLine]] = None
    money_out: ForMembers[Many[ResourceLine]] = None
    in_kind: ForMembers[Many[ResourceLine]] = None
