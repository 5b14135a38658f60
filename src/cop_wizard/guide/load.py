"""Finds a guide and makes it complete: built-in folders, a person's own file, and overlays in other languages."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from cop_wizard.diagnostic import Diagnostic, Severity
from cop_wizard.errors import BrokenFile, WrongUse
from cop_wizard.guide.model import (
    Background,
    Glossary,
    Guide,
    GuideInfo,
    OwnGuide,
    Question,
    Section,
    Term,
    Topic,
    Vocabulary,
    Work,
    Works,
)
from cop_wizard.i18n import _
from cop_wizard.plan.fields import keys_at
from cop_wizard.plan.plan import Plan
from cop_wizard.refusals import nearest
from cop_wizard.structure import Reading, read_as
from cop_wizard.values import Data, KeyPath
from cop_wizard.yamltext import store
from cop_wizard.yamltext.document import read

CONTENT = Path(__file__).parent / "content"
BUILT_IN = ("cass", "planning-tool")
"""The guides that come with the program, the full one first."""

Model = TypeVar("Model", bound=BaseModel)


class UnknownGuide(WrongUse):
    """No guide of this name; the hint names the guides there are."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__(_("There is no guide called `{name}`.").format(name=name), hint)


def load_guide(name: str, language: str = "en", beside: Path | None = None) -> Guide:
    """A built-in guide by its name, or an own one by its path relative to the folder ``beside``.

    Raises `UnknownGuide` for neither, `WrongUse` for a path that leaves the folder, `FileTrouble` for a file that
    cannot be read, and `BrokenFile` for an own guide with problems.
    """
    if name in BUILT_IN:
        return _built_in(name, language)
    if not name.endswith((".yaml", ".yml")):
        meant = nearest(name, BUILT_IN)
        raise UnknownGuide(
            name,
            _("Did you mean `{meant}`?").format(meant=meant)
            if meant
            else _("The guides that come with cop are {names}; your own is a file that ends in .yaml.").format(
                names=_(" and ").join(f"`{known}`" for known in BUILT_IN)
            ),
        )
    folder = (beside or Path()).resolve()
    path = (folder / name).resolve()
    if not path.is_relative_to(folder):
        raise WrongUse(
            _("The guide `{name}` lies outside the plan's folder.").format(name=name),
            _("Put the guide's file beside the plan and name it from there, so that both travel together."),
        )
    return _own(path, name)


def guide_info(name: str, language: str = "en") -> GuideInfo:
    """What a built-in guide is called, how long it takes and what it is for, without reading its questions."""
    return _content(GuideInfo, language, f"{name}/guide.yaml")


@lru_cache(maxsize=8)
def _built_in(name: str, language: str) -> Guide:
    info = guide_info(name, language)
    base = _built_in(info.extends, language) if info.extends else None
    sections = [_content(Section, language, f"{name}/{section}.yaml") for section in info.sections]
    return Guide(
        name=name,
        title=info.title,
        description=info.description,
        minutes=info.minutes,
        language=language,
        sections=tuple(_complete(section, base) for section in sections),
        vocabulary=base.vocabulary if base else _content(Vocabulary, language, "vocabulary.yaml"),
        works=base.works if base else bibliography(),
    )


def _own(path: Path, name: str) -> Guide:
    loaded = store.load(path)
    reading = read_as(OwnGuide, loaded.text)
    problems = list(reading.problems)
    own = reading.model
    base = _built_in(own.extends if own and own.extends in BUILT_IN else "cass", own.language if own else "en")
    if own is not None:
        problems += _misfits(own, reading, base)
    if own is None or problems:
        raise BrokenFile(
            _("The guide {name} cannot be used yet.").format(name=name), problems, path=path, text=loaded.text
        )
    return base.model_copy(
        update={
            "name": name,
            "title": own.title,
            "description": own.description,
            "minutes": own.minutes or base.minutes,
            "sections": tuple(_complete(section, base) for section in own.sections),
        }
    )


