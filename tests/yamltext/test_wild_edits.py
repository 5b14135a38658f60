"""Random changes to random files, as wild as people leave them: the data is right and nothing else changes."""

from __future__ import annotations

import re
from itertools import takewhile
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from cop_wizard.values import NONE_ON_PURPOSE, Data, KeyPath
from cop_wizard.yamltext.document import Document, read
from cop_wizard.yamltext.splice import Insert, Move, Operation, Put, Remove, SpliceRefused, apply, edited

_REMARK = re.compile(r"# remark \d+\.")
_LINE = re.compile(r"\r\n|\n|\r")

NASTY = (
    "none", "None", "null", "~", "", " ", "no", "yes", "12:30", "2026-02-01", "1e3", "90 minutes", "a: b", "a:", ":a",
    "# y", "a # b", "a#b", "- x", "-x", "-", "--", "---", "...", "? q", "?", "*a", "&a", "!t", "%x", "@x", "`x`", "|",
    ">", "[a]", "{a}", "a, b", "'", '"', "it's", 'say "hi"', "a\\b", "a\tb", "\ta", "a ", " a", "a\nb", "a\n", "a\n\n",
    "\n", "\na", " a\nb", "a\n b", "a\n\nb\n", "a\n  \nb", "a \nb", "# a\n# b", "a\r\nb", "a\rb", "a\u2028b", "a\x85b",
    "a\x00b", "\x1b[0m", "\ufeffa", "é ü 漢字 😀", "x" * 120, "long words " * 20, ("word " * 30).strip(),
    ("two  spaces " * 15).strip(), ("# hash and: colon " * 8).strip(), "http://example.org/a?b=c#d", "a]", "a}",
    "key: |", "<<", "=", "0x1f", "true", "\u00a0a", "tab\there\nand there", "\n\na\n", "    deep\nless", "a\n---\nb",
    "a\n...\n", "a\n\tb", "x:\ty", "x\t# y", "a'b\"c", "\\", "\\n", "-\ta", "é" * 100 + " " + "é" * 20,
)  # fmt: skip
KEYS = ("a", "b", "name", "focus", "role", "key two", "x-y", "é", "1", "no", "null", "none", "a:b", "<<", "# k", "- k")
WORDS = ("reading", "circle", "of", "schools", "we", "meet", "at 12:30", "don't", "it's", "a#b", "x:y", "3", "50 %")


def text(rng: Random) -> str:
    if rng.random() < 0.6:
        return rng.choice(NASTY)
    if rng.random() < 0.6:
        return " ".join(rng.choice(WORDS) for _ in range(rng.randrange(1, 40)))
    return "".join(rng.choice("ab \n:#-'\"\\,[]{}é\t|>") for _ in range(rng.randrange(1, 25)))


def data(rng: Random, depth: int = 2) -> Data:
    kind = rng.random()
    if kind < 0.55 or depth == 0:
        return text(rng)
    if kind < 0.63:
        return None
    if kind < 0.7:
        return NONE_ON_PURPOSE
    if kind < 0.85:
        return [data(rng, depth - 1) for _ in range(rng.randrange(0, 4))]
    return {rng.choice(KEYS): data(rng, depth - 1) for _ in range(rng.randrange(0, 4))}


