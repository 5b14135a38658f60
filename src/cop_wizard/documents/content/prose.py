"""Running text as people type it, read as paragraphs and lists."""

from __future__ import annotations

import re

from cop_wizard.documents.content.shapes import Block
from cop_wizard.wording import clean

_BULLET = re.compile(r"\A\s*[-*•–·]\s+(?=\S)")
_NUMBER = re.compile(r"\A\s*(\d{1,3})[.)]\s+(?=\S)")
_WRAPPED = 56
"""A paragraph whose lines, but the last, are all at least this long was wrapped by hand: its breaks mean nothing."""


def blocks_of(text: str) -> tuple[Block, ...]:
    """The paragraphs and lists of ``text``.

    Blank lines part paragraphs. Lines that begin with a dash make a list, and so do lines numbered 1, 2, 3; any other
    number at the beginning of a line is left where it is.
    """
    lines = clean(text).split("\n")
    numbered = _numbered(lines)
    blocks: list[Block] = []
    fresh = True
    for position, line in enumerate(lines):
        if not line.strip():
            fresh = True
            continue
        kind, words = _item(line, position in numbered)
        last = blocks[-1] if blocks else None
        if kind == "paragraph" and not fresh and last and last.kind != "paragraph" and line[:1] == " ":
            blocks[-1] = Block(last.kind, (*last.lines[:-1], f"{last.lines[-1]} {words}"))
        elif last and last.kind == kind and not (kind == "paragraph" and fresh):
            blocks[-1] = Block(kind, (*last.lines, words))
        else:
            blocks.append(Block(kind, (words,)))
        fresh = False
    return tuple(_unwrapped(block) for block in blocks)


def _numbered(lines: list[str]) -> set[int]:
    """The positions of lines that make up a list counted from 1, two items at least."""
    runs: list[list[int]] = []
    for position, line in enumerate(lines):
        found = _NUMBER.match(line)
        if found and int(found[1]) == 1:
            runs.append([position])
        elif found and runs and int(found[1]) == len(runs[-1]) + 1:
            runs[-1].append(position)
    return {position for run in runs if len(run) > 1 for position in run}


def _item(line: str, numbered: bool) -> tuple[str, str]:
    """The kind of block a line belongs to, and the line without its dash or number."""
    pattern = _NUMBER if numbered else _BULLET
    kind = "numbers" if numbered else "bullets"
    words = pattern.sub("", line, count=1)
    return (kind, " ".join(words.split())) if words != line else ("paragraph", " ".join(line.split()))


def _unwrapped(block: Block) -> Block:
    if block.kind == "paragraph" and all(len(line) >= _WRAPPED for line in block.lines[:-1]):
        return Block("paragraph", (" ".join(block.lines),))
    return block


def plain(blocks: tuple[Block, ...]) -> str:
    """The words of ``blocks`` on one line."""
    return " ".join(line for block in blocks for line in block.lines)


def on_one_line(value: object) -> str:
    """The words of a text on one line, or "" where ``value`` is none."""
    return plain(blocks_of(value)) if isinstance(value, str) else ""
