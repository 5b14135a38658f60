"""Nobody gets to see more than is meant for them, in no document and no format."""

from __future__ import annotations

import datetime as dt
import html
import io
import itertools
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from cop_wizard.documents.audience.left_out import Kind as Left
from cop_wizard.documents.audience.left_out import in_place_of, says_more
from cop_wizard.documents.audience.people import holds_a_name
from cop_wizard.documents.audience.seen import for_audience, seen_by
from cop_wizard.documents.content.answers import Answers
from cop_wizard.documents.register import DOCUMENTS, render
from cop_wizard.documents.subject import Subject, Wish
from cop_wizard.documents.trouble import NothingToShow
from cop_wizard.errors import WrongUse
from cop_wizard.extras import ExtraMissing
from cop_wizard.guide.load import load_guide
from cop_wizard.plan.choices import SeenBy, Status
from cop_wizard.plan.fields import asked_keys, choices_of, kind_of, place_of, read_by, type_at
from cop_wizard.plan.leadership import Duties
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Evidence, Member
from cop_wizard.plan.types import Choice
from cop_wizard.values import NONE_ON_PURPOSE
from cop_wizard.yamltext.document import read
from documents.document_plans import RICH, small_guide, subject_of, text_of

PUBLIC, MEMBERS, LEADERS = SeenBy.PUBLIC, SeenBy.MEMBERS, SeenBy.LEADERS
_ORDER = (PUBLIC, MEMBERS, LEADERS)
_ROOT = Path(__file__).parents[2]


def plan_of(**data: Any) -> Plan:
    return Plan.model_validate({"schema_version": "2", **data})


def public(**data: Any) -> Plan:
    return seen_by(plan_of(**data), PUBLIC)[0]


def left_out(audience: SeenBy, **data: Any) -> list[str]:
    return [one.words for one in seen_by(plan_of(**data), audience)[1]]


def named(*people: str, **others: Any) -> dict[str, Any]:
    """A roster with these people, who have not said that they may be named."""
    return {"roster": [{"name": name, "status": "member", "role": "nurse"} for name in people], **others}


# --- every field of a plan ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Word:
    """A word that stands once in the plan, and the circle that may read it; ``who``: it is somebody, or where from."""

    text: str
    circle: SeenBy
    who: bool = False


_CHOSEN = {"seen_by": "public", "open_to": "public", "consent": "yes", "may_be_named": "no"}


def _full(model: type[BaseModel], circle: SeenBy, numbers: Iterator[int], words: list[Word]) -> dict[str, Any]:
    """A mapping with a word of its own in every field. The second of two people may be named, the first may not."""
    data: dict[str, Any] = {}
    for name in asked_keys(model, ()):
        place = place_of(model, name)
        if place is None or name in ("schema_version", "guide", "language"):
            continue
        seen = max(circle, read_by(model, name), key=_ORDER.index)
        rows = 2 if kind_of(type_at(model, (name,))) == "list" else 1
        made = [_one(model, name, place, seen, numbers, words) for _row in range(rows)]
        data[name] = made if rows == 2 else made[0]
    return data


def _one(model: type[BaseModel], name: str, place: Any, seen: SeenBy, numbers: Iterator[int], words: list[Word]) -> Any:
    if place.part is not None:
        return _full(place.part, seen, numbers, words)
    number = next(numbers)
    if (choices := choices_of(place.annotation)) is not None:
        return "member" if choices is Status else _CHOSEN.get(name, next(iter(choices)).value)
    if place.kind == "time":
        return "09:30"
    if place.kind == "zone":
        return "America/Edmonton"
    who = holds_a_name(place.annotation) or (issubclass(model, Member) and name in ("name", "organization"))
    word = f"Zq{number}z"
    words.append(Word(word, seen, who))
    return f"Wx{number}z {word}" if who else f"{word} of ours"


@pytest.fixture(scope="module")
def full() -> tuple[dict[str, Any], list[Word]]:
    words: list[Word] = []
    data = _full(Plan, PUBLIC, itertools.count(100), words)
    data["membership"]["roster"][1]["may_be_named"] = "yes"
    dated = (data["collaborative_plan"]["meetings"][0], data["results"]["sharing_events"][0])
    without = [row["date"] for row in dated]
    for row in dated:
        row["date"] = "2026-12-01"
    return data, [word for word in words if not any(word.text in one for one in without)]


def _text(made: bytes, form: str) -> str:
    """All that a file says, in its pages, its pictures and its properties."""
    if form == "docx":
        with zipfile.ZipFile(io.BytesIO(made)) as package:
            return "\n".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())
    if form == "pdf":
        from pypdf import PdfReader

        pdf = PdfReader(io.BytesIO(made))
        return "\n".join([*(page.extract_text() for page in pdf.pages), str(pdf.metadata), str(pdf.outline)])
    return made.decode()


_WORD = re.compile(r"(?:Zq|Wx)\d+z", re.IGNORECASE)


def _words_in(made: bytes, form: str) -> set[str]:
    text = _text(made, form)
    joined = re.sub(r"[\s\u00ad\u200b-]+", "", re.sub(r"\r?\n ", "", text))  # as if no line had been broken
    return {word.lower() for word in _WORD.findall(text + " " + joined)}


