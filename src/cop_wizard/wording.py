"""Plain values in words: dates, times, lengths, lists of names, and text that is safe to look at."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from cop_wizard.i18n import _, ngettext

_SPACE = re.compile(r"[\t\v\f\x1c-\x1f\x85\u2028\u2029]")
_UNSEEN = re.compile("[\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def clean(text: str) -> str:
    """``text`` without characters that hide, reorder or break what is around them; line breaks stay.

    Invisible marks (zero width, direction) are dropped, since the page finds each text's direction itself; control
    characters become a visible replacement. Joiners stay: Persian, Hindi and emoji need them.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNPRINTABLE.sub("\ufffd", _UNSEEN.sub("", _SPACE.sub(" ", text)))


def one_line(text: str) -> str:
    """``text`` cleaned, with every run of blanks and line breaks as one space."""
    return " ".join(clean(text).split())


def weekday_name(day: dt.date) -> str:
    """The day of the week in the language in use, whatever the system's locale."""
    names = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))
    return names[day.weekday()]


def month_name(month: int) -> str:
    """The name of month 1 to 12."""
    return (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"),
        _("July"), _("August"), _("September"), _("October"), _("November"), _("December"),
    )[month - 1]  # fmt: skip


def short_month(month: int) -> str:
    """The name of month 1 to 12 where there is little room."""
    return (
        _("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"),
        _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"),
    )[month - 1]  # fmt: skip


def date_words(day: dt.date) -> str:
    """``Tuesday 15 September 2026``."""
    return _("{weekday} {day} {month} {year}").format(
        weekday=weekday_name(day), day=day.day, month=month_name(day.month), year=day.year
    )


def plain_date(day: dt.date) -> str:
    """``15 September 2026``: where the day of the week means nothing, as in the term of an office."""
    return _("{day} {month} {year}").format(day=day.day, month=month_name(day.month), year=day.year)


def short_date(day: dt.date) -> str:
    """``15 Sep``: for pictures, where the year stands apart."""
    return _("{day} {month}").format(day=day.day, month=short_month(day.month))


def clock_words(time: dt.time) -> str:
    """``3:30 pm``; ``noon`` and ``midnight``, because 12:00 pm is read in two ways."""
    if (time.hour, time.minute) == (12, 0):
        return _("noon")
    if (time.hour, time.minute) == (0, 0):
        return _("midnight")
    pattern = _("{hour}:{minute} am") if time.hour < 12 else _("{hour}:{minute} pm")
    return pattern.format(hour=time.hour % 12 or 12, hour24=time.hour, minute=f"{time.minute:02d}")


def length_words(length: dt.timedelta) -> str:
    """``45 min``, ``2 h``, ``1 h 30 min``."""
    hours, minutes = divmod(round(length.total_seconds() / 60), 60)
    if not hours:
        return _("{minutes} min").format(minutes=minutes)
    if not minutes:
        return _("{hours} h").format(hours=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=minutes)


def listed(items: Sequence[str]) -> str:
    """``a, b and c``."""
    if len(items) < 2:
        return "".join(items)
    return _("{first} and {last}").format(first=_(", ").join(items[:-1]), last=items[-1])


def one_by_one(items: Iterable[str]) -> str:
    """``a, b, c``; ``a; b, or c; d`` where a comma within one of them would blur where it ends."""
    given = list(items)
    return (_("; ") if any("," in item for item in given) else _(", ")).join(given)


def sentence_case(words: str) -> str:
    """Words that stand alone, with a capital; a first word that is more than small letters (``iPad``) stays."""
    first = words.split(" ", 1)[0].rstrip(".,;:!?")
    return words[:1].upper() + words[1:] if first.isalpha() and first.islower() else words


def some_of(items: Sequence[str], room: int) -> str:
    """The first ``room`` items in words, and how many more there are."""
    if len(items) <= room:
        return listed(items)
    rest = len(items) - room
    more = ngettext("{count} more", "{count} more", rest).format(count=rest)
    return _("{first} and {last}").format(first=_(", ").join(items[:room]), last=more)


def spoken(key: str) -> str:
    """A key of the plan as words (``existing_teams`` → ``Existing teams``), for what no guide has a name for."""
    words = key.rsplit(".", 1)[-1].replace("_", " ").strip()
    return words[:1].upper() + words[1:]
