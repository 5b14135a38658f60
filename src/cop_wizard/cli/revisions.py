"""Earlier versions of a plan, as git keeps them. Git is only asked to read: no hook, filter or helper runs for it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from cop_wizard.errors import FileTrouble, WrongUse
from cop_wizard.i18n import _
from cop_wizard.visible import visible_line
from cop_wizard.yamltext.limits import MAX_BYTES

LAST = "HEAD"
"""The version that was committed last."""

_PATIENCE = 60.0
"""Seconds after which git is given up, for example on a network folder that has gone."""

_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY")
"""What git tells its hooks about the repository they run in; the plan's own may be another one."""


def text_at(revision: str, plan: Path) -> str:
    """The text of ``plan`` as it was in ``revision``.

    Raises `WrongUse` where git knows no such revision, and `FileTrouble` where it cannot be read: no git, no
    repository, the file not there yet.
    """
    real = Path(os.path.realpath(plan))
    if not real.parent.is_dir():
        raise FileTrouble(_("The folder of “{plan}” does not exist.").format(plan=plan), _("Check the name."), plan)
    commit = _commit(revision, real.parent, plan)
    return _blob(f"{commit}:./{real.name}", real.parent, f"{plan}", revision)


def text_named(revision: str, place: str) -> str:
    """The text of a file in a revision, its ``place`` as git names it: from the top of the repository, or ``./``.

    Raises as `text_at` does.
    """
    commit = _commit(revision, Path(), Path(place))
    return _blob(f"{commit}:{place}", Path(), place, revision)


def here(place: str) -> Path:
    """The file of today for a ``place`` as git names it."""
    top = _git(Path(), "rev-parse", "--show-toplevel")
    if place.startswith("./") or top.returncode != 0:
        return Path(place)
    folder = os.fsdecode(top.stdout.rstrip(b"\r\n"))
    return Path(os.path.relpath(os.path.join(folder, place)))  # noqa: PTH118  as git joins them


def _commit(revision: str, folder: Path, plan: Path) -> str:
    """The commit that ``revision`` names, by its number."""
    inside = _git(folder, "rev-parse", "--git-dir")
    if inside.returncode != 0:
        raise _no_repository(inside, plan)
    if revision and not revision.startswith("-") and "\0" not in revision:
        found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
        commit = found.stdout.decode("ascii", "replace").strip()
        if found.returncode == 0 and commit.isalnum():
            return commit
    if revision == LAST:
        raise FileTrouble(
            _("Nothing has been committed yet, so there is no earlier version of “{plan}”.").format(plan=plan),
            _("Commit the plan, or name two files: cop compare OLD NEW."),
            plan,
        )
    raise WrongUse(
        _("There is no file “{name}”, and git knows no version of that name.").format(name=revision),
        _("Name a plan file, or a version such as HEAD~1, a tag or the number of a commit; `git log` lists them."),
    )


def _no_repository(answer: subprocess.CompletedProcess[bytes], plan: Path) -> FileTrouble:
    said = visible_line(answer.stderr.decode("utf-8", "replace"))
    if "not a git repository" in said:
        backup = plan.with_name(plan.name + ".bak")
        old = backup if backup.is_file() else "OLD"
        return FileTrouble(
            _("“{plan}” is not in a git repository, so no earlier version of it is kept.").format(plan=plan),
            _("Name two files: cop compare {old} {new}").format(old=old, new=plan),
            plan,
        )
    return FileTrouble(
        _("git cannot read the history of “{plan}”.").format(plan=plan), _("It says: {said}").format(said=said), plan
    )


def _blob(name: str, folder: Path, shown: str, revision: str) -> str:
    """The text of what git keeps under ``name``."""
    size = _git(folder, "cat-file", "-s", name)
    kind = _git(folder, "cat-file", "-t", name)
    if size.returncode != 0 or kind.stdout.strip() != b"blob":
        raise FileTrouble(
            _("“{plan}” is not in the version {revision}.").format(plan=shown, revision=revision),
            _("It may be newer, or have had another name then; `git log` tells."),
        )
    if int(size.stdout) > MAX_BYTES:
        raise FileTrouble(
            _("“{plan}” in the version {revision} is too large for a plan.").format(plan=shown, revision=revision),
            _("Please check that this is the right file."),
        )
    content = _git(folder, "cat-file", "blob", name).stdout
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise FileTrouble(
            _("“{plan}” in the version {revision} is not saved as UTF-8.").format(plan=shown, revision=revision),
            _("Save that version in a file of its own as UTF-8, then compare the files."),
        ) from error


def _git(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Ask git something. Whatever it would have to fetch, ask or lock stays undone."""
    git = shutil.which("git")
    if git is None:
        raise FileTrouble(
            _("Earlier versions are kept by git, which is not installed here."),
            _("Install git, or name two files: cop compare OLD NEW."),
        )
    kept = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    quiet = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
    try:
        return subprocess.run(
            [git, "--no-pager", "--no-replace-objects", "-c", "core.fsmonitor=false", *words],
            cwd=folder,
            env={**kept, **quiet, "GIT_ALLOW_PROTOCOL": "none"},  # a repository may want to run a program to fetch
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise FileTrouble(_("git did not answer."), _("Try it by itself: git status")) from error
