"""The Jinja environment of every text format: strict, escaping all it prints, and a sandbox for foreign templates."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    TemplateSyntaxError,
)

from cop_wizard.documents.templating.compiled import kept_in
from cop_wizard.documents.templating.sandbox import LARGEST_DOCUMENT, BoundedEnvironment
from cop_wizard.documents.templating.slips import slip
from cop_wizard.documents.trouble import TemplateTrouble
from cop_wizard.errors import FileTrouble
from cop_wizard.i18n import _, ngettext


@lru_cache(maxsize=1)
def built_in_templates() -> Path:
    """The folder of the templates that come with the program: in the wheel, else in the checkout."""
    here = Path(__file__).resolve()
    packaged = here.parents[2] / "templates"
    return packaged if packaged.is_dir() else here.parents[4] / "templates"


@dataclass(frozen=True, eq=False)
class Dialect:
    """What templates of one kind can use, and what is done with what they print.

    ``finalize`` is applied to everything printed; what is not `Markup` by then is escaped for HTML. ``name`` tells
    apart what is kept of each kind. With ``blocks`` there is ``{% trans %}``, which calls ``gettext``, ``ngettext``.
    """

    name: str
    finalize: Callable[..., Any] | None = None
    names: Mapping[str, Any] = field(default_factory=lambda: {"_": _, "ngettext": ngettext})
    filters: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    blocks: bool = False


@lru_cache(maxsize=8)
def _environment(
    folders: tuple[Path, ...],
    replaced: tuple[str, ...],
    dialect: Dialect,
    cache: FileSystemBytecodeCache | None = None,
) -> Environment:
    # Kept, because reading templates takes far longer than filling them. Jinja notices changed files, but not files
    # that are new or gone: therefore ``replaced`` is part of the key.
    # The built-in templates are part of the program, and a plan's text never becomes a template. Templates of other
    # people run in the sandbox, where they can reach nothing but the view and come to an end.
    kind = BoundedEnvironment if replaced else Environment
    environment = kind(
        loader=FileSystemLoader(folders, encoding="utf-8-sig"),  # some editors begin a file with a mark
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=dialect.finalize,
        bytecode_cache=cache,
        extensions=["jinja2.ext.i18n"] if dialect.blocks else [],
    )
    environment.newstyle_gettext = True  # type: ignore[attr-defined]  # the extension's own
    environment.policies["ext.i18n.trimmed"] = True
    environment.globals.update(dialect.names)
    environment.filters.update(dialect.filters)
    return environment


def make_environment(templates: Path | None, cache: Path | None, dialect: Dialect) -> Environment:
    """An environment that finds a template in ``templates`` first, then among the built-in ones.

    The built-in templates, once compiled, are kept in the folder ``cache``. Raises `FileTrouble` where ``templates`` is
    no folder, and `TemplateTrouble` where nothing in it takes the place of a built-in template.
    """
    if templates is None:
        return _environment((built_in_templates(),), (), dialect, kept_in(cache, dialect.name))
    return _environment((templates, built_in_templates()), _replaced(templates), dialect)


def _replaced(folder: Path) -> tuple[str, ...]:
    """The templates that ``folder`` replaces. Raises where there are none, since then the folder was a mistake."""
    if not folder.is_dir():
        raise FileTrouble(
            _("There is no folder {folder}.").format(folder=folder),
            _("Name a folder that holds templates of your own."),
            folder,
        )
    names = template_names()
    replaced = replacing(folder)
    if not replaced:
        strays = unused(folder)
        raise TemplateTrouble(
            _("No file in {folder} takes the place of a template.").format(folder=folder),
            strays[0].hint
            if strays
            else _(
                "A template of your own is called like the one it replaces, such as {name}; "
                "`cop templates --eject` copies them."
            ).format(name=names[0]),
            folder,
        )
    return replaced


def replacing(folder: Path) -> tuple[str, ...]:
    """The names of the built-in templates that files in ``folder`` take the place of."""
    return tuple(name for name in template_names() if (folder / name).is_file())


class Unused(NamedTuple):
    """A file among a person's own templates that no document uses, and what to do about it."""

    path: Path
    hint: str


