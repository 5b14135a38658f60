"""Every file under ``examples/`` is a test case.

After a change of words that is meant, ``UPDATE_EXPECTED=1 pytest tests/examples`` writes the expected output anew.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from cop_wizard.cli.run import main

EXAMPLES = Path(__file__).parents[2] / "examples"
VALID = sorted((EXAMPLES / "valid").glob("*.yaml"))
INVALID = sorted((EXAMPLES / "invalid").glob("*.yaml"))
UNREADABLE = {"not-utf8"}


@pytest.fixture(autouse=True)
def plain_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """No colour, no width, and one day for all."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1788220800")  # 1 September 2026
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("COLUMNS", raising=False)


def name_of(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("plan", VALID, ids=name_of)
def test_valid_plans_have_no_mistakes(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 0, and no error code in what is said."""
    assert main(["validate", str(plan)]) == 0
    assert not re.search(r"COP[12]\d\d", capsys.readouterr().out)


@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize("plan", VALID, ids=name_of)
def test_valid_plans_can_be_rendered(plan: Path, form: str, tmp_path: Path) -> None:
    """Both formats hold the community's name."""
    page = tmp_path / f"page.{form}"
    assert main(["render", str(plan), "--format", form, "-o", str(page)]) == 0
    title = next(line for line in plan.read_text(encoding="utf-8").splitlines() if line.startswith("title: "))
    assert title.removeprefix("title: ").split("’")[0] in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("plan", INVALID, ids=name_of)
def test_invalid_plans_are_told_as_expected(
    plan: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What ``cop validate`` says of each broken plan stands in the file beside it, to the letter."""
    monkeypatch.chdir(plan.parent)
    code = main(["validate", plan.name])
    said = "".join(capfd.readouterr())
    expected = plan.with_suffix(".expected")
    if os.environ.get("UPDATE_EXPECTED"):
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")
    assert code == (3 if plan.stem in UNREADABLE else 1)


def test_every_code_a_file_can_produce_has_an_example() -> None:
    """The codes named in the sources of the program are the codes of the examples."""
    named = set()
    for source in (EXAMPLES.parent / "src" / "cop_wizard").rglob("*.py"):
        named |= set(re.findall(r'"(COP[12]\d\d)"', source.read_text(encoding="utf-8")))
    shown = set()
    for expected in (EXAMPLES / "invalid").glob("*.expected"):
        shown |= set(re.findall(r"\[(COP\d{3})\]", expected.read_text(encoding="utf-8")))
    cannot = {
        "COP102",  # a file over 2 MB is refused before it is read as YAML
        "COP116",  # a remark is only called useless where there are no mistakes, see tests/checks/test_ignores.py
        *("COP240", "COP241", "COP242"),  # about instruments, see tests/instruments/test_own.py
        *("COP120", "COP121", "COP122"),  # about settings files, see tests/cli/test_validate.py
        "COP200",  # the stand-in for refusals without words, of which there should be none
    }
    assert named - shown - cannot == set()
    assert {code for code in shown if code[:4] in ("COP1", "COP2")} <= named


def test_every_expected_output_belongs_to_a_plan() -> None:
    """No leftovers."""
    assert {path.stem for path in (EXAMPLES / "invalid").glob("*.expected")} == {plan.stem for plan in INVALID}


@pytest.mark.parametrize("plan", VALID, ids=name_of)
def test_valid_plans_look_as_the_program_writes_them(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plan made of the example's answers has the same lines, so its comments are the guide's present questions.

    When a question has changed: ``cop new FILE --answers examples/valid/NAME.yaml --no-input``.
    """
    monkeypatch.chdir(tmp_path)
    main(["new", "again.yaml", "--answers", str(plan), "--no-input"])
    again = (tmp_path / "again.yaml").read_text(encoding="utf-8").splitlines()
    assert [line for line in plan.read_text(encoding="utf-8").splitlines() if line] == [line for line in again if line]
