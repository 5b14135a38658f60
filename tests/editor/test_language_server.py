"""What somebody sees who edits a plan with yaml-language-server, the helper behind VS Code and many other editors."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from cop_wizard.cli.run import main
from cop_wizard.guide.load import load_guide
from cop_wizard.plan.choices import LearningOutcome, Level, Rhythm
from cop_wizard.plan.fields import keys_at
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Member
from editor.conftest import start
from editor.language_server import LanguageServer

pytestmark = pytest.mark.editor

V = "schema_version: 2\n"
EXAMPLES = Path(__file__).parents[2] / "examples"


# --- what is offered -----------------------------------------------------------------------------------------------


def test_keys_at_the_top(server: LanguageServer) -> None:
    """Every section that is not there yet, with the guide's introduction."""
    offered = server.completions(V + "purpose:\n  focus: reading\n|")
    assert set(offered) == set(Plan.model_fields) - {"schema_version", "purpose"}
    assert offered["membership"]["documentation"].startswith(load_guide("cass").sections[2].intro[:30])


def test_keys_of_a_section(server: LanguageServer) -> None:
    """With the question as explanation, and what belongs behind the key."""
    offered = server.completions(V + "launch:\n  |")
    assert set(offered) == set(keys_at(Plan, ("launch",)))
    assert offered["place"]["insertText"] == "place: "
    assert offered["content"]["insertText"] == "content:\n  - "
    assert "When is the first meeting?" in offered["first_meeting"]["documentation"]


def test_keys_of_a_row(server: LanguageServer) -> None:
    """Those that the row does not have yet; in a new row, all."""
    fields = set(Member.model_fields)
    assert set(server.completions(V + "membership:\n  roster:\n    - name: Zoë\n      |")) == fields - {"name"}
    assert set(server.completions(V + "membership:\n  roster:\n    - |")) == fields


def test_an_empty_file_begins_with_its_version(server: LanguageServer) -> None:
    """The one line that every plan needs is written whole."""
    assert server.completions("|")["schema_version"]["insertText"] == "schema_version: 2"


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("membership:\n  roster:\n    - level: |", [*Level, "none"]),
        ("launch:\n  rhythm: |", [*Rhythm, "none"]),
        ("purpose:\n  goals:\n    - outcomes:\n        - |", [*LearningOutcome]),
    ],
)
def test_choices(text: str, choices: list[str], server: LanguageServer) -> None:
    """All of them and nothing else, each with what it means."""
    offered = server.completions(V + text)
    assert list(offered) == [str(one) for one in choices]
    assert all(item["documentation"] for item in offered.values())


@pytest.mark.parametrize("text", ["purpose:\n  focus: |", "launch:\n  first_meeting: |", "membership:\n  roster: |"])
def test_nothing_silly_is_offered(text: str, server: LanguageServer) -> None:
    """Where text, a date or a list belongs, only that there is none; not `true`, not `null`."""
    assert list(server.completions(V + text)) == ["none"]


# --- what is explained ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("answer", ["", " reading", " none", " 12"])
def test_a_question_is_explained(answer: str, server: LanguageServer) -> None:
    """Over the key: title, question, reason, example and source, whatever the answer."""
    question = load_guide("cass").question("purpose.focus")
    assert question is not None
    shown = " ".join(server.hover(V + f"purpose:\n  |focus:{answer}\nlife:\n  review_on: soon\n").split())
    assert shown.startswith(f"#### {question.title} {question.prompt}")
    for part in (question.why[:40], f"For example: {question.example}", "CASS (2024), page 5"):
        assert part in shown


@pytest.mark.parametrize(
    ("text", "title", "said"),
    [
        ("|purpose:\n  focus: reading\n", "Purpose", "Everything else follows"),
        ("|purpose:\n", "Purpose", "Everything else follows"),
        ("membership:\n  |roster:\n    - name: Zoë\n", "The people", "Who might belong?"),
        ("membership:\n  roster:\n    - |level: core\n", "Level of participation", "`active`: Active."),
        ("membership:\n  size:\n    |ideal: 12\n", "Ideal", "How many members would be best?"),
        ("leadership:\n  duties:\n    |convene: [Zoë]\n", "Convenes the community", "Who calls"),
        ("launch:\n  rhythm: |weekly\n", "How often", "`monthly`: Every month."),
        ("launch:\n  |start: 15:30\n", "Start", "At what time"),
        ("todo:\n  - |by: soon\n", "", "By when?"),
        ("|schema_version: 2\n", "Version", "The version of the plan's form."),
    ],
)
def test_every_kind_of_place_is_explained(text: str, title: str, said: str, server: LanguageServer) -> None:
    """Sections, lists, rows, small forms and choices: their own title, once, and their own words."""
    shown = server.hover(text if "schema_version" in text else V + text)
    assert shown.splitlines()[0].startswith(f"#### {title}")
    assert "||" not in shown
    assert said in shown


# --- what is underlined --------------------------------------------------------------------------------------------

