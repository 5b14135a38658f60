"""The plan on disk while somebody works on it: every change is spliced in, checked and saved before anything else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from cop_wizard.errors import BrokenFile
from cop_wizard.i18n import _
from cop_wizard.migrate import operations as steps_up_to_date
from cop_wizard.migrate import read_plan, up_to_date
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.reflections import ReflectionFile
from cop_wizard.plan.reviews import ReviewFile
from cop_wizard.structure import Reading, read_as
from cop_wizard.values import Data
from cop_wizard.yamltext import store
from cop_wizard.yamltext.document import Document, read
from cop_wizard.yamltext.splice import Operation, changed


@dataclass(frozen=True)
class Form:
    """A kind of file that is written by answering questions: its ``model``, how a text of it is ``read``.

    ``up_to_date`` gives data of an earlier version today's form, and ``steps`` are the changes that do so in the file.
    """

    model: type[BaseModel]
    read: Callable[[str], Reading[Any]]
    up_to_date: Callable[[Data], Data]
    steps: Callable[[Data], Sequence[Operation]]


PLAN = Form(Plan, read_plan, up_to_date, steps_up_to_date)
"""A community's plan."""

OWN_REFLECTIONS = Form(ReflectionFile, lambda text: read_as(ReflectionFile, text), lambda data: data, lambda data: ())
"""What one person keeps for herself or himself."""

ONE_PERSONS_REVIEW = Form(ReviewFile, lambda text: read_as(ReviewFile, text), lambda data: data, lambda data: ())
"""What one person answered when a community was looked at."""


@dataclass
class Written:
    """Whether this session has written the plan. Its first time keeps the version before beside it, once."""

    yes: bool = False


class PlanFile:
    """A plan file opened for change. ``text`` and ``data`` are what is on disk, as far as we know.

    ``data`` always has today's form. A plan of an older one is brought up to date by the first change that is saved.
    """

    def __init__(
        self,
        path: Path,
        text: str,
        stamp: store.Stamp,
        mending: bool = False,
        written: Written | None = None,
        form: Form = PLAN,
    ) -> None:
        self.path = path
        self.form = form
        self._mending = mending
        self._document = read(text)  # kept, since reading a large plan takes longer than changing it
        self._stamp = stamp
        self.written = written or Written()

    @property
    def text(self) -> str:
        """What is on disk."""
        return self._document.text

    @property
    def data(self) -> Data:
        """What it says."""
        return self.form.up_to_date(self._document.data)

    @classmethod
    def open(cls, path: Path, mending: bool = False, written: Written | None = None, form: Form = PLAN) -> PlanFile:
        """Open a plan that exists. Raises `FileTrouble`, or `BrokenFile` where it has problems.

        ``mending`` takes it with its problems, in order to put them right; ``written`` is what is shared with others
        who write it in the same session.
        """
        loaded = store.load(path)
        if not mending:
            refuse_if_broken(path, loaded.text, form=form)
        return cls(path, loaded.text, loaded.stamp, mending, written, form)

    @classmethod
    def create(cls, path: Path, text: str, form: Form = PLAN) -> PlanFile:
        """Write a new plan. Raises `FileTrouble`, also where a file of that name has appeared meanwhile."""
        return cls(path, text, store.save(path, text, store.MISSING), written=Written(yes=True), form=form)

    def change(self, operations: Sequence[Operation]) -> None:
        """Make the changes and save them. Raises `ChangedOnDisk` and writes nothing if the file is not what it was."""
        self._save(changed(self._document, [*self.form.steps(self._document.data), *operations]))

    def rewrite(self, text: str) -> None:
        """Save another text in place of this one, in the same way."""
        self._save(read(text))

    def _save(self, document: Document) -> None:
        if document.text == self.text:
            return
        self._stamp = store.save(self.path, document.text, self._stamp, keep_old=not self.written.yes)
        self.written.yes = True
        self._document = document

    def write_back(self) -> None:
        """The file is gone: write what it was. Raises `FileTrouble`, also where there is a file again."""
        self._stamp = store.save(self.path, self.text, store.MISSING)
        self.written.yes = True

    def reload(self) -> None:
        """Take the file as it is now. Raises `FileTrouble`, or `BrokenFile` where it cannot be worked on."""
        loaded = store.load(self.path)
        refuse_if_broken(self.path, loaded.text, self._mending, self.form)
        self._document, self._stamp = read(loaded.text), loaded.stamp


def refuse_if_broken(path: Path, text: str, mending: bool = False, form: Form = PLAN) -> None:
    """Raise `BrokenFile` if the text is no plan that can be worked on; one that is no YAML cannot even be mended."""
    problems = read(text).problems if mending else form.read(text).problems
    if problems:
        raise BrokenFile(
            _("{name} has problems that must be put right first.").format(name=path.name),
            problems,
            path,
            text,
            _("Correct them in a text editor, then run this command again. Nothing was changed."),
        )
