"""``cop edit --editor``: the plan in a text editor, checked on the way back, as `visudo` does it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from support.terminal import Terminal

pytestmark = [pytest.mark.timeout(120), pytest.mark.skipif(os.name == "nt", reason="editors here are shell scripts")]
GOOD = "# ours\nschema_version: 2\ntitle: Us\npurpose:\n  focus: reading\n"
BAD = GOOD.replace("focus:", "fokus:")
Editor = Callable[..., dict[str, str]]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan without mistakes, in a folder of its own."""
    path = tmp_path / "here" / "plan.yaml"
    path.parent.mkdir()
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture
def editor(tmp_path: Path) -> Editor:
    """Make an editor that runs these shell commands with the file as ``$file``, each time the next one."""

    def make(*visits: str, name: str = "vi") -> dict[str, str]:
        script = tmp_path / name
        cases = "".join(f"{number}) {commands} ;;\n" for number, commands in enumerate(visits, start=1))
        script.write_text(
            f'#!/bin/sh\nfor file; do :; done\necho "$@" >>{tmp_path}/calls\n'
            f"case $(wc -l <{tmp_path}/calls | tr -d ' ') in\n{cases}esac\n",
            encoding="utf-8",
        )
        script.chmod(0o755)
        return {"EDITOR": str(script)}

    return make


def run(plan: Path, environment: dict[str, str], *more: str) -> Terminal:
    return Terminal("edit", "--editor", "plan.yaml", *more, cwd=plan.parent, environment=environment)


def calls(plan: Path) -> list[str]:
    """How the editor was called, each time."""
    return (plan.parent.parent / "calls").read_text(encoding="utf-8").splitlines()


def beside(plan: Path) -> list[str]:
    """The files beside the plan, less what remembers the last plan."""
    return sorted(path.name for path in plan.parent.iterdir() if path.is_file())


def sed(old: str, new: str) -> str:
    """What an editor does that replaces one word by another one."""
    return f'sed \'s/{old}/{new}/\' "$file" >"$file.new" && mv "$file.new" "$file"'


def test_what_was_edited_takes_the_plans_place(plan: Path, editor: Editor) -> None:
    """With the version before as a backup, and no copy left behind; the copy is as private as the plan."""
    plan.chmod(0o600)
    terminal = run(plan, editor('ls -l "$file" >../mode; ' + sed("reading", "numbers")))
    assert terminal.end() == 0, terminal.text
    assert "No mistakes." in terminal.text
    assert plan.read_text(encoding="utf-8") == GOOD.replace("reading", "numbers")
    assert (plan.parent / "plan.yaml.bak").read_text(encoding="utf-8") == GOOD
    assert beside(plan) == ["plan.yaml", "plan.yaml.bak"]
    assert (plan.parent.parent / "mode").read_text(encoding="utf-8").startswith("-rw-------")
    assert plan.stat().st_mode & 0o777 == 0o600
    assert calls(plan)[0].endswith(".yaml")


def test_nothing_changed_is_nothing_written(plan: Path, editor: Editor) -> None:
    """Not even a backup."""
    terminal = run(plan, editor("true"))
    assert terminal.end() == 0
    assert "Nothing was changed." in terminal.text
    assert beside(plan) == ["plan.yaml"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("nvim", "+5 {file}"),
        ("nano", "+5 {file}"),
        ("hx", "{file}:5"),
        ("code", "--wait --goto {file}:5"),
        ("scribble", "{file}"),
    ],
)
def test_the_editor_opens_at_the_first_finding(plan: Path, editor: Editor, name: str, expected: str) -> None:
    """In the way this editor understands; one that is not known gets just the file."""
    plan.write_text(BAD, encoding="utf-8")
    terminal = run(plan, editor("true", name=name)).wait("What now?").send("down", "down", "enter")
    assert terminal.end() == 1
    assert calls(plan) == [expected.format(file=plan.parent / ".plan.editing.yaml").replace(str(plan.parent) + "/", "")]


