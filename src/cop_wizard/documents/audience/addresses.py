"""Addresses and numbers in running text: what leads to a person's mailbox or telephone, or into a meeting on screen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cop_wizard.documents.audience.left_out import Kind, Tally, in_place_of
from cop_wizard.documents.audience.unseen import bare, replaced

_MAIL = re.compile(
    r"[^\s@＠﹫<>()\[\],;:\"“”«»]{1,64}[@＠﹫]"
    r"(?:[^\s@＠﹫<>()\[\],;:\"“”«».]{1,63}(?:\.[^\s@＠﹫<>()\[\],;:\"“”«».]{1,63}){1,8}"
    r"|[^\W\d_][\w-]{1,62})"  # ana@school
)
_HOST = r"(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}"
_REST = r"[^\s<>\"“”«»]"
_MEETING_HOSTS = """
zoom.us zoom.com zoomgov.com meet.google.com teams.microsoft.com teams.live.com webex.com gotomeeting.com gotomeet.me
meet.goto.com whereby.com jit.si bluejeans.com skype.com chime.aws discord.gg discord.com slack.com t.me wa.me
chat.whatsapp.com signal.group gather.town bigbluebutton.org 8x8.vc ringcentral.com livestorm.co framatalk.org
"""
_KNOWN = "|".join(map(re.escape, _MEETING_HOSTS.split()))
_WEB = re.compile(
    rf"(?<![\w.])(?:[a-z][a-z0-9+.-]{{1,20}}://|www\.){_REST}+"  # any scheme: some programs have one of their own
    rf"|(?<![\w.])(?:skype|tel|sips?|callto|facetime|xmpp):(?=\S){_REST}+"
    rf"|(?<![\w.@/-])(?:[\w-]{{1,63}}\.){{0,4}}(?:{_KNOWN})(?![\w-]|\.\w)(?::\d{{1,5}})?(?:/{_REST}*)?"
    rf"|(?<![\w.@/-])(?:{_HOST}|localhost|\d{{1,3}}(?:\.\d{{1,3}}){{3}})"
    rf"(?::\d{{2,5}}(?!\w)(?:/{_REST}*)?|/{_REST}+)",  # zoom.us/j/123, here.example:8443
    re.IGNORECASE,
)
_GAP = r"[ ()./\u00a0\u2009\u202f\u2010-\u2015\u2212-]"
_PHONE = re.compile(
    rf"(?:(?<![\w+])[+＋]\d{{1,3}}(?:{_GAP}|\d){{6,22}}\d(?!\w)"
    rf"|(?<![\w-])(?:1{_GAP}{{0,2}})?(?:\(\d{{3}}\)|\d{{3}}){_GAP}{{0,3}}\d{{3}}{_GAP}{{0,3}}\d{{4}}(?![\w-])"
    r"|(?<![\w.-])(?<!\d/)(?!\d\d?[./-]\d\d?[./-]\d{4}(?!\d))"  # a date is none
    rf"(?=0(?:{_GAP}{{0,3}}\d){{8}})0\d{{1,13}}(?:{_GAP}{{1,3}}\d{{1,8}}){{0,7}}(?![\w-]))"
    r"(?:,?\s{0,2}(?:ext|extension|poste|x|#)\.?\s{0,2}\d{1,6}(?!\w))?"
    r"|(?<!\w)ext\.?\s?\d{2,6}(?!\w)",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"(?<!\w)(?:(?:meeting|conference|webinar)\s*(?:id|number|code)\W{0,3}\d"
    r"|id\W{0,3}\d{3}|pass\s?code|password|pass\s?phrase|pin\W{0,3}\d|access\s+code|dial[ -]?in"
    r"|code\s+(?:d\W\s?accès|secret|de\s+réunion)|mot\s+de\s+passe"
    r"|(?:id|identifiant|numéro)\s+(?:de|d\W)\s?(?:la\s+)?(?:réunion|conférence)"
    r"|localhost|skype\s*:|tel\s*:|\d{1,3}(?:\.\d{1,3}){3}(?![\w.]))"
    rf"|\[[0-9a-f]*:[0-9a-f:]+\]|(?<!\w)\d(?:{_GAP}{{0,2}}\d){{8}}",
    re.IGNORECASE,
)
_AT_THE_END = ".,;:!?)]}'’"


def addresses(text: str) -> Iterator[str]:
    """The web and e-mail addresses in ``text``, each in small letters."""
    for pattern in (_WEB, _MAIL):
        for found in pattern.finditer(text):
            yield _without_end(found[0]).casefold()


def opens_a_meeting(place: str) -> bool:
    """Whether the words for a place hold what lets people into a meeting on screen: its number, a passcode, a host."""
    return _PRIVATE.search(bare(place)) is not None


def _without_end(address: str) -> str:
    return address.rstrip(_AT_THE_END)


class Hidden:
    """Takes addresses out of texts: all but those that are ``open_to_all``, and telephone numbers, also those in
    ``phones`` and ``mails`` that have no usual form.
    """

    def __init__(self, open_to_all: Iterable[str], phones: Iterable[str], mails: Iterable[str] = ()) -> None:
        self._open = frozenset(open_to_all)
        self._phones = _any_of(number for phone in phones for number in _written(phone))
        self._mails = _any_of(rf"(?<![\w.+-]){re.escape(one)}(?![\w-])" for one in mails if len(one) > 2)

    def taken_out(self, text: str, tally: Tally) -> str:
        """``text`` with a word for each address in its place."""
        for pattern, kind in (
            (_WEB, Kind.WEB),
            (self._mails, Kind.MAIL),
            (_MAIL, Kind.MAIL),
            (self._phones, Kind.PHONE),
            (_PHONE, Kind.PHONE),
        ):
            if pattern is not None:
                text = self._replaced(pattern, text, kind, tally)
        return text

    def _replaced(self, pattern: re.Pattern[str], text: str, kind: Kind, tally: Tally) -> str:
        def instead(found: re.Match[str]) -> str:
            address = _without_end(found[0])
            if address.casefold() in self._open:
                return found[0]
            tally.add(kind, address.casefold())
            return in_place_of(kind) + found[0][len(address) :]

        return replaced(pattern, instead, text)


def _any_of(patterns: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(set(patterns), key=len, reverse=True)
    return re.compile("|".join(longest_first), re.IGNORECASE) if longest_first else None


def _written(phone: str) -> Iterator[str]:
    """Patterns for a number as it is written, and for its digits with whatever stands between and before them."""
    if sum(map(str.isdigit, phone)) >= 4:
        yield rf"(?<!\w){re.escape(phone)}(?!\w)"
    for one in (phone, *re.split(r"[^\W\d_]+|[/;,|]", phone)):
        digits = re.findall(r"\d", one)
        if 7 <= len(digits) <= 15:
            country = rf"[+＋]?\(?\d{{0,5}}{_GAP}{{0,3}}" if len(digits) > 9 else r"\(?"
            yield rf"(?<!\d){country}" + rf"{_GAP}{{0,3}}".join(digits[-9:]) + r"(?!\d)"
