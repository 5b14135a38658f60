"""Reviews of many people: one file each, a sheet or a form for those without a terminal, and all brought together."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from cop_wizard.cli.small_files import real_path
from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.reviews import ANONYMOUS
from cop_wizard.wording import listed

if TYPE_CHECKING:
    from cop_wizard.checks.runner import Report
    from cop_wizard.guide.model import Guide
    from cop_wizard.instruments.gathering import Come
    from cop_wizard.instruments.model import Instrument
    from cop_wizard.values import Data
    from cop_wizard.yamltext.splice import Operation

_YAML = (".yaml", ".yml")


@dataclass
class Gathered:
    """What was found in the files, and what is told of it: whose it is, and what could not be understood."""

    reviews: list[Come] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


def file_of_one(plan: Path, instrument: str, name: str) -> Path:
    """Where one person's answers go: beside the plan, with the person's name in the file's, or what stands for it."""
    letters = re.sub(r"[\W_]+", "-", name.casefold()).strip("-")[:40]
    slug = letters or "-".join(f"{ord(sign):x}" for sign in name.strip()[:6])
    return plan.with_name(f"{plan.stem}-{Path(instrument).stem}-{slug}.yaml")


def anonymous_files(plan: Path, instrument: Instrument) -> tuple[Path, Path | None]:
    """Where the answers of somebody who stays unnamed go: a new file; and one that was left half done, if any."""
    from cop_wizard.instruments.seen import rows
    from cop_wizard.plan.reviews import Review, ReviewFile
    from cop_wizard.structure import read_as
    from cop_wizard.yamltext import store

    number, half_done = 1, None
    while (path := file_of_one(plan, instrument.id, f"{ANONYMOUS}-{number}")).exists():
        number += 1
        model = read_as(ReviewFile, store.load(path).text).model
        reviews: list[Review] = model.reviews if model and isinstance(model.reviews, list) else []
        if any(len(rows(one)) < len(instrument.items) for one in reviews):
            half_done = path
    return path, half_done


def begin_file(path: Path, plan: Path) -> None:
    """Write a file for one person's answers, which holds none yet. Raises `FileTrouble`."""
    from cop_wizard.yamltext import store

    words = _("What one person answered. Whoever leads the community brings all of these together with:")
    command = f"cop review {plan.name} --gather"
    store.save(path, f"# {words}\n#   {command}\nreviews: []\n", store.MISSING)


def write_sheet(plan: Path, report: Report, instrument: Instrument, output: str) -> Path:
    """Write what people without a terminal fill in: a spreadsheet, or a paper where ``output`` ends like one.

    Raises `FileTrouble`, and `WrongUse` for an ending of something else.
    """
    from cop_wizard.cli.outputs import save
    from cop_wizard.documents.register import BLANKS
    from cop_wizard.errors import WrongUse
    from cop_wizard.instruments.forms import sheet_rows
    from cop_wizard.rosters.cells import as_csv

    target = Path(output) if output else plan.with_name(f"{plan.stem}-{Path(instrument.id).stem}-sheet.csv")
    ending = target.suffix.lstrip(".").lower()
    if ending in BLANKS["plan"]:
        save(target, _printed(plan, report, instrument, ending), [plan])
        return target
    if ending != "csv":
        raise WrongUse(
            _("What kind of sheet should it be?"),
            _("End the name after -o in one of these: {names}.").format(names=", ".join(["csv", *BLANKS["plan"]])),
        )
    assert report.guide is not None  # the plan is sound
    rows = as_csv(sheet_rows(instrument, report.guide.vocabulary.parts["Rating"]))
    save(target, rows.encode(), [plan])
    return target


def _printed(plan: Path, report: Report, instrument: Instrument, form: str) -> bytes:
    """The questions of an instrument, with room to write, under the name of the community."""
    from dataclasses import replace

    from cop_wizard.cli.making import Order, blank_of
    from cop_wizard.documents.register import render
    from cop_wizard.documents.subject import Wish

    own = plan.with_name(instrument.id)
    subject = blank_of(str(own) if own.suffix in _YAML else instrument.id, Order(wish=Wish(sheet="", blank=True)))
    assert report.plan is not None  # the plan is sound
    return render(document="plan", format=form, subject=replace(subject, plan=report.plan))