_MADE = [
    pytest.param(name, form, audience, marks=[pytest.mark.slow] if form == "pdf" else [])
    for name, document in DOCUMENTS.items()
    for form in document.formats
    for audience in (PUBLIC, MEMBERS)
    if form != "pdf" or audience is PUBLIC  # they take long, and are made of the page
]


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("document", "form", "audience"), _MADE)
def test_no_document_holds_a_word_that_is_not_for_its_audience(
    document: str, form: str, audience: SeenBy, full: tuple[dict[str, Any], list[Word]]
) -> None:
    """A word of its own stands in every field of the plan."""
    data, words = full
    subject = for_audience(subject_of(data, load_guide("cass")), audience)
    try:
        found = _words_in(render(document=document, format=form, subject=subject), form)
    except (NothingToShow, ExtraMissing, WrongUse):
        pytest.skip("the plan has nothing for it, or it is not installed")
    mine = data["membership"]["roster"][1]
    free = set() if audience is MEMBERS else {mine["name"], mine["organization"]}
    hidden = {
        word.text.lower()
        for word in words
        if _ORDER.index(word.circle) > _ORDER.index(audience)
        or (audience is PUBLIC and word.who and not any(word.text in one for one in free))
    }
    assert len(hidden) > (5 if audience is MEMBERS else 200)
    assert sorted(found & hidden) == []
    assert sorted(one for one in found if one.startswith("wx") and "zq" + one[2:] in hidden) == []


@pytest.mark.parametrize("form", ["md", "html"])
def test_what_everybody_may_read_is_there(form: str, full: tuple[dict[str, Any], list[Word]]) -> None:
    data, words = full
    subject = for_audience(subject_of(data, small_guide()), PUBLIC)
    found = _words_in(text_of(subject, "plan", form).encode(), form)
    mine = data["membership"]["roster"][1]
    lost = [
        word.text
        for word in words
        if word.circle is PUBLIC
        and (not word.who or word.text in mine["name"] + mine["organization"])
        and word.text.lower() not in found
    ]
    assert lost == []


