"""The one-page planning tool: seven boxes of any plan, as large as they fit, and a note for what does not."""

from __future__ import annotations

import re
from typing import Any

import pytest

from cop_wizard.documents.content.paper import Boxes, Items, Paragraph, Room, words_of
from cop_wizard.documents.kinds.one_page import gather
from cop_wizard.documents.subject import Wish
from cop_wizard.documents.trouble import NothingToShow
from cop_wizard.guide.load import load_guide
from cop_wizard.plan.choices import SeenBy
from documents.document_plans import RICH, SPARSE, people, small_guide, subject_of, text_of

TITLES = [
    "Purpose",
    "Membership",
    "Leadership",
    "Guidelines",
    "Implementation plan",
    "Results & celebrations",
    "Impact on practice",
]
SENTENCES = [f"Sentence number {number} says a little of what we do together on a Tuesday." for number in range(60)]


def _boxes(data: dict[str, Any], **options: Any) -> Boxes:
    boxes = gather(subject_of(data, load_guide("cass"), **options))["boxes"]
    assert isinstance(boxes, Boxes)
    return boxes


def _page(data: dict[str, Any], format: str = "md", **options: Any) -> str:  # noqa: A002  the word people type
    return text_of(subject_of(data, load_guide("cass"), **options), "one-page", format)


def _box(text: str, title: str) -> str:
    """What Markdown says in one box."""
    return re.split(r"^## ", text, flags=re.MULTILINE)[1 + TITLES.index(title)].partition("\n")[2]


@pytest.mark.parametrize("guide", ["cass", "planning-tool", "cass-extended", "small"])
def test_a_plan_of_any_guide_has_the_seven_boxes_in_their_order(guide: str) -> None:
    used = small_guide() if guide == "small" else load_guide(guide)
    text = text_of(subject_of(RICH, used), "one-page", "md")
    assert re.findall(r"^## (.*)$", text.replace("\\&", "&"), re.MULTILINE) == TITLES


def test_the_purpose_statement_stands_before_all_else() -> None:
    assert _box(_page(RICH), "Purpose").strip().startswith("> This community of practice brings together")


def test_without_a_statement_its_parts_are_told() -> None:
    purpose = {"focus": "early numbers", "audience": "principals", "learn_to": "coach"}
    assert _box(_page({"purpose": purpose}), "Purpose").strip().split("\n\n") == [
        "**What members share:** Early numbers",
        "**Who it is for:** Principals",
        "**What they learn to do:** Coach",
    ]


def test_meetings_that_are_called_off_and_people_who_left_are_not_shown() -> None:
    roster = [
        {"name": "Ana", "level": "core"},
        {"name": "Bo", "status": "alumni"},
        {"name": "Cy", "level": "transactional"},
        {"name": "Di", "status": "invited"},
    ]
    meetings = [
        {"date": "2026-12-01", "topics": "Fractions"},
        {"date": "2026-12-08", "topics": "Snow", "status": "cancelled"},
    ]
    text = _page({"membership": {"roster": roster}, "collaborative_plan": {"meetings": meetings}})
    assert "Core: Ana" in text
    assert "1 Dec 2026: Fractions" in text
    assert not re.search(r"\b(Bo|Cy|Snow)\b", text)


def test_those_who_are_not_members_yet_are_counted_and_not_named() -> None:
    roster = [{"name": "Di", "status": "invited"}, {"name": "Eli", "status": "potential"}]
    text = _page({"membership": {"roster": roster}})
    assert "Invited: 1" in text
    assert not re.search(r"\b(Di|Eli)\b", text)


def test_seats_are_told_apart_by_whether_somebody_sits_there() -> None:
    seats = [
        {"role": "Night shift", "filled_by": "Teodoro"},
        {"role": "Dialysis"},
        {"role": "Union", "filled_by": "TBD"},
    ]
    box = _box(_page({"membership": {"required_seats": seats}}), "Membership").split("**Seats to fill**")
    assert "- Night shift: Teodoro" in box[0]
    assert box[1].strip() == "- Dialysis\n- Union"


def test_evidence_says_its_numbers_and_quotes_only_those_who_agreed() -> None:
    evidence = [
        {
            "what": "Interviews",
            "number": "9",
            "unit": "teachers",
            "base": "of 12",
            "target": "all",
            "when": "2026-10-01",
        },
        {"what": "A letter", "quote": "I count now.", "consent": "yes"},
        {"what": "A call", "quote": "Never tell."},
    ]
    box = _box(_page({"results": {"evidence": evidence}}), "Results & celebrations")
    assert "- Interviews: 9 teachers of 12; hoped for: all\n" in box
    assert "- A letter: “I count now.”\n" in box
    assert "Never tell" not in box


def test_meetings_ahead_are_told_and_past_ones_where_there_are_no_others() -> None:
    past, ahead = {"date": "2026-09-01", "topics": "Old"}, {"date": "2026-12-01", "topics": "New"}
    text = _page({"collaborative_plan": {"meetings": [past, ahead]}, "launch": {"first_meeting": "2026-09-01"}})
    assert "Old" not in text
    assert "**Next meeting:** Tuesday 1 December 2026" in text
    assert "Old" in _page({"collaborative_plan": {"meetings": [past]}})


def test_markdown_has_room_for_all() -> None:
    text = _page({"norms": {"own": [{"statement": one} for one in SENTENCES]}})
    assert all(one in text for one in SENTENCES)


