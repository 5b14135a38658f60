"""The few things a picture is made of. Templates make SVG of them; ``role`` says what a thing is, never its colour."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar, TypeAlias


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle around ``x``, ``y``."""

    kind: ClassVar[str] = "disc"
    x: float
    y: float
    r: float
    role: str


@dataclass(frozen=True, slots=True)
class Pill:
    """A box with round ends; ``x``, ``y`` is its upper left corner."""

    kind: ClassVar[str] = "pill"
    x: float
    y: float
    width: float
    height: float
    role: str


@dataclass(frozen=True, slots=True)
class Box:
    """A box with corners a little round; ``x``, ``y`` is its upper left corner."""

    kind: ClassVar[str] = "box"
    x: float
    y: float
    width: float
    height: float
    role: str
    round: float = 8.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    kind: ClassVar[str] = "stroke"
    x1: float
    y1: float
    x2: float
    y2: float
    role: str


@dataclass(frozen=True, slots=True)
class Corners:
    """A closed shape with corners, such as a star; ``points`` as SVG writes them."""

    kind: ClassVar[str] = "corners"
    points: str
    role: str


@dataclass(frozen=True, slots=True)
class Trace:
    """A line or a shape that is not straight; ``path`` as SVG writes it."""

    kind: ClassVar[str] = "trace"
    path: str
    role: str


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; ``y`` is its baseline, ``anchor`` where ``x`` is in it: ``start``, ``middle`` or ``end``."""

    kind: ClassVar[str] = "words"
    x: float
    y: float
    text: str
    size: float
    role: str
    anchor: str = "middle"
    bold: bool = False


Shape: TypeAlias = Disc | Pill | Box | Stroke | Corners | Trace | Words


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of the list beside a picture: the sign used in it, who or what is meant, and a note."""

    sign: str
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Legend:
    """A group of the list beside a picture."""

    title: str
    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished picture. ``title`` and ``description`` say in words what it shows; ``note`` what is missing.

    ``words`` say on small screens what would be too small to read there, or takes moving the picture about.
    """

    kind: ClassVar[str] = "drawing"
    name: str
    title: str
    description: str
    width: int
    height: int
    shapes: tuple[Shape, ...]
    note: str = ""
    legends: tuple[Legend, ...] = ()
    words: tuple[Key, ...] = ()


def at(x: float, y: float, reach: float, angle: float) -> tuple[float, float]:
    """The point ``reach`` away from ``x``, ``y``; ``angle`` in degrees, clockwise from the top."""
    turn = math.radians(angle)
    return round(x + reach * math.sin(turn), 1), round(y - reach * math.cos(turn), 1)


def arc(x: float, y: float, r: float, begin: float, end: float) -> str:
    """The path along a circle, clockwise from one angle to the other."""
    (x1, y1), (x2, y2) = at(x, y, r, begin), at(x, y, r, end)
    return f"M{x1} {y1}A{r} {r} 0 {int(end - begin > 180)} 1 {x2} {y2}"


def slice_of_ring(x: float, y: float, inner: float, outer: float, begin: float, end: float) -> str:
    """The path around the part of a ring that lies between two angles."""
    (x1, y1), (x2, y2) = at(x, y, inner, end), at(x, y, inner, begin)
    wide = int(end - begin > 180)
    return f"{arc(x, y, outer, begin, end)}L{x1} {y1}A{inner} {inner} 0 {wide} 0 {x2} {y2}Z"


def arrowhead(x: float, y: float, angle: float, size: float) -> str:
    """The points of an arrowhead whose tip is at ``x``, ``y``; it points towards ``angle``."""
    corners = (at(x, y, size, angle + 180 - 28), at(x, y, size, angle + 180 + 28))
    return " ".join(f"{px},{py}" for px, py in ((x, y), *corners))


def star(x: float, y: float, r: float) -> str:
    """The points of a five-pointed star around ``x``, ``y``."""
    points = []
    for corner in range(10):
        reach = r if corner % 2 == 0 else r * 0.45
        angle = math.pi * corner / 5
        points.append(f"{x + reach * math.sin(angle):.1f},{y - reach * math.cos(angle):.1f}")
    return " ".join(points)


def diamond(x: float, y: float, r: float) -> str:
    """The points of a square standing on its corner."""
    return f"{x:.1f},{y - r:.1f} {x + r:.1f},{y:.1f} {x:.1f},{y + r:.1f} {x - r:.1f},{y:.1f}"
