"""Slips of the hand: each is found where it is, and its hint, followed to the letter, mends the file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Any

import pytest

from cop_wizard.diagnostic import Diagnostic
from cop_wizard.yamltext.broken import Part
from cop_wizard.yamltext.document import read
from cop_wizard.yamltext.draft import Draft
from cop_wizard.yamltext.rows import Kind, rows_of
from cop_wizard.yamltext.slip import Slip
from cop_wizard.yamltext.slips import find_slip
from support import thorough

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "valid").glob("*.yaml"))
LETTER = (
    'je pense: il faut dire "non".',
    "Merci",
    "- d'abord: la salle",
    "# 1 est urgent",
    '"Zoé" viendra',
    "l'équipe",
)

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
      note: comes by bus
    - name: Halvard Lindqvist
      role: Teacher
      note: prefers the telephone
  invitation: none
leadership:
  communication: |
    Names stand on the first page.
    All of them.
  support: lunch
"""


def follow(text: str, told: Diagnostic, pasted: tuple[str, ...] = ()) -> str:
    """The text after doing what the hint says, by somebody who does just that; ``pasted`` is what they know as text."""
    assert told.span
    hint = told.hint
    lines = text.split("\n")
    at, line = told.span.start.line - 1, lines[told.span.start.line - 1]
    white = line[: len(line) - len(line.lstrip())]
    if found := re.fullmatch(r"Write: (.*?)(?: \(Or put .*)?", hint):
        lines[at] = white + found[1]
    elif found := re.fullmatch(r"Put exactly (\d+) spaces? before it\.", hint):
        lines[at] = " " * int(found[1]) + line.lstrip()
    elif hint == "Delete all spaces before it, so that it starts at the left margin.":
        lines[at] = line.lstrip()
    elif found := re.fullmatch(r"Delete what stands in front .* exactly (\d+) spaces? there\.", hint):
        lines[at] = " " * int(found[1]) + line.lstrip()
    elif found := re.match(r"Put (?:another )?(\S) at the end of this ", hint):
        lines[at] = line + found[1]
    elif found := re.search(r"Write “(.*) \|”, start the text in the line below, and put (\d+) spaces before", hint):
        lines = _as_block(lines, at, found[1], int(found[2]), pasted)
    elif found := re.fullmatch(r"Put (\d+) spaces before this line, and before every line of the text .*", hint):
        for number in range(at, _end(lines, at, pasted)):
            lines[number] = " " * int(found[1]) + lines[number].strip()
    elif found := re.match(r"Put a (.) in front of the whole answer and another behind it(, and write each)?", hint):
        row = rows_of(line)[0]
        value = row.value.replace("'", "''") if found[2] else row.value
        lines[at] = line[: row.value_at] + found[1] + value + found[1]
    else:
        _follow_elsewhere(lines, hint)
    return "\n".join(lines)


def _follow_elsewhere(lines: list[str], hint: str) -> None:
    """A hint may name another line as the one to change."""
    found = re.match(r"If it belongs below .* in line (\d+), .*: (?:delete all|put exactly (\d+)) space", hint)
    if not found:
        pytest.fail(f"nobody could follow this: {hint}")
    at = int(found[1]) - 1
    lines[at] = " " * int(found[2] or 0) + lines[at].lstrip()


def _as_block(lines: list[str], at: int, head: str, spaces: int, pasted: tuple[str, ...]) -> list[str]:
    name = next(number for number in range(at, -1, -1) if lines[number].lstrip().startswith(head))
    end = _end(lines, at, pasted) if name < at else at + 1
    white = lines[name][: lines[name].index(head)]
    texts = [lines[name].strip().removeprefix(head).removeprefix(" |"), *lines[name + 1 : end]]
    block = [" " * spaces + text.strip() for text in texts if text.strip()]
    return [*lines[:name], f"{white}{head} |", *block, *lines[end:]]


def _end(lines: list[str], at: int, pasted: tuple[str, ...]) -> int:
    end = at + 1
    while end < len(lines) and lines[end] in pasted:
        end += 1
    return end


def mended(text: str, pasted: tuple[str, ...] = ()) -> tuple[Diagnostic, Any]:
    """The first finding, and what the file says after its hint has been followed once."""
    told, *others = read(text).problems
    assert not others
    again = read(follow(text, told, pasted))
    assert again.problems == ()
    return told, again.data


