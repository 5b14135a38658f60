"""The guide a plan names: found, or said what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cop_wizard.diagnostic import Diagnostic, Severity
from cop_wizard.errors import BrokenFile, FileTrouble, WrongUse
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
    """The guide that the plan in ``document``, which lies in ``folder``, asks for."""
    data = document.data
    language = data.get("language") if isinstance(data, dict) else None
    name = guide_name(data)

    def say(code: str, message: str, hint: str, *troubles: BrokenFile) -> GuideChoice:
        span = document.span(("guide",))
        return GuideChoice(name, None, (Diagnostic(code, Severity.ERROR, message, hint, ("guide",), span),), troubles)

    if isinstance(data, dict) and isinstance(data.get("guide"), list | dict):
        return GuideChoice(name)  # its type is wrong, which the structure says
    try:
        return GuideChoice(name, load_guide(name, language if isinstance(language, str) and language else "en", folder))
    except UnknownGuide as unknown:
        return say("COP214", unknown.message, unknown.hint)
    except WrongUse as outside:
        return say("COP215", outside.message, outside.hint)
    except FileTrouble as trouble:
        if (folder / name).exists():
            return say("COP214", trouble.message, trouble.hint)
        message = _("There is no guide `{name}` in the plan's folder.").format(name=name)
        return say("COP214", message, _("Check the name, or write `cass` for the guide that comes with cop."))
    except BrokenFile as broken:
        return say("COP216", broken.message, _("What is wrong with it is listed under its own name."), broken)
