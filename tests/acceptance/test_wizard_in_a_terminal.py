"""The real program in a real pseudo-terminal: what a person sees, types, breaks off and takes up again."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cop_wizard.values import Data, value_at
from cop_wizard.yamltext.document import read
from support.terminal import Terminal

pytestmark = pytest.mark.timeout(120)


def plan(folder: Path) -> Data:
    """The plan in a folder as plain data."""
    return read((folder / "plan.yaml").read_text(encoding="utf-8")).data


def begin(folder: Path, **options: Any) -> Terminal:
    """``cop new`` with the full guide, up to its first question."""
    terminal = Terminal("new", "--guide", "cass", cwd=folder, **options)
    return terminal.wait("What is your community called?")


@pytest.fixture
def titled(tmp_path: Path) -> Path:
    """A folder with a plan in which only the name and the organisation are answered."""
    terminal = begin(tmp_path).send("Our Circle", "enter").wait("organisation").send("The Division", "enter")
    terminal.wait("Why start a community").send("ctrl-s")
    assert terminal.end() == 0
    return tmp_path


def test_the_first_screen_says_what_will_happen(tmp_path: Path) -> None:
    """How it goes, where it is saved, the keys, and the choice of guide."""
    terminal = Terminal("new", cwd=tmp_path).wait("Which guide would you like?").wait("45 to 60 minutes")
    text = " ".join(terminal.text.split())
    assert "Nothing leaves this computer" in text
    assert "Shift-Tab goes back" in text
    terminal.send("down", "enter").wait("What is your community called?").send("ctrl-s")
    assert terminal.end() == 0
    assert value_at(plan(tmp_path), ("guide",)) == "planning-tool"


def test_an_answer_is_in_the_file_before_the_next_question(tmp_path: Path) -> None:
    """What the screen has left behind, the file holds."""
    terminal = begin(tmp_path).send("Our Circle", "enter").wait("Which organisation")
    assert value_at(plan(tmp_path), ("title",)) == "Our Circle"
    terminal.send("ctrl-c")
    assert terminal.end() == 130


def test_back_from_every_kind_of_prompt(titled: Path) -> None:
    """Line, list to pick from, list to tick, long text, table, form: each can be left backwards."""
    terminal = Terminal("new", cwd=titled).wait("Why start a community")
    terminal.send("back").wait("Which organisation")  # a list to tick
    terminal.send("back").wait("What is your community called?")  # a line with an answer in it
    terminal.send("back").wait("This is the first question.").send("enter")
    terminal.wait("Which organisation").send("enter")  # forward by the way one came
    terminal.wait("Why start").send("enter").wait("interest, or a concern").send("back").wait("Why start")  # to pick
    terminal.send("enter").wait("interest, or a concern").send("enter").wait("care about").send("chalk", "enter")
    terminal.wait("already know").send("half a thou").wait("half a thou").send("back").wait("care about")  # long text
    terminal.send("enter").wait("already know").wait("half a thou")  # the draft is still there
    terminal.send("ctrl-c")
    assert terminal.end() == 130
    table = Terminal("edit", "plan.yaml", "membership.roster", cwd=titled).wait("Add the first person")
    table.send("enter").wait("name").send("back").wait("Add the first person").send("back")
    assert table.end() == 0
    form = Terminal("edit", "plan.yaml", "membership.size", cwd=titled).wait("1 of 3").send("6", "enter").wait("2 of 3")
    form.send("back").wait("1 of 3").send("back")
    assert form.end() == 0
    assert value_at(plan(titled), ("membership", "size", "minimum")) == "6"


def test_back_from_the_first_question_leads_to_the_guides(tmp_path: Path) -> None:
    """As long as nothing is answered; the plan then follows the other guide."""
    terminal = Terminal("new", cwd=tmp_path).wait("Which guide").send("enter").wait("What is your community called?")
    terminal.send("back").wait("Which guide").send("down", "enter").wait("What is your community called?")
    terminal.send("Us", "enter").wait("Which organisation").send("back").wait("called?").send("back")
    terminal.wait("This is the first question.").send("ctrl-c")
    assert terminal.end() == 130
    data = plan(tmp_path)
    assert (value_at(data, ("guide",)), value_at(data, ("title",))) == ("planning-tool", "Us")


def test_a_guide_can_be_called_by_what_it_is(titled: Path) -> None:
    """A plan that follows another one is told so by its title, with what to do."""
    terminal = Terminal("new", "--guide", "one-page", cwd=titled)
    assert terminal.end() == 2
    said = " ".join(terminal.text.split())
    assert "follows another guide already: “The full guide”" in said
    assert "new other.yaml --guide planning-tool" in said
    assert "Welcome back" not in said


def test_typing_replaces_what_is_only_proposed(tmp_path: Path) -> None:
    """Nobody has said it yet, so the first letter takes its place; moving about in it keeps it."""
    terminal = Terminal("new", "--guide", "one-page", "--title", "Us", cwd=tmp_path).wait("Which organisation")
    terminal.send("ctrl-s")
    assert terminal.end() == 130 or terminal.ended
    terminal = (
        Terminal("edit", "plan.yaml", "audience", cwd=tmp_path).wait("system education leaders").send("x", "enter")
    )
    assert terminal.end() == 0
    assert value_at(plan(tmp_path), ("purpose", "audience")) == "x"


def test_back_is_not_blocked_by_an_answer_that_cannot_be(titled: Path) -> None:
    """Nobody is trapped by a date that does not exist."""
    terminal = Terminal("edit", "plan.yaml", "launch", cwd=titled).wait("Launch")
    terminal.send("down", "enter").wait("When is the first meeting?").send("2026-02-30", "enter")
    terminal.wait("not a date in the calendar").send("back").wait("Done with this section").send("ctrl-c")
    assert terminal.end() == 130
    assert value_at(plan(titled), ("launch", "first_meeting")) is None


def test_help_opens_and_closes(titled: Path) -> None:
    """F1, or a question mark while nothing is typed: why we ask, an example, the source."""
    terminal = Terminal("edit", "plan.yaml", "purpose.focus", cwd=titled).wait("care about together?")
    terminal.send("f1").wait("For example:").wait("Source:").send("f1").wait(lambda text: "Source:" not in text)
    terminal.send("?").wait("Source:").send("ctrl-c")
    assert terminal.end() == 130


def test_skip_offers_none_on_purpose(titled: Path) -> None:
    """Ctrl-O asks what kind of no it is."""
    terminal = Terminal("new", cwd=titled).wait("Why start").send("ctrl-o").wait("Skip this question?")
    terminal.send("down", "enter").wait("interest, or a concern").send("ctrl-s")
    assert terminal.end() == 0
    assert "why_now: none\n" in (titled / "plan.yaml").read_text(encoding="utf-8")


def test_a_question_is_put_off_with_a_note(titled: Path) -> None:
    """Ctrl-T asks for a note, an owner and a date."""
    terminal = (
        Terminal("edit", "plan.yaml", "purpose.focus", cwd=titled).wait("care about").send("ctrl-t").wait("To-do")
    )
    terminal.send("Ask Ben", "enter").wait("Who").send("Ana", "enter").wait("when").send("1 October 2026", "enter")
    assert terminal.end() == 0
    assert value_at(plan(titled), ("todo", 0, "by")) == "2026-10-01"


def test_ctrl_c_keeps_the_draft_and_says_how_to_go_on(titled: Path) -> None:
    """Code 130, and the half-typed answer is there next time."""
    terminal = (
        Terminal("new", cwd=titled).wait("Why start").send("enter").wait("concern").send("enter").wait("care about")
    )
    terminal.send("early nume").wait("early nume").send("ctrl-c")
    assert terminal.end() == 130
    assert "cop new plan.yaml" in terminal.text
    again = (
        Terminal("new", cwd=titled).wait("care about together? early nume").send("racy", "enter").wait("already know")
    )
    again.send("ctrl-s")
    assert again.end() == 0
    assert value_at(plan(titled), ("purpose", "focus")) == "early numeracy"


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGHUP, 129)])
def test_a_signal_saves_the_draft_first(titled: Path, number: int, code: int) -> None:
    """At a list as well as in a text."""
    terminal = Terminal("edit", "plan.yaml", "purpose.focus", cwd=titled).wait("care about")
    terminal.send("early nume").wait("early nume").signal(number)
    assert terminal.end() == code
    Terminal("edit", "plan.yaml", "purpose.focus", cwd=titled).wait("together? early nume").send("ctrl-c").end()
    at_list = Terminal("edit", "plan.yaml", cwd=titled).wait("Change anything?").signal(number)
    assert at_list.end() == code


def test_two_signals_at_once_end_in_order(titled: Path) -> None:
    """Neither a traceback nor a terminal left in disorder."""
    for _round in range(5):
        terminal = Terminal("edit", "plan.yaml", "purpose.focus", cwd=titled).wait("care about")
        terminal.signal(signal.SIGTERM).signal(signal.SIGTERM)
        assert terminal.end() == 143
        assert "Traceback" not in terminal.text
        assert "Press ENTER" not in terminal.text


def test_a_character_that_cannot_be_saved_is_refused(titled: Path) -> None:
    """A byte that is no UTF-8: the person corrects it, and nothing is lost."""
    terminal = Terminal("edit", "plan.yaml", "purpose.focus", cwd=titled).wait("care about")
    terminal.child.send(b"caf\xe9\xff ")
    terminal.wait("caf").send("enter").wait("cannot be saved").send("ctrl-u", "chalk", "enter")
    assert terminal.end() == 0
    assert value_at(plan(titled), ("purpose", "focus")) == "chalk"


def test_a_closed_terminal_loses_nothing(titled: Path) -> None:
    """The window is closed while somebody types."""
    terminal = Terminal("edit", "plan.yaml", "purpose.focus", cwd=titled).wait("care about")
    terminal.send("early nume").wait("early nume")
    assert terminal.hang_up() == 129
    Terminal("edit", "plan.yaml", "purpose.focus", cwd=titled).wait("together? early nume").send("ctrl-c").end()


def test_a_killed_program_loses_no_more_than_half_a_second(titled: Path) -> None:
    """Nothing can be done about SIGKILL, so the draft has to be on disk by then."""
    terminal = Terminal("edit", "plan.yaml", "purpose.focus", cwd=titled).wait("care about").send("early nume")
    draft = titled / ".plan.yaml.draft"
    terminal.wait(lambda text: draft.exists() and "early nume" in draft.read_text(encoding="utf-8"))
    terminal.signal(signal.SIGKILL)
    assert terminal.end() == -signal.SIGKILL
    again = Terminal("new", cwd=titled).wait("together? early nume").send("ctrl-c")
    assert again.end() == 130


def test_forty_columns_show_the_question_and_the_keys(titled: Path) -> None:
    """Narrow and short: the question stays visible, words are not broken."""
    terminal = Terminal("new", cwd=titled, columns=40, rows=14).wait("Why start a community").wait("Ctrl-S")
    assert all(len(line) <= 40 for line in terminal.text.splitlines())
    terminal.send("ctrl-c")
    assert terminal.end() == 130
    tiny = (
        Terminal("edit", "plan.yaml", "purpose.focus", cwd=titled, columns=40, rows=5).wait("care about").send("chalk")
    )
    tiny.wait("chalk").send("enter")
    assert tiny.end() == 0


def test_long_text_takes_paragraphs_and_has_a_visible_end(titled: Path) -> None:
    """Enter begins a new line; Alt-Enter or Ctrl-D ends the answer."""
    terminal = Terminal("edit", "plan.yaml", "membership.ideal_member", cwd=titled).wait("Alt-Enter or Ctrl-D: done")
    terminal.send("Curious people.", "enter", "enter", "- who try things", "alt-enter")
    assert terminal.end() == 0
    assert value_at(plan(titled), ("membership", "ideal_member")) == "Curious people.\n\n- who try things"


def test_the_editor_opens_on_the_draft_and_comes_back(titled: Path, tmp_path: Path) -> None:
    """What was typed is in the editor's file; what the editor saves is in the prompt."""
    script = tmp_path / "editor.sh"
    script.write_text('#!/bin/sh\ntr a-z A-Z <"$1" >"$1.new" && mv "$1.new" "$1"\n', encoding="utf-8")
    script.chmod(0o755)
    terminal = Terminal(
        "edit", "plan.yaml", "membership.ideal_member", cwd=titled, environment={"EDITOR": str(script)}
    ).wait("Alt-Enter")
    terminal.send("curious people").wait("curious people").send("editor").wait("CURIOUS PEOPLE").send("ctrl-d")
    assert terminal.end() == 0
    assert value_at(plan(titled), ("membership", "ideal_member")) == "CURIOUS PEOPLE"


