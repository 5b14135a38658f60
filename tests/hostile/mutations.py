"""The examples, spoilt at random in the ways files get spoilt. The same number always gives the same file."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

EXAMPLES = Path(__file__).parents[2] / "examples"
ALL = 10_000
"""How many there are; any number gives one."""

_TOKENS = (
    b": ", b":", b"- ", b"-", b"#", b" #", b"'", b'"', b"[", b"]", b"{", b"}", b",", b"&a ", b"*a", b"!t ", b"!!int ",
    b"|", b">", b"|+\n", b"? ", b"%", b"@", b"`", b"~", b"none", b"null", b"<<: ", b"---\n", b"...\n", b"\t", b"\r",
    b"\r\n", b"\n", b"\n\n", b"\x00", b"\x1b[31m", b"\x07", b"\x7f", b"\xff", b"\xc3", b"\xef\xbb\xbf", b"\xc2\x85",
    b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\xe2\x80\x9c", b"\xe2\x80\x99", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", b"\\",
    b"\\x41", b"\\ud800", b"  ", b"    ", b"title: again\n", b"schema_version: 2\n", b"guide: nowhere\n", b"x" * 2000,
    b"2026-02-30", b"99999999999999999999", b"1e999", b"0x1f", b"-0", b"\xd9\xa3",
)  # fmt: skip


@cache
def originals() -> tuple[tuple[str, bytes], ...]:
    """The examples by name."""
    return tuple((path.name, path.read_bytes()) for path in sorted(EXAMPLES.rglob("*.yaml")))


def mutation(number: int) -> tuple[str, bytes]:
    """The name of the example, and what became of it."""
    rng = Random(number)
    name, content = rng.choice(originals())
    for _ in range(rng.choice((1, 1, 1, 2, 3, 8))):
        content = rng.choice(_WAYS)(content, rng)
    return name, content


def _flip(content: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(content) or 1)
    return content[:at] + bytes([rng.randrange(256)]) + content[at + 1 :]


def _insert(content: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(content) + 1)
    return content[:at] + rng.choice(_TOKENS) + content[at:]


def _remove(content: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(content) + 1)
    return content[:at] + content[at + rng.choice((1, 1, 2, 5, 40)) :]


def _truncate(content: bytes, rng: Random) -> bytes:
    return content[: rng.randrange(len(content) + 1)]


def _repeat(content: bytes, rng: Random) -> bytes:
    start = rng.randrange(len(content) + 1)
    piece = content[start : start + rng.randrange(200)]
    at = rng.randrange(len(content) + 1)
    return content[:at] + piece * rng.choice((1, 1, 2, 50)) + content[at:]


def _line_out(lines: list[bytes], at: int, rng: Random) -> None:
    del lines[at]


def _line_twice(lines: list[bytes], at: int, rng: Random) -> None:
    lines.insert(rng.choice((at, rng.randrange(len(lines)))), lines[at])


def _lines_swapped(lines: list[bytes], at: int, rng: Random) -> None:
    other = rng.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def _line_moved_in(lines: list[bytes], at: int, rng: Random) -> None:
    lines[at] = rng.choice((b" ", b"  ", b"   ", b"\t", b"      ")) + lines[at]


def _line_moved_out(lines: list[bytes], at: int, rng: Random) -> None:
    lines[at] = lines[at][rng.choice((1, 2, 3)) :] if lines[at][:1] == b" " else lines[at].lstrip()


def _lines_joined(lines: list[bytes], at: int, rng: Random) -> None:
    lines[at] = lines[at].rstrip(b"\r\n")


def _on_lines(change: Callable[[list[bytes], int, Random], None]) -> Callable[[bytes, Random], bytes]:
    def changed(content: bytes, rng: Random) -> bytes:
        lines = content.splitlines(keepends=True)
        if lines:
            change(lines, rng.randrange(len(lines)), rng)
        return b"".join(lines)

    return changed


_WAYS: tuple[Callable[[bytes, Random], bytes], ...] = (
    *(_flip, _insert, _insert, _remove, _truncate, _repeat),
    *map(_on_lines, (_line_out, _line_twice, _lines_swapped, _line_moved_in, _line_moved_out, _lines_joined)),
)
