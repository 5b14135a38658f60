"""After a mistake in the syntax the rest of a file is read as well: all mistakes at once, each once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_wizard.diagnostic import Diagnostic
from cop_wizard.values import Data, KeyPath
from cop_wizard.yamltext.document import read
from cop_wizard.yamltext.rows import Kind, Row, rows_of
from cop_wizard.yamltext.splice import Put, SpliceRefused, apply

EXAMPLES = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parents[2] / "examples" / "valid").glob("*.yaml"))
}
PLAN = """\
title: Bridge Builders
purpose:
  focus: reading
  audience: principals
  why_now:
    - implementing_change
    - the new curriculum
    - engaging_staff
membership:
  # Who might belong?
  roster:
    - name: Zoé Tremblay
      role: Principal
    - name: Halvard Lindqvist
      role: Teacher
  invitation: none
norms:
  agreed_by_all: yes
  topics:
    time: Meetings begin on the hour
    voice: Everybody speaks once before anybody speaks twice
leadership:
  communication: |
    Names stand on the first page.
    All of them.
  support: lunch
"""


def told(text: str) -> list[tuple[int, str]]:
    """Line and message of all findings."""
    return [(one.span.start.line if one.span else 0, one.message) for one in read(text).problems]


def put_right(text: str, found: tuple[Diagnostic, ...]) -> str:
    """The text with all corrections that are plainly right."""
    edits = sorted({edit for one in found for edit in one.edits}, key=lambda edit: (edit.start, edit.end))
    for edit in reversed(edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def changed(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


@pytest.mark.parametrize(
    "changes",
    [
        [("focus: reading", "focus:reading"), ("role: Teacher", "role: @home"), ("lunch", '"lunch')],
        [("title: Bridge", "title: Bridge: the"), ("  roster:", "roster:"), ("support: lunch", "support lunch")],
        [("    - name: Halvard", "   - name: Halvard"), ("    time: Meet", "\ttime: Meet"), ("none", "[none")],
        [("- the new", "-the new"), ("role: Principal", "role: 'it's'"), ("  agreed", "   agreed")],
        [("  why_now:", "  why_now"), ("    - name: Halvard", "    name: Halvard"), ("lunch", "a: b")],
        [
            ("focus: reading", "focus: Re: reading"),
            ("- engaging_staff", '- "c:\\dir"'),
            ("      role: Teacher", "       role: Teacher"),
            ("voice: Every", "voice: *Every"),
            ("communication: |", "communication |"),
        ],
    ],
)
def test_several_slips_give_exactly_the_findings_each_gives_alone(changes: list[tuple[str, str]]) -> None:
    """No slip hides another, and none gives rise to a finding of its own; the data is what was meant."""
    text = changed(PLAN, *changes)
    alone = [finding for change in changes for finding in told(changed(PLAN, change))]
    assert len(alone) == len(changes)
    assert sorted(told(text)) == sorted(alone)
    document = read(text)
    assert not document.whole
    assert not document.unread
    assert isinstance(document.data, dict)
    assert list(document.data) == ["title", "purpose", "membership", "norms", "leadership"]


PLAN_DATA = read(PLAN).data


def slips(row: Row) -> Iterator[str]:
    """Ways to get one line wrong."""
    if row.structural and row.value and not row.mark and not row.marked:
        yield row.text[: row.value_at] + "re: " + row.text[row.value_at :]
        yield row.text[: row.value_at] + "@" + row.text[row.value_at :]
        yield row.text[: row.value_at] + '"' + row.text[row.value_at :]
    if row.structural:
        yield row.text.replace(": ", ":", 1).replace("- ", "-", 1)
        yield " " + row.text
        yield row.text[1:] if row.column else row.text


@pytest.mark.parametrize("seed", range(40))
def test_slips_here_and_there_in_a_whole_plan_are_all_found(seed: int) -> None:
    """Two to five slips some lines apart: the findings are those of each slip alone, and quickly applied edits help."""
    rng = Random(seed)
    whole = rng.choice(list(EXAMPLES.values()))
    rows = rows_of(whole)
    lines, expected, used = whole.split("\n"), [], list[int]()
    while len(used) < 4:
        at = rng.randrange(len(rows))
        ways = list(slips(rows[at]))
        if not ways or any(abs(at - other) < 12 for other in used):
            continue
        used.append(at)
        line = rng.choice(ways)
        alone = told("\n".join([*whole.split("\n")[:at], line, *whole.split("\n")[at + 1 :]]))
        if alone:
            lines[at] = line
            expected += alone
    text = "\n".join(lines)
    assert sorted(told(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "unread", "data"),
    [
        ("n:\n  a: b\n  s: }\n  x: 1\nb: c\n", ("n", "s"), {"n": {"a": "b", "s": None, "x": "1"}, "b": "c"}),
        ("a: 1\nn:\n  }:\n    x: 1\n  y: 2\nb: 3\n", ("n",), {"a": "1", "n": None, "b": "3"}),
        ("r:\n  - n: a\n  - ]\n  - n: c\nb: 2\n", ("r", 1), {"r": [{"n": "a"}, None, {"n": "c"}], "b": "2"}),
        ("r:\n  - n: ]\n    o: 1\nb: 2\n", ("r", 0, "n"), {"r": [{"n": None, "o": "1"}], "b": "2"}),
    ],
)
def test_what_cannot_be_put_right_is_left_out_and_named(text: str, unread: KeyPath, data: Data) -> None:
    """As little as possible; the rest keeps its place, and later checks know what they must not call missing."""
    document = read(text)
    assert len(document.problems) == 1
    assert document.unread == (unread,)
    assert document.data == data


def test_a_stray_line_leaves_no_answer_unread() -> None:
    """Whatever it was, the names around it are all there."""
    document = read("stray words\ntitle: x\nnorms:\n  other: y\n")
    assert len(document.problems) == 1
    assert document.unread == ()
    assert document.data == {"title": "x", "norms": {"other": "y"}}


@pytest.mark.parametrize(
    ("old", "new", "right"),
    [
        ("focus: reading", "focus: Re: reading", 'focus: "Re: reading"'),
        ("focus: reading", "focus: Re: reading # mine", 'focus: "Re: reading" # mine'),
        ("focus: reading", "focus:reading", "focus: reading"),
        ("focus: reading", "focus： reading", "focus: reading"),
        ("- the new", "-the new", "- the new"),
        ("lunch", "@lunch", '"@lunch"'),
        ("lunch", "%5 more", '"%5 more"'),
        ("lunch", "*bold* words", '"*bold* words"'),
        ("lunch", "*bold", '"*bold"'),
        ("lunch", "& more", '"& more"'),
        ("lunch", "!now come", '"!now come"'),
        ("lunch", "“at: noon”", '"at: noon"'),
        ("lunch", '"lunch', '"lunch"'),
        ("lunch", '"lunch”', '"lunch"'),
        ("lunch", 'it: "so"', "'it: \"so\"'"),
        ("  focus: reading", "\tfocus: reading", "  focus: reading"),
        ("      role: Teacher", "\u00a0\u00a0\u00a0 \u00a0\u00a0role: Teacher", "      role: Teacher"),
        ("lunch", "'What's next?'", '"What\'s next?"'),
        ("    - the new", "   - the new", "    - the new"),
        ("    - the new", "    -  the: new\n      x: y", "    - the: new\n      x: y"),
        ("lunch", "lu\x07nch", "lunch"),
        ("lunch", "lunch\x0bat noon", "lunch at noon"),
    ],
)
@pytest.mark.parametrize(("bom", "newline"), [("", "\n"), ("\ufeff", "\r\n")])
def test_what_is_plainly_meant_can_be_put_right_by_a_program(
    old: str, new: str, right: str, bom: str, newline: str
) -> None:
    """The edits are those of the text as it stands, change nothing else, and leave nothing wrong."""
    text, wanted = (bom + changed(PLAN, (old, line)).replace("\n", newline) for line in (new, right))
    document = read(text)
    assert len(document.problems) == 1
    assert put_right(text, document.problems) == wanted
    assert read(wanted).problems == ()
    assert read(wanted).data == document.data


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    - name: Halvard", "    name: Halvard"),
        ("  audience:", "   audience:"),
        ("focus: reading", "focus reading"),
        ("lunch", "[x] lunch"),
        ("lunch", '"a "b" c"'),
        ("lunch", "> lunch"),
        ("    - the new", "    -5 new"),
        ("    - the new curriculum", '    - "the new\n      curriculum'),
        ("lunch", "!!str lunch"),
    ],
)
def test_where_the_meaning_is_guessed_nothing_is_put_right_by_itself(old: str, new: str) -> None:
    """A missing dash, colon or bracket, a line astray: a person decides."""
    found = read(changed(PLAN, (old, new))).problems
    assert found
    assert not any(one.edits for one in found)


def test_a_file_indented_with_tabs_has_one_mistake() -> None:
    """Each tab is as wide as all the others, so one finding puts the whole file right."""
    text = PLAN.replace("  ", "\t")
    (found,) = read(text).problems
    assert found.code == "COP106"
    assert "tabs in front of 21 lines" in found.message
    assert put_right(text, (found,)) == PLAN


def test_an_item_pasted_too_far_left_is_one_mistake() -> None:
    """It is moved with all its lines."""
    item = "    - name: Halvard Lindqvist\n      role: Teacher\n"
    text = changed(PLAN, (item, item.replace("    - ", "  - ").replace("      role", "    role")))
    (found,) = read(text).problems
    assert "Put exactly 4 spaces before it. Move the lines that belong to it" in found.hint
    assert read(text).data == PLAN_DATA


def test_a_line_broken_in_two_goes_on_with_the_one_above() -> None:
    """The rest of it at the margin is no name."""
    (found,) = read(changed(PLAN, ("Everybody speaks once before", "Everybody speaks\nonce before"))).problems
    assert found.message == "The text of the answer above goes on here, but too far left."


def test_two_documents_are_read_as_one_if_that_is_possible() -> None:
    """Three dashes between two sections hide nothing; a whole second plan is not looked at."""
    parted = changed(PLAN, ("norms:", "---\nnorms:"), ("lunch", "lunch\n  support: tea"))
    assert [one.code for one in read(parted).problems] == ["COP111", "COP107"]
    assert read(parted).data == PLAN_DATA
    twice = read(f"{PLAN}---\n{PLAN}")
    assert [one.code for one in twice.problems] == ["COP111"]
    assert twice.data == PLAN_DATA


def test_more_mistakes_than_anybody_reads_are_cut_short() -> None:
    """Twenty are told, the last says that there are more, and the rest of the file is still known."""
    document = read("".join(f"k{number}: a: b\n\n" for number in range(60)) + "last: 1\n")
    assert len(document.problems) == 20
    assert document.problems[-1].hint.endswith("(More may show once this is put right.)")
    assert isinstance(document.data, dict)
    assert document.data["last"] == "1"
    assert ("k59",) in document.unread


def test_places_are_those_of_the_text_as_it_stands() -> None:
    """Though something else was read, values, keys, dashes and single values are found where they are."""
    text = "\ufeff" + changed(PLAN, ("focus: reading", "focus: Re: it"), ("    - name: Halvard", "   - name: Halvard"))
    document = read(text)
    places: dict[KeyPath, str] = {("purpose", "focus"): "Re: it", ("leadership", "support"): "lunch"}
    for path, value in places.items():
        span = document.span(path)
        assert span
        assert text[span.start.offset : span.end.offset] == value
    dash = document.key_span(("membership", "roster", 1))
    assert dash
    assert (dash.start.line, dash.start.column, text[dash.start.offset]) == (14, 4, "-")
    found = {path: text[scalar.start : scalar.end] for path, scalar in document.scalars()}
    assert found["purpose", "focus"] == "Re: it"
    assert found["membership", "roster", 1, "role"] == "Teacher"


def test_a_mended_text_is_never_spliced() -> None:
    """What was guessed is not written to anybody's file."""
    with pytest.raises(SpliceRefused):
        apply(changed(PLAN, ("focus: reading", "focus:reading")), [Put(("title",), "New")])


