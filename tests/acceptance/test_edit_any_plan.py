"""``cop edit`` in a real terminal on plans that no wizard made: right or wrong, only the answer's lines change."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.terminal import Terminal

pytestmark = pytest.mark.timeout(120)
HEAD = "schema_version: 2\n"


def edited(folder: Path, text: str, question: str, wait: str, *keys: str, code: int = 0) -> str:
    """The plan after one question was answered in a terminal."""
    path = folder / "plan.yaml"
    path.write_bytes(text.encode())
    terminal = Terminal("edit", "plan.yaml", question, cwd=folder).wait(wait).send(*keys)
    assert terminal.end() == code, terminal.text
    assert sorted(found.name for found in folder.iterdir() if "cop" not in found.name) in (
        ["plan.yaml"],
        ["plan.yaml", "plan.yaml.bak"],
    )
    return path.read_bytes().decode()


FOCUS = "  # What do your members care about together?\n  focus: chalk\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "# by Ana, in an editor\n\nlaunch:\n    place: Hill School\nschema_version: 2\nx-budget: [1, 2]   # ours\n",
            "# by Ana, in an editor\n\nlaunch:\n    place: Hill School\nschema_version: 2\npurpose:\n    focus: chalk\n"
            "x-budget: [1, 2]   # ours\n",
            id="sections in another order, four spaces, a key of one's own",
        ),
        pytest.param(
            HEAD + "title: Us\nmembership:\n  size: none\n",
            HEAD + "title: Us\npurpose:\n  focus: chalk\nmembership:\n  size: none\n",
            id="a missing section goes where the guide has it",
        ),
        pytest.param(
            "{schema_version: 2, title: 'Us', purpose: {audience: teachers}}",
            "{schema_version: 2, title: 'Us', purpose: {focus: chalk, audience: teachers}}",
            id="all in braces, on one line without an end",
        ),
        pytest.param(
            "\ufeff# Ours\r\nschema_version: 2\r\n\r\npurpose:\r\n  focus:   # what?\r\n  # end\r\ntitle: Us",
            "\ufeff# Ours\r\nschema_version: 2\r\n\r\npurpose:\r\n  focus: chalk   # what?\r\n  # end\r\ntitle: Us",
            id="from Windows: a byte order mark, CRLF, no newline at the end",
        ),
        pytest.param(
            HEAD + "x-a: &all\n- listen\n- share\nx-b: *all\npurpose:\n   focus: |\n     old\n\n     text\n",
            HEAD + "x-a: &all\n- listen\n- share\nx-b: *all\npurpose:\n   focus: chalk\n",
            id="anchors elsewhere, three spaces, block text",
        ),
        pytest.param(
            '---\n"schema_version": "2"\n"purpose":\n\n    "focus":   "reading"    # ours\n\n    "audience": us\n...\n',
            '---\n"schema_version": "2"\n"purpose":\n\n    "focus":   chalk    # ours\n\n    "audience": us\n...\n',
            id="everything quoted, between document marks",
        ),
    ],
)
def test_only_the_answer_changes(tmp_path: Path, text: str, expected: str) -> None:
    """Every other byte of the file is as it was."""
    result = edited(tmp_path, text, "purpose.focus", "care about", "ctrl-u", "chalk", "enter")
    assert without_comments_of_ours(result) == expected


def without_comments_of_ours(text: str) -> str:
    """The text without the question that cop writes over a new answer."""
    return "".join(line for line in text.splitlines(keepends=True) if "What do your members care about" not in line)


def test_a_question_comes_with_its_words(tmp_path: Path) -> None:
    """As in a plan that the wizard made."""
    result = edited(tmp_path, HEAD + "purpose:\n  audience: us\n", "purpose.focus", "care about", "chalk", "enter")
    assert result == HEAD + "purpose:\n" + FOCUS + "  audience: us\n"


def test_mistakes_are_listed_and_put_right_one_after_the_other(tmp_path: Path) -> None:
    """Message, line and caret, hint; the question itself; then a list that is shorter; then the review screen."""
    text = (
        "# by hand\nschema_version: 2\npurpose:\n  fokus: reading   # ours\nlaunch:\n  first_meeting: 2026-02-30\n"
        "x-mine: {a: 1}\n"
    )
    path = tmp_path / "plan.yaml"
    path.write_text(text, encoding="utf-8")
    terminal = Terminal("edit", "plan.yaml", cwd=tmp_path)
    terminal.wait("Mistake, line 4: There is no place called `fokus` here.").wait("Mistake, line 6").send("enter")
    terminal.wait("4 | fokus: reading # ours").wait("^^^^^").wait("Did you mean `focus`?").wait("Call it `focus`")
    terminal.send("enter").wait("Still noticed: 1 mistake,").send("enter")
    terminal.wait("6 | first_meeting: 2026-02-30").wait("When is the first meeting?").send("enter")
    terminal.wait("is not a date in the calendar").send("ctrl-u", "1 March 2026", "enter")
    terminal.wait(lambda text: "What would you like to put right?" in text and "Mistake" not in text.split("Still")[-1])
    terminal.send("back").wait("What cop noticed:").wait("Change anything?").send("ctrl-s")
    assert terminal.end() == 0
    assert path.read_text(encoding="utf-8") == text.replace("fokus", "focus").replace("2026-02-30", "2026-03-01")


def test_leaving_mistakes_in_the_plan_is_told(tmp_path: Path) -> None:
    """Code 1, as for every command that finds the plan wrong."""
    path = tmp_path / "plan.yaml"
    path.write_text(HEAD + "purpose:\n  fokus: reading\n", encoding="utf-8")
    terminal = Terminal("edit", "plan.yaml", cwd=tmp_path).wait("Mistake, line 3").send("ctrl-s")
    assert terminal.end() == 1
    assert "1 mistake is still in it." in terminal.text
    assert path.read_text(encoding="utf-8") == HEAD + "purpose:\n  fokus: reading\n"


def test_a_code_leads_to_its_first_finding(tmp_path: Path) -> None:
    """`cop edit plan.yaml cop206` asks for the very answer."""
    text = HEAD + "purpose:\n  fokus: reading\n  focus_kind: Intrest\n"
    path = tmp_path / "plan.yaml"
    path.write_text(text, encoding="utf-8")
    terminal = Terminal("edit", "plan.yaml", "cop206", cwd=tmp_path).wait("interest, or a concern").send("enter")
    terminal.wait("Still noticed").send("ctrl-s")
    assert terminal.end() == 1
    assert path.read_text(encoding="utf-8") == text.replace("Intrest", "interest")
    none = Terminal("edit", "plan.yaml", "COP206", cwd=tmp_path)
    assert none.end() == 1
    assert "Nothing in this plan is called COP206." in none.text
    assert "Nothing was changed." in none.text
    assert "Saved" not in none.text


def test_a_code_that_does_not_exist(tmp_path: Path) -> None:
    """Code 2, and where all of them are."""
    (tmp_path / "plan.yaml").write_text(HEAD, encoding="utf-8")
    for more in ((), ("--editor",)):
        terminal = Terminal("edit", "plan.yaml", "cop999", *more, cwd=tmp_path)
        assert terminal.end() == 2
        assert "There is no check called `COP999`." in terminal.text
        assert "cop explain" in terminal.text


def test_the_last_part_of_a_questions_name_is_enough(tmp_path: Path) -> None:
    """Where only one question ends in it; suggestions come from these names too."""
    (tmp_path / "plan.yaml").write_text(HEAD, encoding="utf-8")
    terminal = Terminal("edit", "plan.yaml", "roster", cwd=tmp_path).wait("Add the first person").send("back")
    assert terminal.end() == 0
    assert "Nothing was changed." in terminal.text
    wrong = Terminal("edit", "plan.yaml", "rooster", cwd=tmp_path)
    assert wrong.end() == 2
    assert "Did you mean `roster`?" in wrong.text


def test_a_field_of_a_row_says_whose_it_is(tmp_path: Path) -> None:
    """The name stands above the question, the answer below it."""
    text = HEAD + "membership:\n  roster:\n    - name: Ana\n    - name: Ben\n      level: actve\n"
    path = tmp_path / "plan.yaml"
    path.write_text(text, encoding="utf-8")
    terminal = Terminal("edit", "plan.yaml", "COP206", cwd=tmp_path).wait("closely")
    assert "Ben" in [line.strip() for line in terminal.text.splitlines()]
    terminal.send("enter").wait("✓").wait("Still noticed").send("ctrl-s")
    assert terminal.end() == 0
    assert path.read_text(encoding="utf-8") == text.replace("actve", "active")


def test_all_mistakes_are_counted_behind_a_slip_in_the_form(tmp_path: Path) -> None:
    """Also those that the questions will put right later; the version before is kept once."""
    text = HEAD + "purpose:\n\tfokus: reading\nlaunch:\n  first_meeting: 2026-02-30\n"
    path = tmp_path / "plan.yaml"
    path.write_text(text, encoding="utf-8")
    terminal = Terminal("edit", "plan.yaml", cwd=tmp_path).wait("2 more mistakes come after it.")
    terminal.wait("Correct it like this").send("enter").wait("put right?").send("enter").wait("Call it").send("enter")
    terminal.wait("Still noticed").send("ctrl-s")
    assert terminal.end() == 1
    assert (tmp_path / "plan.yaml.bak").read_text(encoding="utf-8") == text


def test_advice_leads_to_what_it_speaks_of(tmp_path: Path) -> None:
    """To the field that the hint names, in its row, though the finding stands elsewhere in it."""
    text = HEAD + "membership:\n  required_seats:\n    - role: A teacher\nlaunch:\n  first_meeting: 2020-09-15\n"
    path = tmp_path / "plan.yaml"
    path.write_text(text, encoding="utf-8")
    terminal = Terminal("edit", "plan.yaml", "COP417", cwd=tmp_path).wait("Where would you like to change something?")
    terminal.wait("All about “A teacher").send("enter").wait("fills").send("Ana", "enter").wait("✓").send("ctrl-s")
    assert terminal.end() == 0
    assert "filled_by: Ana" in path.read_text(encoding="utf-8")


def test_a_slip_in_the_form_is_corrected_as_shown(tmp_path: Path) -> None:
    """A tab is no indentation; the correction that was tried is shown, and made when the person says so."""
    text = HEAD + "purpose:\n\tfocus: reading # ours\n  audience: us\n"
    path = tmp_path / "plan.yaml"
    path.write_text(text, encoding="utf-8")
    terminal = Terminal("edit", "plan.yaml", "purpose.audience", cwd=tmp_path).wait("[COP")
    terminal.wait("Correct it like this").wait("+ focus: reading # ours").send("enter").wait("Who is the community for")
    terminal.send("ctrl-u", "them", "enter")
    assert terminal.end() == 0
    expected = text.replace("\t", "  ").replace("audience: us", "audience: them")
    assert path.read_text(encoding="utf-8") == expected
    assert (tmp_path / "plan.yaml.bak").exists()


def test_a_slip_can_be_left_as_it_is(tmp_path: Path) -> None:
    """Code 1, and not a byte is changed; Ctrl-C ends with 130."""
    path = tmp_path / "plan.yaml"
    path.write_text(HEAD + "purpose: [a, b\n", encoding="utf-8")
    terminal = Terminal("edit", "plan.yaml", cwd=tmp_path).wait("Leave it as it is").send("up", "enter")
    assert terminal.end() == 1
    assert Terminal("edit", "plan.yaml", cwd=tmp_path).wait("Leave it as it is").send("ctrl-c").end() == 130
    assert path.read_text(encoding="utf-8") == HEAD + "purpose: [a, b\n"


def test_a_plan_of_a_newer_cop_is_not_touched(tmp_path: Path) -> None:
    """Nobody knows what its answers mean."""
    (tmp_path / "plan.yaml").write_text("schema_version: 9\nfresh: yes\n", encoding="utf-8")
    terminal = Terminal("edit", "plan.yaml", cwd=tmp_path)
    assert terminal.end() == 1
    assert "newer cop" in terminal.text


def test_mending_by_numbered_lines(tmp_path: Path) -> None:
    """The same without arrow keys, and without a caret for the screen reader."""
    path = tmp_path / "plan.yaml"
    path.write_text(HEAD + "purpose:\n  fokus: reading\n", encoding="utf-8")
    terminal = Terminal("edit", "--plain", "plan.yaml", cwd=tmp_path).wait("1. Mistake, line 3").wait("(Enter: 1):")
    terminal.send("\r").wait("How should it be put right?").wait("1. Call it `focus`").send("\r")
    terminal.wait("Still noticed").send(":save\r")
    assert terminal.end() == 0
    assert b"\x1b" not in terminal.raw
    assert "^" not in terminal.text.replace("^C", "")
    assert path.read_text(encoding="utf-8") == HEAD + "purpose:\n  focus: reading\n"


def test_alt_enter_in_a_list_keeps_the_answer(tmp_path: Path) -> None:
    """It ends a long text; in a list it chooses what is pointed at."""
    text = "schema_version: 2\ntitle: Ours\npurpose:\n  focus_kind: interest\n"
    (tmp_path / "plan.yaml").write_text(text, encoding="utf-8")
    terminal = Terminal("edit", "plan.yaml", "purpose.focus_kind", cwd=tmp_path).wait("Arrow keys").send("alt-enter")
    assert terminal.end() == 0
    assert (tmp_path / "plan.yaml").read_text(encoding="utf-8") == text