def test_details_leave_their_place_to_the_rest() -> None:
    text = " ".join(SENTENCES)
    data = {"norms": {"process": text, "own": [{"statement": one} for one in SENTENCES]}}
    page = _page(data, "html")
    assert "Continued in the plan: Norms of your own, How guidelines come about" in page


def test_the_boxes_can_be_made_for_a_smaller_page() -> None:
    whole = gather(subject_of(RICH, load_guide("cass")))["everything"]
    assert isinstance(whole, Boxes)
    assert whole.fitted is not None
    assert whole.fitted(500, 350).size < whole.fitted(900, 900).size


def test_many_people_are_counted_and_named_without_their_roles() -> None:
    few = _page({"membership": {"roster": [{**one, "role": "Coach"} for one in people(3)]}})
    many = _page({"membership": {"roster": [{**one, "role": "Coach"} for one in people(30)]}})
    assert "(Coach)" in few
    assert "30 members" in many
    assert "(Coach)" not in many


def test_the_more_a_plan_says_the_smaller_is_the_type() -> None:
    sizes = [
        _boxes({"purpose": {"focus": "x"}, "norms": {"process": " ".join(SENTENCES[:count])}}).size
        for count in (1, 12, 16, 20, 24, 60)
    ]
    assert sizes[0] == 11.0
    assert sizes[-1] == 8.0
    assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize("sheet", ["letter", "a4"])
def test_what_does_not_fit_is_named_in_a_note_and_no_sentence_is_cut(sheet: str) -> None:
    text = " ".join(SENTENCES)
    professional = {"learning": text, "transfer": text, "reflective_practices": "Short."}
    plan = {
        "norms": {"process": text, "own": [{"statement": one} for one in SENTENCES]},
        "launch": {"resources": text},
        "professional_practice": professional,
    }
    page = _page(plan, "html", wish=Wish(sheet=sheet))
    kept = re.findall(r"Sentence number [^.]*\.?", page)
    assert kept
    assert set(kept) <= set(SENTENCES)
    assert "Continued in the plan: Noticing what was learned, From learning to practice" in page
    assert "Continued in the plan: Norms of your own, How guidelines come about" in page
    assert "Short." in page


def test_an_answer_that_no_page_could_hold_leaves_its_place_to_the_others() -> None:
    plan = {"norms": {"process": "W" * 50_000}, "leadership": {"communication": "On the first page."}}
    page = _page(plan, "html")
    assert "WW" not in page
    assert "Continued in the plan: How guidelines come about" in page
    assert _boxes(plan).size == 11.0


def test_every_answer_of_a_box_gets_some_of_its_room() -> None:
    text = " ".join(SENTENCES)
    lists = dict.fromkeys(("celebrating_people", "celebrating_community"), SENTENCES)
    plan = {"results": {"reflection": text, **lists}}
    box = _box(_page(plan), "Results & celebrations")
    for title in ("Reflection and celebration", "Celebrating people", "Celebrating the community"):
        assert f"**{title}" in box


def test_a_box_without_answers_says_so_unless_the_plan_is_final() -> None:
    assert "*Not answered yet*" in _page(SPARSE)
    assert "Not answered yet" not in _page(SPARSE, final=True)


def test_a_plan_that_says_nothing_has_no_page() -> None:
    with pytest.raises(NothingToShow) as trouble:
        _page({"title": "A name and no more"})
    assert "--blank" in trouble.value.hint


@pytest.mark.parametrize(("sheet", "size"), [("letter", "size: letter landscape"), ("a4", "size: A4 landscape")])
def test_the_page_lies_on_its_long_side(sheet: str, size: str) -> None:
    assert size in _page(RICH, "html", wish=Wish(sheet=sheet))


def test_the_foot_says_where_the_living_plan_is_and_what_the_public_does_not_see() -> None:
    page = _page(RICH, "html", home="shared/plan.yaml", left_out=["2 names"], audience=SeenBy.PUBLIC)
    assert "The living plan: shared/plan.yaml" in page
    assert "Left out of this copy: 2 names." in page


@pytest.mark.parametrize("format", ["md", "html"])
def test_the_empty_page_asks_the_questions_of_the_tool_and_holds_nothing_of_the_plan(format: str) -> None:  # noqa: A002
    page = _page(RICH, format, wish=Wish(blank=True))
    for question in ("How often will you meet?", "Who would be just right as a member?", "How is leadership arranged?"):
        assert question in page
    assert "Riverbend" not in page
    assert "number talks" not in page


def test_the_empty_page_has_room_to_write_in_every_box() -> None:
    for row in _boxes({}, wish=Wish(blank=True)).rows:
        for box in row:
            questions, room = box.pieces
            assert isinstance(questions, Items)
            assert isinstance(room, Room)
            assert room.lines >= 2, box.title


def test_hostile_text_stays_text() -> None:
    page = _page({"purpose": {"statement": "<script>x</script> {{ 7*7 }} \u202e"}, "title": "</style><b>"}, "html")
    assert "<script" not in page
    assert "{{ 7*7 }}" in page
    assert "</style><b>" not in page


def test_words_of_the_boxes_are_whole_answers_of_the_plan() -> None:
    """Nothing is made up: each paragraph of a box that has a title begins with it."""
    for row in _boxes(RICH).rows:
        for box in row:
            for piece in box.pieces:
                if isinstance(piece, Paragraph):
                    assert piece.runs[0].strong, words_of(piece.runs)