def _misfits(guide: OwnGuide, reading: Reading[OwnGuide], base: Guide) -> list[Diagnostic]:
    """What is wrong with an own guide beyond its form: questions about nothing, twice, or without words."""
    found: list[Diagnostic] = []
    asked: set[str] = set()

    def say(code: str, path: KeyPath, message: str, hint: str) -> None:
        found.append(Diagnostic(code, Severity.ERROR, message, hint, path, reading.document.span(path)))

    if guide.extends not in BUILT_IN:
        say(
            "COP222",
            ("extends",),
            _("There is no guide called `{name}` to build on.").format(name=guide.extends),
            _("Write one of: {names}.").format(names=", ".join(BUILT_IN)),
        )
    for i, section in enumerate(guide.sections):
        for j, question in enumerate(section.questions):
            place: KeyPath = ("sections", i, "questions", j)
            if not askable(question.asks):
                say("COP220", (*place, "asks"), *_no_such_place(question.asks))
            elif question.asks in asked:
                say(
                    "COP221",
                    (*place, "asks"),
                    _("`{path}` is asked twice in this guide.").format(path=question.asks),
                    _("Keep one of the two questions."),
                )
            elif not question.prompt and base.question(question.asks) is None:
                say(
                    "COP223",
                    place,
                    _("This question has no words yet."),
                    _("Add `prompt:` with what you want to ask."),
                )
            if question.when and not askable(question.when.question):
                say("COP220", (*place, "when", "question"), *_no_such_place(question.when.question))
            asked.add(question.asks)
    return found


def _no_such_place(asks: str) -> tuple[str, str]:
    known = [path for path in places() if path not in UNASKED]
    meant = nearest(asks, known)
    hint = _("Did you mean `{meant}`?").format(meant=meant) if meant else _("`cop guide --paths` lists all places.")
    return _("A plan has no place called `{path}`.").format(path=asks), hint


UNASKED = ("schema_version", "guide", "language", "todo")
"""What stands in a plan without being asked: the form's version, the guide in use, the language, things put off."""


def places() -> list[str]:
    """Every key path that a question can ask, written with dots."""
    found = []
    for name in Plan.model_fields:
        inside = keys_at(Plan, (name,))
        found += [f"{name}.{key}" for key in inside] if inside else [name]
    return [path for path in found if path not in UNASKED]


def askable(asks: str) -> bool:
    """Whether a question can ask this key path: a field of a section, or the title."""
    return asks in places()


def _complete(section: Section, base: Guide | None) -> Section:
    """The section with every blank of its questions filled from the guide it builds on."""
    if base is None:
        return section
    return section.model_copy(update={"questions": [_filled_in(question, base) for question in section.questions]})


def _filled_in(question: Question, base: Guide) -> Question:
    below = base.question(question.asks)
    if below is None:
        return question if question.title else question.model_copy(update={"title": question.prompt.rstrip("?")})
    own = {name: getattr(question, name) for name in question.model_fields_set}
    return below.model_copy(update={"required": False, "covers": [], **own})


def bibliography() -> tuple[Work, ...]:
    """Every work the guides cite, and the reading lists of the sources."""
    return tuple(_content(Works, "en", "sources.yaml").works)


def glossary(language: str = "en") -> tuple[Term, ...]:
    """The words of the field, explained."""
    return tuple(_content(Glossary, language, "glossary.yaml").terms)


def background(language: str = "en") -> tuple[Topic, ...]:
    """What a community of practice is and why it helps, topic by topic."""
    return tuple(_content(Background, language, "background.yaml").topics)


def _content(model: type[Model], language: str, name: str) -> Model:
    data = read((CONTENT / "en" / name).read_text(encoding="utf-8")).data
    overlay = CONTENT / language / name
    if language != "en" and overlay.is_file():
        data = _overlaid(data, read(overlay.read_text(encoding="utf-8")).data)
    return model.model_validate(data)


_NAMES = ("asks", "term", "key", "id")


def _overlaid(below: Data, above: Data) -> Data:
    """``below`` with the words of ``above``; items of lists are matched by the key that names them."""
    if isinstance(below, dict) and isinstance(above, dict):
        return {key: _overlaid(value, above[key]) if key in above else value for key, value in below.items()}
    if isinstance(below, list) and isinstance(above, list) and all(isinstance(item, dict) for item in below):
        named = {_name(item): item for item in above}
        return [_overlaid(item, named[_name(item)]) if _name(item) in named else item for item in below]
    return above


def _name(item: Data) -> str:
    return next((str(item[key]) for key in _NAMES if key in item), "") if isinstance(item, dict) else ""
