"""Files beside a plan that hold one thing: a log, a person's answers, a person's reflections."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from cop_wizard.diagnostic import Diagnostic
from cop_wizard.errors import BrokenFile, FileTrouble
from cop_wizard.i18n import _
from cop_wizard.structure import read_as
from cop_wizard.values import Data
from cop_wizard.yamltext import store
from cop_wizard.yamltext.document import Document

Model = TypeVar("Model", bound=BaseModel)


def real_path(path: Path) -> Path:
    """Where a file really is. Raises `FileTrouble` for a link that leads in a circle."""
    try:
        return path.resolve()
    except (RuntimeError, OSError) as trouble:  # which of the two depends on the version of Python
        raise FileTrouble(
            _("The link “{path}” leads in a circle.").format(path=path), _("Name the file itself."), path
        ) from trouble


def read_small(
    model: type[Model],
    path: Path,
    trouble: str,
    prepared: Callable[[Document], Document] = lambda document: document,
    further: Callable[[Document], Iterable[Diagnostic]] = lambda document: (),
) -> tuple[Model, dict[str, Data]]:
    """What a file says, as ``model`` and as plain data. Raises `FileTrouble`.

    Raises `BrokenFile` with all mistakes, under the sentence ``trouble``, which may name the file by ``{name}``.
    ``prepared`` as in `read_as`;
    ``further`` finds more mistakes.
    """
    loaded = store.load(path)
    reading = read_as(model, loaded.text, prepared)
    problems = [*reading.problems, *further(reading.document)]
    if reading.model is None or problems or not isinstance(reading.document.data, dict):
        raise BrokenFile(
            trouble.format(name=path.name),
            problems,
            path,
            loaded.text,
            _("Put it right in a text editor, then try again. Nothing was changed."),
        )
    return reading.model, reading.document.data