@pytest.mark.parametrize(("place", "line"), [("purpose", 4), ("title", 3), ("COP301", 5), ("nowhere", 1)])
def test_a_section_question_or_code_says_where_to_open(plan: Path, editor: Editor, place: str, line: int) -> None:
    """What is not in the plan opens it at the top."""
    plan.write_text(GOOD.replace("reading", ""), encoding="utf-8")
    assert run(plan, editor("true"), place).end() == 0
    assert calls(plan)[0].startswith(f"+{line} ")


def test_mistakes_are_shown_and_the_editor_opens_again_at_the_first(plan: Path, editor: Editor) -> None:
    """As long as the person wants; nothing is in the plan before it is right."""
    terminal = run(plan, editor(sed("focus", "fokus"), sed("fokus", "focus") + "; " + sed("Us", "We")))
    terminal.wait("plan.yaml:5:3: There is no place called `fokus`").wait("^^^^^").wait("1 mistake.").wait("(line 5)")
    assert plan.read_text(encoding="utf-8") == GOOD
    terminal.send("enter")
    assert terminal.end() == 0
    assert calls(plan)[1].startswith("+5 ")
    assert plan.read_text(encoding="utf-8") == GOOD.replace("Us", "We")


@pytest.mark.parametrize(("keys", "code", "kept"), [(("down",), 1, BAD), (("down", "down"), 0, GOOD)])
def test_a_plan_with_mistakes_is_kept_or_put_back(
    plan: Path, editor: Editor, keys: tuple[str, ...], code: int, kept: str
) -> None:
    """The person decides; the code says whether the plan is right now."""
    terminal = run(plan, editor(sed("focus", "fokus"))).wait("What now?").send(*keys, "enter")
    assert terminal.end() == code
    assert plan.read_text(encoding="utf-8") == kept
    assert not (plan.parent / ".plan.editing.yaml").exists()


def test_ctrl_c_at_the_question_keeps_what_was_edited(plan: Path, editor: Editor) -> None:
    """In a file of its own, which is named."""
    terminal = run(plan, editor(sed("focus", "fokus"))).wait("What now?").send("ctrl-c")
    assert terminal.end() == 130
    assert "plan.mine.yaml" in terminal.text.replace("\n", "")
    assert (plan.parent / "plan.mine.yaml").read_text(encoding="utf-8") == BAD
    assert plan.read_text(encoding="utf-8") == GOOD


@pytest.mark.parametrize(
    ("commands", "told"),
    [
        (sed("reading", "numbers") + "; exit 1", "ended with an error"),
        (sed("reading", "numbers") + "; kill -9 $$", "ended with an error"),
    ],
)
@pytest.mark.parametrize(("keys", "expected"), [((), "numbers"), (("down", "down"), "reading")])
def test_what_a_failing_editor_saved_can_be_taken(
    plan: Path, editor: Editor, commands: str, told: str, keys: tuple[str, ...], expected: str
) -> None:
    """The person is asked; nothing is thrown away, nothing is taken unasked."""
    terminal = run(plan, editor(commands)).wait(told).wait("Take what it saved").send(*keys, "enter")
    assert terminal.end() == 0
    assert plan.read_text(encoding="utf-8") == GOOD.replace("reading", expected)


def test_an_editor_that_fails_and_saved_nothing(plan: Path, editor: Editor) -> None:
    """Code 3, and the plan is named, which is as it was."""
    terminal = run(plan, editor("exit 1"))
    assert terminal.end() == 3
    assert "is as it was before." in terminal.text
    assert beside(plan) == ["plan.yaml"]


def test_an_editor_that_is_not_there(plan: Path) -> None:
    """Code 3, and nothing lies around."""
    terminal = run(plan, {"EDITOR": "no-such-editor-anywhere"})
    assert terminal.end() == 3
    assert "did not start" in terminal.text
    assert beside(plan) == ["plan.yaml"]


@pytest.mark.parametrize("commands", ['rm "$file"', 'printf "a: \\377\\n" >"$file"'])
def test_a_copy_that_is_gone_or_no_text_can_be_opened_again(plan: Path, editor: Editor, commands: str) -> None:
    """The plan is as it was until then."""
    again = sed("reading", "numbers") if commands.startswith("rm") else f"printf '%s' '{GOOD}' >\"$file\""
    terminal = run(plan, editor(commands, again)).wait("Open it again").send("enter")
    assert terminal.end() == 0
    wanted = GOOD.replace("reading", "numbers") if commands.startswith("rm") else GOOD
    assert plan.read_text(encoding="utf-8") == wanted


