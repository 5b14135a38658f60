"""Finds an instrument and makes it complete: those that come with the program, in the language that is wanted."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from cop_wizard.errors import WrongUse
from cop_wizard.guide.kept import content
from cop_wizard.guide.language import ENGLISH, known_language
from cop_wizard.guide.model import Vocabulary
from cop_wizard.guide.overlay import overlaid
from cop_wizard.i18n import _
from cop_wizard.instruments.model import Instrument, InstrumentFile, Item
from cop_wizard.refusals import nearest

CONTENT = Path(__file__).parent / "content"


class UnknownInstrument(WrongUse):
    """No instrument of this name; the hint names the nearest, or all there are."""


def instrument_names() -> tuple[str, ...]:
    """The instruments that come with the program, by the names people type."""
    return tuple(sorted(path.stem for path in (CONTENT / ENGLISH).glob("*.yaml")))


def load_instrument(name: str, vocabulary: Vocabulary, language: str = ENGLISH) -> Instrument:
    """A built-in instrument by its name. Raises `UnknownInstrument`.

    Items without a name of their own are called as ``vocabulary`` calls the closed list they are of.
    """
    names = instrument_names()
    if name not in names:
        meant = nearest(name, names)
        raise UnknownInstrument(
            _("There is no instrument called `{name}`.").format(name=name[:99]),
            _("Did you mean `{meant}`?").format(meant=meant)
            if meant
            else _("There are: {names}.").format(names=_(", ").join(names)),
        )
    return complete(name, _read(name, known_language(language)), vocabulary)


@lru_cache(maxsize=64)
def _read(name: str, language: str) -> InstrumentFile:
    file = f"{name}.yaml"
    data = content(ENGLISH, CONTENT)[file]
    if language != ENGLISH and file in (words := content(language, CONTENT)):
        data = overlaid(data, words[file])
    return InstrumentFile.model_validate(data)


def complete(name: str, file: InstrumentFile, vocabulary: Vocabulary) -> Instrument:
    """The instrument that a file describes, its items named and each with its levels."""
    labels = _labels(file.names, vocabulary)

    def whole(item: Item) -> Item:
        name, meaning = labels.get(item.id, ("", ""))
        question = item.question or meaning
        own = {"name": item.name or name or question, "question": question, "levels": item.levels or file.levels}
        return item.model_copy(update=own)

    return Instrument(
        id=name,
        title=file.title,
        about=file.about,
        kind=file.kind,
        minutes=file.minutes,
        source=file.source,
        where=file.where,
        covers=tuple(file.covers),
        names=file.names,
        stages=tuple(file.stages),
        columns=tuple(file.columns),
        more=file.more,
        levels=tuple(file.levels),
        items=tuple(map(whole, file.items)),
    )


def _labels(names: str, vocabulary: Vocabulary) -> dict[str, tuple[str, str]]:
    """What the items of a closed list, or the fields of a form, are called, and what is said of them."""
    if names in vocabulary.choices:
        return {item: (label.label, label.help) for item, label in vocabulary.choices[names].items()}
    part = vocabulary.parts.get(names)
    return {field: (words.label, words.prompt) for field, words in part.fields.items()} if part else {}
