"""The prompter with arrow keys: every key over piped input, and its screens in this process."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pyte
import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from prompt_toolkit.output.vt100 import Vt100_Output

from cop_wizard.wizard.prompter import Ask, Interrupted, Leave, Option, Pasted, Way
from cop_wizard.wizard.questionary_prompter import QuestionaryPrompter
from support.terminal import KEYS

FRUIT = [Option("a", "Apple", "red"), Option("b", "Banana", "yellow"), Option("c", "Cherry")]


def press(ask: Callable[[QuestionaryPrompter], Any], *keys: str) -> Any:
    """What ``ask`` returns when these keys are pressed."""
    with create_pipe_input() as pipe:
        prompter = QuestionaryPrompter(lambda text, style: None, DummyOutput(), pipe)
        pipe.send_text("".join(KEYS.get(key, key) for key in keys))
        return ask(prompter)


def line(ask: Ask) -> Callable[[QuestionaryPrompter], Any]:
    return lambda prompter: prompter.line(ask)


def long(ask: Ask) -> Callable[[QuestionaryPrompter], Any]:
    return lambda prompter: prompter.paragraph(ask)


def pick(ask: Ask) -> Callable[[QuestionaryPrompter], Any]:
    return lambda prompter: prompter.pick(ask, FRUIT)


def tick(ask: Ask) -> Callable[[QuestionaryPrompter], Any]:
    return lambda prompter: prompter.tick(ask, FRUIT, ["b"])


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (("enter",), "leaders"),
        (("us", "enter"), "us"),
        ((" of us", "enter"), "leaders of us"),
        (("\x1b[F", "!", "enter"), "leaders!"),
        (("\x1b[C", "!", "enter"), "leaders!"),
        (("\x1b[D", "!", "enter"), "leader!s"),
        (("\x7f", "!", "enter"), "leader!"),
        (("\x1b[200~us\x1b[201~", "enter"), "us"),
    ],
)
def test_a_proposal_gives_way_to_what_is_typed(keys: tuple[str, ...], expected: str) -> None:
    """Unless one moved about in it first; a blank goes on from it."""
    assert press(line(Ask("What?", default="leaders", proposed=True)), *keys) == expected


@pytest.mark.parametrize(
    ("prompt", "keys", "expected"),
    [
        (line, ("chalk", "enter"), "chalk"),
        (line, ("  chalk  ", "enter"), "chalk"),
        (line, ("enter",), ""),
        (line, ("a < b?", "enter"), "a < b?"),
        (line, ("\x1b[200~one\ntwo\x1b[201~", "enter"), "one two"),
        (long, ("one", "enter", "two", "alt-enter"), "one\ntwo"),
        (long, ("one", "ctrl-d"), "one"),
        (pick, ("enter",), "a"),
        (pick, ("down", "down", "enter"), "c"),
        (pick, ("up", "enter"), "c"),
        (pick, ("2", "enter"), "b"),
        (pick, ("\x1b[F", "enter"), "c"),
        (pick, ("\x1b[6~", "\x1b[H", "enter"), "a"),
        (tick, ("enter",), ["b"]),
        (tick, ("space", "down", "space", "enter"), ["a"]),
        (tick, ("a", "enter"), ["a", "b", "c"]),
    ],
)
def test_keys_give_answers(prompt: Any, keys: tuple[str, ...], expected: Any) -> None:
    """What is typed or chosen comes back."""
    assert press(prompt(Ask("What?")), *keys) == expected


@pytest.mark.parametrize("prompt", [line, long, pick, tick])
@pytest.mark.parametrize(
    ("key", "way"),
    [("back", Way.BACK), ("<", Way.BACK), ("ctrl-o", Way.SKIP), ("ctrl-t", Way.TODO), ("ctrl-s", Way.SAVE)],
)
def test_every_prompt_has_every_way_out(prompt: Any, key: str, way: Way) -> None:
    """Back, skip, to-do, save: at each of the four prompts, even where an answer is needed."""
    assert press(prompt(Ask("What?", optional=False)), key) == Leave(way)


@pytest.mark.parametrize("prompt", [line, long, pick, tick])
def test_ctrl_c_interrupts_every_prompt(prompt: Any) -> None:
    """It is never mistaken for an answer."""
    with pytest.raises(Interrupted):
        press(prompt(Ask("What?")), "ctrl-c")


@pytest.mark.parametrize("prompt", [line, pick])
def test_a_prompt_offers_only_the_ways_it_has(prompt: Any) -> None:
    """A key without a meaning does nothing."""
    reply = press(prompt(Ask("What?", ways=frozenset())), "back", "ctrl-o", "ctrl-t", "ctrl-s", "enter")
    assert reply in ("", "a")


def test_a_needed_answer_is_not_left_out_by_enter() -> None:
    """The second Enter finds something typed."""
    assert press(line(Ask("What?", optional=False)), "enter", "chalk", "enter") == "chalk"


def test_a_refused_answer_can_be_corrected() -> None:
    """Enter is refused until the check is content."""
    ask = Ask("What?", check=lambda text: "" if text == "chalk" else "Only chalk.")
    assert press(line(ask), "chal", "enter", "k", "enter") == "chalk"


def test_many_pasted_lines_come_back_as_pasted() -> None:
    """Only where the prompt says that it can take them."""
    pasted = press(line(Ask("Name?", many=True)), "\x1b[200~Ana\r\nBen\n\x1b[201~")
    assert pasted == Pasted("Ana\nBen")


def test_typing_is_reported_as_a_draft() -> None:
    """Every change, so that nothing is lost."""
    noted: list[str] = []
    press(line(Ask("What?", note_draft=noted.append)), "abc", "enter")
    assert noted[-1] == "abc"


def test_the_default_is_pointed_at_and_a_stale_one_is_forgotten() -> None:
    """A choice that is no longer there must not stop the prompt."""
    assert press(pick(Ask("Which?", default="b")), "enter") == "b"
    assert press(pick(Ask("Which?", default="gone")), "enter") == "a"


def screens(ask: Callable[[QuestionaryPrompter], Any], *keys: str, columns: int = 80, rows: int = 24) -> list[str]:
    """What the screen shows after each key, drawn in this process."""
    shown: list[str] = []
    screen = pyte.Screen(columns, rows)
    stream = pyte.Stream(screen)
    written = io.StringIO()
    pending = list(keys)
    output = Vt100_Output(written, lambda: Size(rows=rows, columns=columns), enable_cpr=False)
    with create_pipe_input() as pipe:
        prompter = QuestionaryPrompter(lambda text, style: None, output, pipe)

        def look(app: Any) -> None:
            output.flush()
            stream.feed(written.getvalue())
            written.truncate(0)
            written.seek(0)
            shown.append("\n".join(part.rstrip() for part in screen.display).rstrip())
            if pending:
                key = pending.pop(0)
                pipe.send_text(KEYS.get(key, key))

        prompter.after_render = look
        ask(prompter)
    return shown


def test_the_screen_shows_where_we_are_the_question_and_the_keys() -> None:
    """From top to bottom, without help until it is asked for."""
    ask = Ask("What do members care about?", where="Section 1 of 9", help="Because it matters.")
    first = screens(line(ask), "enter")[0]
    assert first.split("\n")[1:4:2][0] == "Section 1 of 9"
    assert "? What do members care about?" in first
    assert "Shift-Tab back" in first
    assert "Because it matters." not in first


def test_help_is_shown_and_hidden() -> None:
    """By F1."""
    ask = Ask("What?", help="Because it matters.")
    shown = screens(line(ask), "f1", "f1", "enter")
    assert any("Because it matters." in text for text in shown)
    assert "Because it matters." not in shown[2]


def test_a_refusal_is_shown_only_after_enter() -> None:
    """Nobody is told off while still typing."""
    ask = Ask("When?", check=lambda text: "" if text == "today" else "That is no date.")
    shown = screens(line(ask), "tomorrow", "enter", "ctrl-s")
    assert "That is no date." not in shown[1]
    assert any(text.count("That is no date.") == 1 for text in shown[2:])
    assert all(text.count("That is no date.") < 2 for text in shown)


def test_a_preview_follows_the_typing() -> None:
    """The sentence grows with each key."""
    ask = Ask("What?", preview=lambda text: f"We care about {text or '…'}.")
    shown = screens(line(ask), "chalk", "enter")
    assert "We care about …." in shown[0]
    assert "We care about chalk." in "".join(shown)


def test_words_are_not_broken_at_the_edge() -> None:
    """A long hint is broken between words, also in forty columns."""
    hint = "something that troubles people and that they want to change before long"
    shown = screens(lambda prompter: prompter.pick(Ask("Which?"), [Option("a", "A", hint)]), "enter", columns=40)
    joined = " ".join(shown[0].split())
    assert hint in joined


def test_a_tiny_window_still_shows_the_question() -> None:
    """Four rows: the question and the answer come first."""
    shown = screens(line(Ask("What?", where="Section 1 of 9")), "chalk", "enter", columns=40, rows=4)
    assert "What? chalk" in " ".join("".join(shown).split())


def test_what_ends_a_long_text_does_not_end_the_program_in_a_short_one() -> None:
    """Ctrl-D accepts a line, also an empty one."""
    assert press(line(Ask("What?")), "ctrl-d") == ""


def test_ticks_are_reported_as_a_draft() -> None:
    """So that a break forgets none of them."""
    noted: list[str] = []
    ask = Ask("Which?", note_draft=noted.append)
    screens(lambda prompter: prompter.tick(ask, FRUIT, []), "space", "down", "space", "ctrl-s")
    assert "a\nb" in noted


@pytest.mark.parametrize("before", [(), ("ctrl-o",), ("\x18\x05",), ("\x1b>",), ("\x04",)], ids=repr)
def test_in_a_list_no_key_answers_with_nothing(before: tuple[str, ...]) -> None:
    """What would end a text does nothing there; Alt-Enter is Enter."""
    assert press(pick(Ask("Which?", default="b", ways=frozenset())), *before, "alt-enter") == "b"
    assert press(tick(Ask("Which?", ways=frozenset())), *before, "space", "alt-enter") == ["a", "b"]


PEOPLE = [
    Option(name, name)
    for name in ("Ana Ruiz", "Ben Okafor", "Élodie Moreau", "Ida Aho", *map("Kim {}".format, range(20)))
]


def crowd(ask: Ask) -> Callable[[QuestionaryPrompter], Any]:
    return lambda prompter: prompter.tick(ask, PEOPLE, [])


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (("mor", "enter", "oka", "enter", "enter"), ["Ben Okafor", "Élodie Moreau"]),
        (("elo", "enter", "enter"), ["Élodie Moreau"]),
        (("É", "enter", "enter"), ["Élodie Moreau"]),
        (("Kim 1", "enter", "enter"), ["Kim 1"]),
        (("ida aho", "enter", "ana ruiz", "enter", "enter"), ["Ana Ruiz", "Ida Aho"]),
        (("zz", "enter", "space", "enter", "\x7f", "\x7f", "\x7f", "ben", "enter", "enter"), ["Ben Okafor"]),
        (("mox", "\x7f", "r", "enter", "down", "space", "enter"), ["Élodie Moreau", "Ida Aho"]),
        (("oka", "down", "ana", "enter", "enter"), ["Ana Ruiz"]),
        (("oka", "enter", "oka", "enter", "enter"), []),
        (("\x01", "enter"), [option.value for option in PEOPLE]),
        (("\x01", "\x01", "enter"), []),
        (("\x1b[F", "space", "enter"), ["Kim 19"]),
        (("\x1b",), Leave(Way.BACK)),
    ],
)
def test_in_a_long_list_letters_lead_to_a_name(keys: tuple[str, ...], expected: Any) -> None:
    assert press(crowd(Ask(question="Who came?", ways=frozenset({Way.BACK}))), *keys) == expected


def test_in_a_long_list_one_is_picked_by_its_letters() -> None:
    ask = Ask(question="Who leads?")
    assert press(lambda prompter: prompter.pick(ask, PEOPLE), "kim 1", "enter") == "Kim 1"
    assert press(lambda prompter: prompter.pick(ask, PEOPLE), "nobody", "enter", "down", "enter") == "Ben Okafor"
