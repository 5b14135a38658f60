"""What the community costs and what it is given. ``none`` says of each that there is none, on purpose."""

from __future__ import annotations

from cop_wizard.plan.base import SectionPart
from cop_wizard.plan.shapes import ResourceLine
from cop_wizard.plan.types import Answer, Many


class Resources(SectionPart):
    """Hours of people by their role, money that comes and goes, and help in kind."""

    hours: Answer[Many[ResourceLine]] = None
    money_in: Answer[Many[ResourceLine]] = None
    money_out: Answer[Many[ResourceLine]] = None
    in_kind: Answer[Many[ResourceLine]] = None
