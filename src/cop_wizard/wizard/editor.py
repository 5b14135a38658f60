"""Opens a text in the editor the person has, and says how to come back where the editor does not."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from cop_wizard.errors import CopError
from cop_wizard.i18n import _


def command() -> tuple[list[str], str]:
    """The editor to start, and a line on how to come back from it ("" where the person chose the editor).

    ``$VISUAL`` comes before ``$EDITOR``; without either, the simplest editor of the system. Raises `CopError` where
    there is none.
    """
    for name in ("VISUAL", "EDITOR"):
        if chosen := os.environ.get(name, "").strip():
            try:
                return shlex.split(chosen, posix=os.name != "nt"), ""
            except ValueError:
                raise CopError(
                    _("${name} holds `{value}`, which is no command.").format(name=name, value=chosen),
                    _("Set it to the name of an editor, for example nano."),
                ) from None
    if os.name == "nt":
        return ["notepad.exe"], _("In Notepad: save, then close the window to come back.")
    for editor, back in (
        ("nano", _("In nano: Ctrl-O and Enter save, Ctrl-X comes back.")),
        ("micro", _("In micro: Ctrl-S saves, Ctrl-Q comes back.")),
        ("pico", _("In pico: Ctrl-O and Enter save, Ctrl-X comes back.")),
        ("vi", _("In vi: type i to write; press Esc, type :wq and Enter to come back.")),
    ):
        if found := shutil.which(editor):
            return [found], back
    raise CopError(_("No text editor was found."), _("Go on writing here, or set $EDITOR to an editor's name."))


_PLUS = frozenset(
    ["vi", "vim", "nvim", "view", "nano", "pico", "emacs", "emacsclient", "micro", "kak", "joe", "mcedit", "gedit"]
)
"""Editors that are told the line as ``+12`` in front of the file."""
_COLON = frozenset(["hx", "helix", "subl", "zed"])
"""Editors that are told the line behind the file: ``plan.yaml:12``."""
_GOTO = frozenset(["code", "code-insiders", "codium", "cursor"])
"""Editors like Visual Studio Code, which have to be asked to wait besides."""


def open_at(path: Path, line: int) -> subprocess.Popen[bytes]:
    """Start the editor on a file, at a line where this editor is known to understand that. Raises `CopError`."""
    words, _back = command()
    return _start([*words, *_place(words, path, line)], _("The plan is as it was before."))


def _place(words: list[str], path: Path, line: int) -> list[str]:
    name = Path(words[0]).stem.casefold()
    if name in _PLUS:
        return [f"+{line}", str(path)]
    if name in _COLON:
        return [f"{path}:{line}"]
    if name in _GOTO:
        wait = [] if {"--wait", "-w"} & set(words) else ["--wait"]
        return [*wait, "--goto", f"{path}:{line}"]
    return [str(path)]


def _start(words: list[str], unharmed: str) -> subprocess.Popen[bytes]:
    # Windows finds `code.cmd` only by its whole name.
    program = (shutil.which(words[0]) if os.name == "nt" else None) or words[0]
    try:
        return subprocess.Popen([program, *words[1:]], stdout=sys.stderr)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CopError(
            _("The editor `{editor}` did not start: {reason}.").format(editor=words[0], reason=reason),
            _("Set $EDITOR to an editor you have.") + " " + unharmed,
        ) from None


def edit(text: str) -> str:
    """Let the person edit ``text`` and return what was saved.

    Raises `CopError`, with the text as it was still in the caller's hands, when the editor cannot start, ends with an
    error, or leaves something that cannot be read.
    """
    words, _back = command()
    handle, name = tempfile.mkstemp(prefix="cop-", suffix=".txt")
    path = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text + ("\n" if text else ""))
        code = _start([*words, name], _("What you wrote is still here, in this answer.")).wait()
        edited = path.read_text(encoding="utf-8").replace("\r\n", "\n").rstrip("\n")
        if code != 0 and edited in (text.rstrip("\n"), ""):  # what it did save is wanted, and is looked at anyway
            raise CopError(
                _("The editor ended with an error, so nothing was taken over."), _("Your text is as it was before.")
            )
        return edited
    except UnicodeDecodeError:
        raise CopError(
            _("The editor saved something that is not UTF-8 text."),
            _("Save it as UTF-8. Your text is as it was before."),
        ) from None
    except OSError as error:
        raise CopError(
            _("The editor's text cannot be read: {reason}.").format(reason=error.strerror),
            _("Your text is as it was before."),
        ) from None
    finally:
        path.unlink(missing_ok=True)