def line_of(text: str, part: str) -> int:
    """The number of the first line that holds ``part``."""
    return next(number for number, line in enumerate(text.split("\n"), 1) if part in line)


@pytest.mark.parametrize(
    ("old", "new", "message", "hint"),
    [
        (
            "    - name: Halvard",
            "   - name: Halvard",
            "one space further left than the other",
            "exactly 4 spaces",
        ),
        ("    - name: Halvard", "     - name: Halvard", "one space further right", "exactly 4 spaces"),
        ("    - the new", "   - the new", "one space further left", "exactly 4 spaces"),
        ("      role: Teacher", "     role: Teacher", "one space further left than the names", "exactly 6 spaces"),
        ("      role: Teacher", "       role: Teacher", "one space further right than the names", "exactly 6 spaces"),
        ("  audience:", "   audience:", "one space further right than the names", "exactly 2 spaces"),
        ("  audience:", " audience:", "one space further left than the names", "exactly 2 spaces"),
        ("  roster:", "roster:", "2 spaces further left than the names", "exactly 2 spaces"),
        ("      role: Teacher", "\trole: Teacher", "tab", "exactly 6 spaces"),
        ("focus: reading", "focus:reading", "no space after the colon", "Write: focus: reading"),
        ("focus: reading", "focus reading", "no colon behind this name", "Write: focus: reading"),
        ("focus: reading", "focus： reading", "wide", "Write: focus: reading"),
        ("  why_now:", "  why_now", "no colon behind this name", "Write: why_now:"),
        ("communication: |", "communication |", "no colon", "Write: communication: |"),
        ("- the new", "-the new", "no space after the dash", "Write: - the new curriculum"),
        ("    - name: Halvard", "    name: Halvard", "no dash in front", "Write: - name: Halvard Lindqvist"),
    ],
)
def test_the_line_itself_is_named_and_nothing_is_lost(old: str, new: str, message: str, hint: str) -> None:
    """One correction makes the file what it was."""
    text = PLAN.replace(old, new, 1)
    told, data = mended(text)
    assert message in told.message
    assert hint in told.hint
    assert told.span
    assert told.span.start.line == line_of(text, new)
    assert data == read(PLAN).data


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('Re: il dit "Zoé" : demain', 'Re: il dit "Zoé" : demain'),
        ('Re: l\'ami dit "Zoé" : demain', 'Re: l\'ami dit "Zoé" : demain'),
        ("Re: demain", "Re: demain"),
        ("Re: " + "très " * 20 + 'l\'ami dit "oui"', "Re: " + "très " * 20 + 'l\'ami dit "oui"'),
        ("Re: " + "très " * 20 + '"oui"', "Re: " + "très " * 20 + '"oui"'),
        ("Re: " + "très " * 20, "Re: " + ("très " * 20).strip()),
        ("@home", "@home"),
        ("%5 more", "%5 more"),
        ("`x`", "`x`"),
        ("*bold* words", "*bold* words"),
        ("[x] done", "[x] done"),
        ('"il dit "non" ici"', 'il dit "non" ici'),
        ('"Zoé" et "Max"', '"Zoé" et "Max"'),
        ("'it's'", "it's"),
        (r'"c:\dir"', r"c:\dir"),
        ('"reading', "reading"),
        ("'reading", "reading"),
        ("| reading", "reading\n"),
    ],
)
@pytest.mark.parametrize("key", ["  focus: ", "      note: ", "    - name: ", "    - "])
def test_a_text_that_needs_quotation_marks_gets_the_right_ones(written: str, meant: str, key: str) -> None:
    """The corrected line is shown if it is short, and is right also for a text with quotation marks inside."""
    at = {"    - ": "    - the new curriculum", "    - name: ": "    - name: Halvard Lindqvist"}.get(key)
    old = at or next(line for line in PLAN.split("\n") if line.startswith(key))
    text = PLAN.replace(old, key + written, 1)
    if key == "    - " and written.startswith("Re: ") and " : " not in written:
        assert read(text).problems == ()  # a row of a table, as far as YAML knows
        return
    told, data = mended(text)
    assert told.span
    assert told.span.start.line == line_of(text, key + written)
    assert data == read(PLAN.replace(old, key + '"' + _escaped(meant) + '"', 1)).data


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def test_an_odd_quotation_mark_is_found_where_it_opens() -> None:
    """The parser notices it much later, in an innocent line."""
    text = PLAN.replace("focus: reading", 'focus: "reading').replace("lunch", 'lunch, "if any"')
    text = text.replace("All of them.", 'All of them, said "so".')
    told, data = mended(text)
    assert told.span
    assert (told.span.start.line, told.span.start.column) == (3, 10)
    assert told.message == "This quotation mark is never closed."
    assert data["purpose"]["focus"] == "reading"