def test_a_stray_file_is_no_plan_with_many_mistakes() -> None:
    """Of a file full of forbidden characters only the first is told."""
    document = read("\x00\x01" * 500)
    assert [one.code for one in document.problems] == ["COP112"]
    assert document.data is None


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_happens_to_a_plan_each_mistake_is_told_once(data: st.DataObject) -> None:
    """No place is named twice for the same reason, all lie in the text, and data is there unless reading stopped."""
    text = data.draw(st.sampled_from([PLAN, EXAMPLES["one-page"]]))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(text) - 1))
        new = data.draw(st.sampled_from([*":-#'\"[]{},&*!|>%@?\t \n\x00\u00a0“~`x", ""]))
        text = text[:at] + new + text[at + data.draw(st.integers(0, 5)) :]
    document = read(text)
    places = [(one.code, one.message, one.span) for one in document.problems]
    assert len(set(places)) == len(places)
    assert all(one.span is None or one.span.end.offset <= len(text) for one in document.problems)
    for path, scalar in document.scalars():
        assert 0 <= scalar.start <= scalar.end <= len(text)
        document.span(path)
        document.key_span(path)


def test_rows_know_what_they_are() -> None:
    """A row with a tab in front has a name but no column to go by."""
    row = rows_of("\tname: x\n")[0]
    assert (row.kind, row.structural, row.settled) == (Kind.NAME, True, False)
