"""Nothing that comes from a file, a file's name or the command line can drive the terminal, in any command.

What would steer it is shown instead of sent: an escape character as ``␛``, a change of direction as ``\\u202e``.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli.conftest import no_screen  # noqa: F401  a fixture
from cop_wizard.cli.app import COMMANDS
from cop_wizard.visible import visible
from hostile.validating import run
from support.terminal import Terminal

EVIL = "\x1b[41;5mRED\x1b]0;title\x07\x1b[2J\x9b2J\x08\x7f\u202eesrever\u2066\u200b\ufeff\u2028"
"""Colours, a window title, a cleared screen, the same with one byte, a turned direction, invisible signs."""
ESCAPED = "".join(f"\\x{ord(sign):02x}" if ord(sign) < 0x100 else f"\\u{ord(sign):04x}" for sign in EVIL)
"""The same as YAML writes it in double quotes; a file may not hold such signs as they are."""
NAME = "plan\x1b[41;5m\u202e\x07.yaml"

_OURS = re.compile(r"\x1b\[(?!41;5)[0-9;]*m")
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")

PLAN = """\
schema_version: 2
guide: EVIL.yaml
title: "EVIL"
organization: {name: "EVIL"}
purpose:
  focus: "EVIL"
  statement: "EVIL"
  purposes: ["EVIL", solving_problems]
  focus_kind: "EVIL"
membership:
  roster:
    - {name: "EVIL", role: "EVIL", level: core}
    - {name: "EVIL", level: "EVIL"}
collaborative_plan:
  meetings:
    - {date: "EVIL", start: "EVIL", topics: "EVIL"}
    - {date: 2026-02-30}
todo:
  - {question: purpose.outcomes, note: "EVIL", owner: "EVIL", by: "EVIL"}
  - {question: "EVIL", note: "EVIL"}
"EVIL": "EVIL"
"EVIL": again
"x-EVIL": !EVIL "EVIL"
"""
"""Every kind of mistake, with what is said about it taken from the file."""

GUIDE = """\
title: "EVIL"
description: "EVIL"
extends: cass
sections:
  - id: people
    title: "EVIL"
    intro: "EVIL"
    questions:
      - asks: membership.roster
        title: "EVIL"
        prompt: "EVIL"
        why: "EVIL"
        example: "EVIL"
        required: yes
      - asks: purpose.focus
        prompt: "EVIL"
        required: yes
"""

SERIES = """\
schema_version: 2
title: "EVIL"
launch:
  rhythm: weekly
  first_meeting: 2026-09-01
  last_meeting: 2026-09-30
  region: "EVIL"
  closures: [{name: "EVIL", begins: 2026-09-08}, {name: "EVIL", begins: "EVIL"}]
  turns: [{place: "EVIL"}, {series: "EVIL EVIL", place: "EVIL"}]
  exceptions: [{date: 2026-09-15, change: replaced, note: "EVIL"}]
  series: [{title: "EVIL", rhythm: "EVIL"}, {title: "EVIL"}]
collaborative_plan:
  meetings: [{date: 2026-09-22, place: "EVIL", series: "EVIL EVIL EVIL"}]