@pytest.mark.parametrize("count", range(2, len(LETTER) + 1))
@pytest.mark.parametrize("key", ["  support: ", "      note: ", "title: ", "    - "])
def test_a_pasted_letter_becomes_a_text_of_several_lines(key: str, count: int) -> None:
    """Whatever stands in it: the hint points at its first line and says how far to indent it."""
    old = next(line for line in PLAN.split("\n") if line.startswith(key))
    letter = (*LETTER[1:count], LETTER[0]) if count < 6 else LETTER
    text = PLAN.replace(old, "\n".join([f"{key}Bonjour,", *letter]), 1)
    told, data = mended(text, LETTER)
    assert told.span
    assert "Write “" in told.hint
    assert "\n".join(["Bonjour,", *letter]) + "\n" in _texts(data)


def _texts(data: Any) -> list[str]:
    if isinstance(data, str):
        return [data]
    below = data.values() if isinstance(data, dict) else data if isinstance(data, list) else []
    return [text for value in below for text in _texts(value)]


def test_text_at_the_left_margin_below_a_block_is_put_below_it() -> None:
    """The same for a name that has its ``|`` already."""
    text = PLAN.replace("    All of them.", "\n".join(LETTER))
    told, data = mended(text, LETTER)
    assert "Put 4 spaces before this line" in told.hint
    assert data["leadership"]["communication"].startswith("Names stand on the first page.\nje pense:")


def test_a_list_below_a_text_keeps_the_text() -> None:
    """Neither way the hint offers deletes an answer."""
    told, data = mended("a: 1\n- b\n", ("- b",))
    assert "delete" not in told.hint.lower()
    assert "“members:”" in told.hint
    assert data == {"a": "1\n- b\n"}
    assert read("a: 1\nmembers:\n- b\n").problems == ()


@pytest.mark.parametrize("plan", EXAMPLES, ids=lambda path: str(path.stem))
def test_any_line_of_a_plan_in_the_wrong_column_is_put_back(plan: Path) -> None:
    """Where a shift breaks the file, a correction mends it, and nearly always makes it what it was.

    Some of the lines are tried, in turn moved to the left and to the right.
    """
    whole = plan.read_text(encoding="utf-8")
    lines = whole.split("\n")
    steps = cycle((-2, -1, 1, 2))
    tried = same = 0
    for at, row in list(enumerate(rows_of(whole)))[:: 7 if thorough.WHOLE else 29]:
        step = next(steps)
        if row.kind not in (Kind.NAME, Kind.ITEM) or row.column + step < 0:
            continue
        text = "\n".join([*lines[:at], " " * (row.column + step) + lines[at].lstrip(), *lines[at + 1 :]])
        if read(text).problems:
            tried += 1
            same += mended(text)[1] == read(whole).data
    assert same >= tried * 0.9


@pytest.mark.parametrize("column", [0, 1, 3])
def test_a_name_far_above_the_place_where_it_shows_is_the_one_that_is_told(column: int) -> None:
    """Whoever moved the next name instead, as its place suggests, would tear the section apart."""
    rows = "".join(f"    - name: Person {number}\n      role: Teacher\n" for number in range(40))
    text = f"membership:\n  size: many\n\n  # Who?\n  roster:\n{rows}\n  # How?\n  invitation: |\n    By letter.\n"
    told, data = mended(text.replace("  roster:", f"{' ' * column}roster:"))
    assert told.span
    assert told.span.start.line == 5
    assert data == read(text).data


def test_a_heading_in_line_with_what_belongs_to_it_is_not_taken_for_a_copy() -> None:
    """Whoever deleted what stands there twice would lose an answer."""
    text = "life:\n  status: active\n\ndocument:\n  # Is it approved?\n  status: approved\n  version: 2\n"
    told, data = mended(text.replace("document:", "  document:"))
    assert told.hint == (
        "If it belongs below “document:” in line 4, that line stands too far right: delete all spaces before that "
        "line. Else keep one of the two and delete the other."
    )
    assert data == read(text).data


