"""From a plan to a document without a format: what its template says of what its module gathers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from cop_wizard.documents.content.paper import Heading, Paper, words_of
from cop_wizard.documents.content.view import sources_of
from cop_wizard.documents.subject import Subject
from cop_wizard.documents.templating.environment import make_environment
from cop_wizard.documents.templating.words import WORDS, pieces_of
from cop_wizard.documents.tools import TOOLS
from cop_wizard.i18n import _
from cop_wizard.wording import one_line


def gathered(document: str, subject: Subject) -> dict[str, Any]:
    """What the templates of a document see. Raises `NothingToShow` where the plan has nothing for it.

    Of what its module gathers, ``title`` names the document where its first heading should not, and ``sources`` are
    the keys of the works it draws on, which are listed at its end; ``home`` is told instead of where the plan is.
    """
    module = import_module(f"cop_wizard.documents.kinds.{document.replace('-', '_')}")
    gather: Callable[[Subject], Mapping[str, Any]] = module.gather
    return {"view": subject.view, "picture": subject.picture, **TOOLS, **gather(subject)}


def compose(document: str, subject: Subject) -> Paper:
    """The document of one plan. Raises `NothingToShow` and `TemplateTrouble`."""
    values = gathered(document, subject)
    environment = make_environment(subject.templates, subject.cache, WORDS)
    pieces = pieces_of(environment, f"{document}/{document}.md.j2", values)
    view = subject.view
    heads = (words_of(piece.runs) for piece in pieces if isinstance(piece, Heading) and piece.level == 1)
    own = values.get("title") or next(heads, "")
    return Paper(
        document=document,
        language=view.language,
        title=_("{document}: {community}").format(document=own, community=view.title)
        if own and own != view.title
        else view.title,
        community=view.title,
        organization=view.organization,
        day=subject.today,
        home=one_line(values.get("home", subject.home)),  # the name of a file need not be UTF-8
        pieces=pieces,
        sources=tuple(f"{one.words}." for one in sources_of(subject.guide, values.get("sources", ()))),
        left_out=tuple(subject.said_left_out),
        landscape=bool(values.get("landscape")),
        letter=bool(values.get("letter")),
        speech=subject.speech,
    )