"""
"""A plan with a rhythm, and with everything that is said about it taken from the file."""

RUNS: dict[str, tuple[list[str], ...]] = {
    "new": (
        ["new", "other.yaml", "--no-input", "--title", "EVIL"],
        ["new", "other.yaml", "--no-input", "--guide", "own.yaml"],
        ["new", "other.yaml", "--no-input", "--guide", "EVIL"],
        ["new", "other.yaml", "--no-input", "--answers", "wrong.yaml"],
        ["new", "other.yaml", "--no-input", "--answers", "good.yaml"],
        ["new", "good.yaml", "--no-input", "--answers", "other-good.yaml"],
        ["new", "other.yaml", "--plain", "--guide", "own.yaml"],
        ["new", "good.yaml", "--plain"],
        ["new", "new-EVIL", "--no-input"],
        ["new", "EVIL/plan.yaml", "--no-input"],
    ),
    "edit": (
        ["edit", "good.yaml", "--plain"],
        ["edit", "good.yaml", "membership.roster", "--plain"],
        ["edit", "good.yaml", "EVIL", "--plain"],
        ["edit", "wrong.yaml", "--plain"],
        ["edit", "broken.yaml", "--plain"],
    ),
    "validate": (
        ["validate", "good.yaml", "wrong.yaml", "broken.yaml", "broken-guide.yaml", "latin.yaml", NAME, "EVIL.yaml"],
        ["validate", "."],
        ["validate", "--format", "json", "good.yaml", "wrong.yaml", NAME],
        ["validate", "--format", "github", "good.yaml", "wrong.yaml", NAME],
        ["validate", "--format", "EVIL"],
        ["validate", "--fix", "--dry-run", "wrong.yaml", NAME],
        ["validate", "--fix", "wrong.yaml", NAME],
        ["validate", "--select", "EVIL", "good.yaml"],
        ["validate", "--EVIL", "good.yaml"],
    ),
    "explain": (["explain"], ["explain", "EVIL"]),
    "status": (
        ["status", "good.yaml"],
        ["status", "wrong.yaml"],
        ["status", NAME],
        ["status", "EVIL.yaml"],
        ["status", "--json", "good.yaml"],
    ),
    "log": (
        ["log", "good.yaml", "EVIL"],
        ["log", "good.yaml", "--plain"],
        ["log", "good.yaml", "1", "--answers", "wrong.yaml"],
        ["log", "EVIL.yaml"],
    ),
    "reflect": (
        ["reflect", "own.yaml", "--show"],
        ["reflect", "EVIL.yaml", "--show"],
        ["reflect", "mine.yaml", "--for", "good.yaml", "--plain"],
    ),
    "review": (
        ["review", "good.yaml", "EVIL"],
        ["review", "good.yaml", "--plain"],
        ["review", "good.yaml", "six-elements", "--plain"],
        ["review", "good.yaml", "six-elements", "--as", "EVIL", "--plain"],
        ["review", "good.yaml", "--gather", "wrong.yaml", "EVIL.csv"],
        ["review", "good.yaml", "--compare"],
    ),
    "schedule": (
        ["schedule", "series.yaml"],
        ["schedule", "series.yaml", "--yes"],
        ["schedule", "good.yaml", "--dry-run"],
        ["schedule", NAME],
    ),
    "compare": (
        ["compare", "good.yaml", "other-good.yaml"],
        ["compare", "wrong.yaml", NAME],
        ["compare", "good.yaml", "other-good.yaml", "--format", "json"],
        ["compare", "good.yaml", "other-good.yaml", "--format", "md"],
        ["compare", "EVIL", "good.yaml"],
    ),
    "render": (
        ["render", "good.yaml", "-o", "-"],
        ["render", "good.yaml", "-o", "-", "--format", "md"],
        ["render", "good.yaml", "-o", "EVIL.html"],
        ["render", "wrong.yaml", "-o", "-"],
        ["render", NAME],
        ["render", "good.yaml", "--format", "EVIL"],
        ["render", "good.yaml", "--document", "EVIL"],
        ["render", "series.yaml", "--format", "csv", "-o", "EVIL.csv"],
        ["render", "series.yaml", "--format", "ics", "-o", "EVIL.ics"],
        ["render", "good.yaml", "--templates", "EVIL"],
        ["render", "good.yaml", "--templates", "templates"],
        ["render", "good.yaml", "-o", "EVIL/EVIL/EVIL.yaml"],
        ["render", "good.yaml", "--meeting", "EVIL"],
        ["render", "good.yaml", "--for", "EVIL"],
        ["render", "good.yaml", "--person", "EVIL"],
        ["render", "good.yaml", "--audience", "EVIL"],
        ["render", "good.yaml", "--reference", "EVIL"],
        ["render", "good.yaml", "--document", "charter", "--format", "all", "-o", "EVIL"],
        ["render", "--blank", "--guide", "own.yaml"],
    ),
    "share": (
        ["share", "good.yaml", "--format", "md", "-o", "EVIL.zip"],
        ["share", NAME],
        ["share", "--format", "EVIL"],
    ),
    "templates": (["templates", "EVIL"], ["templates", "charter", "--eject", "-o", "EVIL"]),
    "preview": (["preview", "EVIL.yaml"], ["preview", "good.yaml", "--document", "EVIL"]),
    "guide": (
        ["guide", "--guide", "own.yaml"],
        ["guide", "all", "--guide", "own.yaml"],
        ["guide", "people", "--guide", "own.yaml"],
        ["guide", "--paths", "--guide", "own.yaml"],
        ["guide", "EVIL"],
        ["guide", "--guide", "EVIL"],
        ["guide", "--guide", "broken-own.yaml"],
    ),
    "roster": (
        ["roster", "series.yaml", "people.csv", "--dry-run"],
        ["roster", "series.yaml", "people.csv", "--yes"],
        ["roster", "good.yaml", "people.csv", "--dry-run"],
        ["roster", "EVIL", "people.csv"],
        ["roster", "series.yaml", "EVIL.csv"],
    ),
    "migrate": (
        ["migrate", "old.yaml", "--dry-run"],
        ["migrate", "old.yaml"],
        ["migrate", "wrong.yaml"],
        ["migrate", NAME],
    ),
    "schema": (["schema", "-o", "EVIL/schema.json"],),
    "": (["EVIL"], ["--EVIL"]),
}


def lay(folder: Path) -> None:
    """Fill a folder with plans and guides that try to drive the terminal."""
    good = PLAN.partition('"EVIL": "EVIL"')[0].replace("EVIL.yaml", "own.yaml")
    for wrong in (
        '  focus_kind: "EVIL"\n',
        '    - {name: "EVIL", level: "EVIL"}\n',
        "    - {date: 2026-02-30}\n",
        '  - {question: "EVIL", note: "EVIL"}\n',
        ', start: "EVIL"',
    ):
        assert wrong in good
        good = good.replace(wrong, "")
    turned = "\u202etitel: \u202ex\ntitle: &\u202e x\norganization: *\u2066\nx: !\u202e y\n"
    texts = {
        "good.yaml": good,
        "other-good.yaml": good.replace('focus: "EVIL"', 'focus: "EVIL EVIL"').replace("core", "active"),
        "wrong.yaml": PLAN,
        NAME: PLAN,
        "broken.yaml": 'title: "EVIL"\n  "EVIL: \u202e\n - *EVIL\n\x1b[41;5m',
        "turned.yaml": "schema_version: 2\n" + turned,
        "broken-guide.yaml": "schema_version: 2\nguide: broken-own.yaml\n",
        "series.yaml": SERIES,
        "old.yaml": good.replace("schema_version: 2", "schema_version: 1").replace(
            "level: core", 'level: core, status: joined, note: "EVIL"'
        ),
        "own.yaml": GUIDE,
        "broken-own.yaml": GUIDE.replace("asks: purpose.focus", 'asks: "EVIL"').replace("extends: cass", '"EVIL": x'),
        "templates/plan/plan.html.j2": "{{ EVIL }}\u202e\x1b[41;5m{% nonsense %}",
    }
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace("EVIL", ESCAPED), encoding="utf-8")
    (folder / "latin.yaml").write_bytes(b"title: \x9b2J\xff")
    steering = "\x1b[41;5mRED\x1b]0;title\x07\u202e"
    (folder / "people.csv").write_text(
        f"Name,Level,Status,{steering}\n{steering},{steering},member,{steering}\nAna,core,{steering},x\n",
        encoding="utf-8",
    )


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with such files, and this program in it."""
    for name in ("HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    lay(tmp_path)
    return tmp_path


def _assert_harmless(said: str) -> None:
    found = _STEERING.search(_OURS.sub("", said))
    assert not found, f"{found[0]!r} after {said[max(found.start() - 300, 0) : found.start()]!r}"


@pytest.mark.parametrize("words", [words for runs in RUNS.values() for words in runs], ids=" ".join)
@pytest.mark.parametrize("narrow", [False, True], ids=["", "narrow"])
def test_no_command_sends_what_steers(
    files: Path, words: list[str], narrow: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On neither stream, in colours on a narrow screen or without; and the program never breaks over it."""
    if narrow:
        monkeypatch.setenv("FORCE_COLOR", "1")
        monkeypatch.setenv("COLUMNS", "40")
    ended = run(
        *(word.replace("EVIL", EVIL) for word in words), stdin="1\nEVIL\n\n:help\n2\n".replace("EVIL", EVIL) * 20
    )
    assert ended.code in (0, 1, 2, 3, 130), ended
    assert (ended.out + ended.err).strip()
    _assert_harmless(ended.out)
    _assert_harmless(ended.err)


def test_every_command_is_tried() -> None:
    """A new command has to be added above."""
    assert set(COMMANDS) <= set(RUNS)


def test_what_would_steer_is_shown(files: Path) -> None:
    """Nobody is left wondering where it went."""
    said = run("validate", "wrong.yaml").out
    assert "␛[41;5mRED␛]0;title␇" in said
    assert "\\u202e" in said
    assert "␛[41;5m\\u202e␇" in run("validate", NAME).out


def test_the_interview_does_not_send_it_either(files: Path) -> None:
    """The answers of a plan, and a guide's own words, in a real terminal with its keys and colours."""
    plan = files / "good.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("purpose.outcomes", "purpose.statement"), encoding="utf-8")
    terminal = Terminal("edit", "good.yaml", "people", cwd=files).wait("RED").send("ctrl-c")
    terminal.end()
    for evil in (b"\x1b[41;5m", b"\x1b]0;title", b"\xc2\x9b", "\u202e".encode(), "\u2066".encode()):
        assert evil not in terminal.raw


def test_a_file_name_is_only_a_name(tmp_path: Path) -> None:
    """A clone may bring files of any name; a folder is walked all the same."""
    (tmp_path / NAME).write_text("schema_version: 2\ntitel: x\n", encoding="utf-8")
    terminal = Terminal("validate", ".", cwd=tmp_path)
    assert terminal.end() == 1
    assert visible(NAME).encode() in terminal.raw
    for evil in (b"\x1b[41;5m", b"\x07", "\u202e".encode()):
        assert evil not in terminal.raw
