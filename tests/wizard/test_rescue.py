"""When an answer cannot be saved: nothing is overwritten, nothing is lost, and the right row is changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cop_wizard.errors import FileTrouble
from cop_wizard.values import value_at
from cop_wizard.wizard.tables import ADD, PASTE
from cop_wizard.yamltext import store
from cop_wizard.yamltext.document import read
from support.scripted import ENTER, SAVE
from support.walking import walk_script

Begin = Callable[..., Any]
ROSTER = ("membership", "roster")
WHAT = "what should happen"
NAME = "person's name"


def _roster(sitting: Begin, *names: str) -> Any:
    steps = [("who might", PASTE), ("on each line", "\n".join(names)), ("add", "yes"), ("who might", SAVE)]
    begun = sitting(*steps)
    walk_script(begun, "membership.roster")
    return begun


def meanwhile(begun: Any, word: str, plan: Path, old: str, new: str) -> None:
    """Let somebody else change the plan while the prompt with ``word`` in its question is on."""
    for kind in ("line", "pick", "paragraph", "tick"):
        ask = getattr(begun.prompter, kind)

        def changing(asked: Any, *more: Any, ask: Any = ask) -> Any:
            text = plan.read_text(encoding="utf-8")
            if word.casefold() in asked.question.casefold() and old in text:
                plan.write_text(text.replace(old, new, 1), encoding="utf-8")
            return ask(asked, *more)

        setattr(begun.prompter, kind, changing)


def test_answers_to_different_questions_come_together(sitting: Begin, tmp_path: Path) -> None:
    """Nothing is asked; one line says so and names what the other person changed."""
    plan = tmp_path / "plan.yaml"
    begun = sitting(("called", "Our Circle"), ("organisation", "The Division"), ("why start", SAVE))
    meanwhile(begun, "organisation", plan, "focus:", "focus: reading # theirs")
    walk_script(begun, "")
    data = read(plan.read_text(encoding="utf-8")).data
    assert value_at(data, ("organization", "name")) == "The Division"
    assert value_at(data, ("purpose", "focus")) == "reading"
    assert "reading # theirs" in plan.read_text(encoding="utf-8")
    assert any("Both changes are in it" in said and "What members share" in said for said in begun.prompter.said)


def test_a_row_is_found_again_where_somebody_moved_it(sitting: Begin, tmp_path: Path) -> None:
    """Ben is removed, not whoever has come to stand in his place."""
    _roster(sitting, "Ana", "Ben", "Cho")
    begun = sitting(("who might", "1"), ("Ben", "+remove"), ("remove", "yes"), ("who might", SAVE))
    meanwhile(begun, "who might", tmp_path / "plan.yaml", "    - name: Ana\n", "")
    walk_script(begun, "membership.roster")
    assert value_at(begun.desk.data, ROSTER) == [{"name": "Cho"}]


def test_the_next_field_goes_to_the_same_person(sitting: Begin, tmp_path: Path) -> None:
    """Rows moved while Ben was in hand: the menu shows the list anew and points at him."""
    _roster(sitting, "Ana", "Ben", "Cho")
    begun = sitting(
        ("who might", "1"),
        ("Ben", "role"),
        ("role", "Coach"),
        ("who might", ENTER),
        ("Ben", "level"),
        ("closely", "core"),
        ("Ben", "+done"),
        ("who might", SAVE),
    )
    meanwhile(begun, "role", tmp_path / "plan.yaml", "    - name: Ana\n", "    - name: Ana\n    - name: Zoe\n")
    walk_script(begun, "membership.roster")
    assert value_at(begun.desk.data, ROSTER) == [
        {"name": "Ana"},
        {"name": "Zoe"},
        {"name": "Ben", "role": "Coach", "level": "core"},
        {"name": "Cho"},
    ]


def test_a_new_row_is_filled_in_although_somebody_added_one(sitting: Begin, tmp_path: Path) -> None:
    """The second answer does not end up with the other person's row."""
    _roster(sitting, "Ana")
    begun = sitting(
        ("who might", ADD),
        (NAME, "Ben"),
        ("who might", ENTER),
        ("Ben", "role"),
        ("role", "Coach"),
        ("Ben", "+done"),
        ("who might", SAVE),
    )
    meanwhile(begun, NAME, tmp_path / "plan.yaml", "    - name: Ana\n", "    - name: Ana\n    - name: Zoe\n")
    walk_script(begun, "membership.roster")
    assert value_at(begun.desk.data, ROSTER) == [{"name": "Ana"}, {"name": "Zoe"}, {"name": "Ben", "role": "Coach"}]


def test_pasted_people_all_arrive_although_somebody_added_one(sitting: Begin, tmp_path: Path) -> None:
    """Behind the other person's row."""
    _roster(sitting, "Ana")
    begun = sitting(("who might", PASTE), ("on each line", "Ben\nCho"), ("add", "yes"), ("who might", SAVE))
    meanwhile(begun, "Add these", tmp_path / "plan.yaml", "    - name: Ana\n", "    - name: Ana\n    - name: Zoe\n")
    walk_script(begun, "membership.roster")
    rows: Any = value_at(begun.desk.data, ROSTER)
    assert [row["name"] for row in rows] == ["Ana", "Zoe", "Ben", "Cho"]


