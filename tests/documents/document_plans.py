"""Plans and a guide to make documents from."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from cop_wizard.documents.content.view import View
from cop_wizard.documents.register import render
from cop_wizard.documents.subject import Subject
from cop_wizard.guide.load import BUILT_IN, load_guide
from cop_wizard.guide.model import Guide, Label, PartWords, Question, Section, Vocabulary, Work
from cop_wizard.instruments.own import used_instruments
from cop_wizard.plan import choices
from cop_wizard.plan.fields import keys_at
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.types import Choice
from cop_wizard.progress import standings
from cop_wizard.values import Data
from cop_wizard.yamltext.document import read

TODAY = dt.date(2026, 11, 22)

_LATER = {"results.legacy", "results.told_to", "professional_practice.learning"}


def small_guide(left_out: tuple[str, ...] = (), **changes: Any) -> Guide:
    """A guide that asks for everything a plan can hold but what is ``left_out``, with plain words."""
    sections = [
        Section(id="start", title="Before you begin", numbered="no", questions=[_question("title")]),
        *(
            Section(
                id=name,
                title=name.replace("_", " ").title(),
                questions=[
                    _question(f"{name}.{key}") for key in keys_at(Plan, (name,)) if f"{name}.{key}" not in left_out
                ],
            )
            for name in Plan.model_fields
            if keys_at(Plan, (name,))
        ),
    ]
    words = {
        kind.__name__: {item.value: Label(label=item.value.replace("_", " ").capitalize()) for item in kind}
        for kind in vars(choices).values()
        if isinstance(kind, type) and issubclass(kind, Choice) and kind is not Choice
    }
    parts = {"Todo": PartWords(one="to-do", many="to-dos", fields={})}
    given = {
        "name": "small",
        "title": "A small guide",
        "description": "",
        "minutes": "5",
        "language": "en",
        "sections": tuple(sections),
        "vocabulary": Vocabulary(choices=words, parts=parts),
        "works": (Work(key="src", author="Somebody", year="2024", title="A work", link="https://example.org/work"),),
    }
    return Guide(**{**given, **changes})


def _question(asks: str) -> Question:
    words = asks.rsplit(".", 1)[-1].replace("_", " ")
    stage = "afterwards" if asks in _LATER else "before"
    return Question(
        asks=asks,
        title=words.capitalize(),
        prompt=f"What about the {words}?",
        source="src",
        where="page 1",
        stage=stage,
    )


def subject_of(data: dict[str, Any], guide: Guide | None = None, **options: Any) -> Subject:
    """A plan given as data, on a fixed day, about to become a document."""
    guide = guide or small_guide()
    data = {"schema_version": "2", **data}
    given: Data = data
    moment = dt.datetime.combine(TODAY, dt.time(9), dt.UTC)
    plan = Plan.model_validate(data)
    used = used_instruments(plan, load_guide(BUILT_IN[0]), Path())
    told = {"today": TODAY, "now": moment, "instruments": used, **options}
    return Subject(plan, guide, standings(guide, given, TODAY), **told)


def text_of(subject: Subject, document: str = "plan", format: str = "html") -> str:  # noqa: A002  the word people type
    """A document in one of the formats that are text."""
    return render(document=document, format=format, subject=subject).decode()


def view_of(data: dict[str, Any], guide: Guide | None = None, **options: Any) -> View:
    """What a template sees of a plan given as data, on a fixed day."""
    return subject_of(data, guide, **options).view


def people(count: int, level: str = "active") -> list[dict[str, str]]:
    """So many people of one level, with all different names."""
    first = ("Maria", "Amrit", "Chidi", "Yuki", "Noor", "Esperanza", "Wolfgang", "Li", "Annabelle", "Tomasz")
    last = ("Santos", "Gill", "Okafor", "Tanaka", "Haddad", "Whitford-Lachance", "Berg", "Wei", "Cardinal", "Nowak")
    return [
        {
            "name": f"{first[n % 10]} {last[(n // 10 + n) % 10]}{'' if n < 100 else n}",
            "level": level,
            "status": "member",
        }
        for n in range(count)
    ]


def meetings(count: int) -> list[dict[str, str]]:
    """So many meetings, one every eleven days."""
    start = dt.date(2026, 9, 15)
    return [
        {
            "date": (start + dt.timedelta(days=11 * n)).isoformat(),
            "topics": f"Topic {n + 1}: number talks and what we hear in them",
            **({"celebration": "Cake"} if n % 4 == 3 else {}),
            **({"reflection": "Quiet writing"} if n % 3 == 2 else {}),
        }
        for n in range(count)
    ]


def _read(name: str) -> dict[str, Any]:
    data = read((Path(__file__).parent / name).read_text(encoding="utf-8")).data
    assert isinstance(data, dict)
    return data


RICH: dict[str, Any] = _read("early-numeracy.yaml")

SPARSE: dict[str, Any] = {
    "title": "Practice supervisors in the north",
    "purpose": {"focus": "supervision that people look forward to"},
    "todo": [{"question": "membership.roster", "note": "Ask the area managers", "by": "2026-12-04"}],
}
