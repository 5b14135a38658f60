"""A table is read whatever a spreadsheet did to it, and what is none is refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cop_wizard.errors import FileTrouble
from cop_wizard.guide.load import load_guide
from cop_wizard.rosters.columns import known_headings, likeness, no_headings
from cop_wizard.spreadsheet import Table, read_table

KNOWN = known_headings(load_guide("cass").vocabulary)
FILE = Path("members.csv")


def table(content: bytes) -> Table:
    return read_table(content, FILE, lambda cells: likeness(cells, KNOWN), no_headings())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_encoding_and_delimiter_is_recognised(encoding: str, delimiter: str, newline: str) -> None:
    rows = [("Prénom", "Nom", "Rôle"), ("Zoé", "Lévesque", "Coach, retired; part-time"), ("Ana", "Díaz", "")]
    lines = [delimiter.join(f'"{cell}"' for cell in row) for row in rows]
    found = table((newline.join(lines) + newline).encode(encoding))
    assert found.headings == rows[0]
    assert [row.cells for row in found.rows] == rows[1:]


def test_the_headings_may_stand_below_a_title() -> None:
    """And empty rows count for nothing, but lines are counted as the person sees them."""
    found = table(b"Members of the circle,,\n,,\nName,Role,Zip\n,,\nAna,Coach,T6\n")
    assert found.headings == ("Name", "Role", "Zip")
    assert [(row.line, row.cells[0]) for row in found.rows] == [(5, "Ana")]


def test_a_line_for_excel_is_no_row() -> None:
    found = table(b"sep=;\nName;Role\nAna;Coach\n")
    assert found.headings == ("Name", "Role")
    assert [row.line for row in found.rows] == [3]


def test_ragged_rows_lose_nothing() -> None:
    found = table(b"Name,Role\nAna\nBob,Coach,new,since May\n")
    assert found.headings == ("Name", "Role", "", "")
    assert [row.cells for row in found.rows] == [("Ana", "", "", ""), ("Bob", "Coach", "new", "since May")]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "called Name"),
        (b"just some text", "called Name"),
        (b"Role,Place\nCoach,Here\n", "called Name"),
        (b'Name,Role\nAna,"Coach\nBob,Coach\n', "line 2"),
        (b'Name,Role\n"Ana" Lee,Coach\n', "line 2"),
        (b"Name,Role\nA\x00na,Coach\n", "does not hold text"),
        (b"PK\x03\x04" + bytes(200), "spreadsheet program"),
        (b"\x7fELF\x02\x01" + bytes(range(256)), "does not hold text"),
        (b"\xff\xfe\x00\xd8a\x00", "does not hold text"),
        (b"Name," + b"x," * 2000 + b"\nAna\n", "columns"),
        (b"Name\n" + b"Ana\n" * 3000, "rows"),
        (b'Name\n"' + b"x" * 200_000 + b'"\n', "line 2"),
    ],
)
def test_what_is_no_table_is_refused_in_words(content: bytes, words: str) -> None:
    with pytest.raises(FileTrouble, match=words) as caught:
        table(content)
    assert caught.value.hint


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: ("Name," + text).encode("utf-8", "replace")))
@example(b'Name,"\n')
def test_no_bytes_whatever_get_further_than_a_message(content: bytes) -> None:
    try:
        found = table(content)
    except FileTrouble:
        return
    assert all(len(row.cells) == len(found.headings) for row in found.rows)
