"""Finds a guide and makes it complete: built-in folders, a person's own file, and overlays in other languages."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from cop_wizard.errors import BrokenFile, FileTrouble, WrongUse
from cop_wizard.guide.kept import content
from cop_wizard.guide.language import ENGLISH, known_language
from cop_wizard.guide.misfits import misfits
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
from cop_wizard.guide.overlay import overlaid
from cop_wizard.i18n import _
from cop_wizard.refusals import nearest
from cop_wizard.structure import read_as
from cop_wizard.yamltext import store

BUILT_IN = ("cass", "planning-tool", "cass-extended")
"""The guides that come with the program, the full one first."""

Model = TypeVar("Model", bound=BaseModel)


class UnknownGuide(WrongUse):
    """No guide of this name; the hint names the guides there are."""

    def __init__(self, name: str, hint: str) -> None:
        shown = name if len(name) <= 100 else name[:99] + "…"
        super().__init__(_("There is no guide called `{name}`.").format(name=shown), hint)


def load_guide(name: str, language: str = ENGLISH, beside: Path | None = None) -> Guide:
    """A built-in guide by its name, or an own one by its path relative to the folder ``beside``.

    A ``language`` that names none means English. Raises `UnknownGuide` for neither, `WrongUse` for a path that leaves
    the folder, `FileTrouble` for a file that cannot be read, and `BrokenFile` for an own guide with problems.
    """
    if name in BUILT_IN:
        return _built_in(name, known_language(language))
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
    folder, path = _real(beside or Path(), name)
    if not path.is_relative_to(folder):
        raise WrongUse(
            _("The guide `{name}` lies outside the plan's folder.").format(name=name),
            _("Put the guide's file beside the plan and name it from there, so that both travel together."),
        )
    return _own(path, name)


def _real(folder: Path, name: str) -> tuple[Path, Path]:
    """A folder and a file named from it, all links followed. Raises `FileTrouble` for what cannot be a file's name."""
    try:
        real = Path(os.path.realpath(folder))
        return real, Path(os.path.realpath(real / name))
    except (OSError, ValueError) as error:
        raise FileTrouble(
            _("The guide's file cannot be reached by this name."),
            _("Name a file that lies beside the plan, for example guide.yaml."),
        ) from error


def guide_info(name: str, language: str = ENGLISH) -> GuideInfo:
    """What a built-in guide is called, how long it takes and what it is for, without reading its questions."""
    return _content(GuideInfo, language, f"{name}/guide.yaml")


@lru_cache(maxsize=8)
def _built_in(name: str, language: str) -> Guide:
    info = guide_info(name, language)
    base = _built_in(info.extends, language) if info.extends else None
    sections = [_section(_content(Section, language, f"{name}/{section}.yaml")) for section in info.sections]
    if base is not None and not sections:
        sections = [section.waiting(False) for section in base.sections]
    return Guide(
        name=name,
        title=info.title,
        description=info.description,
        minutes=info.minutes,
        language=language,
        sections=_with_chapters([_complete(section, base) for section in sections], base),
        vocabulary=base.vocabulary if base else _vocabulary(language),
        works=base.works if base else bibliography(),
    )


def _own(path: Path, name: str) -> Guide:
    loaded = store.load(path)
    reading = read_as(OwnGuide, loaded.text)
    problems = list(reading.problems)
    own = reading.model
    base = _built_in(
        own.extends if own and own.extends in BUILT_IN else BUILT_IN[0],
        known_language(own.language) if own else ENGLISH,
    )
    if own is not None:
        problems += misfits(own, reading, base, BUILT_IN)
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
            "sections": _with_chapters([_complete(_section(section), base) for section in own.sections], base),
        }
    )


def _section(section: Section) -> Section:
    """The section as it was read; of a chapter all questions wait."""
    return section.waiting(True) if section.deeper else section


def _vocabulary(language: str) -> Vocabulary:
    """The words for lists and rows: those of the walk, and those of the chapters in the folder beside them."""
    names = ["vocabulary.yaml", *(name for name in content(ENGLISH) if name.startswith("vocabulary/"))]
    files = [_content(Vocabulary, language, name) for name in names]
    return Vocabulary(
        choices={kind: words for file in files for kind, words in file.choices.items()},
        parts={part: words for file in files for part, words in file.parts.items()},
    )


def _with_chapters(sections: list[Section], base: Guide | None) -> tuple[Section, ...]:
    """The sections, and behind them those chapters of the guide they build on whose questions they do not ask.

    Nobody is asked them on a walk, but what a community needs has to be within reach, whichever guide it follows.
    """
    asked = {question.asks for section in sections for question in section.questions}
    found = list(sections)
    for chapter in base.sections if base else ():
        left = [question for question in chapter.questions if question.asks not in asked]
        if chapter.deeper and left:
            name = f"{chapter.id}_chapter" if chapter.id in {section.id for section in sections} else chapter.id
            borrowed = {"id": name, "questions": [_borrowed(question) for question in left]}
            found.append(chapter.model_copy(update=borrowed))
    return tuple(found)


def _borrowed(question: Question) -> Question:
    """A question of another guide, which says itself what of the sources it covers."""
    return question.model_copy(update={"covers": []})


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
    return tuple(_content(Works, ENGLISH, "sources.yaml").works)


def glossary(language: str = ENGLISH) -> tuple[Term, ...]:
    """The words of the field, explained."""
    return tuple(_content(Glossary, language, "glossary.yaml").terms)


def background(language: str = ENGLISH) -> tuple[Topic, ...]:
    """What a community of practice is and why it helps, topic by topic."""
    return tuple(_content(Background, language, "background.yaml").topics)


def _content(model: type[Model], language: str, name: str) -> Model:
    language = known_language(language)  # never part of a path before this
    data = content(ENGLISH)[name]
    if language != ENGLISH and name in content(language):
        data = overlaid(data, content(language)[name])
    return model.model_validate(data)