@pytest.mark.parametrize("broken", ["no-such-editor-anywhere", "false"])
def test_an_editor_that_fails_loses_nothing(titled: Path, broken: str) -> None:
    """A message, and the text is still in the prompt."""
    terminal = Terminal(
        "edit", "plan.yaml", "membership.ideal_member", cwd=titled, environment={"EDITOR": broken}
    ).wait("Alt-Enter")
    terminal.send("curious").wait("curious").send("editor").wait("editor").wait(
        lambda text: "did not start" in text or "ended with an error" in text
    )
    terminal.send(" people", "ctrl-d")
    assert terminal.end() == 0
    assert value_at(plan(titled), ("membership", "ideal_member")) == "curious people"


def test_many_pasted_lines_become_many_people(titled: Path) -> None:
    """Where one name is asked, a pasted list is understood."""
    terminal = (
        Terminal("edit", "plan.yaml", "membership.roster", cwd=titled)
        .wait("Add the first person")
        .send("enter")
        .wait("name")
    )
    terminal.paste("Amina Yusuf, Principal\nBen Cardinal, Coach\n").wait("Add these 2 people?").send("enter")
    terminal.wait("Done (2 people)").send("enter")
    assert terminal.end() == 0
    assert value_at(plan(titled), ("membership", "roster", 1, "name")) == "Ben Cardinal"


