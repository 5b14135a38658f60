"""What a document is made of: the plan with all that any format may need. Each format takes what it needs of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cop_wizard.documents.content.answers import Answers
from cop_wizard.guide.model import Guide
from cop_wizard.plan.plan import Plan
from cop_wizard.progress import Standing

if TYPE_CHECKING:
    from cop_wizard.documents.content.view import View


@dataclass(frozen=True)
class Subject:
    """One plan that becomes a document, in the words of ``guide``; ``standings`` are those of the same two.

    ``today`` is the reader's day, ``now`` the same moment with its time zone, for calendars. ``title`` stands in where
    the plan has none, ``final`` leaves out what has no answer, ``whole`` is the full guide, which lends headings.
    ``templates`` is a folder that replaces built-in templates, ``cache`` one where compiled ones may be kept.
    """

    plan: Plan
    guide: Guide
    standings: Sequence[Standing]
    today: dt.date
    now: dt.datetime
    title: str = ""
    final: bool = False
    whole: Guide | None = None
    templates: Path | None = None
    cache: Path | None = None

    @cached_property
    def answers(self) -> Answers:
        """The words for values."""
        return Answers(self.guide, self.final)

    @cached_property
    def view(self) -> View:
        """What a template sees. Made when first asked for, since a calendar does without."""
        from cop_wizard.documents.content.view import plan_view

        return plan_view(
            self.plan,
            self.guide,
            self.standings,
            today=self.today,
            title=self.title,
            final=self.final,
            whole=self.whole,
        )
