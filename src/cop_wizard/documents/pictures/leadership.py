"""The structure of leadership: one person, a team, or shared among members. Source: CASS guide items 3.3 and 3.5."""

from __future__ import annotations

import math
from collections.abc import Sequence

from cop_wizard.documents.pictures.drawing import Box, Corners, Drawing, Key, Pill, Shape, Stroke, Words, arrowhead
from cop_wizard.documents.pictures.lettering import Text, stacked
from cop_wizard.documents.pictures.measure import text_width
from cop_wizard.documents.pictures.of_plan.leading import LeaderCard, Leading
from cop_wizard.i18n import _, ngettext
from cop_wizard.wording import listed

_WIDTH = 800
_CARD, _GAP, _EDGE = 228.0, 16.0, 28.0
_IN_A_ROW = 3


def draw_leadership(leading: Leading, final: bool = False) -> Drawing:
    """Those who lead, with their offices and what is vacant, before the community or among it; and whose turn it is."""
    shared = leading.structure == "shared"
    room = _WIDTH - 2 * _EDGE
    title, y = stacked([Text(leading.label, 17, "heading", bold=True)], _WIDTH / 2, 14, room)
    meant, y = stacked([Text(leading.meaning, 13, "soft", before=2)], _WIDTH / 2, y, room)
    cards, y = _cards(leading.cards, y + 10)
    helpers, y = _names(_("With a part in it"), [_short(card) for card in leading.helpers], y)
    turns, y = _names(_turn_words(shared), [f"{n}  {name}" for n, name in enumerate(leading.order, 1)], y, arrows=True)
    inside: list[Shape] = [*title, *meant, *cards, *helpers, *turns]
    if shared:
        inside.append(Words(_WIDTH / 2, round(y + 22, 1), _community(leading), 14, "ring-label", bold=True))
        y += 34
    shapes: list[Shape] = [Box(2, 2, _WIDTH - 4, round(y + 8, 1), "tinted", 16), *inside]
    y += 12
    if not shared:
        shapes += _before_the_community(leading, y)
        y += 78
    return Drawing(
        "leadership",
        _("Who leads"),
        _description(leading),
        _WIDTH,
        math.ceil(y + 4),
        tuple(shapes),
        note="" if final else _missing(leading),
        words=tuple(_words(leading)),
    )


def _missing(leading: Leading) -> str:
    if leading.cards:
        return ""
    if leading.helpers:
        return _("The plan does not say yet which of them leads.")
    return _("Nobody is named yet. Once offices or duties have names, they stand here.")


def _community(leading: Leading) -> str:
    if not leading.members:
        return _("The community")
    count = ngettext("{count} person", "{count} people", leading.members).format(count=leading.members)
    return _("The community · {count}").format(count=count)


def _before_the_community(leading: Leading, y: float) -> list[Shape]:
    words = _community(leading)
    width = max(320.0, text_width(words, 15, True) + 60)
    return [
        Stroke(_WIDTH / 2, round(y - 2, 1), _WIDTH / 2, round(y + 22, 1), "arrow"),
        Corners(arrowhead(_WIDTH / 2, round(y + 32, 1), 180, 14), "arrowhead"),
        Pill(round((_WIDTH - width) / 2, 1), round(y + 34, 1), round(width, 1), 42, "filled"),
        Words(_WIDTH / 2, round(y + 60, 1), words, 15, "ring-label", bold=True),
    ]


def _cards(cards: Sequence[LeaderCard], top: float) -> tuple[list[Shape], float]:
    """The cards in rows, those of a row as high as the highest."""
    shapes: list[Shape] = []
    y = top
    for begin in range(0, len(cards), _IN_A_ROW):
        row = cards[begin : begin + _IN_A_ROW]
        x = (_WIDTH - len(row) * _CARD - (len(row) - 1) * _GAP) / 2
        written = []
        for position, card in enumerate(row):
            left = x + position * (_CARD + _GAP)
            written.append((card, left, *stacked(_texts(card), left + _CARD / 2, y + 11, _CARD - 22)))
        low = max(bottom for _card, _left, _set, bottom in written) + 11
        for card, left, lettering, _bottom in written:
            role = "card" if card.name else "undated"
            shapes += [Box(round(left, 1), round(y, 1), _CARD, round(low - y, 1), role), *lettering]
        y = low + _GAP
    return shapes, y