def test_the_decision_says_of_every_field_who_may_read_it() -> None:
    """So nobody can add one without deciding; what only stands in an answer for few is as that answer."""
    written = {}
    for line in (_ROOT / "docs/decisions/0024-audiences.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and len(cells) == 4 and cells[0] not in ("part", "---"):
            written[cells[0]] = dict(
                zip(_ORDER, ([one for one in cell.split(", ") if one] for cell in cells[1:]), strict=True)
            )
    assert dict(_circles(Plan)) == written


def _circles(model: type[BaseModel], seen: set[str] | None = None) -> Iterator[tuple[str, dict[SeenBy, list[str]]]]:
    seen = set() if seen is None else seen
    if model.__name__ in seen:
        return
    seen.add(model.__name__)
    yield (
        model.__name__,
        {circle: [name for name in model.model_fields if read_by(model, name) is circle] for circle in _ORDER},
    )
    for name in model.model_fields:
        place = place_of(model, name)
        if place is not None and place.part is not None and read_by(model, name) is PUBLIC:
            yield from _circles(place.part, seen)


# --- who sees more --------------------------------------------------------------------------------------------------


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _leaves(getattr(value, name))
    elif isinstance(value, list):
        for one in value:
            yield from _leaves(one)
    elif value is not None and not isinstance(value, Choice):
        yield str(value)


def _fragments(text: str) -> list[str]:
    for kind in (Left.NAME, Left.MAIL, Left.PHONE, Left.WEB):
        text = text.replace(in_place_of(kind), "\0")
    text = text.replace("[place left out]", "\0").replace("[time zone left out]", "\0")
    return [part for part in text.split("\0") if part.strip()]


def _plans() -> list[Path]:
    return sorted((_ROOT / "examples/valid").glob("*.yaml"))


@pytest.mark.parametrize("path", _plans(), ids=lambda path: path.stem)
def test_each_audience_sees_what_the_one_before_sees(path: Path) -> None:
    plan = Plan.model_validate(read(path.read_text(encoding="utf-8")).data)
    before = plan.model_copy(deep=True)
    public, members, leaders = (seen_by(plan, audience)[0] for audience in _ORDER)
    assert leaders == plan == before
    assert set(_leaves(members)) <= set(_leaves(plan))
    theirs = "\n".join(_leaves(members))
    assert [one for text in _leaves(public) for one in _fragments(text) if one not in theirs] == []
    assert seen_by(members, MEMBERS)[0] == members


def test_what_is_none_on_purpose_or_keeps_a_place_stays() -> None:
    plan = public(
        membership={"exit": NONE_ON_PURPOSE, "roster": [{"name": "TBD", "email": NONE_ON_PURPOSE}]},
        life={"closing": "to be decided"},
        leadership={"duties": {"convene": NONE_ON_PURPOSE}, "gardener": "TBD"},
    )
    assert plan.membership.exit is NONE_ON_PURPOSE
    assert isinstance(plan.membership.roster, list)
    assert (plan.membership.roster[0].name, plan.membership.roster[0].email) == ("TBD", NONE_ON_PURPOSE)
    assert (plan.life.closing, plan.leadership.gardener) == ("to be decided", "TBD")
    assert plan.leadership.duties is not None


def test_calendars_know_the_same_meetings_again() -> None:
    """Called-off meetings stay, and what tells calendars that an entry is the same one is not touched."""
    meetings = [
        {"date": "2026-12-01", "id": "m-ana-1", "scheduled": "2026-12-01 15:30", "revision": "3", "led_by": ["Ana Li"]},
        {"date": "2026-12-08", "id": "m2", "status": "cancelled", "topics": "Ana Li tells"},
    ]
    data = {
        "membership": named("Ana Li"),
        "collaborative_plan": {"meetings": meetings},
        "document": {"calendar_id": "Ana Li 7"},
    }
    files = [text_of(for_audience(subject_of(data), audience), "calendar", "ics") for audience in _ORDER]
    uids = [re.findall(r"^(?:UID|SEQUENCE):.*", file, re.MULTILINE) for file in files]
    assert len(uids[0]) == 5
    assert uids[0] == uids[1] == uids[2]
    assert "Ana" not in files[0]
    assert "Ana Li" in files[1]


def test_what_everybody_reads_has_no_gaps_and_no_notes() -> None:
    data = {"purpose": {"focus": "numbers"}, "todo": [{"question": "norms.process", "note": "askx"}]}
    for form in ("md", "html"):
        theirs = text_of(for_audience(subject_of(data, home="C:/plans/ana.yaml", title="ana"), PUBLIC), "plan", form)
        for word in ("askx", "Draft", "Not there yet", "C:/plans", ">ana<", "# ana"):
            assert word not in theirs
        assert "askx" in text_of(for_audience(subject_of(data), MEMBERS), "plan", form)


def test_an_answer_that_was_taken_out_is_no_gap() -> None:
    """Members are not asked for what their leaders know."""
    data = {"leadership": {"handover": ["The keysx"]}}
    view = for_audience(subject_of(data), MEMBERS).view
    gaps = [gap.title for section in view.sections for gap in section.gaps]
    assert "Handover" not in gaps
    assert "Gardener" in gaps
    assert "keysx" in text_of(for_audience(subject_of(data), LEADERS), "plan", "md")


# --- rows that say who may see them ---------------------------------------------------------------------------------


def _evidence(audience: SeenBy, **row: str) -> Any:
    rows = seen_by(plan_of(results={"evidence": [{"what": "A kit", **row}]}), audience)[0].results.evidence
    return rows[0] if isinstance(rows, list) else None


def test_evidence_is_for_whom_it_says_and_for_members_if_it_says_nothing() -> None:
    assert _evidence(PUBLIC) is None
    assert _evidence(MEMBERS) is not None
    assert _evidence(MEMBERS, seen_by="leaders") is None
    assert _evidence(PUBLIC, seen_by="public") is not None
    assert _evidence(PUBLIC, seen_by="TBD") is None


@pytest.mark.parametrize(
    ("audience", "consent", "quote", "quoted"),
    [
        (PUBLIC, "yes", True, True),
        (PUBLIC, "no", False, False),
        (PUBLIC, "", False, False),
        (MEMBERS, "yes", True, True),
        (MEMBERS, "no", False, False),
        (MEMBERS, "", True, False),
        (LEADERS, "no", True, True),
    ],
)
def test_nobodys_words_leave_the_room_without_a_yes(audience: SeenBy, consent: str, quote: bool, quoted: bool) -> None:
    row = _evidence(audience, seen_by="public", quote="It helped.", quoted="a nurse", consent=consent)
    assert (row.quote is not None, row.quoted is not None) == (quote, quoted)


@pytest.mark.parametrize("event", ["", "Fair"])
def test_a_report_for_everybody_tells_what_may_be_told(event: str) -> None:
    """The copy still knows of a quote that it may be passed on, and tells it without a name that may not be told."""
    row = {
        "what": "Letters",
        "quote": "It helped.",
        "quoted": "Omar Said",
        "consent": "yes",
        "seen_by": "public",
        "for_event": "Fair",
    }
    data = {"results": {"evidence": [row], "sharing_events": [{"event": "Fair"}]}}
    subject = for_audience(subject_of(data, wish=Wish(event=event)), PUBLIC)
    made = text_of(subject, "report", "md")
    assert "> It helped." in made
    assert "gathered" not in made
    assert "Omar" not in made


def test_a_report_for_everybody_counts_no_places_where_people_are_hidden() -> None:
    data = {"results": {"legacy": "A kit"}, "membership": {"roster": [
        {"name": f"Ana {place}", "organization": place, "status": "member", "may_be_named": may}
        for place, may in (("Elm", "yes"), ("Oak", "yes"), ("Ash", "no"), ("Fir", "no"))
    ]}}  # fmt: skip
    assert "from 4 places" in text_of(subject_of(data), "report", "md")
    made = text_of(for_audience(subject_of(data), PUBLIC), "report", "md")
    assert "4 people" in made
    assert "place" not in made
    assert "They come from" not in made
    assert "Ana Elm and Ana Oak" in made


@pytest.mark.parametrize(
    ("quoted", "told"),
    [("Ana Li", "Ana Li"), ("Omar Said", None), ("Joanne Cardinal", None), ("a nurse", "a nurse")],
)
def test_words_that_may_be_told_are_told_without_a_name_that_may_not(quoted: str, told: str | None) -> None:
    roster = [{"name": "Ana Li", "may_be_named": "yes"}, {"name": "Omar Said"}]
    row = {"quote": "It helped.", "quoted": quoted, "consent": "yes", "seen_by": "public"}
    evidence = public(membership={"roster": roster}, results={"evidence": [row]}).results.evidence
    assert isinstance(evidence, list)
    assert (evidence[0].quote, evidence[0].quoted) == ("It helped.", told)


def test_members_are_not_told_of_names_that_they_read_elsewhere() -> None:
    row = {"quote": "It helped.", "quoted": "Ana Li"}
    assert left_out(MEMBERS, membership=named("Ana Li"), results={"evidence": [row]}) == []


def test_a_person_is_counted_once_however_the_name_is_written() -> None:
    data = {
        "membership": named("Ana-Maria Li", "Omar Said"),
        "purpose": {"statement": "ana-maria li, Ana‑Maria  Li and ANA-MARIA LI"},
        "leadership": {"gardener": "Ana-Maria Li", "order": ["Omar Said"]},
    }
    assert left_out(PUBLIC, **data) == ["2 names"]


def test_a_story_needs_a_yes_too() -> None:
    def told(audience: SeenBy, consent: str) -> Any:
        story = {"title": "Night", "told_by": "a nurse", "consent": consent, "seen_by": "public"}
        rows = seen_by(plan_of(results={"stories": [story]}), audience)[0].results.stories
        return rows[0].told_by if isinstance(rows, list) else "gone"

    assert [told(PUBLIC, consent) for consent in ("yes", "no", "")] == ["a nurse", "gone", "gone"]
    assert [told(MEMBERS, consent) for consent in ("yes", "no", "")] == ["a nurse", "gone", None]


def test_a_channel_that_is_not_for_an_audience_is_not_named_in_a_message_either() -> None:
    channels = [
        {"name": "Leaders’  room", "open_to": "leaders"},
        {"name": "List"},
        {"name": "Page", "open_to": "public"},
    ]
    data = {"communication": {"channels": channels, "messages": [{"message": "x", "channel": "leaders’ room"}]}}
    theirs = seen_by(plan_of(**data), MEMBERS)[0].communication
    assert isinstance(theirs.channels, list)
    assert isinstance(theirs.messages, list)
    assert [one.name for one in theirs.channels] == ["List", "Page"]
    assert theirs.messages[0].channel is None
    everybodys = public(**data).communication.channels
    assert isinstance(everybodys, list)
    assert [one.name for one in everybodys] == ["Page"]


# --- people ---------------------------------------------------------------------------------------------------------


def test_a_person_who_has_not_said_yes_keeps_role_and_level() -> None:
    roster = [
        {"name": "Ana Li", "role": "nurse", "organization": "Ward 4", "level": "core", "email": "a@b"},
        {"name": "Kofi Mensah", "role": "porter", "organization": "Gate", "status": "member", "may_be_named": "yes"},
        {"name": "Omar Said", "may_be_named": "no"},
    ]  # fmt: skip
    people = public(membership={"roster": roster}).membership.roster
    assert isinstance(people, list)
    assert [(one.name, one.role, one.organization, one.email) for one in people] == [
        (None, "nurse", None, None),
        ("Kofi Mensah", "porter", "Gate", None),
        (None, None, None, None),  # still one of three
    ]
    assert people[0].level == "core"


@pytest.mark.parametrize("status", [one for one in Status if one is not Status.MEMBER])
def test_only_present_members_are_named_on_a_public_roster(status: Status) -> None:
    """Their yes was said as a member. Where they did something they are named all the same."""
    person = {"name": "Ana Li", "role": "nurse", "status": status.value, "may_be_named": "yes"}
    plan = public(membership={"roster": [person]}, results={"legacy": "Ana Li wrote the handbook."})
    assert plan.membership.roster is None
    assert plan.results.legacy == "Ana Li wrote the handbook."


def test_a_public_roster_says_of_whom_it_does_not_name_that_they_are_not_named() -> None:
    roster = [
        {"name": "Ana Li", "role": "nurse", "level": "core", "status": "member", "may_be_named": "yes"},
        {"name": "Omar Said", "role": "porter", "level": "active", "status": "member"},
        {"name": "Kofi Mensah"},
        {"name": "Noor Haddad", "role": "cook", "level": "active", "status": "potential"},
    ]
    subject = for_audience(subject_of({"membership": {"roster": roster}}), PUBLIC)
    made = text_of(subject, "plan", "md")
    assert "| Ana Li | nurse |" in made
    assert "| *not named* | porter |" in made
    assert "| *not named* |  |" in made  # Kofi, of whom nothing else is known
    for word in ("cook", "Potential", "named: ", "May be", "Kofi", "Omar"):
        assert word not in made
    assert "3 people" in made


def test_the_same_audience_twice_sees_the_same() -> None:
    for audience in _ORDER:
        once = for_audience(subject_of(RICH, load_guide("cass")), audience)
        twice = for_audience(once, audience)
        assert (twice.plan, twice.left_out) == (once.plan, once.left_out)


def test_everybody_is_not_told_who_may_read_what() -> None:
    evidence = {"what": "A kit", "quote": "It helps.", "consent": "yes", "seen_by": "public"}
    data = {
        "results": {"evidence": [evidence]},
        "communication": {"channels": [{"name": "Page", "open_to": "public"}]},
    }
    guide = load_guide("cass")
    label = Answers(guide).label(Evidence, "consent")
    assert label in text_of(for_audience(subject_of(data, guide), MEMBERS), "plan", "md")
    made = text_of(for_audience(subject_of(data, guide), PUBLIC), "plan", "md")
    assert label not in made
    assert "It helps." in made


def test_of_two_with_one_name_a_single_no_is_enough() -> None:
    roster = [{"name": "Ana Li", "may_be_named": "yes"}, {"name": "ana  LI"}]
    plan = public(membership={"roster": roster}, leadership={"gardener": "Ana Li"})
    assert plan.leadership.gardener is None


def test_an_office_without_a_name_does_not_look_vacant() -> None:
    offices = [{"role": "Chair", "filled_by": "Ana Li", "organization": "Ward 4"}, {"role": "Secretary"}]
    plan = public(leadership={"offices": offices, "order": ["Ana Li", "Kofi Mensah"]})
    assert isinstance(plan.leadership.offices, list)
    assert [(one.filled_by, one.organization) for one in plan.leadership.offices] == [
        ("[name left out]", "Ward 4"),
        (None, None),
    ]
    assert plan.leadership.order is None
    facts = for_audience(subject_of({"leadership": {"offices": offices}}), PUBLIC).view.facts
    assert not any("left out" in fact.value for fact in facts)


def test_a_duty_without_a_name_looks_done_beside_those_with_one() -> None:
    roster = [{"name": "Ana Li", "may_be_named": "yes"}, {"name": "Kofi Mensah"}]
    duties = {"convene": ["Ana Li", "Kofi Mensah"], "liaise": ["Kofi Mensah", "Omar Said"], "take_notes": None}
    made = public(membership={"roster": roster}, leadership={"duties": duties}).leadership.duties
    assert isinstance(made, Duties)
    assert (made.convene, made.liaise, made.take_notes) == (["Ana Li"], ["[name left out]"], None)
    assert public(leadership={"duties": duties}).leadership.duties is None
    alone = {**duties, "keep_on_track": ["whoever hosts"]}
    assert public(leadership={"duties": alone}).leadership.duties is None


@pytest.mark.parametrize(
    ("who", "told"),
    [
        ("six principals", "six principals"),
        ("Two elders", "Two elders"),
        ("3 teachers and Ana Li", "3 teachers and [name left out]"),
        ("Nurses’ union, Local 88", "Nurses’ union, Local 88"),
        ("Marrow Sound College, School of Nursing", "Marrow Sound College, School of Nursing"),
        ("whoever hosts", "whoever hosts"),
        ("Ana Li", "[name left out]"),
        ("ana li", "[name left out]"),
        ("Joanne Cardinal", "[name left out]"),
        ("Joanne Cardinal, Elm School", "[name left out]"),
        ("Joanne Cardinal of Elm School (Library)", "[name left out]"),
        ("van der Berg", "[name left out]"),
        ("d’Arcy", "[name left out]"),
        ("Les Brown", "[name left out]"),
    ],
)
def test_who_fills_a_seat_need_not_be_a_person(who: str, told: str) -> None:
    seats = [{"role": "Adviser", "filled_by": who}]
    made = public(membership=named("Ana Li", required_seats=seats)).membership.required_seats
    assert isinstance(made, list)
    assert made[0].filled_by == told


def test_an_organisation_on_the_roster_is_nobody_unless_it_says_no() -> None:
    roster = [
        {"name": "Nurses’ union, Local 88"},
        {"name": "City Library", "may_be_named": "no"},
        {"name": "Ana Li, Elm School"},
    ]
    people = public(membership={"roster": roster}).membership.roster
    assert isinstance(people, list)
    assert [one.name for one in people] == ["Nurses’ union, Local 88", None, None]


def _told(text: str, *people: str, **others: Any) -> str:
    """A text as everybody reads it, in a plan with these people on its roster."""
    plan = public(membership=named(*people, **others), purpose={"statement": f"Here: {text}"})
    assert isinstance(plan.purpose.statement, str)
    return plan.purpose.statement.removeprefix("Here: ")


_UNSEEN = "\u00ad\u200b\u200c\u200d\ufe0f\u034f\u180e\u115f\u3164"


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("Björk", "Björk sings, and a bjork grows.", "[name left out] sings, and a bjork grows."),
        ("Ana Li", "Ask Ana Li, or ANA LI’s aunt.", "Ask [name left out], or [name left out]’s aunt."),
        ("Ana Li", "We drink with ana\nli today.", "We drink with [name left out] today."),
        ("Ana Li", "Banana Lime and Anabel Li", "Banana Lime and Anabel Li"),
        ("Tomás Herrera", "Write to Tomas Herrera, or to Tomás.", "Write to [name left out], or to Tomás."),
        ("Tomás Herrera", "Write to Toma\u0301s Herrera.", "Write to [name left out]."),
        ("Ana Li", "A\u200bna L\u202ei brings cake.", "[name left out] brings cake."),
        ("Côme Le Floc’h", "Côme Le Floc'h et come le floc’h", "[name left out] et [name left out]"),
        ("Ousmane N'Guessan", "Ousmane N’Guessan écrit.", "[name left out] écrit."),
        ("Esperanza Whitford-Lachance", "Ms Esperanza Whitford‑Lachance", "Ms [name left out]"),
        ("山田太郎", "窓口は山田太郎さんです。", "窓口は[name left out]さんです。"),
        ("山田 太郎", "窓口は山田太郎さんです。", "窓口は[name left out]さんです。"),
        ("김철수", "김철수는 노래한다.", "[name left out]는 노래한다."),
        ("สมชาย ใจดี", "ถามสมชายใจดีได้", "ถาม[name left out]ได้"),
        ("نور حداد", "اسألوا نور حداد ونور حداد.", "اسألوا [name left out] و[name left out]."),
        ("יעל כהן", "שאלו את יעל כהן, וליעל.", "שאלו את [name left out], וליעל."),
        ("Cardinal, Joanne", "Joanne Cardinal and Cardinal, Joanne", "[name left out] and [name left out]"),
        ("Ana Li & Omar Said", "Omar Said, ana li", "[name left out], [name left out]"),
        ("Ana Li / Omar Said", "Ask Omar Said.", "Ask [name left out]."),
        ("Ana Li (she/her)", "Ask Ana Li, or her.", "Ask [name left out], or her."),
        ("Ana Li, Elm School", "Ana Li of Elm School", "[name left out] of Elm School"),
        ("Fiona McAllister", "Fiona MCALLISTER", "[name left out]"),
        ("May Young", "MAY YOUNG and May YOUNG", "[name left out] and [name left out]"),
        ("Björk", "BJÖRK, Björkʼs", "[name left out], [name left out]ʼs"),
        (
            "Ana Li",
            "Ana Li's, Ana Li’s, Ana Liʼs, Ana Lis",
            ", ".join(f"[name left out]{s}" for s in ("'s", "’s", "ʼs", "s")),
        ),
        ("Liam O’Neil", "Liam O'Neil, Liam O‘Neil, Liam ONeil", "[name left out], [name left out], [name left out]"),
        ("Jean-Luc Roy", "Jean Luc Roy, Jean–Luc Roy", "[name left out], [name left out]"),
        ("Ana Maria Li", "Ana-Maria Li", "[name left out]"),
        *(("Ana Li", f"A{one}na {one}Li sings.", "[name left out] sings.") for one in _UNSEEN),
        *((f"A{one}na Li", "Ana Li sings.", "[name left out] sings.") for one in _UNSEEN),
        ("Ольга Петрова", "Ольга поёт, ольга петрова пишет.", "Ольга поёт, [name left out] пишет."),
    ],
)
def test_a_name_is_found_in_running_text(name: str, text: str, told: str) -> None:
    assert _told(text, name) == told


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("X", "Plan X, or a xylophone"),
        ("林", "森林と林"),
        ("Will", "Will you come? We will."),
        ("May Young", "In May 2027 the young and the old"),
        ("Rose Park", "Park School grows a Rose."),
        ("Dr. Grant", "Dr. Who has a Grant."),
        ("Local 88", "Local schools, 88 of them"),
        ("Marrow College, School of Nursing", "The Nursing page of the School"),
        ("TBD", "The date is TBD."),
        ("Marcus Two Rivers", "Two questions a meeting, by two rivers"),
        ("May Reading", "The Reading Circle"),
        ("Ana Li", "Ask Ana, or Ms. Li."),
        ("Two elders", "Two elders open it."),
        ("amina", "an aminal and a Lamina"),
    ],
)
def test_a_text_is_not_full_of_holes(name: str, text: str) -> None:
    """Letters, everyday words and names of bodies are not taken for people, unless the whole name stands there."""
    assert _told(text, name) == text


