"""``cop guide``: the guide in the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from cop_wizard.cells import room
from cop_wizard.cli.run import main
from cop_wizard.guide.load import BUILT_IN, load_guide
from cop_wizard.guide.places import places
from cop_wizard.instruments.load import instrument_names, load_instrument

SECTIONS = [(guide, section.id) for guide in BUILT_IN for section in load_guide(guide).sections]
PAGES = ["", "all", "references", "glossary", "background", "instruments", "disorders"]


def told(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["guide", *words]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize(("guide", "section"), SECTIONS)
def test_a_section_shows_every_question_in_full(
    guide: str, section: str, width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Prompt, reason and example, within the screen."""
    monkeypatch.setenv("COLUMNS", str(width))
    said = told([section, "--guide", guide], capsys)
    assert max(room(line) for line in said.splitlines()) <= width
    folded = " ".join(said.split())
    shown = next(one for one in load_guide(guide).sections if one.id == section)
    for question in shown.questions:
        for text in (question.prompt, question.why, question.example):
            for word in text.split():
                assert word in folded


@pytest.mark.parametrize("page", PAGES)
def test_piped_pages_are_plain(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    """No escape, no blanks at line ends."""
    said = told([page] if page else [], capsys)
    assert "\x1b" not in said
    assert not [line for line in said.splitlines() if line != line.rstrip()]
    assert len(said.splitlines()) > 10


@pytest.mark.parametrize("name", ["purpose", "Purpose", "1", "purp", "results & celebration", "further application"])
def test_sections_go_by_many_names(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Number, title, the beginning of a name, in any case."""
    assert "(needed)" in told([name], capsys) or name == "further application"


def test_an_unknown_section_is_guessed(capsys: pytest.CaptureFixture[str]) -> None:
    """Or all are named."""
    assert main(["guide", "lauch"]) == 2
    assert "Did you mean `launch`?" in capsys.readouterr().err


def test_the_places_of_all_questions_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """For those who write guides of their own."""
    said = told(["--paths"], capsys)
    assert [place for place in places() if place not in said] == []


def test_addresses_stay_whole(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """So that they can be clicked on."""
    monkeypatch.setenv("COLUMNS", "40")
    assert all(line.count("http") <= 1 for line in told(["references"], capsys).splitlines())


def test_a_guide_in_a_file_can_be_read_wherever_it_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """By a path from here or from the root; the rule that it lies beside the plan is for plans."""
    (tmp_path / "guides").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "guides" / "ours.yaml").write_text(
        "title: Ours\nsections:\n  - id: a\n    title: A start\n    questions:\n      - asks: purpose.focus\n"
    )
    monkeypatch.chdir(tmp_path / "elsewhere")
    for name in ("../guides/ours.yaml", str(tmp_path / "guides" / "ours.yaml")):
        assert "A start" in told(["--guide", name], capsys)


def test_a_broken_guide_is_told_with_its_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Line, column and hint, as for a plan."""
    path = tmp_path / "ours.yaml"
    path.write_text("title: Ours\nsections:\n  - id: a\n    title: A\n    questions:\n      - asks: purpose.fokus\n")
    assert main(["guide", "--guide", str(path)]) == 1
    said = capsys.readouterr().err
    assert "ours.yaml:6:15:" in said
    assert "Did you mean `purpose.focus`?" in said


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("name", instrument_names())
def test_an_instrument_shows_every_item_in_full(
    name: str, width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Names, questions, help, levels and what people write, within the screen; and all of them are listed."""
    monkeypatch.setenv("COLUMNS", str(width))
    assert name in told(["instruments"], capsys)
    said = told([name], capsys)
    assert max(room(line) for line in said.splitlines()) <= width
    folded = " ".join(said.split())
    found = load_instrument(name, load_guide("cass").vocabulary)
    texts = [found.about, *(text for item in found.items for text in (item.name, item.question, item.help))]
    texts += [level.label for item in found.items for level in item.levels]
    texts += [text for column in found.columns for text in (column.label, column.prompt)]
    assert [word for text in texts for word in text.split() if word not in folded] == []


def test_an_instrument_that_is_mistyped_is_guessed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["guide", "disorder"]) == 2
    assert "Did you mean `disorders`?" in capsys.readouterr().err
