"""The words of the guides are complete, fit the plan, and cite works that are in the bibliography."""

from __future__ import annotations

import datetime as dt
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from cop_wizard.guide.kept import CONTENT
from cop_wizard.guide.load import BUILT_IN, background, bibliography, glossary, load_guide
from cop_wizard.guide.model import Guide, Question, Stage, Vocabulary
from cop_wizard.guide.places import UNASKED, places
from cop_wizard.plan import choices
from cop_wizard.plan.fields import choices_of, convert, item_type, kind_of, part_type, type_at
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.reflections import ReflectionFile
from cop_wizard.plan.types import Choice
from cop_wizard.yamltext.document import read

GUIDES = {name: load_guide(name) for name in BUILT_IN}
FULL = GUIDES["cass"]
ASKED = [(name, question) for name, guide in GUIDES.items() for question in guide.questions()]
WAITING = {question.asks for question in FULL.questions() if question.deeper}
EACH_QUESTION = pytest.mark.parametrize(("guide", "question"), ASKED, ids=[f"{name}:{q.asks}" for name, q in ASKED])
CHOICES = [
    kind
    for _, kind in inspect.getmembers(choices, inspect.isclass)
    if issubclass(kind, Choice) and kind.__module__ == choices.__name__
]


def parts_of(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Every part that stands in a list or a fixed table of the plan; the sections themselves are none."""
    for name, field in model.model_fields.items():
        inner = type_at(model, (name,))
        row = part_type(item_type(field.annotation) or inner)
        if row is not None:
            if model is not Plan or item_type(field.annotation):
                yield row
            yield from parts_of(row)


PARTS = list(dict.fromkeys([*parts_of(Plan), *parts_of(ReflectionFile)]))


# --- what is asked ------------------------------------------------------------------------------------------------


def test_the_full_guide_asks_every_place_once() -> None:
    """Nothing in a plan is out of the guide's reach, and nothing is asked twice."""
    asked = [question.asks for question in FULL.questions()]
    assert sorted(asked) == sorted(places())


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_guide_asks_only_what_a_plan_holds(name: str) -> None:
    """Every key path leads to a field, and none is asked twice."""
    asked = [question.asks for question in GUIDES[name].questions()]
    assert set(asked) <= set(places())
    assert len(asked) == len(set(asked))


def test_what_is_never_asked_stands_in_the_plan_too() -> None:
    """The list of unasked fields names fields."""
    assert all(type_at(Plan, tuple(place.split("."))) is not None for place in UNASKED)


@EACH_QUESTION
def test_a_path_resolves_on_the_plan(guide: str, question: Question) -> None:
    """The wizard finds a type, and so a kind of prompt, at every path."""
    assert kind_of(type_at(Plan, question.path))


@EACH_QUESTION
def test_a_question_says_all_it_should(guide: str, question: Question) -> None:
    """Heading, prompt, reason and example are there, short enough, and end as they should."""
    assert question.title
    assert len(question.title.split()) <= 5
    assert question.prompt.endswith(("?", "."))
    assert len(question.prompt) <= 120
    assert question.why.endswith(".")
    assert len(question.why) <= 420
    assert question.example
    assert question.covers or question.asks in WAITING or question.asks in ("title", "organization.name")


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_condition_looks_back_at_an_earlier_choice(name: str) -> None:
    """A question can depend only on what was asked before, and on values that can be chosen there."""
    before: list[str] = []
    for question in GUIDES[name].questions():
        if question.when:
            assert question.when.question in before
            found = type_at(Plan, tuple(question.when.question.split(".")))
            known = choices_of(item_type(found) or found)
            assert known is not None
            assert set(question.when.any_of) <= set(known)
        before.append(question.asks)


def test_people_who_decide_are_asked_for_where_something_is_decided() -> None:
    """Three purposes call for decision-makers; turns are asked about only where leadership is shared."""
    deciders = FULL.question("membership.decision_makers")
    rotation = FULL.question("leadership.rotation")
    assert deciders
    assert deciders.when
    assert rotation
    assert rotation.when
    assert deciders.when.any_of == ["gathering_feedback", "advancing_initiatives", "implementing_change"]
    assert (rotation.when.question, rotation.when.any_of) == ("leadership.structure", ["shared"])


def test_the_blanks_come_before_the_sentence() -> None:
    """The purpose sentence can be composed by the time it is shown."""
    for guide in GUIDES.values():
        asked = [question.asks for question in guide.questions()]
        statement = asked.index("purpose.statement")
        for blank in ("focus_kind", "focus", "audience", "learn_to"):
            assert asked.index(f"purpose.{blank}") < statement


def test_values_are_known_before_norms_are_held_against_them() -> None:
    """The organisation's values are said once, before the question that needs them."""
    asked = [question.asks for question in FULL.questions()]
    assert asked.index("organization.values") < asked.index("norms.values_alignment")


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_backbone_is_short(name: str) -> None:
    """About a dozen questions are required, all of which can be answered before the start."""
    required = [question for question in GUIDES[name].questions() if question.required]
    assert 10 <= len(required) <= 12
    assert {"title", "purpose.focus", "purpose.statement", "membership.roster"} <= {q.asks for q in required}
    assert all(question.stage is Stage.BEFORE and question.when is None for question in required)


@pytest.mark.parametrize(
    ("asks", "stage"),
    [
        ("norms.agreements", Stage.UNDER_WAY),
        ("professional_practice.learning", Stage.UNDER_WAY),
        ("professional_practice.transfer", Stage.AFTERWARDS),
        ("professional_practice.reflective_practices", Stage.BEFORE),
        ("results.legacy", Stage.BEFORE),
    ],
)
def test_what_can_only_be_known_later_is_asked_later(asks: str, stage: Stage) -> None:
    """Both guides agree on when a question can be answered."""
    for guide in GUIDES.values():
        question = guide.question(asks)
        assert question is None or question.stage is stage


@EACH_QUESTION
def test_what_is_offered_first_or_filled_in_can_be_chosen(guide: str, question: Question) -> None:
    """Presets are valid answers, and rows offered first are rows."""
    found = type_at(Plan, question.path)
    if question.preset:
        assert convert(Plan, question.path, question.preset)
    if question.first:
        part = part_type(found)
        known = choices_of(item_type(found) or found)
        assert set(question.first) <= set(part.model_fields if part else known or ())


# --- words for lists ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", CHOICES, ids=lambda kind: kind.__name__)
def test_every_choice_has_a_label_and_an_explanation(kind: type[Choice]) -> None:
    """The words stand in the order of the list, and none is left over. Forms of work are explained by an invitation."""
    words = FULL.vocabulary.choices[kind.__name__]
    assert list(words) == [str(item) for item in kind]
    assert all(word.label and word.help.endswith((".", "?")) for word in words.values())


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_field_of_a_row_has_words(part: type[BaseModel]) -> None:
    """A row can be asked for field by field, and its name fits into a sentence."""
    words = FULL.vocabulary.parts[part.__name__]
    assert words.one[0].islower()
    assert words.many[0].islower()
    assert list(words.fields) == list(part.model_fields)
    for field in words.fields.values():
        assert field.label
        assert field.help.endswith(".")
        assert field.example
        assert field.prompt.endswith("?")
        assert len(field.prompt) <= 100


def test_no_words_are_left_over() -> None:
    """The vocabulary names only lists and rows that a plan or a person's own file has."""
    assert set(FULL.vocabulary.choices) == {kind.__name__ for kind in CHOICES}
    assert set(FULL.vocabulary.parts) == {part.__name__ for part in PARTS}


# --- examples are real answers ------------------------------------------------------------------------------------


def accepts(found: object, example: str, guide: Guide) -> bool:
    """Whether a person could type this example at a prompt of this type."""
    known = choices_of(found)
    if known:
        return example in {guide.label(item) for item in known}
    values = {"date": dt.date, "time": dt.time, "length": dt.timedelta, "count": int}
    kind = kind_of(found)
    if kind not in values:
        return True
    return isinstance(_converted(kind, example), values[kind])


def _converted(kind: str, example: str) -> object:
    path = {
        "date": ("launch", "first_meeting"),
        "time": ("launch", "start"),
        "length": ("launch", "length"),
        "count": ("membership", "size", "ideal"),
    }[kind]
    return convert(Plan, path, example)


@EACH_QUESTION
def test_the_example_of_a_question_could_be_typed(guide: str, question: Question) -> None:
    """Dates are dates, choices are choices; a list that allows own words shows at least one of its items."""
    found = type_at(Plan, question.path)
    item = item_type(found)
    if item is None:
        assert kind_of(found) == "part" or accepts(found, question.example, FULL)
    elif choices_of(item):
        lines = question.example.splitlines()
        assert any(accepts(item, line, FULL) for line in lines)


IN_WORDS = {"Feedback.when", "Audience.when", "SharingEvent.date", "Series.rhythm"}
"""Examples that show on purpose that a date or a rhythm may be put in words."""


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_the_examples_of_a_row_could_be_typed(part: type[BaseModel]) -> None:
    """The same holds for the fields of a row."""
    for name, words in FULL.vocabulary.parts[part.__name__].fields.items():
        found = type_at(part, (name,))
        if f"{part.__name__}.{name}" not in IN_WORDS:
            assert accepts(item_type(found) or found, words.example, FULL), (name, words.example)


# --- sources ------------------------------------------------------------------------------------------------------


def test_every_source_that_is_cited_is_in_the_bibliography() -> None:
    """Questions, terms, topics and reading lists name works by keys that exist."""
    known = [work.key for work in bibliography()]
    assert len(known) == len(set(known))
    cited = {question.source for _, question in ASKED}
    cited |= {term.source for term in glossary()}
    cited |= {topic.source for topic in background()}
    cited |= {point.source for topic in background() for point in topic.points}
    cited |= {key for work in bibliography() for key in work.listed_by}
    assert cited - {""} <= set(known)


def test_a_work_on_two_reading_lists_stands_once() -> None:
    """The three reading lists share works, and none is repeated under another key."""
    works = bibliography()
    assert len({(work.short or work.author, work.year, work.title.casefold()) for work in works}) == len(works)
    lave_wenger = next(work for work in works if work.key == "lave-wenger-1991")
    assert lave_wenger.listed_by == ["cass-guide", "staempfli-2020"]


def test_a_citation_is_short() -> None:
    """Author and year fit into a line, however many authors there are."""
    assert FULL.cite("cass-guide", "page 5") == "CASS (2024), page 5"
    assert FULL.cite("wenger-trayner-2023") == "Wenger-Trayner et al. (2023)"
    assert all(len(FULL.cite(work.key)) <= 45 for work in bibliography() if work.title)


def test_links_are_links() -> None:
    """No link was broken by a line end or a blank."""
    for work in bibliography():
        assert not work.link or re.fullmatch(r"https?://[^\s]+", work.link)


# --- glossary and background --------------------------------------------------------------------------------------


def test_the_glossary_explains_the_words_of_the_field() -> None:
    """At least 25 terms, in the order of the alphabet, each once."""
    terms = [term.term for term in glossary()]
    assert len(terms) >= 25
    assert terms == sorted(terms, key=str.casefold)
    wanted = {"Community of practice", "Domain", "Community", "Practice", "Levels of participation", "Legacy item"}
    wanted |= {"Norms", "Problem of practice", "Transactional", "Plan-do-study-act"}
    assert wanted <= set(terms)


def test_topics_and_points_have_names_of_their_own() -> None:
    """Overlays in other languages find them by their ids."""
    topics = [topic.id for topic in background()]
    assert len(topics) == len(set(topics))
    for topic in background():
        ids = [point.id for point in topic.points]
        assert len(ids) == len(set(ids))


# --- the text itself ----------------------------------------------------------------------------------------------


FILES = sorted((CONTENT / "en").rglob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(CONTENT)))
def test_the_text_is_finished_and_clean(path: Path) -> None:
    """No doubled spaces, tabs, trailing blanks, exclamation marks or words that only fill a gap."""
    text = path.read_text(encoding="utf-8")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    for line in text.splitlines():
        assert line == line.rstrip(), line
        assert not re.search(r"\t|\S  ", line), line
        assert not re.search(r"\b(\w+) \1\b", line), line
    assert not re.search(r"\b(TBD|TODO|FIXME|XXX|[Ll]orem|[Ii]psum)\b", text)
    assert not re.search(r"!|\bplease\b", text, re.IGNORECASE)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(CONTENT)))
def test_every_file_is_used(path: Path) -> None:
    """A section file that no guide names, or words that are not loaded, would never be seen."""
    shared = {"vocabulary.yaml", "glossary.yaml", "sources.yaml", "background.yaml"}
    if path.parent.name == "vocabulary":
        words = Vocabulary.model_validate(read(path.read_text(encoding="utf-8")).data)
        assert set(words.parts) <= set(FULL.vocabulary.parts)
    elif path.parent.name in BUILT_IN and path.name != "guide.yaml":
        assert f"- {path.stem}\n" in (path.parent / "guide.yaml").read_text(encoding="utf-8")
    else:
        assert path.name in shared | {"guide.yaml"}


@pytest.mark.parametrize("name", BUILT_IN)
def test_each_section_is_introduced_in_a_few_sentences(name: str) -> None:
    """Two or three sentences, and a section has questions."""
    for section in GUIDES[name].sections:
        assert section.questions
        assert 2 <= len(re.findall(r"[.?](?:\s|$)", section.intro)) <= 3, section.id
