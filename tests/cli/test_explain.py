"""``cop explain``: the checks in the terminal."""

from __future__ import annotations

import pytest

from cli.conftest import Cop
from cop_wizard.cells import room
from cop_wizard.checks.codes import ABOUT_REMARKS, codes, reasons_of, severity_of
from cop_wizard.cli.run import main
from cop_wizard.diagnostic import Severity
from cop_wizard.visible import visible


def told(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["explain", *words]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("code", codes())
def test_a_check_is_explained_in_full(
    code: str, width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Title, reason, what to do; within the screen, but for the lines of the example, which stay as they are."""
    monkeypatch.setenv("COLUMNS", str(width))
    reasons = reasons_of(code)
    said = told([code], capsys)
    examples = {f"    {line}".expandtabs() for line in visible(reasons.before + reasons.after).splitlines()}
    assert examples <= set(said.splitlines())
    assert max(room(line) for line in said.splitlines() if line not in examples) <= width
    folded = " ".join(said.split())
    for text in (reasons.title, reasons.why, reasons.do):
        for word in text.split():
            assert word in folded


@pytest.mark.parametrize("code", codes())
def test_only_what_can_be_ignored_says_how(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Mistakes say that they cannot."""
    mistake = severity_of(code) is Severity.ERROR
    said = told([code], capsys)
    assert ("cannot be ignored" in said) == mistake
    assert (f"# cop: ignore[{code}]" in said) == (not mistake and code not in ABOUT_REMARKS)


def test_advice_names_its_source(capsys: pytest.CaptureFixture[str]) -> None:
    """As the guide cites it."""
    assert "Source: CASS (2024), page 6" in told(["COP401"], capsys)


@pytest.mark.parametrize("width", [40, 80])
def test_all_checks_are_listed(width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """With their titles, within the screen, without colour where nobody looks on."""
    monkeypatch.setenv("COLUMNS", str(width))
    said = told([], capsys)
    assert max(room(line) for line in said.splitlines()) <= width
    assert "\x1b" not in said
    folded = " ".join(said.split())
    assert [code for code in codes() if f"{code} {reasons_of(code).title}" not in folded] == []


@pytest.mark.parametrize("name", ["COP401", "cop401", "401", " Cop 401 ", "[COP401]"])
def test_a_code_can_be_written_in_many_ways(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """As it stands in a report, in small letters, as a number."""
    assert "nobody who decides is a member" in told([name], capsys)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("COP10Z", "Did you mean `COP10"),
        ("COP12", "There are: COP120, COP121, COP122."),
        ("COP999", "`cop explain` lists all checks."),
        ("tabs", "`cop explain` lists all checks."),
        ("\x1b[31m", "`cop explain` lists all checks."),
        ("²", "`cop explain` lists all checks."),
    ],
)
def test_an_unknown_code_is_guessed(name: str, hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Or it is said where all are; nothing that was typed drives the terminal."""
    assert main(["explain", name]) == 2
    said = capsys.readouterr().err
    assert hint in said
    assert "\x1b" not in said


def test_a_word_finds_the_checks_that_speak_of_it(cop: Cop) -> None:
    """For those who do not know the code."""
    found = cop("explain", "quorum").out
    assert "COP512" in found
    assert "COP101" not in found
    assert cop("explain", "xylophone").code == 2