MISTAKES = {
    "unknown key": ("titel: Bridge Builders", "titel", "titel is not allowed"),
    "unknown key in a section": ("purpose:\n  foucs: reading", "foucs", "foucs is not allowed"),
    "unknown key in a row": ("membership:\n  roster:\n    - nmae: Zoë", "nmae", "nmae is not allowed"),
    "wrong choice": ("purpose:\n  focus_kind: worry", "worry", "Write one of: interest, concern."),
    "wrong choice in a list": ("launch:\n  readiness: [cn_last]", "cn_last", "Write one of: "),
    "list for one value": ("purpose:\n  focus: [reading, writing]", "[reading, writing]", "One answer belongs here"),
    "group for one value": ("purpose:\n  focus: {reading: sounds}", "{reading: sounds}", "One answer belongs here"),
    "one value for a list": ("membership:\n  roster: Zoë", "Zoë", "Here belongs a list."),
    "group for a list": ("membership:\n  roster: {name: Zoë}", "{name: Zoë}", "Here belongs a list."),
    "text for a section": ("purpose: reading", "reading", "Here belongs a group of answers"),
    "list for a group": ("membership:\n  size: [8, 15]", "[8, 15]", "Here belongs a group of answers"),
    "text for a row": ("membership:\n  roster: [Zoë]", "Zoë", 'Expected "person"'),
    "empty row": ("membership:\n  roster:\n    -", "", 'Expected "person"'),
    "empty item": ("leadership:\n  duties:\n    convene:\n      - Zoë\n      -", "", "an empty item"),
    "none as an item": ("leadership:\n  duties:\n    convene: [none]", "none", "There is nothing here."),
    "blanks": ("purpose:\n  focus: '  '", "'  '", "There is nothing here."),
    "no such date": ("launch:\n  first_meeting: 2026-02-30", "2026-02-30", "for example 2026-09-15"),
    "date the wrong way round": ("launch:\n  first_meeting: 15/09/2026", "15/09/2026", "for example 2026-09-15"),
    "number for a date": ("launch:\n  first_meeting: 12", "12", "for example 2026-09-15"),
    "no such time": ("launch:\n  start: 25:30", "25:30", "Write it like 15:30"),
    "number for a time": ("launch:\n  start: 9", "9", "Write it like 15:30"),
    "length without unit": ("launch:\n  length: 90", "90", "with its unit"),
    "no such count": ("membership:\n  size:\n    ideal: 12.5", "12.5", "Write a whole number"),
    "negative count": ("membership:\n  size:\n    ideal: -3", "-3", "Write a whole number"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistakes_are_underlined(mistake: str, server: LanguageServer) -> None:
    """One underlining each, under exactly what is wrong, in our words."""
    text, wrong, words = MISTAKES[mistake]
    [(marked, said)] = underlined(server, V + text + "\n")
    assert marked == wrong
    assert words in said


@pytest.mark.parametrize(
    ("text", "wrong", "words"),
    [
        ("title: Bridge Builders\n", "t", 'Missing property "schema_version".'),
        ("schema_version: 99\n", "99", "update cop"),
        ("schema_version: one\n", "one", "Write `schema_version: 2`."),
        ("- reading\n", "- reading\n", "Incorrect type."),
    ],
)
def test_the_form_of_the_file_is_checked(text: str, wrong: str, words: str, server: LanguageServer) -> None:
    """A missing version, a newer one, one that is none, a file that is no plan."""
    [(marked, said)] = underlined(server, text)
    assert marked == wrong
    assert words in said


def underlined(server: LanguageServer, text: str) -> list[tuple[str, str]]:
    """Each underlined text, with what is said about it."""
    lines = text.splitlines(keepends=True)

    def offset(position: dict[str, int]) -> int:
        return len("".join(lines[: position["line"]])) + position["character"]

    found = [(one["range"], one["message"]) for one in server.diagnostics(text)]
    return [(text[offset(place["start"]) : offset(place["end"])], message) for place, message in found]


@pytest.mark.parametrize("plan", sorted((EXAMPLES / "valid").glob("*.yaml")), ids=lambda path: path.stem)
def test_good_plans_are_left_alone(plan: Path, server: LanguageServer) -> None:
    """Nothing is underlined in the examples."""
    assert server.diagnostics(plan.read_text(encoding="utf-8")) == []


def test_what_only_people_would_write(server: LanguageServer) -> None:
    """Unquoted numbers, yes and no, words for dates, `none`, blanks and keys of one's own are fine."""
    text = """\
title: 12
language:
purpose:
  focus: yes
  audience: true
  why_now: none
  purposes: [sharing_knowledge, giving people somebody to call]
membership: none
launch:
  first_meeting: 10th week of term
  start: 15.30
  length: half a day
  rhythm: when we can
  x-room-key: {ask: Zoë}
life:
  review_on: 2027
x-notes: [anything]
"""
    assert server.diagnostics(V + text) == []


# --- how the server finds the schema -------------------------------------------------------------------------------


def test_a_new_plan_names_its_schema(
    folder: Path, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first line that `cop new` writes is enough; no setting is needed."""
    monkeypatch.chdir(folder)
    main(["new", "ours.yaml", "--no-input"])
    text = (folder / "ours.yaml").read_text(encoding="utf-8")
    wrong = text.replace("focus_kind:", "focus_kind: worry")
    server = start(folder, environment)
    assert server.diagnostics(text) == []
    assert [marked for marked, _said in underlined(server, wrong)] == ["worry"]
    assert server.diagnostics(wrong.partition("\n")[2]) == []
    assert server.end() == 0


def test_nothing_asks_a_network(server: LanguageServer, environment: dict[str, str], attempts: Path) -> None:
    """All of the above went without; and an attempt would have been seen."""
    server.hover(V + "purpose:\n  |focus: reading\n")
    assert attempts.read_text() == ""
    subprocess.run(["node", "-e", "require('node:net').connect(9)"], env=environment, check=False, capture_output=True)
    assert attempts.read_text() != ""