def test_what_is_not_taken_out_keeps_its_joiners() -> None:
    """Persian and emoji need them."""
    assert _told("می\u200cخواهم، Ana\u00ad Li, 👩\u200d🏫", "Ana Li") == "می\u200cخواهم، [name left out], 👩\u200d🏫"


def test_who_may_be_named_may_be_named_the_other_way_round() -> None:
    roster = [{"name": "Cardinal, Joanne", "may_be_named": "yes"}, {"name": "Li, Ana", "may_be_named": "no"}]
    plan = public(membership={"roster": roster}, leadership={"gardener": "Joanne Cardinal", "order": ["Ana Li"]})
    assert (plan.leadership.gardener, plan.leadership.order) == ("Joanne Cardinal", None)


def test_names_that_differ_in_their_vowel_signs_are_two() -> None:
    roster = [{"name": "रमा", "may_be_named": "yes"}]
    assert public(membership={"roster": roster}, leadership={"gardener": "राम"}).leadership.gardener is None


def test_who_works_alone_is_no_organisation() -> None:
    roster = [{"name": "Ana Li", "organization": "Ana Li"}]
    plan = public(membership={"roster": roster}, purpose={"focus": "Ana Li’s soup"})
    assert plan.purpose.focus == "[name left out]’s soup"


