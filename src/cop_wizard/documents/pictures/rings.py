"""The picture of the circles of participation. Source: CASS guide item 2.2.

People stand in their ring with their names while there is room, else with their initials, else with numbers; the
list beside the picture says who is who.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cop_wizard.documents.pictures.drawing import Disc, Drawing, Key, Legend, Pill, Shape, Words
from cop_wizard.documents.pictures.measure import BOLD, shortened, text_width
from cop_wizard.documents.pictures.of_plan.people import Person, Ring
from cop_wizard.i18n import _, ngettext
from cop_wizard.wording import listed

_BANDS = ((0.0, 104.0), (104.0, 174.0), (174.0, 240.0), (240.0, 302.0), (302.0, 356.0))
_TURNS = dict(zip((inner for inner, _outer in _BANDS), (0.5, 0.66, 0.3, 0.72, 0.4), strict=True))
"""Where in its share of the ring each disc stands: different in each ring, so that few people do not form a line."""
_SIZE = 724
_MIDDLE = _SIZE / 2
_LABEL = 16.0
_NAME = 13.0
_PILL = 25.0
_GAP = 5.0


@dataclass(frozen=True, slots=True)
class _Sign:
    """Somebody in the picture: what stands for them, and whether they have joined."""

    text: str
    joined: bool


def draw_rings(rings: Sequence[Ring], unplaced: Sequence[Person]) -> Drawing:
    """The rings from the core outwards with their people; people without a level are listed beside them."""
    people = sum(len(ring.people) for ring in rings)
    bands = [(ring, *_BANDS[position]) for position, ring in enumerate(rings)]
    shapes: list[Shape] = [
        Disc(_MIDDLE, _MIDDLE, outer, "outside" if ring.outside else f"ring-{position}")
        for position, (ring, _inner, outer) in reversed(list(enumerate(bands)))
    ]
    shapes += [_label(ring, outer) for ring, _inner, outer in bands]
    signs: list[list[str]] = [[] for _ring in rings]
    if people:
        figures, signs = _placed(bands)
        shapes += figures
    return Drawing(
        "rings",
        _("Circles of participation"),
        _description(rings, unplaced),
        _SIZE,
        _SIZE,
        tuple(shapes),
        note="" if people else _("Nobody has a place in the circles yet."),
        legends=_legends(rings, signs, unplaced),
    )


def _description(rings: Sequence[Ring], unplaced: Sequence[Person]) -> str:
    told = [f"{ring.label}: {listed(list(map(_told, ring.people))) or _('nobody yet')}." for ring in rings]
    if unplaced:
        told.append(_("Not placed yet: {names}.").format(names=listed(list(map(_told, unplaced)))))
    return " ".join(told)


def _told(person: Person) -> str:
    return person.name if person.joined else _("{name} (not joined yet)").format(name=person.name)


def _label(ring: Ring, outer: float) -> Words:
    text = _("{label} · {count}").format(label=ring.label, count=len(ring.people)) if ring.people else ring.label
    text = shortened(text, 2 * math.sqrt(outer**2 - (outer - 8) ** 2) + 40, _LABEL, True)
    return Words(_MIDDLE, round(_MIDDLE - outer + 24, 1), text, _LABEL, "ring-label", bold=True)


_Band = tuple[Ring, float, float]


def _placed(bands: Sequence[_Band]) -> tuple[list[Shape], list[list[str]]]:
    """The figures in the rings and, for each ring, the signs its people have ("" where names stand in the picture)."""
    names = [_names(band) for band in bands]
    if all(shapes is not None for shapes in names):
        return [shape for shapes in names for shape in shapes or []], [
            [""] * len(ring.people) for ring, _i, _o in bands
        ]
    initials = _initials([person.name for ring, _i, _o in bands for person in ring.people])
    numbers = [str(number) for number in range(1, len(initials) + 1)]
    signs = _by_ring(initials if initials and max(map(len, initials)) <= 3 else numbers, bands)
    for radius, size in ((23.0, 14.5), (20.0, 13.0), (16.5, 11.0)):
        spots = [_spots(ring, inner, outer, radius) for ring, inner, outer in bands]
        if all(len(found) >= len(ring.people) for found, (ring, _i, _o) in zip(spots, bands, strict=True)):
            return _discs(bands, spots, signs, radius, size), signs
    signs = _by_ring(numbers, bands)
    spots = [_spots(ring, inner, outer, 12.5) for ring, inner, outer in bands]
    return _discs(bands, spots, signs, 12.5, 10.0), signs


def _by_ring(signs: Sequence[str], bands: Sequence[_Band]) -> list[list[str]]:
    rest = list(signs)
    result = []
    for ring, _inner, _outer in bands:
        result.append(rest[: len(ring.people)])
        rest = rest[len(ring.people) :]
    return result


def _initials(names: Sequence[str]) -> list[str]:
    """Initials that no two people share: first and last, with a number where that is not enough."""
    short = []
    for name in names:
        words = [word for word in name.replace("-", " ").split() if word[0].isalnum()] or [name]
        short.append((words[0][:1] + words[-1][:1] if len(words) > 1 else words[0][:2]).upper())
    twice = {sign for sign, count in Counter(short).items() if count > 1}
    seen: Counter[str] = Counter()
    for position, sign in enumerate(short):
        if sign in twice:
            seen[sign] += 1
            short[position] = f"{sign}{seen[sign]}"
    return short


# --- names in boxes -----------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Row:
    """A free stretch of a ring at one height, and the boxes put into it."""

    y: float
    left: float
    right: float
    boxes: list[tuple[Person, float]]

    def room_for(self, width: float) -> bool:
        used = sum(taken + _GAP for _person, taken in self.boxes)
        return used + width <= self.right - self.left


def _names(band: _Band) -> list[Shape] | None:
    """Boxes with names, spread over the ring; ``None`` where not all of them find room."""
    ring, inner, outer = band
    free = _rows(inner, outer)
    shapes: list[Shape] = []
    for person in sorted(ring.people, key=lambda one: -text_width(one.name, _NAME)):
        width = text_width(person.name, _NAME) + 20
        fitting = [row for row in free if row.room_for(width)]
        if not fitting:
            return None
        min(fitting, key=lambda row: (len(row.boxes), free.index(row))).boxes.append((person, width))
    for row in free:
        shapes += _boxes(row)
    return shapes


def _rows(inner: float, outer: float) -> list[_Row]:
    """The free stretches of a ring, those first that look best filled."""
    rows = []
    for y in _heights(inner, outer):
        near = 0.0 if y < 0 < y + _PILL else min(abs(y), abs(y + _PILL))
        reach = math.sqrt(max(0.0, (outer - 6) ** 2 - max(abs(y), abs(y + _PILL)) ** 2))
        if not inner or near >= inner + 4:
            rows.append(_Row(y, -reach, reach, []))
        else:
            hole = math.sqrt((inner + 6) ** 2 - near**2)
            rows += [_Row(y, -reach, -hole, []), _Row(y, hole, reach, [])]
    wide = [row for row in rows if row.right - row.left > 60]
    best = 8.0 - _PILL / 2
    return sorted(wide, key=lambda row: (abs(row.y - best) if not inner else -(row.right - row.left), row.y, row.left))


def _heights(inner: float, outer: float) -> list[float]:
    """Where rows of names can begin: from below the ring's label down, and from the ring's lower middle up."""
    step = _PILL + _GAP
    if not inner:
        return [8.0 - _PILL / 2 + step * n for n in range(-2, 3)]
    low = (inner + outer - _PILL) / 2
    top = -outer + 32
    upper = [top + step * n for n in range(int(-top // step)) if top + step * n < -_PILL - _GAP / 2]
    return [*upper, *(low - step * n for n in range(int((low + _PILL) // step)) if low - step * n >= -_PILL)]


def _boxes(row: _Row) -> list[Shape]:
    shapes: list[Shape] = []
    used = sum(width for _person, width in row.boxes) + _GAP * (len(row.boxes) - 1)
    x = (row.left + row.right - used) / 2
    for person, width in row.boxes:
        left, top = round(_MIDDLE + x, 1), round(_MIDDLE + row.y, 1)
        role = "person" if person.joined else "hoped-for"
        shapes.append(Pill(left, top, round(width, 1), _PILL, role))
        shapes.append(Words(round(left + width / 2, 1), round(top + 17, 1), person.name, _NAME, f"{role}-name"))
        x += width + _GAP
    return shapes


# --- signs in discs -----------------------------------------------------------------------------------------------


def _spots(ring: Ring, inner: float, outer: float, radius: float) -> list[tuple[float, float]]:
    """Places for discs in a ring, one a person while there is room, evenly spread, the ring's label left free."""
    count = len(ring.people)
    if not count:
        return []
    if not inner and count == 1:
        return [(0.0, 8.0)]
    step = 2 * radius + 3
    edge = outer - (30 if not inner else 5) - radius
    lanes = [edge - step * lane for lane in range(8) if edge - step * lane >= (inner + radius + 4 if inner else 0)]
    if inner and len(lanes) < 2:
        lanes = [(inner + outer) / 2] if 2 * radius + 6 <= outer - inner else []
    half = text_width(f"{ring.label} · {count}", _LABEL) * BOLD / 2 + radius + 4
    holds = [_capacity(lane, step, half if inner else 0) for lane in lanes]
    fewest = next((n for n in range(1, len(lanes) + 1) if sum(holds[:n]) >= count), len(lanes))
    if inner and fewest == 1:
        lanes[0] = (inner + outer) / 2 if _capacity((inner + outer) / 2, step, half) >= count else lanes[0]
    spots: list[tuple[float, float]] = []
    total = sum(holds[:fewest])
    for n in range(fewest):
        share = min(count - len(spots), holds[n] if n < fewest - 1 or total < count else count - len(spots))
        spots += _arc(lanes[n], share, half if inner else 0, 0.0 if inner else 8.0, _TURNS[inner])
    return spots