def _texts(card: LeaderCard) -> list[Text]:
    roles = [Text(role, 13, "soft", before=3, most=8) for role in card.roles]
    if not card.name:
        roles = [Text(role, 14.5, "text", bold=True, most=9) for role in card.roles]
        return [*roles, Text(_("vacant"), 13, "faint", before=3), Text(card.note, 12, "faint", before=3, most=8)]
    return [
        Text(card.name, 14.5, "text", bold=True, most=9),
        *roles,
        Text(_("acting") if card.acting else "", 13, "heading", bold=True, before=3),
        Text(card.note, 12, "faint", before=3, most=10),
    ]


def _names(title: str, names: Sequence[str], top: float, arrows: bool = False) -> tuple[list[Shape], float]:
    """Names one after the other in as many rows as it takes; ``arrows`` stand before all that follow another."""
    if not names:
        return [], top
    gap = 24 if arrows else 8
    shapes, y = stacked([Text(title, 13, "soft", bold=True)], _WIDTH / 2, top + 2, _WIDTH - 2 * _EDGE)
    room = _WIDTH - 2 * _EDGE
    rows: list[list[tuple[str, float]]] = [[]]
    for name in names:
        width = min(room - gap, text_width(name, 13) + 26)
        if rows[-1] and sum(taken + gap for _name, taken in rows[-1]) + width > room:
            rows.append([])
        rows[-1].append((name, width))
    for number, row in enumerate(rows):
        placed, y = _row(row, y + 8, gap, arrows=arrows, first=number == 0)
        shapes += placed
    return shapes, y + 10


def _row(
    row: Sequence[tuple[str, float]], top: float, gap: float, *, arrows: bool, first: bool
) -> tuple[list[Shape], float]:
    x = (_WIDTH - sum(width for _text, width in row) - gap * (len(row) - 1)) / 2
    shapes: list[Shape] = []
    low = top
    for n, (text, width) in enumerate(row):
        if arrows and (n or not first):
            shapes.append(Corners(arrowhead(round(x - 6, 1), round(top + 14, 1), 90, 12), "arrowhead"))
        lettering, bottom = stacked([Text(text, 13, "hoped-for-name", most=6)], x + width / 2, top + 5, width - 18)
        shapes += [Box(round(x, 1), round(top, 1), round(width, 1), round(bottom - top + 6, 1), "card", 13), *lettering]
        low = max(low, bottom + 6)
        x += width + gap
    return shapes, low


def _turn_words(again: bool) -> str:
    return _("In turn, and then from the beginning") if again else _("Next in turn")


def _short(card: LeaderCard) -> str:
    return _("{name} · {note}").format(name=card.name or _("vacant"), note=_(", ").join(card.roles))


def _of(card: LeaderCard) -> str:
    """What a card says beside the name."""
    acting = [_("acting")] if card.acting else []
    vacant = [] if card.name else [_("vacant")]
    return _(", ").join([*(card.roles if card.name else ()), *acting, *vacant, *([card.note] if card.note else [])])


def _words(leading: Leading) -> list[Key]:
    keys = [Key(_of(card), card.name or _(", ").join(card.roles)) for card in (*leading.cards, *leading.helpers)]
    if leading.order:
        keys.append(Key(listed(leading.order), _turn_words(leading.structure == "shared")))
    return keys


def _description(leading: Leading) -> str:
    told = [f"{leading.label}. {leading.meaning}"] if leading.label else []
    told.append(f"{_community(leading)}.")
    told += [_("{title}: {words}.").format(title=key.name, words=key.sign) for key in _words(leading)]
    return " ".join(told)
