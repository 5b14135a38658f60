"""``cop validate --watch``: the plan is checked again whenever it is saved."""

from __future__ import annotations

from pathlib import Path

from support.terminal import Terminal

RIGHT = "schema_version: 2\ntitle: Bridge Builders\n"
WRONG = RIGHT + "purpose:\n  focus_kind: intrest\n"


def test_each_save_is_answered_on_a_fresh_screen(tmp_path: Path) -> None:
    """A mistake appears, goes when it is corrected, and a file that is gone is waited for; Ctrl-C ends with 130."""
    plan = tmp_path / "plan.yaml"
    plan.write_text(WRONG, encoding="utf-8")
    terminal = Terminal("validate", "--watch", "--ignore", "COP3", cwd=tmp_path).wait("Did you mean `interest`?")
    terminal.wait("Ctrl-C ends")
    plan.write_text(RIGHT, encoding="utf-8")
    terminal.wait(lambda text: "No mistakes" in text and "interest" not in text)
    plan.unlink()
    terminal.wait("plan.yaml")
    terminal.wait(lambda text: "No mistakes" not in text)
    plan.write_text(WRONG, encoding="utf-8")
    terminal.wait("Did you mean `interest`?").send("ctrl-c")
    assert terminal.end() == 130