def gather(plan: Path, name: str, sources: Sequence[str], yes: bool, dry_run: bool) -> int:
    """Bring the answers of many into the plan; those that are in it already are left out."""
    from cop_wizard.cli.agreeing import agreed
    from cop_wizard.cli.asking import open_plan
    from cop_wizard.cli.codes import DONE, PROBLEMS
    from cop_wizard.cli.messages import show
    from cop_wizard.instruments.gathering import against
    from cop_wizard.instruments.steps import new_todos
    from cop_wizard.wizard.planfile import Written
    from cop_wizard.yamltext.splice import Put

    file, guide = open_plan(plan, Written())
    found = _all(plan, name, sources, guide)
    for one in found.told:
        show(one)
    held = file.data.get("reviews") if isinstance(file.data, dict) else None
    there = held if isinstance(held, list) else []
    new, changed = against(found.reviews, there)
    come = [*new, *changed.values()]
    if not come:
        show(_("All of these answers are in the plan already.") if found.reviews else _("No answers were found."))
        return DONE if found.reviews else PROBLEMS
    _show_counts(come, guide, plan)
    if dry_run:
        return DONE
    question = ngettext("Put {count} review into {plan}?", "Put {count} reviews into {plan}?", len(come))
    asked = question.format(count=len(come), plan=plan)
    if not yes and not agreed(asked, _("Yes, write them"), _("No, leave the plan as it is")):
        show(_("Nothing was changed."))
        return DONE
    todos = file.data.get("todo") if isinstance(file.data, dict) else None
    steps = new_todos(come, todos if isinstance(todos, list) else [])
    replaced = [Put(("reviews", place), review) for place, review in changed.items()]
    file.change([*replaced, *_added("reviews", there, new), *_added("todo", todos, steps)])
    show(_("Written: {path}").format(path=plan.resolve()))
    return DONE


def _added(key: str, there: Data, new: Sequence[Data]) -> list[Operation]:
    """What puts new rows at the end of a list of the plan, or begins it."""
    from cop_wizard.yamltext.splice import Insert, Put

    if isinstance(there, list) and there:
        return [Insert((key,), place, one) for place, one in enumerate(new, start=len(there))]
    return [Put((key,), list(new))] if new else []


def _all(plan: Path, name: str, sources: Sequence[str], guide: Guide) -> Gathered:
    found = Gathered()
    for path in _once(_files(plan, sources)):
        is_file = path.suffix.lower() in _YAML
        come = _of_file(path, plan, guide, found) if is_file else _of_table(path, plan, name, guide, found)
        found.reviews += come
        if come:
            who = listed(list(dict.fromkeys(str(one.review.get("by") or _("all together")) for one in come)))
            found.told.append(_("{file}: {who}").format(file=path.name, who=who))
    # those who stay unnamed are not known by the order of their files
    found.reviews.sort(key=lambda one: (not _named(one.review), repr(one.review) if not _named(one.review) else ""))
    return found


def _once(paths: Iterator[Path]) -> list[Path]:
    """Each file once, by whatever name. Raises `FileTrouble` for a link that leads in a circle."""
    return list(dict.fromkeys(map(real_path, paths)))


def _named(review: Data) -> bool:
    return isinstance(review, dict) and review.get("by") not in (None, "", ANONYMOUS)


def _files(plan: Path, sources: Sequence[str]) -> Iterator[Path]:
    """The files that are named, and of folders all that could hold answers; without any, those beside the plan."""
    for given in map(Path, sources or [str(plan.parent)]):
        if not given.is_dir():
            yield given
            continue
        for path in sorted(given.iterdir()):
            mine = not sources and not path.name.startswith(f"{plan.stem}-")
            if path.suffix.lower() in (*_YAML, ".csv") and not mine and not path.samefile(plan) and _may_hold(path):
                yield path


def _may_hold(path: Path) -> bool:
    """Whether a file that nobody named could hold answers: other plans and other tables lie about as well."""
    from cop_wizard.cli.plans import is_plan

    if not path.is_file() or is_plan(path):
        return False
    if path.suffix.lower() == ".csv":
        return True
    try:
        with path.open("rb") as file:
            return b"reviews:" in file.read(4096)
    except OSError:
        return True  # which is told when it is read