def test_somebody_elses_change_in_other_lines_is_kept_too(plan: Path, editor: Editor) -> None:
    """Both are in the plan, and one line says so."""
    theirs = f"sed -i 's/ours/theirs/' {plan}"
    terminal = run(plan, editor(theirs + "; " + sed("reading", "numbers")))
    assert terminal.end() == 0
    assert "Both changes are in it" in " ".join(terminal.text.split())
    assert plan.read_text(encoding="utf-8") == GOOD.replace("ours", "theirs").replace("reading", "numbers")


def test_somebody_elses_change_in_the_same_line_is_not_overwritten(plan: Path, editor: Editor) -> None:
    """Code 3: theirs stays, mine is in a file of its own, both are shown."""
    theirs = f"sed -i 's/reading/singing/' {plan}"
    terminal = run(plan, editor(theirs + "; " + sed("reading", "numbers")))
    assert terminal.end() == 3
    said = " ".join(terminal.text.split())
    parts = [
        "in the same lines",
        "Nothing was overwritten",
        "Theirs: focus: singing",
        "Yours: focus: numbers",
        "Your version is in",
    ]
    assert [said.index(part) for part in parts] == sorted(said.index(part) for part in parts)
    assert not (plan.parent / "plan.yaml.bak").exists()
    assert plan.read_text(encoding="utf-8") == GOOD.replace("reading", "singing")
    assert (plan.parent / "plan.mine.yaml").read_text(encoding="utf-8") == GOOD.replace("reading", "numbers")


def test_only_what_clashes_is_left_to_the_person(plan: Path, editor: Editor) -> None:
    """Of two answers on lines side by side one was changed by both: theirs stays, the other one of mine is taken."""
    plan.write_text(GOOD + "  audience: all\n", encoding="utf-8")
    theirs = f"sed -i 's/reading/singing/' {plan}"
    terminal = run(plan, editor(theirs + "; " + sed("reading", "numbers") + "; " + sed("all", "us")))
    assert terminal.end() == 3
    said = " ".join(terminal.text.split())
    assert "Your other changes are saved." in said
    assert "audience" not in said
    assert plan.read_text(encoding="utf-8") == GOOD.replace("reading", "singing") + "  audience: us\n"
    assert (plan.parent / "plan.mine.yaml").read_text(encoding="utf-8") == (
        GOOD.replace("reading", "numbers") + "  audience: us\n"
    )


def test_a_plan_that_went_away_meanwhile(plan: Path, editor: Editor) -> None:
    """What was edited is kept."""
    terminal = run(plan, editor(f"rm {plan}; " + sed("reading", "numbers")))
    assert terminal.end() == 3
    assert (plan.parent / "plan.mine.yaml").exists()


WAITING = 'echo "  audience: half" >>"$file"; echo ready; '
"""An editor that has saved something and stays open until it is told otherwise."""


def test_ctrl_c_is_the_editors_own(plan: Path, editor: Editor) -> None:
    """It means something there, and does not end cop."""
    stay = f"trap 'echo caught; exit 0' INT; {WAITING} while :; do read -r line; done"
    terminal = run(plan, editor(stay)).wait("ready").send("ctrl-c").wait("caught")
    assert terminal.end() == 0
    assert "audience: half" in plan.read_text(encoding="utf-8")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_an_end_from_outside_keeps_what_was_saved(plan: Path, editor: Editor, number: int, code: int) -> None:
    """The editor is told too; the plan is untouched, the copy gets a name of its own."""
    terminal = run(plan, editor(WAITING + "read -r line")).wait("ready").signal(number)
    assert terminal.end() == code
    assert plan.read_text(encoding="utf-8") == GOOD
    assert (plan.parent / "plan.mine.yaml").read_text(encoding="utf-8") == GOOD + "  audience: half\n"


