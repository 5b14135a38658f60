"""The way in, and the one place where an error becomes a message and an exit code."""

from __future__ import annotations

import gc
import os
import sys

from cop_wizard.cli.codes import DONE, INTERRUPTED, PROBLEMS, READER_GONE, TROUBLE, WRONG_USE

TYPE_CHECKING = False  # importing `typing` for it would take longer than `cop --version` itself
if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import NoReturn

    from cop_wizard.errors import CopError


_ASKED_TO_STOP: list[int] = []


def main(arguments: list[str] | None = None) -> int:
    """Run ``cop`` and return its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    _open_what_is_closed()
    if arguments is None and given != ["--version"]:  # else a test or another program called: its signals are its own
        _end_politely()
    try:
        return _guarded(lambda: _written(_version() if given == ["--version"] else _run(given)))
    finally:
        if arguments is None:
            gc.freeze()  # the process ends now; looking all of it through for garbage would only take time
            _end_undisturbed()


def _version() -> int:
    """Needs nothing of all that follows, and people wait for it."""
    from cop_wizard import __version__

    sys.stdout.write(f"cop {__version__}\n")
    return DONE


def _open_what_is_closed() -> None:
    """Give the program streams that lead nowhere in place of closed ones (``cop status >&-``).

    Otherwise Python has ``None`` there, and the next file that is opened would take the number of the closed stream.
    """
    for name, flags, mode in (("stdin", os.O_RDONLY, "r"), ("stdout", os.O_WRONLY, "w"), ("stderr", os.O_WRONLY, "w")):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, flags)
            setattr(sys, name, open(nowhere, mode, encoding="utf-8", closefd=False))  # noqa: SIM115


def _written(code: int) -> int:
    sys.stdout.flush()
    return code


def _run(given: list[str]) -> int:
    if "--no-color" in given[: given.index("--")] if "--" in given else "--no-color" in given:
        given = [word for word in given if word != "--no-color"]
        os.environ["NO_COLOR"] = "1"
        os.environ.pop("FORCE_COLOR", None)
    # Nearly all that a command makes lives until it ends, so looking for garbage early is time lost. pydantic's
    # plug-ins are somebody else's code, and searching for them takes longer than reading a plan.
    gc.set_threshold(200_000)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from cop_wizard.cli import app, console
    from cop_wizard.keeping import KEEPING

    KEEPING.folder = _place_to_keep
    console.be_lenient()
    return app.run(given)


def _place_to_keep() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("cop", appauthor=False)


def _guarded(command: Callable[[], int]) -> int:
    try:
        code = command()
    except KeyboardInterrupt:
        from cop_wizard.cli.console import notice

        notice("")
        code = INTERRUPTED
    except Exception as error:
        code = _told(error)
    try:
        sys.stdout.flush()
    except (OSError, ValueError):  # told above, unless something worse was
        from cop_wizard.cli.console import let_go

        let_go(sys.stdout)
    return code


def _told(error: Exception) -> int:
    from cop_wizard.errors import CopError

    if isinstance(error, CopError):
        return _say(error)
    if isinstance(error, BrokenPipeError):
        return READER_GONE
    if isinstance(error, OSError):
        return _cannot(error)
    return _mistake_of_ours(error)


def _end_politely() -> None:
    """Let SIGTERM and a hang-up unwind the program, so that no half-written file stays behind."""
    import signal

    def stop(number: int, _frame: object) -> NoReturn:
        _ASKED_TO_STOP.append(number)
        raise SystemExit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), stop)


def asked_to_stop() -> int:
    """The signal that should have ended the program, or 0. What never ends by itself has to look.

    Python drops whatever is raised while it tidies up between two steps, as it does at every import.
    """
    return _ASKED_TO_STOP[0] if _ASKED_TO_STOP else 0


def _end_undisturbed() -> None:
    """All is done: a second signal, which would find Python half gone, must not change the exit code."""
    signal = sys.modules.get("signal")
    if signal is not None:
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), signal.SIG_IGN)


def _say(error: CopError) -> int:
    from cop_wizard.cli.messages import show_error
    from cop_wizard.errors import BrokenFile, WrongUse

    show_error(error)
    if isinstance(error, BrokenFile):
        return PROBLEMS
    return WRONG_USE if isinstance(error, WrongUse) else TROUBLE


def _cannot(error: OSError) -> int:
    """The system refused something that no command foresaw: a full disk, output that cannot be written."""
    from cop_wizard.cli.messages import show
    from cop_wizard.i18n import _

    if os.environ.get("COP_DEBUG"):
        raise error
    what = str(error.strerror or error) + (f": {error.filename}" if error.filename else "")
    show(_("The system refused this: {what}.").format(what=what), _("Nothing that was there before was changed."))
    return TROUBLE


def _mistake_of_ours(error: Exception) -> int:
    from cop_wizard.cli.messages import show
    from cop_wizard.i18n import _

    if os.environ.get("COP_DEBUG"):
        raise error
    show(
        _("Sorry, this is a mistake in cop, not in your plan ({kind}).").format(kind=type(error).__name__),
        _(
            "Your files are as they were, with every answer that was saved. Please tell whoever maintains cop; run the "
            "same command with COP_DEBUG=1 in front of it to get the details they need."
        ),
    )
    return TROUBLE
