"""Reviews that name an instrument or a level that does not exist: what they say would count for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cop_wizard.diagnostic import Diagnostic, Severity
from cop_wizard.errors import BrokenFile, FileTrouble
from cop_wizard.guide.model import Guide
from cop_wizard.i18n import _
from cop_wizard.instruments.load import UnknownInstrument
from cop_wizard.instruments.model import Instrument, Level
from cop_wizard.instruments.own import ENDINGS, find_instrument
from cop_wizard.plan.filler import is_filler
from cop_wizard.plan.parsing import folded
from cop_wizard.refusals import nearest
from cop_wizard.values import KeyPath
from cop_wizard.yamltext.document import Document


def misread_reviews(document: Document, guide: Guide, beside: Path) -> Iterator[Diagnostic]:
    """A finding for each instrument and each level that is not known. Own instruments are looked for in ``beside``.

    What is amiss with one of those is advice: the answers are as they were given, and the file may change or get lost.
    """
    given = document.data.get("reviews") if isinstance(document.data, dict) else None
    for place, review in enumerate(given if isinstance(given, list) else ()):
        name = review.get("instrument") if isinstance(review, dict) else None
        if not isinstance(name, str) or is_filler(name):
            continue
        path = ("reviews", place, "instrument")
        if name.endswith(ENDINGS) and Path(name).name != name:
            message = _("The instrument “{name}” lies outside the plan’s folder.").format(name=name[:99])
            hint = _("Put its file beside the plan, so that both travel together.")
            yield _error("COP233", message, hint, path, document)
            continue
        try:
            instrument = find_instrument(name, guide, beside)
        except UnknownInstrument as unknown:
            yield _error("COP233", unknown.message, unknown.hint, path, document)
        except FileTrouble:
            message = _("The instrument “{name}” is not beside the plan.").format(name=name[:99])
            yield _lost("COP233", message, _("Put its file there, or write where it went."), path, document)
        except BrokenFile:  # which `cop review` tells, with its lines
            continue
        else:
            yield from _levels(review, instrument, ("reviews", place, "ratings"), document)


def _levels(review: Any, instrument: Instrument, path: KeyPath, document: Document) -> Iterator[Diagnostic]:
    ratings = review.get("ratings")
    for place, rating in enumerate(ratings if isinstance(ratings, list) else ()):
        level = rating.get("level") if isinstance(rating, dict) else None
        if not isinstance(level, str) or is_filler(level):
            continue
        item = instrument.item(str(rating.get("item") or ""))
        levels = item.levels if item else list(instrument.usual_levels)
        if levels and level not in [one.id for one in levels]:
            message = _("`{level}` is no level of “{title}”.").format(level=level[:99], title=instrument.title)
            say = _lost if instrument.id.endswith(ENDINGS) else _error
            yield say("COP232", message, _meant(level, levels), (*path, place, "level"), document)


def _meant(level: str, levels: list[Level]) -> str:
    ids = [one.id for one in levels]
    labelled = next((one.id for one in levels if folded(one.label) == folded(level)), "")
    meant = labelled or nearest(level, ids)
    if meant:
        return _("Did you mean `{meant}`?").format(meant=meant)
    return _("Write one of: {names}.").format(names=", ".join(ids))


def _lost(code: str, message: str, hint: str, path: KeyPath, document: Document) -> Diagnostic:
    return Diagnostic(code, Severity.ADVICE, message, hint, path, document.span(path))


def _error(code: str, message: str, hint: str, path: KeyPath, document: Document) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, hint, path, document.span(path))
