"""The guide a plan names: found, or said what is wrong with it."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from cop_wizard.diagnostic import Diagnostic, Severity
from cop_wizard.errors import BrokenFile, FileTrouble, WrongUse
from cop_wizard.guide.language import ENGLISH, is_language, no_language
from cop_wizard.guide.load import BUILT_IN, UnknownGuide, load_guide
from cop_wizard.guide.model import Guide
from cop_wizard.i18n import _
from cop_wizard.values import Data
from cop_wizard.yamltext.document import Document


@dataclass(frozen=True)
class GuideChoice:
    """The guide called ``name``, or ``findings`` about why there is none; ``troubles`` are broken guide files."""

    name: str
    guide: Guide | None = None
    findings: tuple[Diagnostic, ...] = ()
    troubles: tuple[BrokenFile, ...] = ()


def guide_name(data: Data) -> str:
    """The guide a plan asks for, the full built-in one where it says nothing."""
    named = data.get("guide") if isinstance(data, dict) else None
    return " ".join(named.split()) if isinstance(named, str) and named.strip() else BUILT_IN[0]


def find_guide(document: Document, folder: Path) -> GuideChoice:
    """The guide that the plan in ``document``, which lies in ``folder``, asks for, in the language it asks for."""
    data = document.data
    named = data.get("language") if isinstance(data, dict) else None
    language = " ".join(named.split()) if isinstance(named, str) and named.strip() else ENGLISH
    if is_language(language):
        return _in_language(document, folder, language)
    choice = _in_language(document, folder, ENGLISH)
    return replace(choice, findings=(*choice.findings, no_language(language, document.span(("language",)))))


def _in_language(document: Document, folder: Path, language: str) -> GuideChoice:
    data = document.data
    name = guide_name(data)

    def say(code: str, message: str, hint: str, *troubles: BrokenFile) -> GuideChoice:
        span = document.span(("guide",))
        return GuideChoice(name, None, (Diagnostic(code, Severity.ERROR, message, hint, ("guide",), span),), troubles)

    if isinstance(data, dict) and isinstance(data.get("guide"), list | dict):
        return GuideChoice(name)  # its type is wrong, which the structure says
    try:
        return GuideChoice(name, load_guide(name, language, folder))
    except UnknownGuide as unknown:
        return say("COP214", unknown.message, unknown.hint)
    except WrongUse as outside:
        return say("COP215", outside.message, outside.hint)
    except FileTrouble as trouble:
        if trouble.path is None or os.path.lexists(trouble.path):
            return say("COP214", trouble.message, trouble.hint)
        message = _("There is no guide `{name}` in the plan's folder.").format(name=_short(name))
        return say("COP214", message, _("Check the name, or write `cass` for the guide that comes with cop."))
    except BrokenFile as broken:
        return say("COP216", broken.message, _("What is wrong with it is listed under its own name."), broken)


def _short(name: str) -> str:
    return name if len(name) <= 60 else name[:59] + "…"