def test_words_in_the_place_of_a_time_zone_are_not_for_everybody() -> None:
    """They can say anything. What loses them does not get the hours of another zone."""
    rows = [{"title": "Tea", "zone": "Ana Li’s, call 780 555 0123"}, {"title": "Soup", "zone": "Europe/Paris"}]
    meetings = [{"date": "2026-12-01", "zone": "at my mother’s"}]
    data = {
        "launch": {"zone": "America/Edmonton", "series": rows, "turns": [{"zone": "my time", "place": "Hall"}]},
        "collaborative_plan": {"meetings": meetings},
    }
    plan = public(**data)
    series, turns, made = plan.launch.series, plan.launch.turns, plan.collaborative_plan.meetings
    assert isinstance(series, list)
    assert isinstance(turns, list)
    assert isinstance(made, list)
    assert plan.launch.zone == "America/Edmonton"
    assert [one.zone for one in series] == ["[time zone left out]", "Europe/Paris"]
    assert turns[0].zone == made[0].zone == "[time zone left out]"
    file = text_of(
        for_audience(
            subject_of(data | {"collaborative_plan": {"meetings": [{**meetings[0], "start": "09:30"}]}}), PUBLIC
        ),
        "calendar",
        "ics",
    )
    assert "DTSTART:20261201T093000" in file  # by no zone's clocks
    assert public(launch={"zone": "my time"}).launch.zone is None
    assert left_out(PUBLIC, **data) == ["3 answers that are for members"]