class WildFile:
    """Writes one random file. Every comment holds a number of its own, so that a lost one is noticed."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.count = 0
        self.lines: list[str] = []

    def write(self) -> str:
        rng = self.rng
        newline = rng.choice(("\n", "\n", "\n", "\r\n", "\r"))
        if rng.random() < 0.3:
            self.lines.append(self.comment())
        if rng.random() < 0.1:
            self.lines.append("---")
        self.mapping(rng.choice((0, 0, 0, 0, 2)), rng.choice((1, 2, 3)))
        if rng.random() < 0.2:
            self.lines += ["", self.comment()]
        if rng.random() < 0.05:
            self.lines.append("...")
        whole = newline.join(self.lines)
        if rng.random() < 0.75:
            whole += newline * rng.choice((1, 1, 1, 2, 3))
        return ("\ufeff" if rng.random() < 0.15 else "") + whole

    def comment(self) -> str:
        self.count += 1
        return f"# remark {self.count}." + self.rng.choice(("", " what: else?", " - x", " 'quote"))

    def between(self, column: int) -> None:
        rng = self.rng
        while rng.random() < 0.25:
            kind = rng.random()
            if kind < 0.5:
                self.lines.append(" " * column + self.comment())
            elif kind < 0.8:
                self.lines.append(rng.choice(("", "", "  ")))
            else:
                self.lines.append(" " * rng.randrange(0, 8) + self.comment())

    def mapping(self, column: int, depth: int, first: str = "") -> None:
        rng = self.rng
        names = rng.sample(
            ("a", "b", "name", "focus", "role", "key two", "'q'", '"d: e"', "é", "7"), rng.randrange(1, 5)
        )
        for index, name in enumerate(names):
            if index or not first:
                self.between(column)
            lead = first if index == 0 and first else " " * column
            colon = rng.choice((":", ":", ":", ":", " :"))
            self.value(lead + name + colon, column, depth, dash=False)

    def listing(self, column: int, depth: int, first: str = "") -> None:
        rng = self.rng
        for index in range(rng.randrange(1, 5)):
            if index or not first:
                self.between(column)
            lead = first if index == 0 and first else " " * column
            self.value(lead + "-", column, depth, dash=True)

    def value(self, lead: str, column: int, depth: int, dash: bool) -> None:
        rng = self.rng
        tail = " " * rng.choice((1, 1, 2, 5)) + self.comment() if rng.random() < 0.15 else rng.choice(("", "", "", " "))
        kind = rng.random()
        if depth and kind < 0.35:
            self.collection(lead, column, depth, dash, tail)
        elif kind < 0.45:
            self.block_text(lead, column, tail)
        elif kind < 0.6:
            self.lines.append(lead + rng.choice(("", "", " ~", " none", " null", " {}", " []")) + tail)
        elif kind < 0.68:
            self.long_scalar(lead, column, tail)
        elif kind < 0.8:
            self.flow(lead, column, tail)
        else:
            own = rng.random() < 0.05
            plain = rng.choice(("reading", "12:30", "no", "'it''s'", '"a\\tb"', "a b c", "x:y", "'# no'", '"- x"'))
            if own:
                self.lines.append(lead + tail)
                self.between(column + 2)
                lead = " " * (column + rng.randrange(1, 4))
            self.lines.append(lead + " " + plain + rng.choice(("", tail if not own else " " + self.comment())))
        if rng.random() < 0.06:
            self.lines.append(" " * (column + rng.randrange(1, 5)) + self.comment())

    def collection(self, lead: str, column: int, depth: int, dash: bool, tail: str) -> None:
        rng = self.rng
        if dash and rng.random() < 0.7:
            gap = " " * rng.choice((1, 1, 1, 3))
            inner = self.mapping if rng.random() < 0.7 else self.listing
            inner(len(lead) + len(gap), depth - 1, first=lead + gap)
            return
        self.lines.append(lead + tail)
        if rng.random() < 0.5:
            self.mapping(column + rng.choice((1, 2, 2, 4)), depth - 1)
        else:
            self.listing(column + (rng.choice((0, 2, 2, 3)) if not dash else rng.choice((1, 2))), depth - 1)

    def block_text(self, lead: str, column: int, tail: str) -> None:
        rng = self.rng
        mark = rng.choice(("|", "|", ">", "|-", ">-", "|+", ">+"))
        self.lines.append(f"{lead} {mark}{tail}")
        margin = " " * (column + rng.choice((1, 2, 2, 4)))
        for _ in range(rng.randrange(0, 4)):
            self.lines.append(
                rng.choice((margin + "some text", margin + "# no remark", margin + "  more", "", margin + "a: b "))
            )
        self.lines += [""] * rng.choice((0, 0, 0, 1, 2))

    def long_scalar(self, lead: str, column: int, tail: str) -> None:
        margin = " " * (column + self.rng.choice((1, 2, 4)))
        quote = self.rng.choice(("", "'", '"'))
        self.lines.append(f"{lead} {quote}several")
        if quote:
            self.lines += self.rng.choice(([], [""], [f"{margin}# no remark"]))
        self.lines.append(f"{margin}lines{quote}{tail}")

    def flow(self, lead: str, column: int, tail: str) -> None:
        rng = self.rng
        if rng.random() < 0.3:
            self.lines.append(f"{lead} [{rng.choice(('', ' '))}one,{self.rng.choice(('', '  ' + self.comment()))}")
            self.lines.append(" " * (column + 2) + rng.choice(("two", "{b: c}", "'x, y'")) + rng.choice(("", ",")))
            self.lines.append(" " * (column + 1) + "]" + tail)
            return
        self.lines.append(f"{lead} {self.flow_value(2)}{tail}")

    def flow_value(self, depth: int) -> str:
        rng = self.rng
        if depth == 0 or rng.random() < 0.4:
            return rng.choice(("x", "two words", "'q, r'", '"d"', "12:30", "none", "~"))
        if rng.random() < 0.5:
            return "[" + ", ".join(self.flow_value(depth - 1) for _ in range(rng.randrange(1, 4))) + "]"
        names = rng.sample(("k", "l", "'m'", "n o"), rng.randrange(1, 4))
        pairs = [f"{name}:{rng.choice((' ', ' ', '  '))}{self.flow_value(depth - 1)}" for name in names]
        if rng.random() < 0.2:
            pairs.append(rng.choice(("z:", "z")))
        return "{" + ", ".join(pairs) + rng.choice(("", " ")) + "}"


def paths(found: Data, above: KeyPath = ()) -> list[tuple[KeyPath, Data]]:
    """Every path in the data, with its value."""
    below: list[tuple[KeyPath, Data]] = [(above, found)]
    if isinstance(found, dict):
        for key, value in found.items():
            below += paths(value, (*above, key))
    elif isinstance(found, list):
        for index, value in enumerate(found):
            below += paths(value, (*above, index))
    return below


def operation(rng: Random, found: Data) -> Operation:
    """A random change that makes sense for this data."""
    everything = paths(found)
    kind = rng.random()
    lists: list[tuple[KeyPath, list[Data]]] = [
        (path, value) for path, value in everything if isinstance(value, list) and value
    ]
    if kind < 0.1 and (longer := [(path, value) for path, value in lists if len(value) > 1]):
        path, value = rng.choice(longer)
        return Move(path, rng.randrange(len(value)), rng.randrange(len(value)))
    if kind < 0.3:
        blank = [
            (path, value)
            for path, value in everything
            if path and (value is None or value is NONE_ON_PURPOSE or value == [])
        ]
        new: list[tuple[KeyPath, Data]] = [(("new", "list"), None)]
        path, found_there = rng.choice([*lists, *blank, *new])
        if path == ("new", "list") and isinstance(found, dict) and not isinstance(found.get("new"), (dict, type(None))):
            path = ("other list",)
        return Insert(path, rng.randrange(len(found_there) + 1) if isinstance(found_there, list) else 0, data(rng))
    inner = [path for path, _ in everything if path]
    if kind < 0.45 and len(inner) > 1 and isinstance(found, dict) and len(found) > 1:
        return Remove(rng.choice(inner))
    if kind < 0.75:
        return Put(rng.choice(inner), data(rng))
    holders = [
        path
        for path, value in everything
        if isinstance(value, dict) or (path and (value is None or value is NONE_ON_PURPOSE))
    ]
    path = (*rng.choice(holders), *rng.choice((("fresh",), ("fresh",), ("fresh", "deeper"), (rng.choice(KEYS),))))
    order = tuple(rng.sample(("a", "b", "fresh", "name", "focus", "role", "k", "l"), 6))
    comment = rng.choice(("", "", "What is it?", "Two\n\nlines: of # it"))
    return Put(path, data(rng), comment, order)


@settings(max_examples=400, deadline=None)
@given(seed=st.integers(0, 2**48))
def test_random_edits_say_what_was_asked_and_leave_the_rest(seed: int) -> None:
    """A row of random operations on a random file: exact data, no lost comment, no other line touched."""
    rng = Random(seed)
    document = read(WildFile(rng).write())
    for _ in range(3):
        if document.problems:
            return
        document = read(edit(document, operation(rng, document.data)))


def edit(document: Document, wanted: Operation) -> str:
    """The text after one operation, all promises checked. Refusals are fine only for blank lines kept with ``+``."""
    text = document.text
    try:
        target = edited(document.data, wanted)
    except SpliceRefused:
        return text
    try:
        result = apply(text, [wanted])
    except SpliceRefused:
        assert isinstance(wanted, Move)
        assert "|+" in text or ">+" in text
        return text
    after = read(result)
    assert not after.problems
    assert after.data == target
    if target == document.data:
        assert result == text
    elif text.endswith(("\n", "\r")):
        assert_rest_untouched(document, result, wanted)
    return result


def assert_rest_untouched(document: Document, result: str, wanted: Operation) -> None:
    text = document.text
    lost = set(_REMARK.findall(text)) - set(_REMARK.findall(result))
    before, changed = changed_lines(text, result)
    if isinstance(wanted, Move):
        assert sorted(text) == sorted(result)
        return
    exists = isinstance(wanted, Remove) or (isinstance(wanted, Put) and document.key_span(wanted.path) is not None)
    if not exists:
        assert not lost
        assert len([line for line in changed if not line.lstrip().startswith("#")]) <= 3, changed
        return
    path = wanted.path
    first, last = lines_of(document, path)
    if isinstance(wanted, Remove):
        first, last = removed_lines(document, path)
    lines = _LINE.split(text)
    while first > 1 and isinstance(wanted, Remove) and lines[first - 2].lstrip().startswith("#"):
        first -= 1
    while last < len(lines) and (not lines[last].strip() or lines[last].lstrip().startswith("#")):
        last += 1
    while before + len(changed) > last and changed and lines[before - 1] == changed[-1]:
        before, changed = before - 1, [changed[-1], *changed[:-1]]  # of two equal lines either may have gone
    assert before + 1 >= first, (before, first)
    assert before + len(changed) <= last, (before, changed, last)


def changed_lines(text: str, result: str) -> tuple[int, list[str]]:
    """How many lines are equal at the start, and the old lines between those and the equal lines at the end."""
    old, new = (_LINE.split(whole.removeprefix("\ufeff")) for whole in (text, result))
    start = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    rest_old, rest_new = old[start:], new[start:]
    same = zip(reversed(rest_old), reversed(rest_new), strict=False)
    end = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], same))
    return start, rest_old[: len(rest_old) - end]


def removed_lines(document: Document, path: KeyPath) -> tuple[int, int]:
    """The lines a removal may touch: all of a list in brackets; the next key too if that moves behind a dash."""
    first, last = lines_of(document, path)
    siblings = [found for found, _ in paths(document.data) if found[:-1] == path[:-1] and len(found) == len(path)]
    holder = document.span(path[:-1])
    if len(path) > 1 and (len(siblings) == 1 or (holder and document.text[holder.start.offset] in "[{")):
        return lines_of(document, path[:-1])
    if len(siblings) > 1 and path == siblings[0]:
        last = max(last, lines_of(document, siblings[1])[0])
    return first, last


def lines_of(document: Document, path: KeyPath) -> tuple[int, int]:
    """The first and the last line of a key or dash with its value."""
    key, value = document.key_span(path), document.span(path)
    assert key is not None
    assert value is not None
    return key.start.line, max(value.end.line, key.end.line)
