"""Columns and cells are understood as people write them; what is not goes into the note."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cop_wizard.guide.load import load_guide
from cop_wizard.plan.shapes import Member
from cop_wizard.rosters.columns import columns, known_headings, likeness, no_headings
from cop_wizard.rosters.merge import merge, operations
from cop_wizard.rosters.people import Person, people
from cop_wizard.spreadsheet import read_table
from cop_wizard.values import NONE_ON_PURPOSE, Data
from cop_wizard.yamltext.operations import edited

WORDS = load_guide("cass").vocabulary
KNOWN = known_headings(WORDS)


def read(text: str) -> list[Person]:
    table = read_table(text.encode(), Path("members.csv"), lambda cells: likeness(cells, KNOWN), no_headings())
    return people(table, columns(table.headings, KNOWN), WORDS)


def only(text: str) -> dict[str, Any]:
    (person,) = read(text)
    return dict(person.data)


@pytest.mark.parametrize(
    "headings",
    [
        "Name,E-mail,Workplace,Role",
        "FULL NAME,Email Address,School,Job title",
        "Nom,Courriel,École,Poste",
        "nom complet,Adresse électronique,Établissement,Fonction",
        "name,email,organization,role",
        "'Name , e mail:,Employer,Position",
    ],
)
def test_headings_are_known_by_many_names(headings: str) -> None:
    """In English and French, whatever their case, accents and signs."""
    assert only(f"{headings}\nAna Díaz,ana@x.org,Riverbend,Coach\n") == {
        "name": "Ana Díaz",
        "role": "Coach",
        "organization": "Riverbend",
        "email": "ana@x.org",
    }


@pytest.mark.parametrize(
    "table",
    [
        "First name,Last name\nAna,Díaz\n",
        "Last name,First name\nDíaz,Ana\n",
        "Prénom,Nom\nAna,Díaz\n",
        "Nom,Prénom\nDíaz,Ana\n",
        "Given name,Surname\nAna,Díaz\n",
        "First name,Last name,Full name\nAna,Díaz,Ana Díaz\n",
    ],
)
def test_two_columns_make_one_name(table: str) -> None:
    assert only(table) == {"name": "Ana Díaz"}


@pytest.mark.parametrize(
    ("column", "cell", "field", "value"),
    [
        ("Status", "Member", "status", "member"),
        ("Statut", "invitée", "status", "invited"),
        ("Status", "on leave", "status", "on_leave"),
        ("Status", "TBD", "status", "TBD"),
        ("Level", "core member", "level", "core"),
        ("Niveau", "noyau", "level", "core"),
        ("May vote", "Y", "voting", "yes"),
        ("Droit de vote", "non", "voting", "no"),
        ("Member since", "2026-09-15", "since", "2026-09-15"),
        ("Member since", "15 September 2026", "since", "2026-09-15"),
        ("Member since", "2026-09-15 00:00:00", "since", "2026-09-15"),
        ("Member since", "25/09/2026", "since", "2026-09-25"),
        ("Member since", "spring 2024", "since", "spring 2024"),
        (
            "Roles",
            "coordinator; Expert;keeper of the kettle",
            "labels",
            ["coordinator", "expert", "keeper of the kettle"],
        ),
        ("Email", "none", "email", NONE_ON_PURPOSE),
        ("Role", "'-- acting --", "role", "-- acting --"),
        ("Role", "'quoted'", "role", "'quoted'"),
    ],
)
def test_cells_are_read_as_the_plan_has_them(column: str, cell: str, field: str, value: Data) -> None:
    assert only(f"Name\t{column}\nAna\t{cell}\n") == {"name": "Ana", field: value}


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("Status", "perhaps"),
        ("Member since", "09/10/2026"),
        ("Member since", "46285"),
        ("Level", "very"),
        ("Shoes", "41"),
    ],
)
def test_what_is_not_understood_goes_into_the_note(column: str, cell: str) -> None:
    """Behind the note that is there, with its heading."""
    (person,) = read(f"Name,{column},Notes\nAna,{cell},likes tea\n")
    assert [(one.heading, one.value) for one in person.unread] == [(column, cell)]
    (added,) = merge(None, [person]).added
    assert added.data == {"name": "Ana", "note": f"likes tea; {column}: {cell}"}


def test_a_cell_without_a_heading_is_kept_as_well() -> None:
    (added,) = merge(None, read("Name,Role\nAna,Coach,extra\n")).added
    assert added.data["note"] == "Column 3: extra"


# People of the file and of the plan

ROSTER: Data = [
    {"name": "Ana Díaz", "role": "Coach"},
    {"name": "Bob Lee", "email": "bob@x.org", "note": "likes tea; Shoes: 41"},
    {"name": "Bob Lee", "email": "lee@x.org"},
    {"name": "Office", "email": "office@x.org", "role": NONE_ON_PURPOSE},
]


def after(text: str) -> Data:
    data: Data = {"membership": {"roster": ROSTER}}
    for operation in operations(merge(ROSTER, read(text)), ROSTER):
        data = edited(data, operation)
    assert isinstance(data, dict)
    assert isinstance(data["membership"], dict)
    return data["membership"]["roster"]


def test_blanks_are_filled_and_answers_stay() -> None:
    """Whatever the case and the accents of the name; what differs is told."""
    text = "Name,Role,School\nANA DIAZ,Principal,Riverbend\n"
    found = merge(ROSTER, read(text))
    assert [(one.name, one.field, one.ours, one.theirs) for one in found.differing] == [
        ("Ana Díaz", "role", "Coach", "Principal")
    ]
    assert isinstance(ROSTER, list)
    assert after(text) == [{"name": "Ana Díaz", "role": "Coach", "organization": "Riverbend"}, *ROSTER[1:]]


def test_namesakes_are_told_apart_by_their_address() -> None:
    """Whatever their order in the file."""
    text = "Name,Email,Role\nBob Lee,LEE@x.org,Cook\nBob Lee,bob@x.org,Driver\nBob Lee,third@x.org,Clerk\n"
    roster = after(text)
    assert isinstance(roster, list)
    assert [row.get("role") for row in roster if isinstance(row, dict)] == [
        "Coach",
        "Driver",
        "Cook",
        NONE_ON_PURPOSE,
        "Clerk",
    ]


def test_nobody_in_the_plan_is_two_people_of_the_file() -> None:
    """The second of two namesakes is somebody else."""
    roster = after("Name,Email\nAna Diaz,one@x.org\nAna Díaz,two@x.org\n")
    assert isinstance(roster, list)
    assert [row.get("email") for row in roster if isinstance(row, dict)][::4] == ["one@x.org", "two@x.org"]


def test_an_address_alone_finds_somebody_as_well() -> None:
    """But "none, on purpose" is an answer, and stays."""
    found = merge(ROSTER, read("Name,Email,Role\nThe office,office@x.org,Front desk\n"))
    assert found.added == ()
    assert [(one.field, one.theirs) for one in found.differing] == [("name", "The office"), ("role", "Front desk")]


def test_taking_a_file_over_twice_changes_nothing_more() -> None:
    text = "Name,Email,Role,Shoes\nBob Lee,bob@x.org,Driver,41\nNew Person,,Coach,42\n"
    roster = after(text)
    again = merge(roster, read(text))
    assert (again.changes, again.differing, again.same) == (0, (), 2)


def test_a_person_whom_the_file_has_twice_is_one() -> None:
    """What the second row says otherwise is kept in the note."""
    (added,) = merge(None, read("Name,Email,Role,Level\nAna,a@x.org,,core\nana,A@x.org,Coach,active\n")).added
    assert added.data == {"name": "Ana", "role": "Coach", "email": "a@x.org", "level": "core", "note": "level: active"}


WAYS = [
    ("Marie-Ève Côté", "Côté, Marie-Ève"),
    ("Marie-Ève Côté", "COTE, Marie-Eve"),
    ("Côté, Marie-Ève", "Marie-Ève Côté"),
    ("Søren Østergård", "Soren Ostergard"),
    ("Łukasz Nowak", "Lukasz  Nowak"),
    ("Ana Díaz", "Ana Díaz RN"),
    ("Ana Díaz", "Díaz, Ana, M.Ed."),
    ("Ana Díaz, PhD", "Dr. Ana Díaz"),
    ("Ana Díaz", "Ana Díaz MD, FooBar"),
    ("Ana Díaz", "Díaz Ana"),
    ("Ana Díaz", "Ana María Díaz"),
    ("Sean O'Brien", "Sean OBrien"),
    ("Ana Díaz", "Anna Díaz"),
]
FOUND = 8
"""So many of these are certain; of the others, a person has to judge."""


@pytest.mark.parametrize(("ours", "theirs"), WAYS[:FOUND])
def test_a_name_written_another_way_is_the_same_person(ours: str, theirs: str) -> None:
    """Last name first, other letters, two blanks, a degree: nobody is doubled, and no new name is written."""
    roster: Data = [{"name": ours}, {"name": "Bob Lee"}]
    found = merge(roster, read(f'Name,Role\n"{theirs}",Coach\n'))
    assert found.added == ()
    assert [dict(one.data) for one in found.filled] == [{"role": "Coach"}]


@pytest.mark.parametrize(("ours", "theirs"), WAYS[FOUND:])
def test_somebody_who_looks_like_another_is_said_to(ours: str, theirs: str) -> None:
    """On the roster, or in the file above; both are kept."""
    (added,) = merge([{"name": ours}], read(f'Name,Role\n"{theirs}",Coach\n')).added
    assert (added.like, added.also_new) == (ours, False)
    first, second = merge(None, read(f'Name,Role\n"{ours}",Coach\n"{theirs}",Coach\n')).added
    assert (first.like, second.like, second.also_new) == ("", ours, True)


def test_the_same_name_with_another_address_is_shown_and_not_taken_for_the_same() -> None:
    """They may be two people; and a degree of the file is told where the plan has none."""
    roster: Data = [{"name": "Ana Díaz", "email": "ana@x.org"}]
    (added,) = merge(roster, read('Name,Email\n"Díaz, Ana",diaz@y.org\n')).added
    assert added.like == "Ana Díaz"
    found = merge(roster, read('Name,Email\n"Díaz, Ana (RN)",ana@x.org\n'))
    assert [(one.field, one.theirs) for one in found.differing] == [("name", "Díaz, Ana (RN)")]


@pytest.mark.parametrize("other", ["Ana Ruiz", "Yo-Yo Díaz", "Ana", "Li Ma", "RN", "Díaz, Bob"])
def test_other_people_are_like_nobody(other: str) -> None:
    """A first or last name alone is no likeness."""
    (added,) = merge([{"name": "Ana Díaz"}, {"name": "Li"}], read(f'Name,Role\n"{other}",Coach\n')).added
    assert added.like == ""


def test_every_column_of_a_person_has_words() -> None:
    for field in Member.model_fields:
        assert field in KNOWN.values()


@pytest.mark.parametrize(
    "text",
    [
        "Name,E-mail,Role\nAnn,ann@x.example,Teacher\nAnn,ann@x.example,Principal\n",
        "Name,Role\n" + "Ann,Teacher\n" * 20,
        "Name,Role,Comment on it\nAnn,Teacher,\n,,Status: May 2026\n",
        "Name,Role\n,nobody\n,nobody\nBo,Coach\n",
    ],
)
def test_no_run_doubles_anybody(text: str) -> None:
    """A person whom the file has twice, rows that are alike, and rows without a name: once each, also next time."""
    roster: Data = None
    for run in range(3):
        found = merge(roster, read(text))
        assert run == 0 or found.changes == 0
        data: Data = {"membership": {"roster": roster}}
        for operation in operations(found, roster):
            data = edited(data, operation)
        assert isinstance(data, dict)
        membership = data["membership"]
        assert isinstance(membership, dict)
        roster = membership["roster"]
        assert isinstance(roster, list)
        said = [str(sorted(row.items())) for row in roster if isinstance(row, dict)]
        assert len(said) == len(set(said))
