"""The invitation is a letter to one person, and tells nobody who else is to be invited."""

from __future__ import annotations

import re
from typing import Any

import pytest

from cop_wizard.documents.audience.seen import for_audience
from cop_wizard.documents.formats.pdf import render_pdf
from cop_wizard.documents.subject import Wish
from cop_wizard.documents.trouble import NothingToShow
from cop_wizard.errors import WrongUse
from cop_wizard.guide.load import load_guide
from cop_wizard.plan.choices import SeenBy
from documents.document_plans import RICH, people, subject_of, text_of
from documents.example_plans import EXAMPLES, example
from documents.pdf_files import PdfFile
from documents.test_hostile_text import HOSTILE

CANDIDATES: dict[str, Any] = {
    "title": "Tuesday Soup",
    "membership": {
        "roster": [
            {"name": "Bertille Aubin", "status": "potential", "role": "Cook", "organization": "Canteen"},
            {"name": "Hamza Ould", "status": "potential"},
            {"name": "Ute Berg", "status": "member", "email": "ute@example.org"},
        ]
    },
    "leadership": {"duties": {"convene": ["Ute Berg"]}},
}


def _letter(data: dict[str, Any], person: str = "", format: str = "md") -> str:  # noqa: A002  the word people type
    subject = subject_of(data, load_guide("cass"), wish=Wish(person=person))
    return text_of(subject, "invitation", format)


def _with(**sections: Any) -> dict[str, Any]:
    merged = {name: {**CANDIDATES.get(name, {}), **section} for name, section in sections.items()}
    return {**CANDIDATES, **merged}


def test_everybody_thought_of_gets_a_letter_of_their_own() -> None:
    letters = re.split(r"^##? An invitation$", _letter(CANDIDATES), flags=re.MULTILINE)[1:]
    assert len(letters) == 2
    for letter, name, other in zip(letters, ("Bertille", "Hamza"), ("Hamza", "Bertille"), strict=True):
        assert f"Dear {name}" in letter
        assert other not in letter


def test_each_letter_begins_on_a_page_of_its_own() -> None:
    page = _letter(CANDIDATES, format="html")
    assert page.count('next-sheet"') == 1
    assert page.count("<h1") == page.count('<h2 class="title"') == 1  # both look the same


def test_the_title_of_the_file_names_none_of_them() -> None:
    """Browsers print it on every letter."""
    title = re.search(r"<title>(.*?)</title>", _letter(CANDIDATES, format="html"))
    assert title is not None
    assert title[1] == "Invitation: Tuesday Soup"


def test_one_person_of_the_roster_can_be_named() -> None:
    letter = _letter(CANDIDATES, "  bertille   AUBIN ")
    assert "Dear Bertille Aubin," in letter
    assert "Hamza" not in letter


def test_an_unknown_name_is_answered_with_those_there_are() -> None:
    with pytest.raises(WrongUse) as caught:
        _letter(CANDIDATES, "Bertha")
    assert "Bertha" in caught.value.message
    assert "Hamza Ould" in caught.value.hint


def test_a_part_of_the_name_is_enough_if_only_one_has_it() -> None:
    assert "Dear Bertille Aubin," in _letter(CANDIDATES, "aubin")
    with pytest.raises(WrongUse) as caught:
        _letter(CANDIDATES, "b")
    assert "Bertille Aubin and Ute Berg" in caught.value.hint


def test_a_member_is_not_invited() -> None:
    with pytest.raises(WrongUse) as caught:
        _letter(CANDIDATES, "Ute Berg")
    assert "is a member already" in caught.value.message


def test_who_was_asked_before_gets_a_letter_if_named() -> None:
    roster = [{"name": "Hamza Ould", "status": "invited"}]
    asked = _with(membership={"roster": roster})
    assert "Dear Hamza Ould" in _letter(asked, "Hamza")
    with pytest.raises(NothingToShow) as caught:
        _letter(asked)
    assert "Invited already: Hamza Ould" in caught.value.hint


@pytest.mark.parametrize("audience", [SeenBy.MEMBERS, SeenBy.LEADERS])
def test_a_letter_holds_only_what_everybody_may_read(audience: SeenBy) -> None:
    roster = [*CANDIDATES["membership"]["roster"], {"name": "Ines Roy", "status": "member", "may_be_named": "no"}]
    data = _with(
        membership={"roster": roster},
        leadership={"duties": {"convene": ["Ines Roy", "Ute Berg"]}},
        purpose={"statement": "Ines Roy showed us how."},
        launch={"place": "Room 4, or https://zoom.us/j/123456789, passcode leeks"},
        collaborative_plan={"meetings": [{"date": "2026-10-01", "record": "We quarrelled."}]},
    )
    subject = for_audience(subject_of(data, load_guide("cass"), home="/somewhere/plan.yaml"), audience)
    letter = text_of(subject, "invitation", "md")
    for secret in ("Ines", "zoom", "leeks", "quarrelled", "plan.yaml"):
        assert secret not in letter
    assert "**Ute Berg**" in letter


