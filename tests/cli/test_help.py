"""The help of every command."""

from __future__ import annotations

import re
from typing import Any

import pytest
import typer

from cop_wizard.cells import room
from cop_wizard.cli.app import program
from cop_wizard.cli.run import main

GROUP: Any = typer.main.get_command(program())
COMMANDS = sorted(GROUP.commands)


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_fits_the_screen_and_has_an_example(
    command: str, width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every option explained, no Python types, one example that begins with the program's name."""
    monkeypatch.setenv("COLUMNS", str(width))
    assert main([*filter(None, [command]), "--help"]) == 0
    said = capsys.readouterr().out
    assert max(room(line) for line in said.splitlines()) <= width
    assert re.search(rf"^Example\n  cop {command}", said, re.MULTILINE)
    assert not re.search(r"<\w+>|\bTEXT\b|\bPATH\b|Any\b", said)
    assert "Example:" not in said


@pytest.mark.parametrize("command", COMMANDS)
def test_every_argument_and_option_is_explained(command: str) -> None:
    """In a sentence."""
    for parameter in GROUP.commands[command].params:
        assert parameter.help.endswith((".", "?")), parameter.name


def test_the_program_lists_its_commands(capsys: pytest.CaptureFixture[str]) -> None:
    """In the order in which they are registered, which is the order of the work."""
    main(["--help"])
    said = capsys.readouterr().out
    places = [said.index(f"\n  {name} ") for name in GROUP.commands]
    assert places == sorted(places)
