"""Fills a plan from a file of answers, without asking. An existing plan never loses anything by it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cop_wizard.errors import BrokenFile, WrongUse
from cop_wizard.i18n import _

if TYPE_CHECKING:
    from cop_wizard.values import Data, KeyPath
    from cop_wizard.wizard.planfile import PlanFile


def taken_over(source: Path) -> dict[str, Data]:
    """All that a new plan can take over from another one: ways of working, without people and days.

    Raises `FileTrouble` and `BrokenFile`.
    """
    from cop_wizard.wizard.seeding import offers, seed

    data = read_answers(source)
    return seed(data, [option.value for option in offers(data)])


def fill(path: Path, guide_name: str, title: str, answers: Path | dict[str, Data] | None) -> int:
    """Write the plan with what is known, then name every required question that is still open (exit code 2)."""
    from cop_wizard.cli.asking import open_plan
    from cop_wizard.cli.plans import today
    from cop_wizard.cli.schema import beside
    from cop_wizard.cli.screen import say
    from cop_wizard.guide.language import known_language
    from cop_wizard.guide.load import load_guide
    from cop_wizard.progress import State, standings
    from cop_wizard.skeleton import skeleton
    from cop_wizard.values import value_at
    from cop_wizard.wizard.planfile import PlanFile
    from cop_wizard.yamltext.splice import Put

    given = answers if isinstance(answers, dict) else read_answers(answers) if answers else {}
    if path.exists():
        file, guide = open_plan(path)
        if guide_name and guide_name != guide.name:
            raise WrongUse(
                _("{path} already follows the guide “{guide}”.").format(path=path, guide=guide.name),
                _("Leave --guide out, or name a new file."),
            )
    else:
        name = guide_name or str(value_at(given, ("guide",)) or "cass")
        language = known_language(str(value_at(given, ("language",)) or ""))
        guide = load_guide(name, language, beside=path.resolve().parent)
        file = PlanFile.create(path, skeleton(guide, language, beside(path)))
        for question in guide.questions():
            if question.preset and not value_at(given, question.path):
                file.change([Put(question.path, question.preset)])
    kept = merge(file, given)
    if title and not value_at(file.data, ("title",)):
        file.change([Put(("title",), title)])
    say_kept(path, kept)
    say(_("Written: {path}").format(path=path.resolve()), "good")
    gaps = [
        found.question
        for found in standings(guide, file.data, today())
        if found.question.required and found.state is State.OPEN
    ]
    if gaps:
        say(_("These questions still need an answer:"), "trouble")
        for question in gaps:
            say(f"  {question.asks}: {question.prompt}")
        return 2
    return 0


def say_kept(path: Path, kept: list[str]) -> None:
    """Name the answers of the plan that the file of answers could not replace."""
    from cop_wizard.cli.screen import say

    if kept:
        say(
            _("Kept as they are in {path}, because they were answered already: {places}.").format(
                path=path, places=", ".join(kept)
            )
        )
        say(_("Change them with: cop edit {path}").format(path=path), "quiet")


def read_answers(answers: Path) -> dict[str, Data]:
    """The answers in a file as plain data. They have a plan's form, but need not say its version.

    Raises `FileTrouble` and `BrokenFile`.
    """
    from cop_wizard.migrate import read_plan
    from cop_wizard.plan.plan import SCHEMA_VERSION
    from cop_wizard.yamltext import store

    text = store.load(answers).text
    reading = read_plan(text)
    problems = [found for found in reading.problems if found.code != "COP212"]
    if problems:
        raise BrokenFile(_("The answers in {name} cannot be used.").format(name=answers), problems, answers, text)
    data = reading.document.data
    assert isinstance(data, dict)
    return {"schema_version": str(SCHEMA_VERSION), **data}


_LEFT_OUT = ("schema_version", "guide", "language")


def merge(file: PlanFile, given: Data, path: KeyPath = ()) -> list[str]:
    """Fill the blanks of the plan with ``given``. Returns the places where the plan has another answer."""
    from cop_wizard.plan.fields import keys_at
    from cop_wizard.plan.plan import Plan
    from cop_wizard.progress import filled
    from cop_wizard.values import NONE_ON_PURPOSE, path_text, value_at
    from cop_wizard.yamltext.splice import Put

    if not isinstance(given, dict):
        return []
    kept = []
    for key, value in given.items():
        place = (*path, key)
        there = value_at(file.data, place)
        if (place[0] in _LEFT_OUT and len(place) == 1) or (value is not NONE_ON_PURPOSE and not filled(value)):
            continue
        if isinstance(value, dict) and isinstance(there, dict):
            kept += merge(file, value, place)
        elif there is NONE_ON_PURPOSE or filled(there):
            if there != value:
                kept.append(path_text(place))
        else:
            file.change([Put(place, value, order=keys_at(Plan, path))])
    return kept
