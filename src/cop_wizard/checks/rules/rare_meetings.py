"""So much time lies between meetings that people lose sight of each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.committee import is_committee
from cop_wizard.checks.rules.phrases import weeks_words
from cop_wizard.checks.rules.reading import words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.checks.rules.spacing import Gap, gaps, other_rhythm
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import Rhythm
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import date_words

_TOO_LONG = 70
"""Days, breaks not counted: ten weeks let a meeting every two months move a little."""
_A_DAY = dt.timedelta(hours=5)
_FEWEST = 2
"""Gaps: with fewer, or where most of them do not fit the stated rhythm, the other dates are not written down yet."""


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """A rhythm of three months, or a long gap between dates. A rhythm in own words explains itself."""
    rhythm = plan.launch.rhythm
    own_words = bool(words(rhythm)) and not isinstance(rhythm, Rhythm)
    if own_words or other_rhythm(plan, today) is not None:
        return
    if rhythm is Rhythm.EVERY_THREE_MONTHS:
        if _is_long(plan):
            return
        yield Advice(
            ("launch", "rhythm"),
            _("You meet every three months. That is a long time for people who are getting to know each other."),
            _("Meet more often and for less time, or put something small in between, such as a call in pairs."),
        )
        return
    known = gaps(plan, today)
    found = [gap for gap in known if gap.days > _TOO_LONG]
    only_begun = len(known) < _FEWEST or (rhythm is not None and 2 * len(found) > len(known))
    if found and not only_begun:
        longest = max(found, key=lambda gap: gap.days)
        yield _in_it(longest) if longest.begins < today else _about(longest, found)


def _is_long(plan: Plan) -> bool:
    """Whether people spend so much of a day together that a quarter of a year between is no surprise."""
    length = plan.launch.length
    return length >= _A_DAY if isinstance(length, dt.timedelta) else bool(words(length))


def _in_it(gap: Gap) -> Advice:
    """The long time has begun already, so a meeting in between would come too late."""
    return Advice(
        ("collaborative_plan", "meetings", gap.place, "date"),
        _("You have not met since {first}. The next meeting is on {last}.").format(
            first=date_words(gap.begins), last=date_words(gap.ends)
        ),
        _("Ring round before then; after a long break people need a reason to come back."),
    )


def _about(longest: Gap, found: list[Gap]) -> Advice:
    return Advice(
        ("collaborative_plan", "meetings", longest.place, "date"),
        ngettext(
            "Nobody meets between {first} and {last}: {weeks}.",
            "{count} times, more than ten weeks lie between meetings. The longest time is from {first} to {last}: "
            "{weeks}.",
            len(found),
        ).format(
            count=len(found),
            first=date_words(longest.begins),
            last=date_words(longest.ends),
            weeks=weeks_words((longest.ends - longest.begins).days),
        ),
        _("A short meeting in between keeps ties warm. If it is a break, note it under `launch.closures`."),
        tuple(("collaborative_plan", "meetings", gap.place, "date") for gap in found if gap is not longest),
    )


def reasons() -> Reasons:
    """Sources: CASS guide item 5.1; Staempfli tool item S2.9, principle 7."""
    return Reasons(
        title=_("Too much time between meetings"),
        why=_(
            "Ties grow from meeting regularly more than from meeting long. After three months, half of the next "
            "meeting goes on finding out where you were."
        ),
        do=_(
            "Meet more often and for less time. Where that cannot be, let something small happen in between, and say "
            "so in your own words under `rhythm`."
        ),
        before="""\
launch:
  rhythm: every_three_months
""",
        after="""\
launch:
  rhythm: every three months, and a call in pairs half-way between
""",
        source="staempfli-2020",
        where=_("page 9"),
    )


RULE = Rule("COP602", look, reasons, unless=(is_committee,))
