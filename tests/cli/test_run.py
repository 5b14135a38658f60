"""Where errors become messages and codes."""

from __future__ import annotations

import pytest

from cop_wizard import __version__
from cop_wizard.cli import app
from cop_wizard.cli.run import main
from cop_wizard.errors import CopError, FileTrouble, WrongUse


def fail_with(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(arguments: list[str]) -> int:
        raise error

    monkeypatch.setattr(app, "run", run)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (WrongUse("No.", "Do this."), 2),
        (FileTrouble("No.", "Do this."), 3),
        (CopError("No.", "Do this."), 3),
        (KeyboardInterrupt(), 130),
        (PermissionError(13, "Permission denied", "/x"), 3),
    ],
    ids=lambda value: type(value).__name__,
)
def test_errors_become_codes(
    error: BaseException, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each kind has its own; the message goes to stderr."""
    fail_with(error, monkeypatch)
    assert main(["anything"]) == code
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "error", [RuntimeError("boom"), RecursionError(), MemoryError()], ids=lambda one: type(one).__name__
)
def test_a_mistake_of_the_program_is_owned_up_to(
    error: Exception, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No traceback, but its name, and the comfort that nothing was lost."""
    monkeypatch.delenv("COP_DEBUG", raising=False)
    fail_with(error, monkeypatch)
    assert main(["anything"]) == 3
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert type(error).__name__ in said
    assert "COP_DEBUG=1" in said


def test_the_details_of_a_mistake_can_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    """For whoever maintains the program."""
    monkeypatch.setenv("COP_DEBUG", "1")
    fail_with(RuntimeError("boom"), monkeypatch)
    with pytest.raises(RuntimeError, match="boom"):
        main(["anything"])


def test_a_message_cannot_steer_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """File names may hold anything."""
    fail_with(FileTrouble("There is no file \x1b[2Jx.", ""), monkeypatch)
    main(["anything"])
    assert "\x1b[2J" not in capsys.readouterr().err


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    """Alone on the quick way, with other words on the long one."""
    assert main(["--version"]) == 0
    assert main(["--no-color", "--version"]) == 0
    assert capsys.readouterr().out == f"cop {__version__}\n" * 2