def test_a_closed_window_loses_nothing(plan: Path, editor: Editor) -> None:
    """What the editor had saved is found beside the plan."""
    terminal = run(plan, editor(WAITING + "read -r line")).wait("ready")
    assert terminal.hang_up() == 129
    assert plan.read_text(encoding="utf-8") == GOOD
    assert (plan.parent / "plan.mine.yaml").read_text(encoding="utf-8") == GOOD + "  audience: half\n"


def test_what_a_killed_session_left_is_found_by_the_next(plan: Path, editor: Editor) -> None:
    """Nothing can be done about SIGKILL, but nothing is lost by it."""
    environment = editor(WAITING + "read -r line")
    terminal = run(plan, environment).wait("ready").signal(signal.SIGKILL)
    assert terminal.end() == -signal.SIGKILL
    assert plan.read_text(encoding="utf-8") == GOOD
    again = run(plan, environment)
    assert again.end() == 0
    assert "was broken off" in " ".join(again.text.split())
    assert (plan.parent / "plan.mine.yaml").read_text(encoding="utf-8") == GOOD + "  audience: half\n"
    assert beside(plan) == ["plan.mine.yaml", "plan.yaml"]


def test_two_editors_at_once_have_a_copy_each(plan: Path, editor: Editor) -> None:
    """The second is no leftover of the first, and both edits arrive."""
    environment = editor(sed("ours", "mine") + "; echo ready; read -r line", sed("reading", "numbers"))
    first = run(plan, environment).wait("ready")
    second = run(plan, environment)
    assert second.end() == 0
    assert "broken off" not in second.text
    first.send("enter")
    assert first.end() == 0
    assert plan.read_text(encoding="utf-8") == GOOD.replace("ours", "mine").replace("reading", "numbers")
    assert beside(plan) == ["plan.yaml", "plan.yaml.bak"]


def test_by_numbered_lines(plan: Path, editor: Editor) -> None:
    """The same choices for a screen reader, also through a pipe."""
    environment = editor(sed("focus", "fokus"), sed("fokus", "focus"))
    done = subprocess.run(
        [sys.executable, "-m", "cop_wizard", "edit", "--editor", "--plain", "plan.yaml"],
        cwd=plan.parent,
        input="1\n",
        capture_output=True,
        encoding="utf-8",
        env={"PATH": os.environ["PATH"], "HOME": str(plan.parent.parent), **environment},
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert "1. Open it again" in done.stderr
    assert "\x1b" not in done.stderr


def test_without_a_terminal_nothing_is_opened(plan: Path, editor: Editor) -> None:
    """Code 2."""
    done = subprocess.run(
        [sys.executable, "-m", "cop_wizard", "edit", "--editor", "plan.yaml"],
        cwd=plan.parent,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        env={"PATH": os.environ["PATH"], "HOME": str(plan.parent.parent), **editor("true")},
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert not (plan.parent.parent / "calls").exists()


def test_a_slip_in_the_form_can_be_mended_in_the_editor(plan: Path, editor: Editor) -> None:
    """From `cop edit`: the editor opens at the line, and the questions go on from there."""
    plan.write_text(GOOD + "membership: [a, b\n", encoding="utf-8")
    terminal = Terminal(
        "edit", "plan.yaml", "title", cwd=plan.parent, environment=editor("sed -i /membership/d " + '"$file"')
    )
    terminal.wait("Open the plan in my text editor").wait("How should it be put right?")
    if "Correct it like this" in terminal.text:
        terminal.send("down")
    terminal.send("enter").wait("What is your community called?").send("ctrl-u", "We", "enter")
    assert terminal.end() == 0
    assert plan.read_text(encoding="utf-8") == GOOD.replace("Us", "We")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_in_the_place_of_the_copy_is_not_waited_for(tmp_path: Path) -> None:
    """It was never ours; the plan is edited all the same."""
    plan = tmp_path / "plan.yaml"
    plan.write_text("schema_version: 2\ntitle: Ours\n", encoding="utf-8")
    os.mkfifo(tmp_path / ".plan.editing.yaml")
    terminal = Terminal("edit", "plan.yaml", "--editor", cwd=tmp_path, environment={"EDITOR": "true"})
    assert terminal.end() == 0
    assert plan.read_text(encoding="utf-8") == "schema_version: 2\ntitle: Ours\n"
