"""Where a walk through the guide stands: which question is on, which comes next, which came before. Never asks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from cop_wizard.guide.model import Guide, Section
from cop_wizard.progress import Share, Standing, State, share, standings
from cop_wizard.values import Data


class Session:
    """A walk through one guide over one plan.

    ``skipped`` names the questions left open on this walk; they are gaps still, but are not asked again by it.
    """

    def __init__(self, guide: Guide, data: Data, today: dt.date, skipped: Collection[str] = ()) -> None:
        self.guide = guide
        self.today = today
        self.skipped = list(skipped)
        self._current: str | None = None
        self._ahead: list[str] = []
        """The questions one came back from, which going forward shows again; the nearest is the last."""
        self.standings: tuple[Standing, ...] = ()
        self.refresh(data)

    def refresh(self, data: Data) -> None:
        """The plan has changed: find out again where every question stands."""
        self.standings = standings(self.guide, data, self.today)

    @property
    def current(self) -> Standing | None:
        """The question that is on, or ``None`` before the first and after the last."""
        return self.standing(self._current) if self._current else None

    def standing(self, asks: str) -> Standing | None:
        """Where the question with this key path stands."""
        return next((found for found in self.standings if found.question.asks == asks), None)

    def begin(self, at: str = "") -> Standing | None:
        """Go to the question ``at`` if it can be asked, else to the first gap."""
        wanted = self.standing(at)
        if wanted is not None and wanted.state is not State.NOT_ASKED:
            self._current = at
            return wanted
        return self.forward()

    def forward(self) -> Standing | None:
        """Go on to the next gap; ``None`` when there is none left and the walk is complete.

        Answers given before stay as they are and are not asked again, except on the way back to where one was before
        going back. A question further up is asked only if it has come to apply meanwhile.
        """
        while self._ahead:
            found = self.standing(self._ahead.pop())
            if found is not None and found.state is not State.NOT_ASKED:
                self._current = found.question.asks
                return found
        names = [found.question.asks for found in self.standings]
        place = names.index(self._current) + 1 if self._current in names else 0
        for gap in (*self.standings[place:], *self.standings[:place]):
            if gap.state is State.OPEN and gap.question.asks not in (*self.skipped, self._current):
                self._current = gap.question.asks
                return gap
        self._current = None
        return None

    def back(self) -> Standing | None:
        """Go to the question before this one; ``None`` (and no move) at the first."""
        names = [found.question.asks for found in self.standings]
        place = names.index(self._current) if self._current in names else len(names)
        for found in reversed(self.standings[:place]):
            if found.state not in (State.NOT_ASKED, State.LATER, State.DEEPER):
                if self._current:
                    self._ahead.append(self._current)
                self._current = found.question.asks
                return found
        return None

    def skip(self) -> None:
        """Leave the question that is on open for this walk."""
        if self._current and self._current not in self.skipped:
            self.skipped.append(self._current)

    def answered(self) -> None:
        """The question that is on has been dealt with, so it is skipped no longer."""
        if self._current in self.skipped:
            self.skipped.remove(self._current)

    @property
    def progress(self) -> Share:
        """How much of what is due is settled."""
        return share(self.standings)

    def section_number(self, section: Section) -> tuple[int, int]:
        """Which of how many numbered sections this is; 0 for one without a number."""
        numbered = [found for found in self.guide.sections if found.numbered]
        return (numbered.index(section) + 1 if section in numbered else 0, len(numbered))