def test_an_everyday_name_is_found_whole() -> None:
    assert _told("We thank May Young.", "May Young") == "We thank [name left out]."
    assert _told("We may young ones teach.", "May Young") == "We may young ones teach."


def test_those_who_may_be_named_keep_their_names_in_text() -> None:
    """Also where they share one with somebody who may not."""
    roster = [
        {"name": "Ana Li", "may_be_named": "yes"},
        {"name": "Ana Sorensen"},
        {"name": "Li Wei"},
    ]
    plan = public(membership={"roster": roster}, results={"legacy": "Ana Li, Ana, Sorensen, Li Wei"})
    assert plan.results.legacy == "Ana Li, Ana, Sorensen, [name left out]"


def test_names_beside_the_roster_are_found_as_well() -> None:
    leadership = {"sponsors": [{"name": "Joanne Cardinal"}], "order": ["everybody in turn", "The Chair"]}
    plan = public(leadership=leadership, launch={"plan": "Joanne Cardinal opens. Everybody in turn, says the chair."})
    assert plan.launch.plan == "[name left out] opens. Everybody in turn, says the chair."


def test_workplaces_and_groups_are_nobodys_names() -> None:
    roster = [{"name": "City Library", "organization": "City Library", "level": "transactional"}]
    plan = public(membership={"roster": roster}, purpose={"focus": "reading in the City Library"})
    assert plan.purpose.focus == "reading in the City Library"


