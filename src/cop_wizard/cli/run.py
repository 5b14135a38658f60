"""The way in, and the one place where an error becomes a message and an exit code."""

from __future__ import annotations

import gc
import os
import sys

from cop_wizard.cli.codes import DONE, INTERRUPTED, PROBLEMS, READER_GONE, TROUBLE, WRONG_USE

TYPE_CHECKING = False  # importing `typing` for it would take longer than `cop --version` itself
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn

    from cop_wizard.errors import CopError


def main(arguments: list[str] | None = None) -> int:
    """Run ``cop`` and return its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    if given == ["--version"]:  # needs nothing of all that follows, and people wait for it
        from cop_wizard import __version__

        sys.stdout.write(f"cop {__version__}\n")
        return DONE
    if arguments is None:  # otherwise a test or another program called us, and its signals are its own
        _end_politely()
    return _guarded(lambda: _run(given))


def _run(given: list[str]) -> int:
    if "--no-color" in given[: given.index("--")] if "--" in given else "--no-color" in given:
        given = [word for word in given if word != "--no-color"]
        os.environ["NO_COLOR"] = "1"
        os.environ.pop("FORCE_COLOR", None)
    # Nearly all that a command makes lives until it ends, so looking for garbage early is time lost. pydantic's
    # plug-ins are somebody else's code, and searching for them takes longer than reading a plan.
    gc.set_threshold(50_000)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from cop_wizard.cli import app, console

    console.be_lenient()
    code = app.run(given)
    sys.stdout.flush()
    return code


def _guarded(command: Callable[[], int]) -> int:
    from cop_wizard.errors import CopError

    try:
        return command()
    except CopError as error:
        return _say(error)
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        return INTERRUPTED
    except BrokenPipeError:
        _let_go_of_output()
        return READER_GONE
    except OSError as error:
        return _cannot(error)
    except RecursionError:
        return _mistake_of_ours()
    except Exception:
        return _mistake_of_ours()


def _end_politely() -> None:
    """Let SIGTERM and a hang-up unwind the program, so that no half-written file stays behind."""
    import signal

    def stop(number: int, _frame: object) -> NoReturn:
        raise SystemExit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), stop)


def _let_go_of_output() -> None:
    """Send the rest of the output nowhere, or Python complains about it while shutting down."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


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


def _mistake_of_ours() -> int:
    from cop_wizard.cli.messages import show
    from cop_wizard.i18n import _

    if os.environ.get("COP_DEBUG"):
        raise  # noqa: PLE0704  always called while an exception is handled
    error = sys.exc_info()[1]
    show(
        _("Sorry, this is a mistake in cop, not in your plan ({kind}).").format(kind=type(error).__name__),
        _(
            "Your files are as they were, with every answer that was saved. Please tell whoever maintains cop; run the "
            "same command with COP_DEBUG=1 in front of it to get the details they need."
        ),
    )
    return TROUBLE