def test_nobody_is_invited_in_a_copy_for_everybody() -> None:
    with pytest.raises(NothingToShow) as caught:
        text_of(for_audience(subject_of(CANDIDATES, load_guide("cass")), SeenBy.PUBLIC), "invitation", "md")
    assert "--audience" in caught.value.hint


def test_with_nobody_to_invite_it_says_what_to_do() -> None:
    with pytest.raises(NothingToShow) as caught:
        _letter({"membership": {"roster": [{"name": "Ute", "status": "member"}]}})
    assert "potential" in caught.value.hint


def test_an_empty_roster_says_so() -> None:
    with pytest.raises(WrongUse) as caught:
        _letter({"title": "Soup"}, "Bertha")
    assert "Nobody is on the roster" in caught.value.hint


def test_the_seat_that_is_waiting_for_this_person_is_named() -> None:
    seats = [
        {"role": "Treasurer", "filled_by": "Ute Berg"},
        {"role": "cook", "why": "Nobody else knows the pots."},
    ]
    letter = _letter(_with(membership={"required_seats": seats}), "Bertille Aubin")
    assert "we thought of you for it:\n\n- **Cook**: Nobody else knows the pots.\n" in letter
    assert "Treasurer" not in letter


def test_a_seat_held_by_somebody_else_is_not_offered() -> None:
    seats = [{"role": "Cook", "filled_by": "Ute Berg"}]
    letter = _letter(_with(membership={"required_seats": seats}), "Bertille Aubin")
    assert "Because of your work (Cook, Canteen)" in letter


@pytest.mark.parametrize(
    ("purposes", "first"),
    [
        (["building_capacity", "sharing_knowledge"], "People whose work touches"),
        (["gathering_feedback"], "People tell what they have seen"),
        (["implementing_change"], "People tell what they have seen"),
        (["advancing_initiatives"], "New ways of working together"),
        (["our own purpose"], "People whose work touches"),
    ],
)
def test_benefits_fit_the_purposes(purposes: list[str], first: str) -> None:
    """Told in plain sentences, without the names that the source has for them."""
    letter = _letter(_with(purpose={"purposes": purposes}), "Hamza Ould")
    assert letter.split("What a community of practice can do:")[1].split("- ")[1].startswith(first)
    assert "Introduce collaborative processes" not in letter


def test_what_was_found_out_about_teachers_is_told_to_those_who_teach_alone() -> None:
    plain = _letter(CANDIDATES)
    teaching = _letter(_with(professional_practice={"standards": ["lqs"]}))
    assert "Hattie" not in plain
    assert "their students learn a good deal more" in teaching
    assert "Hattie reports: 0.93" in teaching.split("What this letter draws on")[1]
    assert "Hattie (2015). What works best in education" in teaching
    assert "What this letter draws on: Cambridge et al. (2005)." in plain


@pytest.mark.parametrize(
    ("taking_part", "words"),
    [
        (None, "up to you alone"),
        ("voluntary", "voluntary"),
        ("required", "every meeting"),
        ("expected", "do their best"),
    ],
)
def test_it_says_how_free_one_is_to_come(taking_part: str | None, words: str) -> None:
    letter = _letter(_with(membership={"taking_part": taking_part}), "Hamza Ould")
    assert words in letter.split("Will you join us?")[1]


def test_a_date_that_has_passed_is_no_longer_waited_for() -> None:
    past, future = ({"entry": {"closes": day}} for day in ("2026-11-01", "2026-12-01"))
    assert "let us know" not in _letter(_with(membership=past))
    assert "let us know by 1 December 2026" in _letter(_with(membership=future))


def test_where_people_can_join_only_later_the_meeting_is_one_they_could_come_to() -> None:
    meetings = [{"date": "2026-12-03"}, {"date": "2027-05-20"}]
    entry = {"opens": "2027-05-03", "closes": "2027-06-11"}
    letter = _letter(_with(membership={"entry": entry}, collaborative_plan={"meetings": meetings}))
    assert "Please let us know between 3 May 2027 and 11 June 2027." in letter
    assert "**Next meeting once you can join:** Thursday 20 May 2027" in letter
    assert "3 December" not in letter
    assert "Please let us know from 3 May 2027 on." in _letter(_with(membership={"entry": {"opens": "2027-05-03"}}))