@pytest.mark.parametrize(
    ("plan", "line", "astray"),
    [
        # The first answer below a heading, not the heading.
        ("life:\n  note: x\ndocument:\n  version: 1\n  status: draft\n", "  version: 1", "    version: 1"),
        ("life:\n  note: x\ntalk:\n  ways:\n    - name: a\n  kept: b\n", "  ways:", "    ways:"),
        # The name behind a list, not one more field of its last row.
        ("r:\n  rows:\n    - what: a\n      per: b\n  paid: none\n  made: x\n", "  paid: none", "    paid: none"),
        # The name behind a text of several lines, not a heading of the file.
        ("r:\n  open: |\n    a b\n  shut: c d\ncare:\n  how: x\n", "  shut: c d", " shut: c d"),
        # The name of a text, not the text.
        ("r:\n  # A?\n  one:\n\n  # B?\n  two: |\n    so it is\n    and: on\n", "  two: |", "    two: |"),
        # A field of a row, not a row without its dash.
        (
            "r:\n  - who: a\n    on: 1\n    why: b\n  - who: c\n    on: 2\n    why: d\n  - on: 3\n    why: e\n",
            "    on: 2",
            "  on: 2",
        ),
        # A heading above what stands there twice, in a file without blank lines.
        ("life:\n  status: a\ndocument:\n  version: 1\n  status: b\n", "document:", "  document:"),
    ],
)
def test_the_line_that_was_moved_is_the_one_that_is_told(plan: str, line: str, astray: str) -> None:
    """Without blank lines to go by, its neighbours say which one it is."""
    assert plan.count(f"{line}\n") == 1
    assert mended(plan.replace(f"{line}\n", f"{astray}\n"))[1] == read(plan).data


def test_a_blank_answer_above_a_copy_is_no_heading() -> None:
    """Blank lines on both sides of it say so."""
    (told,) = read("life:\n  status: active\n\n  review_on:\n\n  status: approved\n").problems
    assert told.hint.startswith("Keep one of the two")


WHOLE = next(path for path in EXAMPLES if path.stem == "early-numeracy").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("line", "below", "message", "unread"),
    [
        ("  roster:", "    - name: Rukmini Pillai", "name of this list is missing", ("membership",)),
        ("  why_now:", "    - implementing_change", "name of this list is missing", ("purpose",)),
        ("  statement: |", "    This community is for", "name of this answer is missing", ("purpose",)),
        ("  ideal_member: |", "    Somebody who leads", "name of this answer is missing", ("membership",)),
        ("  size:", "    minimum: 8", "name of this group of answers is missing", ("membership",)),
        ("  duties:", "    set_up_meetings:", "name of this group of answers is missing", ("leadership",)),
        ("    role_and_voice: |", "      We begin with", "name of this answer is missing", ("norms", "statements")),
        ("    - text: >-", "        Each of our nine", "first line of this row is missing", ("purpose", "goals")),
    ],
)
def test_a_lost_name_is_missed_above_its_answer(line: str, below: str, message: str, unread: tuple[str, ...]) -> None:
    """Nothing else is wrong, nobody is told to change the answer itself, and it counts as unread."""
    at = WHOLE.index(f"\n{line}\n")
    text = WHOLE[:at] + WHOLE[at + len(line) + 1 :]
    document = read(text)
    (found,) = document.problems
    assert message in found.message
    assert found.span
    assert document.line_text(found.span.start.line).startswith(below[:20])
    assert document.unread[0][: len(unread)] == unread
    spaces = re.search(r"Put exactly (\d) spaces before it", found.hint)
    assert spaces
    assert int(spaces[1]) == len(line) - len(line.lstrip())


def test_a_lost_heading_is_missed_above_its_answers() -> None:
    """They are not moved to the left margin one by one."""
    (found,) = read(WHOLE.replace("\norganization:\n", "\n")).problems
    assert found.message == "The heading of the answers from here on is missing above them."


