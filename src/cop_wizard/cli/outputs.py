"""Where documents go: beside the plan, into a file or folder, or to stdout; never over a plan."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from cop_wizard.cli.plans import is_plan
from cop_wizard.errors import FileTrouble, WrongUse
from cop_wizard.i18n import _

_YAML = (".yaml", ".yml")
_KEPT = (".lock", *_YAML, ".bak", ".draft", ".toml")
"""Endings of plans, guides, answers and settings, of their copies and of unfinished sessions: never a document's."""


def beside(plan: Path, ending: str, mark: str = "") -> Path:
    """The document's file next to its plan: ``plan.yaml`` becomes ``plan.html``, or ``plan-roster.csv`` with a mark."""
    return plan.with_name((plan.stem if plan.suffix.lower() in _YAML else plan.name) + mark + "." + ending)


def which(words: str) -> str:
    """The end of a file's name that says which of several the document is about: ``-gordon-ellis``; "" for ""."""
    slug = re.sub(r"[\W_]+", "-", words.lower()).strip("-")[:40].strip("-")
    return f"-{slug}" if slug else ""


def targets(plans: Sequence[Path], output: str, ending: str, mark: str = "") -> list[tuple[Path, Path | None]]:
    """Each plan with the file its document goes to, ``None`` for stdout. ``mark`` stands before the ending.

    Raises `WrongUse` where several documents would go to one place.
    """
    if output == "-":
        if len(plans) > 1:
            raise WrongUse(_("Only one document can go to stdout."), _("Name one plan, or a folder with -o."))
        return [(plans[0], None)]
    if not output:
        return list(_told_apart(plans, [beside(plan, ending, mark) for plan in plans]))
    place = Path(output)
    if len(plans) == 1 and not place.is_dir() and not output.endswith(("/", os.sep)):
        return [(plans[0], place)]
    if place.is_file():
        raise WrongUse(_("Several documents cannot go into one file."), _("Name a folder with -o."))
    return list(zip(plans, _in_folder(plans, place, ending, mark), strict=True))


def _told_apart(plans: Sequence[Path], places: Sequence[Path]) -> Iterator[tuple[Path, Path]]:
    """Each plan with its place. Raises `WrongUse` where two of them share one."""
    taken: dict[str, Path] = {}
    for plan, place in zip(plans, places, strict=True):
        real = os.path.normcase(os.path.realpath(place))
        if real in taken:
            raise WrongUse(
                _("The documents of “{one}” and “{other}” would both be “{path}”.").format(
                    one=taken[real], other=plan, path=place
                ),
                _("Make one after the other, each with a name of its own after -o, or name a folder with -o."),
            )
        taken[real] = plan
        yield plan, place


def _in_folder(plans: Sequence[Path], folder: Path, ending: str, mark: str) -> list[Path]:
    """A file in ``folder`` for each plan; plans of the same name are told apart by the folders they are in."""
    names = [beside(plan, ending, mark).name for plan in plans]
    found: list[Path] = []
    for plan, name in zip(plans, names, strict=True):
        own = name if names.count(name) == 1 else f"{plan.resolve().parent.name}-{name}"
        number = 1
        while folder / own in found:
            number += 1
            own = f"{Path(own).stem}-{number}.{ending}"
        found.append(folder / own)
    return found


def save(target: Path, content: bytes, plans: Sequence[Path]) -> None:
    """Write the document of one of ``plans``, whole or not at all.

    Raises `FileTrouble` rather than write over a plan, follow a link or take the place of a pipe or a device.
    """
    from cop_wizard.yamltext import store

    _refuse_what_is_no_page(target)
    if target.name.lower().endswith(_KEPT) or _is_one_of(target, plans) or is_plan(target):
        raise FileTrouble(
            _("“{path}” looks like a plan, and a document is never written over one.").format(path=target),
            _("Choose another name, such as plan.html."),
            target,
        )
    if not target.parent.exists():
        try:
            target.parent.mkdir(parents=True)
        except OSError as error:
            raise FileTrouble(
                _("The folder “{folder}” cannot be made: {reason}.").format(
                    folder=target.parent, reason=error.strerror or error
                ),
                _("Choose another one with -o."),
                target,
            ) from error
    store.replace_file(target, content)


def _refuse_what_is_no_page(target: Path) -> None:
    """Raise `FileTrouble` for a link, and for what is there and no ordinary file: a pipe, a device, a folder."""
    try:
        mode = target.stat().st_mode
    except OSError:  # not there, or not to be reached, which is told when it is written
        mode = stat.S_IFREG
    if target.parent.as_posix() in ("/dev", "/dev/fd", "/proc/self/fd"):
        mode = stat.S_IFCHR  # also /dev/stdout, a link to wherever the output goes
    if not stat.S_ISREG(mode):
        raise FileTrouble(
            _("“{path}” is not an ordinary file, so nothing was written.").format(path=target),
            _("Name a file with -o. To write to the screen or to another program, use `-o -`."),
            target,
        )
    if target.is_symlink():
        raise FileTrouble(
            _("“{path}” is a link to another place, so nothing was written.").format(path=target),
            _("Delete the link, or name the file itself with -o."),
            target,
        )


def _is_one_of(target: Path, plans: Sequence[Path]) -> bool:
    """Whether ``target`` is the very file that one of ``plans`` is, by whatever name."""
    for plan in plans:
        with suppress(OSError):
            if target.samefile(plan):
                return True
    return False


def put(target: Path | None, content: bytes, plans: Sequence[Path], quiet: bool = False) -> None:
    """Write a document into its file and say so, or to stdout where that is ``None``. Raises as `save` does."""
    if target is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        return
    save(target, content, plans)
    if not quiet:
        say_written(target)


def say_written(target: Path) -> None:
    """Where a file is now."""
    from cop_wizard.cli.messages import show

    show(_("Written: {path}").format(path=target if target.is_absolute() else os.path.relpath(target)))


def open_page(page: Path) -> None:
    """Open a document in the program that shows such files; where there is none, say where it is."""
    from cop_wizard.cli.messages import show

    try:
        shown = opened(str(page.resolve()))
    except OSError:
        shown = False
    if not shown:
        show(_("It could not be opened from here. It is at {path}").format(path=page.resolve().as_uri()))


def opened(what: str) -> bool:
    """Whether a file or a web address could be opened in the program that shows such things. Raises ``OSError``."""
    import shutil
    import subprocess

    import typer

    opener = shutil.which("xdg-open")
    if sys.platform in ("win32", "darwin") or opener is None:
        return typer.launch(what) == 0
    # Where there is no browser, xdg-open complains at length and tries programs that would take over the terminal.
    quiet = subprocess.DEVNULL
    running = subprocess.Popen([opener, what], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        return running.wait(timeout=5) == 0
    except subprocess.TimeoutExpired:
        running.returncode = 0  # it has become the browser, which outlives us and is not ours to wait for
        return True
