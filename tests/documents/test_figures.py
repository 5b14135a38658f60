"""Pictures: nothing overlaps and nothing leaves the picture, whatever is in the plan."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from cop_wizard.documents.pictures.drawing import Disc, Drawing, Pill, Words
from cop_wizard.documents.pictures.figures import draw_all
from cop_wizard.documents.pictures.measure import Copy, pour, shortened, text_width
from documents.document_plans import RICH, SPARSE, meetings, people, view_of

Box = tuple[float, float, float, float]

_LONG = {"name": "Maria-Esperanza Wolfeschlegelsteinhausenbergerdorff-Whitford", "level": "core", "status": "member"}
_LEVELS = ("core", "active", "occasional", "peripheral", "transactional")


def _roster(*rosters: list[dict[str, str]]) -> dict[str, Any]:
    return {"membership": {"roster": list(itertools.chain(*rosters))}}


PLANS: dict[str, dict[str, Any]] = {
    "nothing": {},
    "little": SPARSE,
    "rich": RICH,
    "one person": _roster(people(1, "core")),
    "long names": _roster([_LONG, {**_LONG, "level": "active"}, {**_LONG, "level": "transactional"}]),
    "names in Chinese": _roster([{"name": name, "level": "active"} for name in ("李伟", "王小明", "欧阳娜娜")]),
    "five": _roster(*(people(1, level) for level in _LEVELS)),
    "30 people": _roster(people(4, "core"), people(10), people(10, "occasional"), people(6, "peripheral")),
    "60 in one ring": _roster(people(60, "core")),
    "100 people": _roster(*(people(20, level) for level in _LEVELS)),
    "500 people": _roster(*(people(100, level) for level in _LEVELS)),
    "no levels": _roster([{"name": f"Person {n}"} for n in range(40)]),
    **{f"{n} meetings": {"collaborative_plan": {"meetings": meetings(n)}} for n in (1, 2, 7, 24, 25, 60, 150)},
    "meetings without dates": {"collaborative_plan": {"meetings": [{"topics": "One"}, {"date": "tenth week"}]}},
    "long words": {
        "purpose": {
            "focus": "W" * 300, "learn_to": "how " * 200, "focus_kind": "interest", "shared_competence": "x" * 900
        },
        "results": {"legacy": "Donaudampfschifffahrtsgesellschaftskapitän " * 9},
        "collaborative_plan": {
            "meetings": [{"date": "W" * 90, "topics": "W" * 200}, {"date": "2026-12-24", "topics": "漢字" * 80}]
        },
    },
}  # fmt: skip


def _box(words: Words) -> Box:
    width = text_width(words.text, words.size, words.bold)
    left = {"start": words.x, "middle": words.x - width / 2, "end": words.x - width}[words.anchor]
    return (left, words.y - 0.95 * words.size, left + width, words.y + 0.25 * words.size)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] - 0.5 and other[0] < one[2] - 0.5 and one[1] < other[3] - 0.5 and other[1] < one[3] - 0.5


def _drawings(name: str) -> tuple[Drawing, ...]:
    return draw_all(view_of(PLANS[name]).subjects)


@pytest.mark.parametrize("name", PLANS)
def test_no_label_meets_another_or_leaves_the_picture(name: str) -> None:
    for drawing in _drawings(name):
        boxes = [(shape.text, _box(shape)) for shape in drawing.shapes if isinstance(shape, Words)]
        meeting = [(a, b) for (a, one), (b, two) in itertools.combinations(boxes, 2) if _overlap(one, two)]
        assert meeting == []
        for text, (left, top, right, bottom) in boxes:
            assert (left >= 0, top >= 0, right <= drawing.width, bottom <= drawing.height) == (True,) * 4, text


@pytest.mark.parametrize("name", PLANS)
def test_people_in_the_rings_do_not_touch(name: str) -> None:
    drawing = _drawings(name)[1]
    people_in = [
        shape for shape in drawing.shapes if isinstance(shape, Disc | Pill) and shape.role in ("person", "hoped-for")
    ]
    for one, other in itertools.combinations(people_in, 2):
        if isinstance(one, Disc) and isinstance(other, Disc):
            assert (one.x - other.x) ** 2 + (one.y - other.y) ** 2 >= (one.r + other.r) ** 2
        else:
            assert isinstance(one, Pill)
            assert isinstance(other, Pill)
            first = (one.x, one.y, one.x + one.width, one.y + one.height)
            assert not _overlap(first, (other.x, other.y, other.x + other.width, other.y + other.height))
    labels = [_box(shape) for shape in drawing.shapes if isinstance(shape, Words) and shape.role == "ring-label"]
    for disc in people_in:
        if isinstance(disc, Disc):
            around = (disc.x - disc.r, disc.y - disc.r, disc.x + disc.r, disc.y + disc.r)
            assert not any(_overlap(around, label) for label in labels)


@pytest.mark.parametrize("name", PLANS)
def test_everybody_is_in_the_list_beside_the_rings(name: str) -> None:
    drawing = _drawings(name)[1]
    listed = [key.name for legend in drawing.legends for key in legend.keys]
    assert len(listed) == len(PLANS[name].get("membership", {}).get("roster", [])) - (name == "rich")


def test_people_stand_inside_their_ring() -> None:
    drawing = draw_all(view_of(PLANS["100 people"]).subjects)[1]
    rings = sorted(
        shape.r for shape in drawing.shapes if isinstance(shape, Disc) and shape.role.startswith(("ring", "out"))
    )
    people_in = [shape for shape in drawing.shapes if isinstance(shape, Disc) and shape.role == "person"]
    middle = drawing.width / 2
    for position, disc in enumerate(people_in):
        away = ((disc.x - middle) ** 2 + (disc.y - middle) ** 2) ** 0.5
        ring = position // 20
        assert away + disc.r <= rings[ring]
        assert ring == 0 or away - disc.r >= rings[ring - 1]


def test_names_stand_in_the_rings_while_there_is_room() -> None:
    small = _drawings("five")[1]
    assert {"Maria Santos"} <= {shape.text for shape in small.shapes if isinstance(shape, Words)}
    middling = _drawings("rich")[1]
    assert {"MS", "DR", "JA"} <= {shape.text for shape in middling.shapes if isinstance(shape, Words)}
    large = _drawings("100 people")[1]
    assert {"1", "100"} <= {shape.text for shape in large.shapes if isinstance(shape, Words)}
    crowd = _drawings("500 people")[1]
    assert any(shape.text.startswith("+") for shape in crowd.shapes if isinstance(shape, Words))


def test_the_timeline_marks_moments_and_says_what_is_missing() -> None:
    drawing = _drawings("rich")[2]
    roles = {shape.role for shape in drawing.shapes}
    assert {"past", "next", "ahead", "undated", "reflection", "celebration", "celebration-on", "event-ahead"} <= roles
    assert "no date yet" in drawing.note
    assert "No meetings are planned yet" in _drawings("nothing")[2].note
    assert _drawings("24 meetings")[2].note == ""


def test_an_empty_circle_says_kindly_what_will_stand_there() -> None:
    words = " ".join(shape.text for shape in _drawings("nothing")[0].shapes if isinstance(shape, Words))
    assert "What your members care about together will stand here." in words


def test_a_final_page_has_no_pictures_without_a_subject() -> None:
    assert draw_all(view_of({}, final=True).subjects, final=True) == ()
    little = draw_all(view_of(SPARSE, final=True).subjects, final=True)
    assert [drawing.name for drawing in little] == ["circles"]
    assert "will stand here" not in repr(little)


def test_every_picture_is_described_in_words() -> None:
    for drawing in _drawings("rich"):
        assert drawing.title
        assert len(drawing.description) > 60


def test_text_is_broken_into_lines_that_fit() -> None:
    lines = pour([Copy("a few words and " + "W" * 60, 12)], lambda _a, _b: 100, 0, 400)
    assert all(text_width(line.text, 12) <= 100 for line in lines)
    assert "".join(line.text for line in lines).replace(" ", "") == "afewwordsand" + "W" * 60
    assert shortened("Wolfeschlegelstein", 60, 12).endswith("…")
    assert pour([Copy("much too long for this", 12)], lambda _a, _b: 60, 0, 32)[-1].text.endswith("…")
