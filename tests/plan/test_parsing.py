"""What people type for dates, times, lengths and numbers, at its strangest."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from pydantic_core import PydanticCustomError

from cop_wizard.plan.parsing import InWords, parse_clock, parse_count, parse_date, parse_length

PARSERS = {"date": parse_date, "clock": parse_clock, "length": parse_length, "count": parse_count}


@pytest.mark.parametrize(
    "text",
    [
        "99999999999999999999999 hours",
        "9" * 400 + " hours",
        "9" * 5_000 + " hours",
        "9" * 5_000 + " minutes",
        "1 h " + "9" * 400,
        "0,5" + "0" * 5_000 + "1 hours and " + "9" * 5_000 + " minutes",
    ],
    ids=lambda text: text[:12] + str(len(text)),
)
def test_a_length_beyond_counting_is_no_length(text: str) -> None:
    """A refusal with a name, not an overflow."""
    with pytest.raises(PydanticCustomError) as caught:
        parse_length(text)
    assert caught.value.type == "no_such_length"


FORMS = [
    "{d}",
    "{d} hours",
    "{d} h {d}",
    "{d}:{d}",
    "{d}.{d} pm",
    "{d} am",
    "{d}-{d}-{d}",
    "{d}/{d}/{d}",
    "{d} May {d}",
    "{d},{d}",
]


@pytest.mark.parametrize("digit", ["9", "0", "²", "٣", "９", "५", "½", "Ⅷ", "🄁"])
@pytest.mark.parametrize("parse", PARSERS.values(), ids=PARSERS)
def test_no_digits_of_any_script_or_number_stop_a_parser(parse: Callable[[str], object], digit: str) -> None:
    """A value, words, or a refusal with a name."""
    for text in (form.format(d=digit * count) for form in FORMS for count in (1, 2, 4, 400, 5_000)):
        with suppress(PydanticCustomError):
            parse(text)


def test_ordinary_lengths_are_still_read() -> None:
    """Up to a whole day."""
    found = parse_length("24 hours")
    assert not isinstance(found, InWords)
    assert found.days == 1
    with pytest.raises(PydanticCustomError):
        parse_length("24 hours and 1 minute")
