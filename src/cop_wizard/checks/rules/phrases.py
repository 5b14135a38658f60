"""Choices and answers as words in the middle of a sentence, where the guide's labels would not fit."""

from __future__ import annotations

from collections.abc import Sequence

from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.choices import PurposeKind, Rhythm
from cop_wizard.values import KeyPath, path_text
from cop_wizard.wording import listed, one_line, some_of

_ROOM = 48


def quoted(text: str) -> str:
    """Words from the plan in quotation marks, shortened at a word where they are long."""
    text = one_line(text)
    if len(text) > _ROOM:
        text = text[:_ROOM].rsplit(" ", 1)[0].rstrip(",;:.") + " …"
    return _("“{text}”").format(text=text)


def some_quoted(texts: Sequence[str], room: int = 2) -> str:
    """The first of several texts, each in quotation marks, and how many more there are."""
    return some_of([quoted(text) for text in texts], room)


def places_words(paths: Sequence[KeyPath]) -> str:
    """Where something stands, without positions in lists: ``leadership.offices``, each place once."""
    places = dict.fromkeys(path_text([key for key in path if isinstance(key, str)][:2]) for path in paths)
    return listed([f"`{place}`" for place in places])


def purpose_words(purpose: str) -> str:
    """One of the eight purposes in a few words, or somebody's own purpose in quotation marks."""
    words = {
        PurposeKind.SHARING_KNOWLEDGE: _("sharing knowledge"),
        PurposeKind.SHARED_LEARNING: _("learning together"),
        PurposeKind.BUILDING_CAPACITY: _("building professional capacity"),
        PurposeKind.BUILDING_RESOURCES: _("building a bank of resources"),
        PurposeKind.SOLVING_PROBLEMS: _("solving problems of practice"),
        PurposeKind.GATHERING_FEEDBACK: _("gathering feedback"),
        PurposeKind.ADVANCING_INITIATIVES: _("advancing initiatives"),
        PurposeKind.IMPLEMENTING_CHANGE: _("putting a change into practice"),
    }
    return words[purpose] if isinstance(purpose, PurposeKind) else quoted(purpose)


def purposes_words(purposes: Sequence[str]) -> str:
    """Several purposes as a list."""
    return listed([purpose_words(purpose) for purpose in purposes])


def rhythm_words(rhythm: Rhythm) -> str:
    """How often, as it follows "you meet"."""
    return {
        Rhythm.WEEKLY: _("every week"),
        Rhythm.EVERY_TWO_WEEKS: _("every two weeks"),
        Rhythm.EVERY_THREE_WEEKS: _("every three weeks"),
        Rhythm.EVERY_FOUR_WEEKS: _("every four weeks"),
        Rhythm.MONTHLY: _("every month"),
        Rhythm.EVERY_TWO_MONTHS: _("every two months"),
        Rhythm.EVERY_THREE_MONTHS: _("every three months"),
    }[rhythm]


def weeks_words(days: int) -> str:
    """A number of days as whole weeks, rounded down."""
    weeks = days // 7
    return ngettext("{count} week", "{count} weeks", weeks).format(count=weeks)
