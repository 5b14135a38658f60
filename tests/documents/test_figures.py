"""Pictures: nothing overlaps and nothing leaves the picture, whatever is in the plan."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from cop_wizard.documents.pictures.cycle import draw_cycle
from cop_wizard.documents.pictures.drawing import Disc, Drawing, Pill, Words
from cop_wizard.documents.pictures.figures import PICTURES, draw, draw_all
from cop_wizard.documents.pictures.ladder import draw_ladder
from cop_wizard.documents.pictures.measure import Copy, pour, shortened, text_width
from cop_wizard.documents.pictures.of_plan.models import Mark
from cop_wizard.documents.pictures.wheel import draw_wheel
from cop_wizard.guide.load import load_guide
from documents.document_plans import RICH, SPARSE, meetings, people, subject_of, view_of
from documents.picture_plans import EVERYTHING, EXTREMES, SIXTY

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
    "all there is": EVERYTHING,
    "extremes": EXTREMES,
    "sixty leaders": SIXTY,
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


def _picture(name: str, data: dict[str, Any], final: bool = False) -> Drawing:
    """One picture, in the words of the full guide."""
    drawing = draw(name, view_of(data, load_guide("cass"), final=final).subjects, final)
    assert drawing is not None
    return drawing


def _texts(drawing: Drawing) -> str:
    return " ".join(shape.text for shape in drawing.shapes if isinstance(shape, Words))


@pytest.mark.parametrize("name", PLANS)
def test_no_label_meets_another_or_leaves_the_picture(name: str) -> None:
    subjects = view_of(PLANS[name], load_guide("cass")).subjects
    for drawing in [draw(picture, subjects) for picture in PICTURES]:
        assert drawing
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


def test_words_say_who_has_not_joined_yet_as_dashes_do() -> None:
    roster = [
        {"name": "Ana Li", "level": "core", "status": "member"},
        {"name": "Omar Said", "level": "core", "status": "invited"},
        {"name": "Noor Haddad", "status": "potential"},
    ]
    drawing = draw("rings", view_of(_roster(roster)).subjects)
    assert drawing is not None
    assert "Ana Li and Omar Said (not joined yet)." in drawing.description
    assert "Noor Haddad (not joined yet)." in drawing.description


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


@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_is_described_in_words(name: str) -> None:
    """Whoever cannot see it, or sees it too small, misses nothing of what is written in it."""
    drawing = _picture(name, EVERYTHING)
    assert drawing.title
    beside = [key for legend in drawing.legends for key in legend.keys]
    said = " ".join(
        [drawing.description, *(f"{key.sign} {key.name} {key.note}" for key in (*drawing.words, *beside))]
    ).casefold()
    shown = _texts(drawing).casefold().replace("·", " ")
    unsaid = {word for word in shown.split() if word.strip("().,;:") not in said and not word.isdigit()}
    calendar = {"oct", "nov", "dec", "today", "next", "meeting", "our", "own", "meetings"}
    assert unsaid <= (calendar if name == "timeline" else set())
    assert len(drawing.description) > 60


def test_pictures_show_what_a_plan_holds() -> None:
    """Beside the first three, which a draft always has, a picture is there as soon as it has a subject."""
    assert [one.name for one in _drawings("nothing")] == ["circles", "rings", "timeline"]
    assert [one.name for one in _drawings("all there is")] == [
        "circles", "rings", "timeline", "nested", "leadership", "matrix", "phases", "curve",
    ]  # fmt: skip


@pytest.mark.parametrize("name", PICTURES)
def test_a_final_picture_is_there_only_with_a_subject(name: str) -> None:
    """The models of the sources need none."""
    empty = draw(name, view_of({}, final=True).subjects, final=True)
    assert (empty is not None) == (name in ("wheel", "cycle", "pdsa", "ladder"))


def test_an_unknown_picture_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        draw("pie", view_of({}).subjects)


def test_a_document_gets_its_picture_by_name() -> None:
    """A final one gets none without a subject."""
    assert isinstance(subject_of({}).picture("ladder"), Drawing)
    assert subject_of({}, final=True).picture("nested") == ""


def test_groups_stand_in_their_layers() -> None:
    """The community itself is in its own; a group that ended is nowhere, one that sleeps is dashed."""
    drawing = _picture("nested", EVERYTHING)
    assert "Reading circle · Dormant" in _texts(drawing)
    assert "Photo walks" not in _texts(drawing)
    assert "PLC: Riverbend grade team (Partner)." in drawing.description
    assert "CoP: Everything at once" in drawing.description


def test_the_matrix_tells_who_does_what_and_what_nobody_does() -> None:
    """``none`` is "not needed", a blank "nobody yet"; a final page does not speak of blanks."""
    drawing = _picture("matrix", EVERYTHING)
    assert "Sets up meetings: Ana Riverbend and Bo Elk Valley." in drawing.description
    assert "Convenes the community: nobody yet." in drawing.description
    assert "Liaises with other leaders: not needed." in drawing.description
    assert "nobody yet" in _texts(drawing)
    final = _picture("matrix", EVERYTHING, final=True)
    assert "nobody yet" not in repr(final)
    assert "not needed" in _texts(final)
    held = [one for one in drawing.shapes if isinstance(one, Disc) and one.role == "person"]
    assert len(held) == 4


def test_further_series_have_lanes_and_closures_are_shaded() -> None:
    """One that lies outside the dates of all meetings is only listed."""
    drawing = _picture("timeline", EVERYTHING)
    assert {"Our own meetings", "Night circle"} <= {one.text for one in drawing.shapes if isinstance(one, Words)}
    assert [one.role for one in drawing.shapes].count("closed") == 2  # one for the break, one for what the shade means
    assert [key.name for legend in drawing.legends for key in legend.keys] == ["Autumn break", "Summer"]
    assert "Night circle: Thursday 5 November 2026" in drawing.description
    assert "Autumn break, 10 Nov to 13 Nov 2026" in drawing.description
    plain = _picture("timeline", RICH)
    assert "Our own meetings" not in _texts(plain)


def test_the_present_phase_is_marked_and_dates_are_told() -> None:
    drawing = _picture("phases", EVERYTHING)
    assert "Prototype: we are here; 1 Nov 2026 – 20 Dec 2026; Two schools." in drawing.description
    assert [one.role for one in drawing.shapes].count("filled") == 2
    unmarked = _picture("phases", {})
    assert "we are here" not in unmarked.description.casefold() + _texts(unmarked).casefold()


def test_the_curve_is_marked_only_where_the_plan_says_a_stage() -> None:
    assert "We are here" in _texts(_picture("curve", EVERYTHING))
    assert "Maturing (we are here)" in _picture("curve", EVERYTHING).description
    assert "We are here" not in _texts(_picture("curve", {}))


def test_leadership_says_who_is_acting_and_what_is_vacant() -> None:
    drawing = _picture("leadership", EVERYTHING)
    for words in ("Shared among members", "Ana Riverbend", "acting", "vacant", "In turn, and then from the beginning"):
        assert words in _texts(drawing)
    assert "Secretary: vacant." in drawing.description
    assert "In turn, and then from the beginning: Bo Elk Valley and Ana Riverbend." in drawing.description


def test_one_person_leads_who_has_most_of_the_duties() -> None:
    """Where two have the same share, the picture does not choose."""
    duties = {"convene": ["Ana"], "liaise": ["Ana"], "take_notes": ["Bo"]}
    drawing = _picture("leadership", {"leadership": {"structure": "single", "duties": duties}})
    assert [key.name for key in drawing.words] == ["Ana", "Bo"]
    assert "Bo · 1 duty" in _texts(drawing)
    even = _picture("leadership", {"leadership": {"structure": "single", "duties": {"convene": ["Ana", "Bo"]}}})
    assert "which of them leads" in even.note


@pytest.mark.parametrize(
    ("name", "first"), [("wheel", "1. Go with"), ("cycle", "Analyze"), ("pdsa", "Plan"), ("ladder", "Story")]
)
def test_models_have_the_names_of_the_guide_and_their_source(name: str, first: str) -> None:
    drawing = _picture(name, {})
    assert first in _texts(drawing)
    assert "After " in _texts(drawing)


def test_models_take_marks_of_a_review() -> None:
    """A mark fills, flags or tells its item; without marks none is drawn."""
    models = view_of({}, load_guide("cass")).subjects.models
    wheel = draw_wheel(models.principles, (Mark("rhythm", 0.5, "half-way"),))
    assert [one.role for one in wheel.shapes].count("share") == 1
    assert "(half-way)" in wheel.description
    assert not any(one.role == "share" for one in draw_wheel(models.principles).shapes)
    assert "three times" in _texts(draw_cycle("pdsa", "PDSA", models.inquiry, (Mark("do", words="three times"),)))
    ladder = draw_ladder(models.collaboration, (Mark("sharing"),))
    assert "We are here" in _texts(ladder)
    assert "Sharing (we are here)" in ladder.description


@pytest.mark.parametrize(
    "days", [("0001-01-01", "9999-12-31"), ("2026-11-01", "2026-11-01"), ("1999-12-31", "2031-01-01")]
)
def test_lanes_bear_any_span_of_time(days: tuple[str, str]) -> None:
    rows = [{"date": day, "series": "Night circle"} for day in days]
    plan = {"launch": {"series": [{"title": "Night circle"}]}, "collaborative_plan": {"meetings": rows}}
    drawing = _picture("timeline", plan)
    assert len(drawing.shapes) < 200


def test_text_is_broken_into_lines_that_fit() -> None:
    lines = pour([Copy("a few words and " + "W" * 60, 12)], lambda _a, _b: 100, 0, 400)
    assert all(text_width(line.text, 12) <= 100 for line in lines)
    assert "".join(line.text for line in lines).replace(" ", "") == "afewwordsand" + "W" * 60
    assert shortened("Wolfeschlegelstein", 60, 12).endswith("…")
    assert pour([Copy("much too long for this", 12)], lambda _a, _b: 60, 0, 32)[-1].text.endswith("…")
