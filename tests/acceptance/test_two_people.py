"""Two people, or a person and a program, at one plan at the same time; and a program that is killed in between."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from cop_wizard.values import value_at
from cop_wizard.wizard.draft import DraftKeeper
from cop_wizard.yamltext.document import read
from support.terminal import Terminal

pytestmark = pytest.mark.timeout(120)
PLAN = (
    "# ours\nschema_version: 2\nguide: cass\ntitle: Us\npurpose:\n  focus: reading\n"
    "membership:\n  roster:\n    - name: Ana # first\n    - name: Ben\n    - name: Cho\n"
)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A small plan in a folder of its own."""
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


def edit(plan: Path, question: str, wait: str) -> Terminal:
    return Terminal("edit", "plan.yaml", question, cwd=plan.parent).wait(wait)


def replace(plan: Path, old: str, new: str) -> None:
    """Another program changes the plan."""
    plan.write_text(plan.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_two_sessions_answer_different_questions(plan: Path) -> None:
    """Each saves; both are in the plan; the second says so in a line."""
    one, two = edit(plan, "title", "called?"), edit(plan, "purpose.focus", "care about")
    one.send("ctrl-u", "We", "enter")
    assert one.end() == 0
    two.send("ctrl-u", "numbers", "enter").wait("changed by someone else meanwhile (Name of the community)")
    assert two.end() == 0
    assert plan.read_text(encoding="utf-8") == PLAN.replace("Us", "We").replace("reading", "numbers")


def test_two_sessions_in_one_list(plan: Path) -> None:
    """One removes a person while the other gives the next one a role; the role goes to the right person."""
    one, two = (
        edit(plan, "membership.roster", "Add another person"),
        edit(plan, "membership.roster", "Add another person"),
    )
    two.send("2", "enter").wait("Remove this row").send("2", "enter").wait("role at work?")
    one.send("1", "enter").wait("Remove this row").send("\x1b[F", "up", "enter").wait("from the plan?")
    one.send("down", "enter").wait("Done (2 people)").send("ctrl-s")
    assert one.end() == 0
    two.send("Coach", "enter").wait("Both changes are in it").wait("Done (2 people)").send("ctrl-s")
    assert two.end() == 0
    assert plan.read_text(encoding="utf-8") == PLAN.replace("    - name: Ana # first\n", "").replace(
        "Ben\n", "Ben\n      role: Coach\n"
    )


def test_two_sessions_answer_the_same_question(plan: Path) -> None:
    """Both answers are shown; the one that does not stay becomes a to-do."""
    one, two = edit(plan, "title", "called?"), edit(plan, "title", "called?")
    one.send("ctrl-u", "We", "enter")
    assert one.end() == 0
    two.send("ctrl-u", "Them", "enter").wait("Yours: Them").wait("Theirs: We").wait("last answer?").send("enter")
    assert two.end() == 0
    data = read(plan.read_text(encoding="utf-8")).data
    assert value_at(data, ("title",)) == "We"
    assert value_at(data, ("todo", 0, "question")) == "title"
    assert "Them" in str(value_at(data, ("todo", 0, "note")))


def test_a_program_changes_the_plan_between_two_questions(plan: Path) -> None:
    """A walk goes on over it, again and again."""
    terminal = Terminal("new", cwd=plan.parent).wait("organisation")
    replace(plan, "# ours", "# theirs")
    terminal.send("The Division", "enter").wait("Both changes are in it").wait("Why start a community")
    replace(plan, "reading", "numbers # by a program")
    terminal.send("space", "enter").wait("interest, or a concern").send("ctrl-s")
    assert terminal.end() == 0
    text = plan.read_text(encoding="utf-8")
    assert text.startswith("# theirs\n")
    assert "focus: numbers # by a program\n" in text
    assert value_at(read(text).data, ("organization", "name")) == "The Division"
    assert value_at(read(text).data, ("purpose", "why_now")) == ["engaging_staff"]


def test_two_sessions_do_not_share_what_is_half_typed(plan: Path) -> None:
    """Each finds its own again; no file of theirs stays behind."""
    one = edit(plan, "title", "called?").send("ctrl-u", "Half a ti")
    two = edit(plan, "purpose.focus", "care about").send(" and half a fo")
    for word, terminal in (("Half a ti", one), ("half a fo", two)):
        terminal.wait(word).wait(lambda text, word=word: any(word in kept for kept in drafts(plan)))  # type: ignore[misc]
    assert len(drafts(plan)) == 2
    one.send("ctrl-c")
    two.send("ctrl-c")
    assert (one.end(), two.end()) == (130, 130)
    again = edit(plan, "title", "called? Half a ti")
    again.send("enter")
    assert again.end() == 0
    last = edit(plan, "purpose.focus", "reading and half a fo").send("enter")
    assert last.end() == 0
    Terminal("edit", "plan.yaml", cwd=plan.parent).wait("Change anything?").send("enter").end()
    assert not list(plan.parent.glob(".plan*.lock"))


def drafts(plan: Path) -> list[str]:
    """What the sidecars beside the plan hold."""
    return [path.read_text(encoding="utf-8") for path in plan.parent.glob(".plan*.draft")]


def test_what_a_killed_session_had_typed_is_taken_over(plan: Path) -> None:
    """Also the second of two: its lock ends with it."""
    one = edit(plan, "title", "called?").send("ctrl-u", "Half a ti")
    two = edit(plan, "purpose.focus", "care about").send(" and half a fo")
    for word, terminal in (("Half a ti", one), ("half a fo", two)):
        terminal.wait(lambda text, word=word: any(word in kept for kept in drafts(plan)))  # type: ignore[misc]
        terminal.signal(signal.SIGKILL).end()
    keeper = DraftKeeper.seated(plan)
    assert keeper.at(("title",)) == "Half a ti"
    assert keeper.at(("purpose", "focus")) == "reading and half a fo"
    keeper.leave()
    assert len(drafts(plan)) == 1
    assert not list(plan.parent.glob(".plan*.lock"))


KILLED = """
import os, signal, sys
number, moment, *words = sys.argv[1:]
left, real = [int(number)], os.replace
def replace(source, target):
    counts = str(target).endswith((".yaml", ".bak"))
    left[0] -= counts
    if counts and left[0] == 0 and moment == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    real(source, target)
    if counts and left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)
os.replace = replace
from cop_wizard.cli.run import main
sys.exit(main(words))
"""
"""Runs cop and kills it right before or behind the n-th time that a file takes another one's place."""


@pytest.mark.parametrize("moment", ["before", "behind"])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_killed_while_two_changes_come_together(plan: Path, number: int, moment: str) -> None:
    """The plan is theirs, or theirs with mine in it; never half, and never without theirs."""
    script = plan.parent / "killed.py"
    script.write_text(KILLED, encoding="utf-8")
    terminal = Terminal("killed.py", str(number), moment, "edit", "plan.yaml", "title", cwd=plan.parent).wait("called?")
    replace(plan, "reading", "numbers")
    theirs = plan.read_text(encoding="utf-8")
    terminal.send("ctrl-u", "We").wait("We").wait(lambda text: any("We" in kept for kept in drafts(plan))).send("enter")
    assert terminal.end() == (0 if number == 3 and "Both" in terminal.text else -signal.SIGKILL)
    assert plan.read_text(encoding="utf-8") in (theirs, theirs.replace("Us", "We"))
    if plan.read_text(encoding="utf-8") == theirs:
        keeper = DraftKeeper.seated(plan)
        assert keeper.at(("title",)) == "We"
        keeper.leave()


@pytest.mark.skipif(os.name == "nt", reason="the editor here is a shell script")
@pytest.mark.parametrize("moment", ["before", "behind"])
@pytest.mark.parametrize("number", [1, 2])
def test_killed_while_the_edited_copy_is_put_in_place(plan: Path, number: int, moment: str) -> None:
    """The plan is the old one or the new one, and the new one is always to be found."""
    script, editor = plan.parent / "killed.py", plan.parent / "editor.sh"
    script.write_text(KILLED, encoding="utf-8")
    editor.write_text('#!/bin/sh\nprintf "title: We\\nschema_version: 2\\n" >"$1"\n', encoding="utf-8")
    editor.chmod(0o755)
    words = ("killed.py", str(number), moment, "edit", "--editor", "plan.yaml")
    terminal = Terminal(*words, cwd=plan.parent, environment={"EDITOR": str(editor)})
    assert terminal.end() == -signal.SIGKILL
    new = "title: We\nschema_version: 2\n"
    assert plan.read_text(encoding="utf-8") in (PLAN, new)
    assert new in [path.read_text(encoding="utf-8") for path in plan.parent.glob("*plan*.yaml")] + [
        (plan.parent / ".plan.editing.yaml").read_text(encoding="utf-8")
    ]
