"""A person or an occasion is found however its name is typed, and never by guessing between two."""

from __future__ import annotations

import pytest

from cop_wizard.documents.content.people import meant

PEOPLE = ["Dr. Lee Hart", "Mme Noémie Côté", "Declan O’Hanrahan", "Anne\u2011Marie Roy", "Anne Royal", "रवि", "रावि"]
EVENTS = ["Nurses’ week", "Open day – spring", "Open day – autumn", "CASS Annual Conference"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Lee Hart", ["Dr. Lee Hart"]),
        ("Dr Lee Hart", ["Dr. Lee Hart"]),
        ("Prof. Lee Hart, PhD", ["Dr. Lee Hart"]),
        ("Hart, Lee", ["Dr. Lee Hart"]),
        ("noemie cote", ["Mme Noémie Côté"]),
        ("Declan O'Hanrahan", ["Declan O’Hanrahan"]),
        ("Anne-Marie\u00a0Roy", ["Anne\u2011Marie Roy"]),
        ("anne", ["Anne\u2011Marie Roy", "Anne Royal"]),
        ("रवि", ["रवि"]),
        ("'", []),
        ("Lee Heart", []),
    ],
)
def test_a_person_is_found_however_the_name_is_typed(typed: str, found: list[str]) -> None:
    assert meant(PEOPLE, typed) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Nurses' week", ["Nurses’ week"]),
        ("nurses`  WEEK", ["Nurses’ week"]),
        ("Open day - spring", ["Open day – spring"]),
        ("open day", ["Open day – spring", "Open day – autumn"]),
        ("conference", ["CASS Annual Conference"]),
    ],
)
def test_an_occasion_is_found_with_any_apostrophe_dash_and_blank(typed: str, found: list[str]) -> None:
    assert meant(EVENTS, typed) == found
