"""When an answer cannot be saved: nothing is overwritten, nothing is lost, and the right row is changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cop_wizard.errors import FileTrouble
from cop_wizard.values import value_at
from cop_wizard.wizard.rebase import CannotPlace, rebase
from cop_wizard.wizard.tables import PASTE
from cop_wizard.yamltext import store
from cop_wizard.yamltext.document import read
from cop_wizard.yamltext.splice import Insert, Move, Operation, Put, Remove, edited
from support.scripted import SAVE
from support.walking import walk_script

Begin = Callable[..., Any]
ROSTER = ("membership", "roster")
WHAT = "what should happen"


def _roster(sitting: Begin, *names: str) -> Any:
    steps = [("who might", PASTE), ("on each line", "\n".join(names)), ("add", "yes"), ("who might", SAVE)]
    begun = sitting(*steps)
    walk_script(begun, "membership.roster")
    return begun


def test_a_row_is_found_again_where_somebody_moved_it(sitting: Begin, tmp_path: Path) -> None:
    """Ben is removed, not whoever has come to stand in his place."""
    _roster(sitting, "Ana", "Ben", "Cho")
    plan = tmp_path / "plan.yaml"
    begun = sitting(("who might", "1"), ("Ben", "+remove"), ("remove", "yes"), (WHAT, "both"), ("who might", SAVE))
    plan.write_text(plan.read_text(encoding="utf-8").replace("    - name: Ana\n", ""), encoding="utf-8")
    walk_script(begun, "membership.roster")
    assert value_at(begun.desk.data, ROSTER) == [{"name": "Cho"}]


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
    plan = tmp_path / "plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8") + "# theirs\n", encoding="utf-8")
    walk_script(begun, "")
    assert "title: Our Circle\n" in (tmp_path / "plan.mine.yaml").read_text(encoding="utf-8")


def test_a_save_that_fails_can_be_tried_again(sitting: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk is no reason to lose the answer."""
    begun = sitting(("called", "Our Circle"), (WHAT, "again"), (WHAT, "again"), ("organisation", SAVE))
    real, failures = store.save, [1, 2]

    def save(path: Path, text: str, expected: store.Stamp) -> store.Stamp:
        if failures:
            failures.pop()
            raise FileTrouble("The disk is full.", "Make some room.")
        return real(path, text, expected)

    monkeypatch.setattr(store, "save", save)
    walk_script(begun, "")
    assert value_at(begun.desk.data, ("title",)) == "Our Circle"
    assert any("The disk is full." in said for said in begun.prompter.said)


OLD: Any = {"a": "x", "rows": [{"n": "1"}, {"n": "2"}, {"n": "3"}]}
NEW: Any = {"a": "y", "rows": [{"n": "0"}, {"n": "1"}, {"n": "2", "more": "m"}, {"n": "3"}]}


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        (Put(("b",), "v"), Put(("b",), "v")),
        (Put(("rows", 2, "n"), "9"), Put(("rows", 3, "n"), "9")),
        (Put(("rows", 1, "n"), "9"), Put(("rows", 2, "n"), "9")),
        (Remove(("rows", 0)), Remove(("rows", 1))),
        (Insert(("rows",), 3, {"n": "4"}), Insert(("rows",), 4, {"n": "4"})),
        (Insert(("rows",), 1, {"n": "4"}), Insert(("rows",), 2, {"n": "4"})),
        (Insert(("rows",), 0, {"n": "4"}), Insert(("rows",), 0, {"n": "4"})),
        (Move(("rows",), 2, 0), Move(("rows",), 3, 0)),
    ],
)
def test_positions_follow_their_rows(operation: Operation, expected: Operation) -> None:
    """And the result makes sense on the new data."""
    assert rebase([operation], OLD, NEW) == [expected]
    edited(NEW, expected)


def test_what_cannot_be_told_apart_is_refused() -> None:
    """A row that is gone or stands there twice, and several changes that build on each other."""
    with pytest.raises(CannotPlace):
        rebase([Remove(("rows", 0))], OLD, {"rows": [{"n": "2"}]})
    with pytest.raises(CannotPlace):
        rebase([Remove(("rows", 0))], OLD, {"rows": [{"n": "1"}, {"n": "1"}]})
    with pytest.raises(CannotPlace):
        rebase([Remove(("rows", 0)), Remove(("rows", 0))], OLD, NEW)
    assert len(rebase([Remove(("rows", 0)), Remove(("rows", 0))], OLD, OLD | {"a": "z"})) == 2