def _of_file(path: Path, plan: Path, guide: Guide, found: Gathered) -> list[Come]:
    """The reviews in a file of somebody's answers. What says nothing is told and left out."""
    from cop_wizard.checks.reviews import misread_reviews
    from cop_wizard.cli.small_files import read_small
    from cop_wizard.instruments.gathering import Come
    from cop_wizard.plan.reviews import ReviewFile

    _file, data = read_small(
        ReviewFile,
        path,
        _("The answers in {name} cannot be read yet."),
        further=lambda document: misread_reviews(document, guide, plan.parent),
    )
    rows = data.get("reviews")
    reviews = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    full = [row for row in reviews if row.get("instrument") and row.get("ratings")]
    if empty := len(reviews) - len(full):
        told = ngettext(
            "Left out in {file}: {count} review without answers, or without its instrument.",
            "Left out in {file}: {count} reviews without answers, or without their instrument.",
            empty,
        )
        found.told.append(told.format(file=path.name, count=empty))
    return [Come(row) for row in full]


def _of_table(path: Path, plan: Path, name: str, guide: Guide, found: Gathered) -> list[Come]:
    from cop_wizard.instruments.forms import Headings, from_form, from_sheet, is_sheet
    from cop_wizard.instruments.gathering import Come
    from cop_wizard.spreadsheet import read_table
    from cop_wizard.yamltext import store

    words = guide.vocabulary.parts["Rating"]
    known = [Headings(one, words) for one in _instruments(name, guide, plan)]
    nothing = (
        _("No question of “{path}” is one that cop knows."),
        _("Name the instrument: cop review PLAN six-elements --gather FILE. Questions are known by their text."),
    )
    table = read_table(store.read_bytes(path), path, lambda cells: max(one.likeness(cells) for one in known), nothing)
    sheet = is_sheet(table.headings)
    if sheet:
        best = max(known, key=lambda one: sum(one.item(row.cells[0]) is not None for row in table.rows))
        answers = from_sheet(table, best, _saved_on(path))
    else:
        best = max(known, key=lambda one: one.likeness(table.headings))
        answers = from_form(table, best, _saved_on(path))
    for one in answers.unmatched:
        place = _("line {line}").format(line=one.line) if one.line else _("heading")
        found.told.append(
            _("Not understood in {file} ({place}): {words}").format(file=path.name, place=place, words=one.words[:160])
        )
    return [Come(review, dated=not sheet) for review in answers.reviews]


def _instruments(name: str, guide: Guide, plan: Path) -> list[Instrument]:
    """The instrument that is named; without one all there are, and those of one's own that can be used."""
    from cop_wizard.errors import BrokenFile, FileTrouble
    from cop_wizard.instruments.load import instrument_names
    from cop_wizard.instruments.own import find_instrument, instruments_beside

    if name:
        return [find_instrument(Path(name).name, guide, plan.parent)]
    found = [find_instrument(one, guide, plan.parent) for one in instrument_names()]
    for own in instruments_beside(plan):
        with suppress(BrokenFile, FileTrouble):
            found.append(find_instrument(own, guide, plan.parent))
    return found


def _saved_on(path: Path) -> dt.date:
    """The day on which a table was saved last, which is as much as is known of when it was filled in."""
    from cop_wizard.cli.plans import now, today

    saved = dt.datetime.fromtimestamp(path.stat().st_mtime, now().tzinfo)
    return min(saved.date(), today())


def _show_counts(new: Sequence[Data], guide: Guide, plan: Path) -> None:
    """For each instrument the levels that were chosen, before anything is written."""
    from cop_wizard.cli.review_page import show_counts
    from cop_wizard.instruments.own import used_instruments
    from cop_wizard.instruments.seen import look_of
    from cop_wizard.plan.plan import SCHEMA_VERSION, Plan

    held = Plan.model_validate({"schema_version": str(SCHEMA_VERSION), "reviews": list(new)})
    given = held.reviews if isinstance(held.reviews, list) else []
    for name, instrument in used_instruments(held, guide, plan.parent).items():
        show_counts(look_of(instrument, "", [one for one in given if one.instrument == name]))