def test_there_is_one_way_to_say_yes() -> None:
    """Where the plan says how people apply, the address is for questions alone."""
    applied = _letter(_with(membership={"entry": {"application": "Call Gwen."}}), "Hamza Ould")
    assert "**How to say yes:**\n\nCall Gwen." in applied
    assert "**Questions, please, to:** Ute Berg, <ute@example.org>" in applied
    assert "Your answer and" not in applied
    plain = _letter(CANDIDATES, "Hamza Ould")
    assert "**Your answer and your questions, please, to:** Ute Berg, <ute@example.org>" in plain
    assert "How to say yes" not in plain


def test_what_the_plan_says_in_fragments_stands_under_a_label_or_in_a_list() -> None:
    membership = {"entry": {"eligibility": "cooks", "prerequisites": ["a spoon", "a pot"], "welcome": "with soup"}}
    purpose = {"in_it_for_us": "no telephone", "benefits": {"members": "- friends\n- leeks"}}
    letter = _letter(_with(membership=membership, purpose=purpose, launch={"place": "at Ute's, in turn"}), "Hamza Ould")
    for words in ("**Who can join:** cooks", "**How we welcome you:** with soup", "**Where:** At Ute's, in turn"):
        assert words in letter
    assert "**What you need first:**\n\n- A spoon\n- A pot\n" in letter
    assert "in our own words:**\n\n- No telephone\n- Friends\n- Leeks\n" in letter


def test_a_community_without_a_name_is_not_called_by_what_it_is() -> None:
    letter = _letter({**CANDIDATES, "title": None}, "Hamza Ould")
    assert "We are bringing together a community of practice," in letter


def test_it_is_signed_by_those_who_lead_and_says_how_to_reach_them() -> None:
    letter = _letter(CANDIDATES, "Hamza Ould")
    assert "**Ute Berg**" in letter.split("With warm regards")[1]
    assert "Ute Berg, <ute@example.org>" in letter


def test_the_fullest_plan_makes_a_letter_of_one_page() -> None:
    plan = next(path for path in EXAMPLES if path.stem == "school-network")
    assert len(PdfFile(render_pdf("invitation", example(plan))).texts) == 1


def test_each_letter_has_room_for_a_signature() -> None:
    assert _letter(CANDIDATES, format="html").count('class="room-line"') == 2


def test_before_the_start_it_invites_to_the_first_meeting() -> None:
    letter = _letter(_with(launch={"first_meeting": "2027-01-12", "start": "12:15"}), "Hamza Ould")
    assert "from the beginning" in letter
    assert "**First meeting:** Tuesday 12 January 2027, 12:15 pm" in letter


def test_it_says_how_long_it_goes_on() -> None:
    assert "**We meet until:** 4 June 2027" in _letter(_with(launch={"last_meeting": "2027-06-04"}))


def test_where_the_next_day_is_not_as_usual_only_the_day_is_told() -> None:
    launch = {"rhythm": "first Thursday of the month", "length": "45 min", "first_meeting": "2026-10-01"}
    letters = [
        _letter(_with(launch=launch, collaborative_plan={"meetings": [{"date": day}]}))
        for day in ("2026-12-03", "2026-12-02")
    ]
    assert ["First Thursday" in letter for letter in letters] == [True, False]
    assert "Wednesday 2 December 2026" in letters[1]


def test_the_next_meeting_is_one_of_the_communitys_own() -> None:
    launch = {"first_meeting": "2026-10-01", "series": [{"title": "Kitchen"}]}
    meetings = [{"date": "2026-12-01", "series": "Kitchen"}, {"date": "2026-12-09"}]
    assert "9 December 2026" in _letter(_with(launch=launch, collaborative_plan={"meetings": meetings}))


def test_what_only_keeps_a_place_is_not_told() -> None:
    letter = _letter(_with(purpose={"focus": "TBD", "statement": "to be completed"}, launch={"place": "TBD"}))
    assert "TBD" not in letter
    assert "to be completed" not in letter


@pytest.mark.parametrize("format", ["md", "html"])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_stay_names(text: str, format: str) -> None:  # noqa: A002  the word people type
    roster = [{"name": text.replace("\ud800", "") + " x", "status": "potential", "role": text.replace("\ud800", "")}]
    letter = _letter({"membership": {"roster": roster}}, format=format)
    assert "<script>alert" not in letter
    assert 'href="javascript' not in letter
    assert format == "html" or "](javascript" not in letter.replace("\\](", "")


def test_sixty_letters_can_be_made_at_once() -> None:
    roster = [{**one, "status": "potential"} for one in people(60)]
    assert _letter({**RICH, "membership": {"roster": roster}}).count("\nDear ") == 60