@pytest.mark.parametrize(
    ("reply", "title", "note"),
    [
        ("theirs", "Their Circle", None),
        ("mine", "Our Circle", None),
        ("note", "Their Circle", "Two answers came at once. The other one: Our Circle"),
    ],
)
def test_the_same_question_shows_both_answers(
    sitting: Begin, tmp_path: Path, reply: str, title: str, note: str | None
) -> None:
    """Neither is lost unless the person says so; a to-do keeps the other one."""
    begun = sitting(("called", "Our Circle"), (WHAT, reply), ("organisation", SAVE))
    meanwhile(begun, "called", tmp_path / "plan.yaml", "title:", "title: Their Circle")
    walk_script(begun, "")
    data = read((tmp_path / "plan.yaml").read_text(encoding="utf-8")).data
    assert value_at(data, ("title",)) == title
    assert value_at(data, ("todo", 0, "note")) == note
    said = "\n".join(begun.prompter.said)
    assert "Yours: Our Circle" in said
    assert "Theirs: Their Circle" in said


def test_ticks_of_the_same_question_are_not_mixed(sitting: Begin, tmp_path: Path) -> None:
    """A list of choices is one answer; letting mine win changes only what differs."""
    begun = sitting(("why start", ["engaging_staff", "implementing_change"]), (WHAT, "mine"), ("interest", SAVE))
    theirs = "why_now:\n    - engaging_staff # theirs\n    - gathering_feedback\n"
    meanwhile(begun, "Why start", tmp_path / "plan.yaml", "why_now:\n", theirs)
    walk_script(begun, "purpose.why_now")
    assert value_at(begun.desk.data, ("purpose", "why_now")) == ["engaging_staff", "implementing_change"]
    assert "engaging_staff # theirs" in begun.desk.file.text


def test_a_statement_somebody_wrote_meanwhile_stays(sitting: Begin, tmp_path: Path) -> None:
    """The composed sentence follows its blanks, but never overwrites another person's words."""
    plan = tmp_path / "plan.yaml"
    begun = sitting(
        ("care about", "reading"),
        ("already know", ""),
        ("community for", "teachers"),
        ("do better", "listen"),
        ("what is the community for", SAVE),
    )
    walk_script(begun, "purpose.focus")
    again = sitting(("one sentence", ENTER), ("", SAVE))
    walk_script(again, "purpose.statement")
    last = sitting(("care about", "writing"), ("", SAVE))
    statement = value_at(read(plan.read_text(encoding="utf-8")).data, ("purpose", "statement"))
    assert isinstance(statement, str)
    lines = plan.read_text(encoding="utf-8").split("  statement:")[1].split("\n\n")[0]
    meanwhile(last, "care about", plan, "  statement:" + lines, "  statement: Ours.")
    walk_script(last, "purpose.focus")
    assert value_at(last.desk.data, ("purpose", "focus")) == "writing"
    assert value_at(last.desk.data, ("purpose", "statement")) == "Ours."


def test_a_plan_that_is_gone_can_be_written_again(sitting: Begin, tmp_path: Path) -> None:
    """With every answer of this session and of those before."""
    begun = sitting(("called", "Our Circle"), ("organisation", "The Division"), (WHAT, "back"), ("why start", SAVE))
    ask = begun.prompter.line

    def line(asked: Any) -> Any:
        reply = ask(asked)
        if "organisation" in asked.question:
            (tmp_path / "plan.yaml").unlink()
        return reply

    begun.prompter.line = line
    walk_script(begun, "")
    data = read((tmp_path / "plan.yaml").read_text(encoding="utf-8")).data
    assert value_at(data, ("title",)) == "Our Circle"
    assert value_at(data, ("organization", "name")) == "The Division"


def test_an_interruption_at_the_question_keeps_a_copy(sitting: Begin, tmp_path: Path) -> None:
    """Ctrl-C while being asked what to do: the answer is in a file of its own."""
    begun = sitting(("called", "Our Circle"))
    meanwhile(begun, "called", tmp_path / "plan.yaml", "title:", "title: Their Circle")
    walk_script(begun, "")
    assert "title: Our Circle\n" in (tmp_path / "plan.mine.yaml").read_text(encoding="utf-8")


def test_a_save_that_fails_can_be_tried_again(sitting: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk is no reason to lose the answer."""
    begun = sitting(("called", "Our Circle"), (WHAT, "again"), (WHAT, "again"), ("organisation", SAVE))
    real, failures = store.save, [1, 2]

    def save(path: Path, text: str, expected: store.Stamp, *, keep_old: bool = False) -> store.Stamp:
        if failures:
            failures.pop()
            raise FileTrouble("The disk is full.", "Make some room.")
        return real(path, text, expected, keep_old=keep_old)

    monkeypatch.setattr(store, "save", save)
    walk_script(begun, "")
    assert value_at(begun.desk.data, ("title",)) == "Our Circle"
    assert any("The disk is full." in said for said in begun.prompter.said)
