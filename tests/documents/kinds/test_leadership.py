"""A page for members: who does what, and how to reach them."""

from __future__ import annotations

from typing import Any

import pytest

from cop_wizard.documents.trouble import NothingToShow
from cop_wizard.values import NONE_ON_PURPOSE
from documents.document_plans import RICH, people, subject_of, text_of


def _page(data: dict[str, Any], format: str = "md", **options: Any) -> str:  # noqa: A002  the word people type
    return text_of(subject_of(data, **options), "leadership", format)


LEADERS = {
    "membership": {
        "roster": [
            {"name": "Éloïse Ng", "role": "Principal", "organization": "Hilltop", "email": "e@hilltop.example"},
            {"name": "Bram", "phone": "555 0117"},
            {"name": "Quiet Person", "email": "quiet@example.org"},
        ]
    },
    "leadership": {
        "structure": "team",
        "duties": {"convene": ["eloise ng"], "take_notes": ["Bram", "TBD"], "facilitate_decisions": NONE_ON_PURPOSE},
        "offices": [
            {"role": "Chair", "filled_by": "Éloïse Ng", "until": "2028-01-18", "alternate": "Bram"},
            {"role": "Secretary", "filled_by": "TBD"},
        ],
        "gardener": "Bram",
    },
}


def test_a_person_stands_once_with_all_they_do_and_how_to_reach_them() -> None:
    text = _page(LEADERS)
    assert "| Éloïse Ng | Chair (until 18 January 2028)<br>Convene | Principal, Hilltop | " in text
    assert "hilltop.example" in text
    assert "| Bram | Take notes<br>Deputy: Chair<br>Keeps us together |  | 555 0117 |" in text


def test_a_workplace_is_no_way_to_reach_somebody() -> None:
    roster = [{"name": "Ana", "role": "Coach", "email": "a@b.example"}, {"name": "Bo", "role": "Principal"}]
    text = _page({"membership": {"roster": roster}, "leadership": {"duties": {"convene": ["Ana", "Bo"]}}})
    assert "| Name | What for | Role and workplace | How to reach them |" in text
    assert "| Bo | Convene | Principal |  |" in text
    assert text.startswith("# Who leads, and how to reach them\n")
    for one in roster:
        one.pop("email", None)
    text = _page({"membership": {"roster": roster}, "leadership": {"duties": {"convene": ["Ana", "Bo"]}}})
    assert text.startswith("# Who leads\n")


def test_what_an_office_answers_for_stands_with_it_before_the_duties() -> None:
    office = {"role": "Chair", "filled_by": "Ana", "responsible_for": "The agenda"}
    text = _page({"leadership": {"offices": [office], "duties": {"convene": ["Ana"]}}})
    assert text.index("Chair") < text.index("The agenda") < text.index("Convene")


def test_only_those_who_do_something_are_on_it() -> None:
    assert "Quiet Person" not in _page(LEADERS)


def test_what_is_free_is_offered_and_what_is_not_needed_is_not() -> None:
    free = _page(LEADERS).split("## Still free")[1].split("##")[0]
    assert "- Secretary" in free
    assert "- Set up meetings" in free
    assert "Facilitate decisions" not in free
    assert "Take notes" not in free


def test_a_final_page_tells_vacant_offices_but_no_blanks() -> None:
    free = _page(LEADERS, final=True).split("## Still free")[1]
    assert "- Secretary" in free
    assert "Set up meetings" not in free


def test_without_addresses_there_is_no_column_for_them() -> None:
    text = _page({"leadership": {"duties": {"convene": ["Somebody"]}}})
    assert "| Name | What for |\n" in text
    assert "| Somebody | Convene |" in text


def test_words_in_the_place_of_a_name_begin_as_a_name_does() -> None:
    """A name on the roster stays as its owner writes it."""
    data = {
        "membership": {"roster": [{"name": "bell hooks"}]},
        "leadership": {"duties": {"convene": ["bell hooks", "the host of the day"]}},
    }
    text = _page(data)
    assert "| bell hooks |" in text
    assert "| The host of the day |" in text


def test_an_empty_plan_says_that_it_is_open_and_a_final_one_has_no_such_page() -> None:
    assert "Who leads is still open." in _page({"title": "Soup"})
    with pytest.raises(NothingToShow):
        _page({"title": "Soup"}, final=True)


def test_links_to_groups_sponsors_and_channels_are_there() -> None:
    data = {
        "groups": [
            {"name": "Parents", "liaisons": ["Oona"]},
            {"name": "Uniforms", "liaisons": ["Oona"], "status": "closed"},
        ],
        "leadership": {"sponsors": [{"name": "The board"}], "support": "A day a month."},
        "communication": {"channels": [{"name": "Fil", "where": "messagerie", "owner": "TBD"}]},
        "care": {"turn_to": ["Oona"]},
    }
    text = _page(data)
    assert "| Oona | To turn to if you were hurt or treated badly<br>Link to Parents |" in text
    assert "Uniforms" not in text
    assert "| The board | Sponsor |" in text
    assert "| Fil | messagerie |" in text
    assert "A day a month." in text


def test_sixty_leaders_and_any_script() -> None:
    names = [person["name"] for person in people(60)] + ["金書妍", "محمد علي"]
    text = _page({"leadership": {"structure": "shared", "duties": {"convene": names}}})
    assert all(f"| {name} |" in text for name in names)


def test_the_full_plan_shows_its_leaders() -> None:
    assert "## Who does what" in _page(RICH)


@pytest.mark.parametrize("format", ["md", "html"])
def test_hostile_text_stays_text(format: str) -> None:  # noqa: A002  the word people type
    bad = "<script>x</script> | # *a* {{ 1234*3 }} \u202e"
    data = {
        "membership": {"roster": [{"name": bad, "role": bad, "email": bad, "labels": ["leader"]}]},
        "leadership": {"description": bad, "duties": {"convene": [bad]}, "offices": [{"role": bad}]},
        "communication": {"channels": [{"name": bad, "where": bad}]},
    }
    text = _page(data, format)
    assert "<script>" not in text.replace("\\<script>", "")
    assert "3702" not in text
    assert "\u202e" not in text


def test_the_picture_stands_only_where_the_page_has_room_for_it() -> None:
    few = {"leadership": {"structure": "single", "duties": {"convene": ["Ana"]}}}
    many = {"leadership": {"structure": "single", "duties": {"convene": [one["name"] for one in people(9)]}}}
    assert "<figure" in _page(few, "html")
    assert "<figure" not in _page(many, "html")


def test_a_draft_without_leaders_has_no_empty_picture() -> None:
    assert "<svg" not in _page({}, "html")
    assert "<svg" in _page({"leadership": {"structure": "team"}}, "html")