def _gap_angle(lane: float, half: float) -> float:
    return math.asin(min(1.0, half / lane)) if lane else 0.0


def _capacity(lane: float, step: float, half: float) -> int:
    if lane < step / 2:
        return 1 if lane < 1 else 0
    return max(0, int((2 * math.pi - 2 * _gap_angle(lane, half)) / (2 * math.asin(step / 2 / lane))))


def _arc(lane: float, count: int, half: float, lower: float, turn: float) -> list[tuple[float, float]]:
    gap = _gap_angle(lane, half)
    each = (2 * math.pi - 2 * gap) / count if count else 0
    angles = [gap + each * (position + turn) for position in range(count)]
    return [(lane * math.sin(angle), lower - lane * math.cos(angle)) for angle in angles]


def _discs(
    bands: Sequence[_Band],
    spots: Sequence[list[tuple[float, float]]],
    signs: Sequence[list[str]],
    radius: float,
    size: float,
) -> list[Shape]:
    shapes: list[Shape] = []
    for (ring, _inner, _outer), places, texts in zip(bands, spots, signs, strict=True):
        missing = len(ring.people) - len(places)
        for position, (x, y) in enumerate(places):
            person = ring.people[position]
            rest = missing + 1 if missing and position == len(places) - 1 else 0
            role = "person" if person.joined or rest else "hoped-for"
            text = f"+{rest}" if rest else texts[position]
            cx, cy = round(_MIDDLE + x, 1), round(_MIDDLE + y, 1)
            shapes.append(Disc(cx, cy, radius, role))
            fitting = min(size, size * (2 * radius - 3) / max(1.0, text_width(text, size)))
            shapes.append(Words(cx, round(cy + fitting * 0.36, 1), text, round(fitting, 1), f"{role}-name"))
    return shapes


def _legends(rings: Sequence[Ring], signs: Sequence[list[str]], unplaced: Sequence[Person]) -> tuple[Legend, ...]:
    legends = []
    for ring, texts in zip(rings, signs, strict=True):
        title = _("{label}, outside the community").format(label=ring.label) if ring.outside else ring.label
        keys = tuple(Key(sign, person.name, _note(person)) for sign, person in zip(texts, ring.people, strict=False))
        if keys:
            legends.append(Legend(title, keys))
    if unplaced:
        title = ngettext("Not placed yet", "Not placed yet", len(unplaced))
        legends.append(Legend(title, tuple(Key("", person.name, _note(person)) for person in unplaced)))
    return tuple(legends)


def _note(person: Person) -> str:
    if person.joined:
        return person.role
    waiting = _("not joined yet")
    return _(", ").join([person.role, waiting]) if person.role else waiting
