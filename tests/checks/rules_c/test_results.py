"""Quotes and their consent, numbers and their base, and what is promised to stay inside."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cop_wizard.diagnostic import Diagnostic

Said = Callable[[str, str], list[Diagnostic]]


def evidence(answers: str) -> str:
    return f"results:\n  evidence:\n    - {{what: What members say, {answers}}}\n"


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ("quote: It helps", "Somebody is quoted, and nothing says whether they agreed."),
        ("quote: It helps, quoted: Ana Lopes", "Ana Lopes is quoted, and nothing says whether they agreed."),
        ("quote: It helps, seen_by: public", "Somebody is quoted, and nothing says whether they agreed."),
        ("quote: It helps, seen_by: members", ""),
        ("quote: It helps, seen_by: leaders", ""),
        ("quote: It helps, consent: yes, seen_by: public", ""),
        ("quote: It helps, consent: none", ""),
        ("quote: It helps, consent: no, seen_by: members", "Somebody did not agree to be quoted, and the words"),
        ("quote: It helps, consent: no, seen_by: leaders", ""),
        ("quote: TBD", ""),
        ("number: 3", ""),
    ],
)
def test_words_of_others_stand_with_their_yes(said: Said, answers: str, told: str) -> None:
    """The wider the circle, the sooner it is asked."""
    found = said("COP712", evidence(answers))
    assert [one.message[: len(told)] for one in found] == ([told] if told else [])


def test_a_story_is_its_tellers(said: Said) -> None:
    """As a quote is; one without a teller has nobody to ask."""
    story = "results:\n  stories:\n    - {title: The open door, immediate: A good hour, ANSWERS}\n"
    (one,) = said("COP712", story.replace("ANSWERS", "told_by: Ana Lopes"))
    assert one.path == ("results", "stories", 0, "told_by")
    assert said("COP712", story.replace("ANSWERS", "told_by: none")) == []
    assert said("COP712", story.replace("ANSWERS", "told_by: Ana Lopes, consent: yes")) == []


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ("number: 9, unit: teachers", "9 teachers: nothing says of how many."),
        ("number: 75 %", "75 %: nothing says of how many."),
        ("number: 75, unit: per cent of members", "75 per cent of members: nothing says of how many."),
        ("number: 12, unit: enseignantes", "12 enseignantes: nothing says of how many."),
        ("number: 9, unit: teachers, base: 12 asked", ""),
        ("number: 9, unit: teachers, base: none", ""),
        ("number: 3, unit: templates", ""),
        ("number: about 9 of 12, unit: teachers", ""),
        ("number: 9", ""),
        ("number: TBD, unit: teachers", ""),
    ],
)
def test_a_number_of_people_has_a_base(said: Said, answers: str, told: str) -> None:
    """A number of things stands for itself."""
    assert [one.message for one in said("COP713", evidence(answers))] == ([told] if told else [])


@pytest.mark.parametrize(
    ("repeating", "answers", "told"),
    [
        ("nothing", "quote: It helps, seen_by: public", 1),
        ("nothing", "quote: It helps, seen_by: members", 0),
        ("nothing", "quote: It helps, seen_by: public, consent: yes", 0),
        ("nothing", "link: example.org, seen_by: public", 0),
        ("without_names", "quote: It helps, seen_by: public", 0),
        ("only what we wrote together", "quote: It helps, seen_by: public", 0),
    ],
)
def test_a_promise_of_silence_holds_for_quotes(said: Said, repeating: str, answers: str, told: int) -> None:
    """Not for products, nor where the person said yes."""
    assert len(said("COP714", f"care:\n  repeating: {repeating}\n" + evidence(answers))) == told
