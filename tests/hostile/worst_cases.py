"""Files made to cost as much as possible, up to the size that is read at all."""

from __future__ import annotations

from collections.abc import Callable

from cop_wizard.yamltext.limits import MAX_BYTES

HEAD = "schema_version: 2\nguide: cass\n"
_ROSTER = HEAD + "membership:\n  roster:\n"
_MEETINGS = HEAD + "collaborative_plan:\n  meetings:\n"
_OWN = HEAD + "x-own:\n"


def _of(unit: str, head: str = "", tail: str = "") -> Callable[[int], str]:
    """``head``, then ``unit`` again and again, with its own number in the place of ``{}``, then ``tail``."""

    def write(size: int) -> str:
        room = size - len(head.encode()) - len(tail.encode())
        if "{}" not in unit:
            return head + unit * (room // len(unit.encode())) + tail
        parts, number = list[str](), 0
        while (part := unit.replace("{}", str(number))) and len(part.encode()) <= room:
            parts.append(part)
            room -= len(part.encode())
            number += 1
        return head + "".join(parts) + tail

    return write


WORST: dict[str, Callable[[int], str]] = {
    "open brackets": _of("["),
    "open braces": _of("{a: "),
    "brackets side by side": _of("[],", "a: [", "]"),
    "lists in lists": _of("- "),
    "deeper and deeper": lambda size: "".join(" " * depth + "a:\n" for depth in range(int((2 * size) ** 0.5) - 3)),
    "a list": _of("- a\n", _OWN),
    "blank items": _of("-\n", _OWN),
    "a: a: a:": _of("a: "),
    "many keys": _of("k{}: v\n", HEAD),
    "many keys of one's own": _of("x-{}: v\n", HEAD),
    "many unknown keys": _of("  focus{}: v\n", HEAD + "purpose:\n"),
    "many long unknown keys": _of("  " + "focus" * 150 + "{}: v\n", HEAD + "purpose:\n"),
    "one key many times": _of("title: v{}\n", HEAD),
    "a very long key": _of("focus", HEAD + 'purpose:\n  ? "', '"\n  : x\n'),
    "a very long choice": _of("interest_", HEAD + "purpose:\n  focus_kind: ", "\n"),
    "many long choices": _of("    - " + "solving_problems" * 60 + "\n", HEAD + "purpose:\n  purposes:\n"),
    "a very long guide": _of("a", "schema_version: 2\nguide: ", "\n"),
    "a very long language": _of("a", HEAD + "language: ", "\n"),
    "a very long version": _of("1", "schema_version: ", "\n"),
    "a very long date": _of("1", _MEETINGS + "    - date: ", "\n"),
    "a very long to-do": _of("purpose.", HEAD + "todo:\n  - question: ", "\n"),
    "many people": _of("    - name: Person {}\n      role: Coach\n      level: active\n", _ROSTER),
    "many people with mistakes": _of("    - nmae: x\n", _ROSTER),
    "many people in brackets": _of("{nmae: x{}},", HEAD + "membership:\n  roster: [", "]\n"),
    "many blank people": _of("    -\n", _ROSTER),
    "many wrong dates": _of("    - date: 2026-02-30\n", _MEETINGS),
    "many dates in words": _of("    - date: 10th week\n", _MEETINGS),
    "many dates": _of("    - date: 2026-02-20\n      start: 9:30\n", _MEETINGS),
    "many to-dos": _of("  - question: purpose.focus\n", HEAD + "todo:\n"),
    "many wrong to-dos": _of("  - question: purpose.focu\n", HEAD + "todo:\n"),
    "many norms": _of("    - we listen\n", HEAD + "norms:\n  norms:\n"),
    "many remarks in answers": _of("  - a #b\n", _OWN),
    "double quotes": _of('"'),
    "single quotes": _of("'"),
    "lines of one quote": _of('"\n', HEAD),
    "quotes that open": _of('a: "b\n', HEAD),
    "a quote that opens early": _of("x{}: v\n", HEAD + 'title: "a\n'),
    "a quote that opens late": _of("x-{}: v\n", HEAD, 'title: "a\n'),
    "a slip early": _of("x-{}: v\n", HEAD + "title: a: b\n"),
    "a slip late": _of("x-{}: v\n", HEAD, "title: a: b\n"),
    "a slip in each line": _of("a: we meet: at noon\n", HEAD),
    "a slip in a long line": _of("a: b ", HEAD + "title: "),
    "a slip in brackets": _of("a: b, ", HEAD + "title: ["),
    "no space behind the colon": _of("a:b\n", HEAD),
    "no colon": _of("a b\n", HEAD + "title: x\n"),
    "anchors": _of("k{}: &a{} v\n", HEAD),
    "anchors in a row": _of("&a "),
    "aliases": _of("  - *a\n", HEAD + "x-a: &a v\nx-own:\n"),
    "aliases in a row": _of("*a "),
    "aliases of nothing": _of("  - *a\n", _OWN),
    "merged groups": _of("  - <<: *a\n", HEAD + "x-a: &a {b: c}\nx-own:\n"),
    "tags": _of("  - !!python/object/apply:os.system [x]\n", _OWN),
    "lists as names": _of("[a]: b\n", HEAD),
    "question marks": _of("?\n"),
    "block marks": _of("k{}: >\n\n", HEAD),
    "block marks alone": _of("|\n"),
    "a block text": _of("  abc\n", HEAD + "title: |\n"),
    "one long text": _of("a", HEAD + "title: ", "\n"),
    "many short words": _of("a ", HEAD + "title: ", "b\n"),
    "escaped signs": _of("\\x1b", HEAD + 'title: "', '"\nfocu: x\n'),
    "half characters": _of("\\ud800", HEAD + 'title: "', '"\n'),
    "backslashes": _of("\\", HEAD + 'title: "', 'x"\n'),
    "emoji": _of("😀", HEAD + "titel: ", "\n"),
    "accents without end": _of("\u0301", HEAD + "titel: a", "\n"),
    "turned direction": _of("\u202e", HEAD + "title: ", "\n"),
    "byte order marks": _of("\ufeff"),
    "line separators": _of("x: y\u2028", HEAD),
    "next-line signs": _of("x: y\x85", HEAD),
    "old Mac newlines": _of("title: b\r", HEAD.replace("\n", "\r")),
    "empty lines": _of("\n", HEAD),
    "comments": _of("# c\n", HEAD),
    "tabs": _of("\t", HEAD),
    "lines with tabs": _of("\ta: b\n", HEAD),
    "documents": _of("---\n"),
    "ends of documents": _of("...\n"),
    "percent signs": _of("%T a\n"),
    "colons": _of(": \n"),
    "prose": _of("we meet at noon in the big room of the school\n"),
    "zeros": _of("\0"),
    "escape characters": _of("\x1b[2J", HEAD),
}


def worst(name: str, size: int = MAX_BYTES) -> bytes:
    """One of these files, of at most so many bytes."""
    content = WORST[name](size).encode()
    assert len(content) <= size, name
    return content