def test_pasted_line_breaks_are_folded_in_a_one_line_answer(titled: Path) -> None:
    """An answer of one line stays one."""
    terminal = Terminal("edit", "plan.yaml", "purpose.focus", cwd=titled).wait("care about")
    terminal.paste("early\nnumeracy").wait("early numeracy").send("enter")
    assert terminal.end() == 0
    assert value_at(plan(titled), ("purpose", "focus")) == "early numeracy"


def test_a_file_that_changed_meanwhile_is_not_overwritten(titled: Path) -> None:
    """Somebody else's change is named, and both are kept."""
    terminal = Terminal("edit", "plan.yaml", "purpose.focus", cwd=titled).wait("care about")
    path = titled / "plan.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("title: Our Circle", "title: Their Circle"), "utf-8")
    terminal.send("early numeracy", "enter").wait("Both changes are in it")
    assert terminal.end() == 0
    assert value_at(plan(titled), ("title",)) == "Their Circle"
    assert value_at(plan(titled), ("purpose", "focus")) == "early numeracy"


def test_the_version_before_the_session_is_kept(titled: Path) -> None:
    """One backup beside the plan: the file as it was before."""
    before = (titled / "plan.yaml").read_bytes()
    Terminal("edit", "plan.yaml", "purpose.focus", cwd=titled).wait("care about").send("chalk", "enter").end()
    assert (titled / "plan.yaml.bak").read_bytes() == before