@pytest.mark.parametrize("count", [1, 3])
def test_a_row_that_lost_its_first_line_is_not_called_a_copy(count: int) -> None:
    """Whoever deleted what stands there twice would lose a member; with a dash in front all is read."""
    row = "".join(f"      {name}: x\n" for name in ("role", "note", "level")[:count])
    text = f"roster:\n    - name: Zoé\n{row}{row}"
    (found,) = read(text).problems
    assert found.code == "COP107"
    assert "put a dash in front of it, exactly below the dash above" in found.hint
    assert found.span
    lines = text.split("\n")
    at = found.span.start.line - 1
    lines[at] = "    - " + lines[at].lstrip()
    assert read("\n".join(lines)).problems == ()


def test_the_first_row_of_a_list_may_have_lost_its_first_line_too() -> None:
    """The dash of the next row is not to blame."""
    (found,) = read(PLAN.replace("    - name: Zoé Tremblay\n", "")).problems
    assert found.message == "The first line of this row is missing above it, the one with the dash."
    assert "Put exactly 4 spaces before it. If only the dash got lost, write: - role: Principal" in found.hint


def test_two_spaces_after_a_dash_are_one_too_many() -> None:
    """The dash itself stands where it should."""
    told, data = mended(PLAN.replace("    - name: Halvard", "    -  name: Halvard"))
    assert "too many spaces after the dash" in told.message
    assert data == read(PLAN).data


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("[Number talks, looking at student work", "Delete the bracket, or put ] at the end of this line if this is"),
        ("[lqs, slqs", "Put ] at the end of this line."),
        ("[about noon, to: all", "Put ] at the end of this line."),
    ],
)
def test_a_bracket_before_words_may_be_one_too_many(value: str, hint: str) -> None:
    """Both ways lead on."""
    text = PLAN.replace("focus: reading", f"focus: {value}")
    (found,) = read(text).problems
    assert found.hint.startswith(hint)
    assert read(text.replace(value, f"{value}]")).problems == ()
    if hint.startswith("Delete"):
        assert read(text.replace("[", "")).problems == ()


def test_no_slip_is_looked_for_in_a_line_that_never_ends() -> None:
    """What is wrong with it is told, and the rest is read."""
    document = read(PLAN.replace("focus: reading", f"focus: {'so: on ' * 3000}"))
    (found,) = document.problems
    assert found.message == "A text with a colon and a space in it needs quotation marks."
    assert isinstance(document.data, dict)
    assert document.data["leadership"] == read(PLAN).data["leadership"]  # type: ignore[call-overload, index]


def mutation(seed: int) -> str:
    """A plan with one line deleted or moved, or one character deleted."""
    rng = Random(seed)
    text = rng.choice(EXAMPLES).read_text(encoding="utf-8")
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    how = rng.choice(["line", "shift", "character"])
    if how == "line":
        del lines[at]
    elif how == "shift":
        column = max(len(lines[at]) - len(lines[at].lstrip()) + rng.choice([-4, -3, -2, -1, 1, 2, 3, 4]), 0)
        lines[at] = " " * column + lines[at].lstrip()
    else:
        place = rng.randrange(len(text))
        return text[:place] + text[place + 1 :]
    return "\n".join(lines)


_SPACES = re.compile(r"(?:Put|put) (?:exactly )?(\d+) spaces? before (?:it|this line)")


@pytest.mark.parametrize("start", range(0, 300, 30))
def test_after_any_one_mistake_the_advice_leads_on(start: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is told to put spaces where they are already; and what the first slip says, done, leaves less wrong."""
    slips: list[tuple[list[str], Slip]] = []

    def noting(draft: Draft, part: Part, others: Sequence[Part]) -> Slip | None:
        slip = find_slip(draft, part, others)
        if slip:
            slips.append(([row.text for row in draft.rows], slip))
        return slip

    monkeypatch.setattr("cop_wizard.yamltext.recovery.find_slip", noting)
    for seed in range(start, start + 30):
        slips.clear()
        document = read(mutation(seed))
        for one in document.problems:
            line = document.line_text(one.span.start.line) if one.span else ""
            spaces = _SPACES.search(one.hint)
            if spaces and "missing above it" not in one.message:
                assert len(line) - len(line.lstrip(" ")) != int(spaces[1]), (seed, one.message, one.hint)
        if slips:
            rows, slip = slips[0]
            again = read("\n".join(slip.lines.get(at, row) for at, row in enumerate(rows)))
            assert len(again.problems) < len(document.problems), (seed, slip.words)