def test_a_name_is_found_wherever_words_stand() -> None:
    """In titles, in dates put into words, in own words beside a list, in references between rows."""
    plan = public(
        title="The circle of Ana Li",
        membership=named("Ana Li"),
        purpose={"why_now": ["Ana Li asked for it"], "focus": "Ana Li"},
        launch={
            "first_meeting": "when Ana Li is back",
            "place": "Ana Li’s kitchen",
            "series": [{"title": "Ana Li’s table"}],
        },
        collaborative_plan={"meetings": [{"series": "Ana Li’s table", "topics": "Soup"}]},
    )
    assert "Ana" not in "\n".join(_leaves(plan))
    assert plan.purpose.focus is None  # nothing else stood there
    assert isinstance(plan.launch.series, list)
    assert isinstance(plan.collaborative_plan.meetings, list)
    assert plan.collaborative_plan.meetings[0].series == plan.launch.series[0].title == "[name left out]’s table"


def test_members_read_names_and_addresses() -> None:
    data = {"membership": named("Ana Li", joining="Write to ana@here.example, or ask Ana Li.")}
    plan = seen_by(plan_of(**data), MEMBERS)[0]
    assert plan.membership.joining == "Write to ana@here.example, or ask Ana Li."


# --- addresses ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Write to ana.li@here.example.", "Write to [e-mail address left out]."),
        ("Join https://zoom.example/j/1?pwd=x, please", "Join [web address left out], please"),
        ("Join zoom.us/j/812?pwd=x or www.here.example!", "Join [web address left out] or [web address left out]!"),
        ("msteams://l/meet/1 opens it", "[web address left out] opens it"),
        ("Call 780-555-0123 or (780) 555-0123.", "Call [telephone number left out] or [telephone number left out]."),
        ("Appelez +33 1 23 45 67 89", "Appelez [telephone number left out]"),
        ("Join zoom.us:443/j/1 or meet.google.com.", "Join [web address left out] or [web address left out]."),
        ("10.0.0.7:8443, localhost:80/x, skype:ana.li?call", ", ".join(["[web address left out]"] * 3)),
        ("7805550123, 780‑555‑0123, 780–555–0123, 780/555/0123", ", ".join(["[telephone number left out]"] * 4)),
        ("Ring 780-555-0123 ext. 44, or ext 44.", "Ring [telephone number left out], or [telephone number left out]."),
        ("020 7946 0958, 0033 1 23 45 67 89", "[telephone number left out], [telephone number left out]"),
        ("x@school or ana＠here.example", "[e-mail address left out] or [e-mail address left out]"),
        ("a\u00adna@here.example, 780 \u200b555 \u00ad0123", "[e-mail address left out], [telephone number left out]"),
        ("01/12/2026 10:30, 01/12/2026 – 03/12/2026, 2026-12-01 09:30, 12 @ 10 dollars, text 12, next 20", None),
        ("and/or, p.m./a.m., 2026-2027, 12.30/13.00, 1 000 000", None),
        ("version 1.2, section 4.5.6, 30 000 to 40 000 dollars", None),
    ],
)
def test_addresses_are_taken_out_of_what_everybody_reads(text: str, told: str | None) -> None:
    assert _told(text) == (told or text)


def test_an_open_address_stays_wherever_it_stands() -> None:
    """That of a public channel is how people write to the community."""
    data = {
        "communication": {"channels": [{"name": "Post", "where": "circle@here.example", "open_to": "public"}]},
        "membership": {"joining": "Write to Circle@here.example."},
        "care": {"licence": "CC BY, https://creativecommons.org/licenses/by/4.0/"},
        "results": {"evidence": [{"what": "x", "link": "https://here.example/kit", "seen_by": "public"}]},
    }
    plan, left = seen_by(plan_of(**data), PUBLIC)
    assert plan.membership.joining == "Write to Circle@here.example."
    assert {"circle@here.example", "https://here.example/kit"} <= set(_leaves(plan))
    assert "https://creativecommons.org/licenses/by/4.0/" in str(plan.care.licence)
    assert left == ()


def test_a_place_with_an_address_goes_as_a_whole() -> None:
    """Beside a link there are numbers and passcodes. A room stays."""
    plan = public(
        launch={"place": "https://meet.example/x, passcode 4711"},
        collaborative_plan={"meetings": [{"place": "Room 4"}, {"topics": "x", "place": "dial 780 555 0123, pin 99"}]},
    )
    assert plan.launch.place is None
    assert isinstance(plan.collaborative_plan.meetings, list)
    assert [one.place for one in plan.collaborative_plan.meetings] == ["Room 4", "[place left out]"]