def test_a_whole_walk_ends_in_a_page(tmp_path: Path) -> None:
    """From `cop new` through every question of the one-page tool to a rendered page."""
    terminal = Terminal("new", "--guide", "planning-tool", "--title", "Our Circle", cwd=tmp_path)
    replies = {
        "care about": ("early numeracy", "enter"),
        "Who is the community for?": ("enter",),  # filled in beforehand
        "learn to do better": ("teach it well", "enter"),
        "purpose in one sentence": ("alt-enter",),
        "Skip this question?": ("enter",),
    }
    seen = ""
    while "Change anything?" not in seen:
        terminal.wait(_another_prompt_than(seen))
        seen = _prompt(terminal.text)
        if "Change anything?" not in seen:
            terminal.send(*next((keys for words, keys in replies.items() if words in seen), ("ctrl-o",)))
    terminal.send("enter").wait("Make a page of it").send("enter")
    assert terminal.end() == 0
    page = (tmp_path / "plan.html").read_text(encoding="utf-8")
    assert "Our Circle" in page
    assert "system education leaders who share" in page
    assert not (tmp_path / ".plan.yaml.draft").exists()


def _another_prompt_than(seen: str) -> Callable[[str], bool]:
    return lambda text: _prompt(text) not in ("", seen)


def _prompt(text: str) -> str:
    """The question that is on the screen now, once all of it is: the last line that begins with a question mark."""
    if not " ".join(text.split()).endswith("save and leave"):  # the keys, which stand below every question
        return ""
    return next((line for line in reversed(text.splitlines()) if line.startswith("? ")), "")


def test_the_menu_offers_to_go_on_with_the_last_plan(titled: Path) -> None:
    """Bare `cop`: by title, with the full path and the command each choice stands for."""
    terminal = Terminal(cwd=titled, columns=120).wait("What would you like to do?")
    text = " ".join(terminal.text.split())
    assert "Go on with “Our Circle”" in text
    assert "cop validate plan.yaml" in text
    terminal.send("enter").wait("Why start a community").send("ctrl-s")
    assert terminal.end() == 0
