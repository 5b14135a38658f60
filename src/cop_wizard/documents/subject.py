"""What a document is made of: the plan with all that any format may need. Each format takes what it needs of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cop_wizard.documents.brand import Brand
from cop_wizard.documents.content.answers import Answers
from cop_wizard.documents.content.speech import Speech, speech_of
from cop_wizard.guide.model import Guide
from cop_wizard.plan.choices import SeenBy
from cop_wizard.plan.plan import Plan
from cop_wizard.progress import Standing

if TYPE_CHECKING:
    from cop_wizard.documents.content.view import View
    from cop_wizard.documents.pictures.drawing import Drawing
    from cop_wizard.documents.sharing import Listed
    from cop_wizard.instruments.model import Instrument
    from cop_wizard.plan.reflections import ReflectionFile


@dataclass(frozen=True, slots=True)
class Wish:
    """What a document is about where there are several, and what it is made for.

    ``meeting`` is an id, a date or a number of the list; ``event`` an occasion to share; ``person`` a name of the
    roster; each "" for the usual one. ``blank``: to be filled in by hand. ``sheet``: ``letter`` or ``a4``.
    ``reference`` is a Word file whose letterhead and styles are used. ``reminders``: a calendar tells also what is to
    be done by a day.
    """

    meeting: str = ""
    event: str = ""
    person: str = ""
    blank: bool = False
    sheet: str = "letter"
    reference: Path | None = None
    reminders: bool = False


@dataclass(frozen=True)
class Subject:
    """One plan that becomes a document, in the words of ``guide``; ``standings`` are those of the same two.

    ``today`` is the reader's day, ``now`` the same moment with its time zone, for calendars. ``title`` stands in where
    the plan has none, ``final`` leaves out what has no answer, ``whole`` is the full guide, which lends headings.
    ``templates`` is a folder that replaces built-in templates, ``cache`` one where compiled ones may be kept.
    ``wish`` says which of several the document is about, and how it looks; ``home`` is where the living plan is.
    The plan holds only what ``audience`` may see: ``left_out`` says what was taken out of it, in words.
    ``listed`` are the documents that this one goes with, such as those behind an index. ``instrument`` is printed to be
    filled in, instead of the guide; ``instruments`` are those by which the plan's reviews were made.
    ``own`` is one person's own file, of which a paper is made for that person alone.
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
    wish: Wish = field(default_factory=Wish)
    brand: Brand = field(default_factory=Brand)
    audience: SeenBy = SeenBy.MEMBERS
    home: str = ""
    left_out: Sequence[str] = ()
    listed: Sequence[Listed] = ()
    instrument: Instrument | None = None
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    own: ReflectionFile | None = None

    @property
    def said_left_out(self) -> Sequence[str]:
        """What a document itself says was left out. Who is outside is told; members and leaders know each other."""
        return self.left_out if self.audience is SeenBy.PUBLIC else ()

    @cached_property
    def answers(self) -> Answers:
        """The words for values."""
        return Answers(self.guide, self.final, self.audience is SeenBy.PUBLIC)

    @cached_property
    def speech(self) -> Speech:
        """Which words are in the plan's language, where that is another one than the page's."""
        return speech_of(self.plan, self.guide)

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
            public=self.audience is SeenBy.PUBLIC,
        )

    def picture(self, name: str) -> Drawing | str:
        """One of the pictures, or "" where it would be final and empty. Raises ``KeyError`` for an unknown name."""
        from cop_wizard.documents.pictures.figures import draw

        return draw(name, self.view.subjects, self.final) or ""
