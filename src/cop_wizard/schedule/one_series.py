"""One series of meetings with its dates, and what is to be said about them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from cop_wizard.plan.choices import YesNo
from cop_wizard.plan.launch import DateException, Turn
from cop_wizard.plan.shapes import Gatherings
from cop_wizard.schedule.occasions import Occasion
from cop_wizard.schedule.rules import Recurrence
from cop_wizard.schedule.slots import first, zone_of


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A date that the rule gives and that cannot take place, and why: the name of a closure or holiday."""

    date: dt.date
    why: str


@dataclass
class Dates:
    """One series and its dates in their order.

    ``title`` is "" for the community's own meetings. ``around`` is where a blank of its meetings is looked up, nearest
    first. ``several_zones``: the plan holds more than one time zone, so hours have to name theirs.

    ``taken`` says what a further series takes from the community's own meetings, or "". ``odd_first`` is the first
    meeting where its day does not follow from the rule.

    ``rule`` is ``None`` where no dates follow from what it says: ``occasions`` holds what is said of single dates then,
    ``words`` the rhythm if it was said in words, and ``missing`` is the part of the guide in which to say what else is
    needed. Otherwise ``left_out`` are the dates on closed days and ``outside`` those that lie outside the terms.
    ``notes`` are sentences on what a person should know or mend.
    """

    title: str
    around: tuple[Gatherings, ...]
    several_zones: bool = False
    rule: Recurrence | None = None
    words: str = ""
    missing: str = ""
    occasions: tuple[Occasion, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    outside: tuple[dt.date, ...] = ()
    taken: str = ""
    odd_first: dt.date | None = None
    turns: tuple[Turn, ...] = ()
    exceptions: tuple[DateException, ...] = ()
    notes: list[str] = field(default_factory=list)

    @property
    def start(self) -> dt.time | None:
        """The hour at which it begins unless a date says otherwise; local time wherever it is."""
        found: dt.time | None = first(self.around, "start", dt.time)
        return found

    @property
    def zone(self) -> str:
        """The time zone of its hours unless a date says otherwise, or ""."""
        return zone_of(self.around)

    def shown_zone(self, own: str | None = None) -> str:
        """The zone to name beside an hour, its own one or that of the series; "" in a plan of one zone."""
        return (own or self.zone) if self.several_zones else ""

    @property
    def goes_on(self) -> bool:
        """Whether neither the end of a term nor a closed day takes a date from it."""
        return first(self.around, "in_breaks", YesNo) is YesNo.YES
