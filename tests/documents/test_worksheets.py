"""Questions on paper: any set of them, with room to write the answers by hand."""

from __future__ import annotations

import datetime as dt

import pytest

from cop_wizard.documents.content.paper import Heading, Room, Ticks, words_of
from cop_wizard.documents.formats.pdf_engine import engine
from cop_wizard.documents.register import BLANKS, DOCUMENTS, render
from cop_wizard.documents.subject import Subject, Wish
from cop_wizard.documents.templating.environment import make_environment
from cop_wizard.documents.templating.words import WORDS, pieces_of
from cop_wizard.documents.trouble import ComputerLacks
from cop_wizard.documents.worksheets import Asked, Part, Worksheet, guide_worksheet, instrument_worksheet
from cop_wizard.errors import WrongUse
from cop_wizard.guide.load import BUILT_IN, load_guide
from cop_wizard.instruments.load import instrument_names, load_instrument
from cop_wizard.plan.plan import Plan
from documents.document_plans import RICH, TODAY, small_guide, subject_of, text_of
from documents.matrix.reading import READERS, squeezed
from support.tools import missing

BLANK = Wish(blank=True)


def _asked(asks: str, guide: str = "cass") -> Asked:
    found = load_guide(guide)
    question = found.question(asks)
    assert question is not None
    return next(one for part in guide_worksheet(found).parts for one in part.asked if one.prompt == question.prompt)


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_worksheet_asks_what_the_guide_walks_through_in_its_order(name: str) -> None:
    guide = load_guide(name)
    walked = [question.prompt for question in guide.questions() if not question.deeper]
    asked = [one.prompt for part in guide_worksheet(guide).parts for one in part.asked]
    assert [prompt.split() for prompt in asked] == [prompt.split() for prompt in walked]


def test_chapters_wait_in_the_full_guide_and_are_asked_by_the_guide_that_walks_them() -> None:
    titles = {name: [part.title for part in guide_worksheet(load_guide(name)).parts] for name in BUILT_IN}
    assert len(titles["cass"]) == 10
    assert len(titles["cass-extended"]) > len(titles["cass"])


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_question_has_room_for_its_answer(name: str) -> None:
    for part in guide_worksheet(load_guide(name)).parts:
        for one in part.asked:
            assert one.room, one.prompt


def test_a_choice_is_ticked_and_own_words_have_a_line() -> None:
    ticks, room = _asked("purpose.purposes").room
    assert isinstance(ticks, Ticks)
    assert len(ticks.items) == 8
    assert isinstance(room, Room)
    assert room.label == "Or in your own words"
    assert len(_asked("leadership.structure").room) == 1


def test_a_list_is_a_table_of_the_columns_that_are_asked_first() -> None:
    (room,) = _asked("membership.roster").room
    assert isinstance(room, Room)
    assert room.columns[:3] == ("Name", "Role", "Level of participation")
    assert room.lines >= 8


def test_the_meetings_are_the_three_columns_of_the_guide() -> None:
    (room,) = _asked("collaborative_plan.meetings").room
    assert isinstance(room, Room)
    assert room.columns == ("Date", "Topics", "Resources required")


def test_a_form_has_a_row_for_each_of_its_fields() -> None:
    (room,) = _asked("norms.statements").room
    assert isinstance(room, Room)
    assert len(room.rows) == 7


def test_longer_answers_have_more_lines() -> None:
    lines = [_asked(asks).lines for asks in ("launch.place", "launch.first_meeting", "membership.ideal_member")]
    assert lines == [1, 1, 3]


def test_what_a_finished_plan_needs_is_marked() -> None:
    text = text_of(subject_of({}, load_guide("cass"), wish=BLANK), format="md")
    assert "### What is your community called? *– needed*" in text
    assert "### Which organisation does the community belong to?\n" in text


def test_a_question_with_a_condition_says_when_it_is_answered() -> None:
    assert _asked("leadership.rotation").about.startswith(
        "Only if you answered “How is leadership arranged?” with: Shared"
    )
    assert _asked("professional_practice.transfer").about.startswith("Afterwards.")


@pytest.mark.parametrize("document", BLANKS)
@pytest.mark.parametrize("format", ["html", "md"])
def test_nothing_of_the_plan_is_printed_but_whose_it_is(document: str, format: str) -> None:  # noqa: A002
    text = text_of(subject_of(RICH, load_guide("cass"), wish=BLANK, home="home.yaml", left_out=["x"]), document, format)
    for words in ("Maria Santos", "Riverbend", "number talks", "home.yaml", "Left out"):
        assert words not in text
    if document == "plan":
        assert "Early Numeracy Leaders" in text


def test_a_guide_without_a_plan_is_enough() -> None:
    moment = dt.datetime.combine(TODAY, dt.time(9), dt.UTC)
    subject = Subject(Plan(schema_version=2), load_guide("cass"), (), today=TODAY, now=moment, wish=BLANK)
    assert "The full guide" in text_of(subject)


def test_an_own_guide_with_few_words_becomes_a_worksheet() -> None:
    text = text_of(subject_of({}, small_guide(), wish=BLANK), format="md")
    assert "### What about the roster?" in text


def test_any_other_document_cannot_be_printed_empty_and_says_which_can() -> None:
    for document in DOCUMENTS.keys() - BLANKS.keys():
        with pytest.raises(WrongUse) as trouble:
            text_of(subject_of(RICH, wish=BLANK), document, next(iter(DOCUMENTS[document].formats)))
        assert "plan, one-page" in trouble.value.hint


def test_any_set_of_questions_can_be_printed() -> None:
    how = Asked("How *often* <do> you meet?", options=(("Often", ""), ("Seldom", "Or never")))
    questions = (how, Asked("Why?", lines=2))
    worksheet = Worksheet("A check", "Ten minutes.", (Part("First", "", questions),))
    pieces = pieces_of(make_environment(None, None, WORDS), "worksheet/worksheet.md.j2", {"worksheet": worksheet})
    headings = [words_of(piece.runs) for piece in pieces if isinstance(piece, Heading)]
    assert headings == ["A check", "First", "How *often* <do> you meet?", "Why?"]
    assert [piece.lines for piece in pieces if isinstance(piece, Room)] == [2]
    assert [piece.items for piece in pieces if isinstance(piece, Ticks)] == [(("Often", ""), ("Seldom", "Or never"))]


@pytest.mark.parametrize("form", ["md", "html", "docx", "pdf"])
@pytest.mark.parametrize("name", ["six-elements", "disorders", "begin-at-the-beginning"])
def test_an_instrument_is_printed_with_its_levels_to_tick_and_its_source(name: str, form: str) -> None:
    guide = load_guide("cass")
    instrument = load_instrument(name, guide.vocabulary)
    if form == "pdf":
        try:
            engine()
        except ComputerLacks as lacking:
            missing(lacking.message)
    made = render(document="plan", format=form, subject=subject_of({}, guide, wish=BLANK, instrument=instrument))
    text = squeezed(READERS[form](made).text)
    for item in instrument.items:
        for words in (item.question, item.help, *(level.label for level in item.levels)):
            assert squeezed(words) in text
    assert all(squeezed(column.label) in text for column in instrument.columns)
    assert squeezed(guide.cite(instrument.source)) in text
    assert "needed" not in text


@pytest.mark.parametrize("name", instrument_names())
def test_every_item_of_an_instrument_has_room(name: str) -> None:
    worksheet = instrument_worksheet(load_instrument(name, load_guide("cass").vocabulary))
    assert all(one.room for part in worksheet.parts for one in part.asked)
    assert not worksheet.needed