def unused(folder: Path) -> list[Unused]:
    """The templates and style sheets in ``folder`` that replace no built-in one and that none of the others names."""
    known = template_names()
    files = {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.suffix in _TEMPLATES and path.is_file() and not path.name.startswith(".")
    }
    texts = {name: _text(path) for name, path in files.items()}
    named = {name for name in files for other, text in texts.items() if other != name and name in text}
    return [Unused(path, _called(name, known)) for name, path in files.items() if name not in {*known, *named}]


_TEMPLATES = (".j2", ".css")
_ALIKE = 0.8
"""How alike two names are at least, on the scale of `difflib` up to 1, for the one to be meant by the other."""


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _called(name: str, known: Sequence[str]) -> str:
    """How a template of such a name has to be called."""
    by_end = {one.rpartition("/")[2]: one for one in known if one.endswith(".md.j2")}
    near = get_close_matches(name, known, n=1, cutoff=_ALIKE) or [
        by_end[one] for one in get_close_matches(name.rpartition("/")[2], by_end, n=1, cutoff=_ALIKE)
    ]
    if near:
        return _("Did you mean {name}? A template is called like the one it replaces.").format(name=near[0])
    return _("A template is called like the one it replaces: `cop templates --eject NAME` copies that of a document.")


def template_names() -> list[str]:
    """The built-in templates by the names under which they can be replaced."""
    root = built_in_templates()
    found = (path for path in root.rglob("*") if path.is_file() and not path.name.startswith("."))
    return sorted(path.relative_to(root).as_posix() for path in found)


def has_template(environment: Environment, name: str) -> bool:
    """Whether there is a template ``name``."""
    assert isinstance(environment.loader, FileSystemLoader)
    return any((Path(folder) / name).is_file() for folder in environment.loader.searchpath)


def read_source(environment: Environment, name: str) -> str:
    """The text of a template file as it is, such as a style sheet."""
    with _Guard(environment, name):
        assert environment.loader is not None
        return environment.loader.get_source(environment, name)[0].replace("\r\n", "\n").replace("\r", "\n")
    raise AssertionError  # the guard never swallows


def fill(environment: Environment, name: str, values: Mapping[str, Any]) -> str:
    """The template ``name`` filled with ``values``. All that can go wrong is a `TemplateTrouble`."""
    with _Guard(environment, name, values.keys()):
        if isinstance(environment, BoundedEnvironment):
            environment.begin()
        pieces: list[str] = []
        size = 0
        for piece in environment.get_template(name).generate(values):
            size += len(piece)
            if size > LARGEST_DOCUMENT:
                raise OverflowError(_("the document does not end"))
            pieces.append(piece)
        text = "".join(pieces)
        text.encode()  # half a character can be written in a template, but not into a file
        return text
    raise AssertionError  # the guard never swallows


class _Guard:
    """Turns whatever a template does wrong into a `TemplateTrouble` with its file and line.

    ``names`` is what the template is given.
    """

    def __init__(self, environment: Environment, name: str, names: Collection[str] = ()) -> None:
        self._environment = environment
        self._name = name
        self._names = names

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, Exception) and not isinstance(error, TemplateTrouble):
            raise self._trouble(error) from error

    def _trouble(self, error: Exception) -> TemplateTrouble:
        path, line = self._place(error)
        where = path.name if path else self._name
        message, hint = slip(error, self._environment, self._names)
        at = _("The template {name}, line {line}: ") if line else _("The template {name}: ")
        return TemplateTrouble(at.format(name=where, line=line) + message, hint or self._compare(), path, line)

    def _compare(self) -> str:
        document = self._name.split("/")[0]
        return _("Compare it with the built-in one: `cop templates --eject {document} -o fresh` copies it.").format(
            document=document if document != "shared" else "plan"
        )

    def _place(self, error: Exception) -> tuple[Path | None, int | None]:
        if isinstance(error, TemplateSyntaxError):
            return (Path(error.filename) if error.filename else self._path(error.name or self._name)), error.lineno
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if self._is_template(frame.filename)]
        if frames:
            return Path(frames[-1].filename), frames[-1].lineno
        return self._path(self._name), None

    def _folders(self) -> list[Path]:
        loader = self._environment.loader
        return [Path(folder) for folder in loader.searchpath] if isinstance(loader, FileSystemLoader) else []

    def _is_template(self, filename: str) -> bool:
        path = Path(filename)
        return path.suffix != ".py" and any(path.is_relative_to(folder) for folder in self._folders())

    def _path(self, name: str) -> Path | None:
        return next((folder / name for folder in self._folders() if (folder / name).is_file()), None)
