"""What cop noticed is put right where it stands: every kind of finding, as a splice, and nothing else is touched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cop_wizard.checks.runner import check
from cop_wizard.diagnostic import Severity
from cop_wizard.wizard.interview import SaveAndLeave
from cop_wizard.wizard.noticed import DONE, Watch, findings, noticed
from cop_wizard.wizard.prompter import Interrupted
from support.scripted import BACK, ENTER, SAVE
from wizard.conftest import TODAY

Begin = Callable[..., Any]
LIST = "put right?"
HOW = "how should it be put right"
HEAD = "schema_version: 2\nguide: cass\n"


def mended(sitting: Begin, path: Path, text: str, *steps: tuple[str, Any], code: str = "") -> str:
    """The text after the steps; errors only are looked for, so that a script need not know the advice."""
    path.write_text(text, encoding="utf-8", newline="")
    begun = sitting(*steps, mending=True)

    def look(plan: str) -> Any:
        return [one for one in check(plan, path, TODAY).findings if one.severity is Severity.ERROR or one.code == code]

    watch = Watch(look, lambda text, one: f"line {one.span.start.line}" if one.span else "")
    try:
        noticed(begun.desk, begun.session, watch, code)
    except SaveAndLeave:
        assert steps[-1][1] is SAVE
    except Interrupted as end:
        pytest.fail(f"asked more than the script knows: {begun.prompter.asked[-1].question!r} {end}")
    begun.prompter.finished()
    return path.read_bytes().decode()


@pytest.mark.parametrize(
    ("text", "steps", "expected"),
    [
        pytest.param(
            "purpose:\n  fokus: reading # ours\n",
            [(LIST, ENTER), (HOW, "meant")],
            "purpose:\n  focus: reading # ours\n",
            id="a misspelt key is called by its name",
        ),
        pytest.param(
            "purpose:\n  # asked\n  focus:\n\n  # ours\n  fokus: reading\n",
            [(LIST, ENTER), (HOW, "meant")],
            "purpose:\n\n  # ours\n  focus: reading\n",
            id="also where the right key stands there blank",
        ),
        pytest.param(
            "purpose:\n  focus: maths\n  fokus: reading\n",
            [(LIST, ENTER), (HOW, ENTER)],
            "purpose:\n  focus: maths\n  x-fokus: reading\n",
            id="a key whose right name is taken is kept as a note",
        ),
        pytest.param(
            "colour: blue\nx-colour: red\n",
            [(LIST, ENTER), (HOW, "+own")],
            "x-colour-2: blue\nx-colour: red\n",
            id="a name of one's own that is taken gets a number",
        ),
        pytest.param(
            "colour:\n  - blue\ntitle: Us\n",
            [(LIST, ENTER), (HOW, "+out"), ("for good", "no"), (LIST, ENTER), (HOW, "+out"), ("for good", "yes")],
            "title: Us\n",
            id="taking out shows what is lost and asks again",
        ),
        pytest.param(
            "colour: blue\n",
            [(LIST, ENTER), (HOW, "+leave"), (LIST, DONE)],
            "colour: blue\n",
            id="leaving it changes nothing",
        ),
        pytest.param(
            "purpose: early numeracy\n",
            [(LIST, ENTER), (HOW, "focus")],
            "purpose:\n  focus: early numeracy\n",
            id="a text in place of a section answers one of its questions",
        ),
        pytest.param(
            "membership:\n  roster:\n    - Ana\n    - name: Ben\n",
            [(LIST, ENTER), (HOW, "name")],
            "membership:\n  roster:\n    - name: Ana\n    - name: Ben\n",
            id="a row that is only a name",
        ),
        pytest.param(
            "membership:\n  roster: Ana, Ben # all\n",
            [(LIST, ENTER), (HOW, "1")],
            "membership:\n  roster: # all\n    - name: Ana\n    - name: Ben\n",
            id="names in one line become a list",
        ),
        pytest.param(
            "purpose:\n  why_now: engaging_staff\n",
            [(LIST, ENTER), (HOW, ENTER)],
            "purpose:\n  why_now:\n    - engaging_staff\n",
            id="one choice where a list belongs",
        ),
        pytest.param(
            "purpose:\n  focus:\n    - reading\n    - writing\n",
            [(LIST, ENTER), ("care about", ENTER)],
            "purpose:\n  focus: reading, writing\n",
            id="a list where one answer belongs is the text to begin with",
        ),
        pytest.param(
            "purpose:\n  focus_kind:\n    - concern\n",
            [(LIST, ENTER), ("interest, or a concern", ENTER)],
            "purpose:\n  focus_kind: concern\n",
            id="a list of one choice",
        ),
        pytest.param(
            "purpose:\n  focus_kind: Intrest\n",
            [(LIST, ENTER), ("interest, or a concern", ENTER)],
            "purpose:\n  focus_kind: interest\n",
            id="a misspelt choice: what was meant is pointed at",
        ),
        pytest.param(
            "purpose:\n  why_now:\n    - engaging-staf\n    - mine\n",
            [(LIST, ENTER), ("why start", ENTER)],
            "purpose:\n  why_now:\n    - engaging_staff\n    - mine\n",
            id="a misspelt item of a list",
        ),
        pytest.param(
            "purpose:\n  why_now:\n    - engaging_staff\n    -\n",
            [(LIST, ENTER), (HOW, "+out")],
            "purpose:\n  why_now:\n    - engaging_staff\n",
            id="an empty line of a list is taken away",
        ),
        pytest.param(
            "launch:\n  first_meeting: 2026-09-31\n",
            [(LIST, ENTER), ("first meeting", "2026-09-30")],
            "launch:\n  first_meeting: 2026-09-30\n",
            id="a date that does not exist",
        ),
        pytest.param(
            "launch:\n  first_meeting: 15/09/2026\n",
            [(LIST, ENTER), ("first meeting", ENTER)],
            "launch:\n  first_meeting: 2026-09-15\n",
            id="a date the wrong way round: the right one is proposed",
        ),
        pytest.param(
            "membership:\n  roster:\n    - name: Ana\n      level: cor # inner\n",
            [(LIST, ENTER), ("closely", ENTER)],
            "membership:\n  roster:\n    - name: Ana\n      level: core # inner\n",
            id="one field of a row, and no other",
        ),
        pytest.param(
            "membership:\n  size:\n    minimum: -3\n",
            [(LIST, ENTER), ("", "3")],
            "membership:\n  size:\n    minimum: 3\n",
            id="one field of a form",
        ),
        pytest.param(
            "language: French!\n",
            [(LIST, ENTER), ("which language", "fr")],
            "language: fr\n",
            id="a language that is none",
        ),
        pytest.param(
            "todo:\n  - question: purpose.fokus\n    note: ask\n",
            [(LIST, ENTER), (HOW, "pick"), ("which question", "purpose.focus")],
            "todo:\n  - question: purpose.focus\n    note: ask\n",
            id="a to-do about nothing gets its question",
        ),
    ],
)
def test_a_mistake_is_put_right(
    sitting: Begin, tmp_path: Path, text: str, steps: list[tuple[str, Any]], expected: str
) -> None:
    """After the answer the list is empty, or leads on to the next one."""
    assert mended(sitting, tmp_path / "plan.yaml", HEAD + text, *steps) == HEAD + expected


@pytest.mark.parametrize("start", ["", "schema_version: x\n"])
def test_a_plan_without_its_version_gets_one(sitting: Begin, tmp_path: Path, start: str) -> None:
    """In its place at the top."""
    text = mended(sitting, tmp_path / "plan.yaml", start + "title: Us\n", (LIST, ENTER), (HOW, ENTER))
    assert text == "schema_version: 2\ntitle: Us\n"


def test_a_guide_that_is_not_there_is_chosen_again(sitting: Begin, tmp_path: Path) -> None:
    """And the session follows it from then on."""
    text = "schema_version: 2\nguide: gone.yaml\n"
    result = mended(sitting, tmp_path / "plan.yaml", text, (LIST, ENTER), (HOW, "planning-tool"))
    assert result == "schema_version: 2\nguide: planning-tool\n"


def test_many_mistakes_one_after_the_other(sitting: Begin, tmp_path: Path) -> None:
    """The list is shorter each time; every line that no mistake is in stays as it is, in its odd style too."""
    text = (
        "\ufeff# Ours\r\nschema_version: '2'\r\n\r\n\r\nx-notes: {a: 1}\r\n"
        "purpose: {fokus: reading, audience:   us}\r\n"
        'launch:\r\n      first_meeting:   "2026-02-30"   # when?\r\n      start: 9:30'
    )
    steps = [(LIST, ENTER), (HOW, "meant"), (LIST, ENTER), ("first meeting", "2026-03-01")]
    result = mended(sitting, tmp_path / "plan.yaml", text, *steps)
    assert result == text.replace("fokus", "focus").replace('"2026-02-30"', "2026-03-01")


def test_back_returns_to_the_list_and_saving_leaves(sitting: Begin, tmp_path: Path) -> None:
    """Nothing has to be put right."""
    text = HEAD + "launch:\n  first_meeting: 2026-09-31\n"
    assert mended(sitting, tmp_path / "plan.yaml", text, (LIST, "0"), ("first", BACK), (LIST, SAVE)) == text


def test_what_is_unfinished_leads_to_its_question(sitting: Begin, tmp_path: Path) -> None:
    """A code goes straight to its first finding."""
    steps = [("called", "Us"), (LIST, DONE)]
    result = mended(sitting, tmp_path / "plan.yaml", HEAD, *steps, code="COP301")
    assert "title: Us\n" in result


def test_a_todo_that_is_settled_is_taken_out(sitting: Begin, tmp_path: Path) -> None:
    """Where there is an answer by now."""
    text = HEAD + "title: Us\ntodo:\n  - question: title\n    note: ask\n  - question: purpose.focus\n"
    result = mended(sitting, tmp_path / "plan.yaml", text, (HOW, ENTER), code="COP305")
    assert result == HEAD + "title: Us\ntodo:\n  - question: purpose.focus\n"


def test_mistakes_come_first(sitting: Begin, tmp_path: Path) -> None:
    """Then what is unfinished, then advice, then notes; how many optional questions are open is shown elsewhere."""
    path = tmp_path / "plan.yaml"
    path.write_text(HEAD + "purpose:\n  fokus: reading\nmembership:\n  size:\n    ideal: many\n", encoding="utf-8")
    begun = sitting(mending=True)
    watch = Watch(lambda text: check(text, path, TODAY).findings, lambda text, one: "")
    order = [Severity.ERROR, Severity.UNFINISHED, Severity.ADVICE, Severity.NOTE]
    found = findings(watch, begun.desk)
    assert [order.index(one.severity) for one in found] == sorted(order.index(one.severity) for one in found)
    assert found[0].code == "COP201"
    assert "COP304" not in {one.code for one in found}