@pytest.mark.parametrize(
    ("place", "stays"),
    [
        ("meeting ID 812 3456 7890", False),
        ("Room 4, passcode: soup", False),
        ("Password is soup", False),
        ("Online, PIN 99", False),
        ("En ligne, code d’accès soupe", False),
        ("Mot de passe : soupe", False),
        ("812 3456 7890", False),
        ("zoom.us:443/j/1", False),
        ("meet.google.com", False),
        ("10.0.0.7", False),
        ("localhost", False),
        ("skype: ana.li", False),
        ("tel:1234", False),
        ("Pine Room 12, 2nd floor", True),
        ("Room 4.2.1, 120 Elm Street, Edmonton T5J 2R7", True),
        ("Zoom, or the Spinning Hall", True),
        ("Conference room 3", True),
        ("Room number 4, PIN-Haus", True),
    ],
)
def test_what_lets_people_into_a_meeting_on_screen_is_no_place_for_everybody(place: str, stays: bool) -> None:
    assert public(launch={"place": place}).launch.place == (place if stays else None)


def test_a_number_of_the_roster_is_found_by_its_digits() -> None:
    roster = [
        {"name": "Ana Li", "phone": "+49 30 1234567", "email": "ana@ward4"},
        {"name": "Bo Ek", "phone": "5550199"},
    ]
    plan = public(membership={"roster": roster, "joining": "030-123 45 67; (555) 01.99; ANA@ward4; 5550198"})
    number = "[telephone number left out]"
    assert plan.membership.joining == f"{number}; {number}; [e-mail address left out]; 5550198"


def test_a_number_of_the_roster_is_known_in_any_form() -> None:
    plan = public(
        membership={"roster": [{"name": "Ana Li", "phone": "ext. 44321"}], "joining": "Ring ext. 44321 at noon."}
    )
    assert plan.membership.joining == "Ring [telephone number left out] at noon."


# --- what is said of it ---------------------------------------------------------------------------------------------


def test_what_was_left_out_is_counted_and_never_named() -> None:
    data = {
        "membership": {
            "roster": [
                {"name": "Ana Li", "email": "a@b.example", "note": "ill", "status": "member"},
                {"name": "Kofi Mensah", "email": "A@b.example", "phone": "780 555 0123", "note": "away"},
            ],
            "joining": "Ask Ana Li, at a@b.example, on https://b.example/x",
        },
        "results": {"evidence": [{"what": "Kit"}, {"what": "Film", "seen_by": "public", "quote": "Good"}]},
        "collaborative_plan": {"meetings": [{"record": "Much", "topics": "x"}]},
        "todo": [{"note": "x"}, {"note": "y"}],
        "life": {"closing": "Never", "farewell": "Cake"},
    }
    assert left_out(PUBLIC, **data) == [
        "2 names",
        "1 e-mail address",
        "1 telephone number",
        "1 web address",
        "1 quote that nobody has agreed to pass on",
        "1 piece of evidence",
        "1 record of a meeting",
        "2 to-do notes",
        "3 answers that are for members",
    ]
    assert left_out(MEMBERS, **data) == ["1 answer that is for those who lead"]
    assert left_out(LEADERS, **data) == []
    assert left_out(PUBLIC, purpose={"focus": "numbers"}) == []


@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize("document", ["plan", "charter"])
def test_public_documents_say_what_was_left_out(document: str, form: str) -> None:
    def made(audience: SeenBy) -> str:
        return html.unescape(text_of(for_audience(subject_of(RICH, load_guide("cass")), audience), document, form))

    words = "Left out of this copy: "
    assert words in made(PUBLIC)
    assert re.search(r"\d+ names", made(PUBLIC))
    assert words not in made(MEMBERS)
    assert words not in made(LEADERS)


# --- whatever people write ------------------------------------------------------------------------------------------

_ODD = st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=20)


@settings(max_examples=150, deadline=None)
@given(name=_ODD, before=_ODD, after=_ODD)
def test_no_name_breaks_anything_and_none_stays(name: str, before: str, after: str) -> None:
    """A name of two words or more, in whatever letters, does not stand in a text as a word of its own any more."""
    text = f"{before} Zqy {name} Zqx {after}"
    try:
        plan = plan_of(membership=named(f"Zqy {name} Zqx"), purpose={"statement": text})
    except ValueError:
        return
    seen = seen_by(plan, PUBLIC)[0]
    assert "Zqx" not in "\n".join(_leaves(seen))


def test_a_huge_text_and_a_huge_roster_are_gone_through() -> None:
    people = [f"First{number} Last{number}" for number in range(400)]
    text = " ".join(f"{name} and a@b{number}.example said so." for number, name in enumerate(people)) * 3
    told = _told(text + " (" * 2000 + "1" * 5000 + "." * 5000 + "@" * 2000, *people)
    assert "First" not in told
    assert "Last" not in told


def test_a_text_in_which_nothing_else_stands_says_nothing() -> None:
    assert not says_more("[name left out], [e-mail address left out].")
    assert says_more("[name left out] sings")


def test_the_subject_says_whose_it_is() -> None:
    subject: Subject = for_audience(subject_of({"life": {"closing": "Never"}}), PUBLIC)
    assert (subject.audience, subject.final, subject.left_out) == (PUBLIC, True, ("1 answer that is for members",))
    assert subject.today == dt.date(2026, 11, 22)


def test_a_meeting_whose_place_is_private_is_not_sent_to_the_usual_one() -> None:
    """A blank would be read as the place of all other meetings."""
    data = {
        "launch": {"place": "Room 12"},
        "collaborative_plan": {"meetings": [{"date": "2026-12-09", "place": "https://zoom.us/j/1"}]},
    }
    seen, _left_out = seen_by(Plan.model_validate({"schema_version": "2", **data}), SeenBy.PUBLIC)
    [meeting] = seen.collaborative_plan.meetings  # type: ignore[misc]
    assert meeting.place == "[place left out]"
    assert seen.launch.place == "Room 12"
