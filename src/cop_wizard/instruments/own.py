"""An instrument in one file that anybody can write: a group's own rubric, say. Checked with line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from cop_wizard.diagnostic import Diagnostic, Severity
from cop_wizard.errors import BrokenFile, FileTrouble
from cop_wizard.guide.model import Guide, Vocabulary
from cop_wizard.guide.places import askable, places
from cop_wizard.i18n import _
from cop_wizard.instruments.load import UnknownInstrument, complete, load_instrument
from cop_wizard.instruments.model import Instrument, InstrumentFile, Item, Level
from cop_wizard.instruments.seen import reviews_of
from cop_wizard.plan.parsing import folded
from cop_wizard.plan.plan import Plan
from cop_wizard.refusals import nearest
from cop_wizard.structure import read_as
from cop_wizard.values import Data, KeyPath
from cop_wizard.yamltext import store
from cop_wizard.yamltext.document import read

ENDINGS = (".yaml", ".yml")

_ITEMS = re.compile(r"\bitems\b")
"""What every instrument holds, and few plans: so not each plan of a large folder has to be read as YAML."""

_Found = Iterator[tuple[str, KeyPath, str, str]]
"""Code, place, message, hint."""


def load_own(path: Path, vocabulary: Vocabulary) -> Instrument:
    """The instrument in a file, called as the file is. Raises `FileTrouble`, and `BrokenFile` with all mistakes."""
    loaded = store.load(path)
    reading = read_as(InstrumentFile, loaded.text)
    problems = list(reading.problems)
    file = reading.model
    if file is not None:
        file = _with_ids(file)
        problems = [
            Diagnostic(code, Severity.ERROR, message, hint, place, reading.document.span(place))
            for code, place, message, hint in _misfits(file, vocabulary)
        ]
    if file is None or problems:
        raise BrokenFile(
            _("The instrument {name} cannot be used yet.").format(name=path.name), problems, path, loaded.text
        )
    return complete(path.name, file, vocabulary)


def find_instrument(name: str, guide: Guide, beside: Path) -> Instrument:
    """A built-in instrument by its name, or an own one by its file in the folder ``beside``.

    Raises `UnknownInstrument`, and what `load_own` raises.
    """
    if name.endswith(ENDINGS):
        return load_own(beside / name, guide.vocabulary)
    return load_instrument(name, guide.vocabulary, guide.language)


def holds_instrument(path: Path) -> bool:
    """Whether a file looks like an instrument, and not like a guide; also one with mistakes."""
    return _looks_like_one(path) is not None


def instruments_beside(plan: Path) -> dict[str, str]:
    """The titles of the instruments in the plan's folder, by the names of their files; also of those with mistakes."""
    found = {}
    for path in sorted(plan.parent.glob("*")):
        if path.suffix in ENDINGS and path.is_file() and (data := _looks_like_one(path)) is not None:
            title = data.get("title")
            found[path.name] = title if isinstance(title, str) else path.stem
    return found


def _looks_like_one(path: Path) -> dict[str, Data] | None:
    """What a file holds that looks like an instrument."""
    try:
        text = store.load(path).text
    except FileTrouble:
        return None
    data = read(text).data if _ITEMS.search(text) else None
    return data if isinstance(data, dict) and "items" in data and "sections" not in data else None


def used_instruments(plan: Plan, guide: Guide, beside: Path) -> dict[str, Instrument]:
    """Those by which the plan's reviews were made, by their names. What can no longer be found is left out."""
    found: dict[str, Instrument] = {}
    for name in dict.fromkeys(str(review.instrument) for review in reviews_of(plan)):
        with suppress(UnknownInstrument, FileTrouble, BrokenFile):
            if Path(name).name == name:  # nothing outside the folder
                found[name] = find_instrument(name, guide, beside)
    return found


def _with_ids(file: InstrumentFile) -> InstrumentFile:
    """With an id for each item and level that has none: made of its name, so it lasts as long as that."""
    items = [
        item.model_copy(update={"id": item.id or _id(item.name or item.question), "levels": _levels(item.levels)})
        for item in file.items
    ]
    return file.model_copy(update={"items": items, "levels": _levels(file.levels)})


def _levels(levels: list[Level]) -> list[Level]:
    return [level.model_copy(update={"id": level.id or _id(level.label)}) for level in levels]


def _id(words: str) -> str:
    return "_".join(folded(words).split())[:60].strip("_") or words[:60]


def _misfits(file: InstrumentFile, vocabulary: Vocabulary) -> _Found:
    """What is wrong with it beyond its form, so that nothing in it can surprise a person halfway through."""
    if not file.items and not file.more:
        yield (
            "COP241",
            ("items",),
            _("This instrument asks nothing yet."),
            _("Add items, each with a question."),
        )
    if file.names and file.names not in (*vocabulary.choices, *vocabulary.parts):
        yield (
            "COP242",
            ("names",),
            _("There is no list called `{name}`.").format(name=file.names),
            _("Leave `names:` out and give each item a name of its own."),
        )
    yield from _twice([item.id for item in file.items], ("items",), _("There are two items with the id `{name}`."))
    fields = [column.field.value for column in file.columns]
    for number, name in enumerate(fields):
        if name in fields[:number]:
            yield (
                "COP240",
                ("columns", number),
                _("There are two columns for `{name}`.").format(name=name),
                _("Answers to both would go to one place. Choose another field for one of them."),
            )
    yield from _scale(file.levels, ("levels",))
    for place, item in enumerate(file.items):
        yield from _item(item, ("items", place), file)


def _item(item: Item, place: KeyPath, file: InstrumentFile) -> _Found:
    if not item.question and not file.names:
        yield (
            "COP241",
            place,
            _("This item asks nothing yet."),
            _("Write below it what is to be looked at: question: …"),
        )
    if not (item.levels or file.levels or file.columns):
        yield (
            "COP241",
            place,
            _("Nothing can be said of this item."),
            _("Give the instrument `levels:` to choose from, or `columns:` to write in."),
        )
    yield from _scale(item.levels, (*place, "levels"))
    for number, asks in enumerate(item.concerns):
        if not askable(asks):
            meant = nearest(asks, places())
            yield (
                "COP242",
                (*place, "concerns", number),
                _("A plan has no place called `{path}`.").format(path=asks),
                _("Did you mean `{meant}`?").format(meant=meant)
                if meant
                else _("`cop guide --paths` lists all places."),
            )


def _scale(levels: list[Level], place: KeyPath) -> _Found:
    if len(levels) == 1:
        yield (
            "COP241",
            place,
            _("One level is no choice."),
            _("Write at least two, the lowest first."),
        )
    yield from _twice([level.id for level in levels], place, _("There are two levels with the id `{name}`."))


def _twice(ids: list[str], place: KeyPath, message: str) -> _Found:
    for number, name in enumerate(ids):
        if name in ids[:number]:
            yield (
                "COP240",
                (*place, number),
                message.format(name=name),
                _("Give each a name or an `id:` of its own, so that answers can be told apart."),
            )
