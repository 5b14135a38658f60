"""In which direction a text is read."""

from __future__ import annotations

import pytest

from cop_wizard.documents.content.direction import is_from_right, reads_from_right
from cop_wizard.documents.content.paper import Run
from cop_wizard.documents.formats.html import direction


@pytest.mark.parametrize(
    ("text", "from_right", "said"),
    [
        ("Hello", False, "auto"),
        ("שלום עולם (Peace)", True, "auto"),
        ("Sara سارة الحداد joins", False, "auto"),
        ("שלום עולם is a community of practice, and we would like you to be part of it.", False, "ltr"),
        ("Sara: אנחנו לומדים ביחד איך לספור", True, "rtl"),
        ("12, 13.", False, "auto"),
        ("", False, "auto"),
    ],
)
def test_a_sentence_stays_as_it_is_where_it_begins_with_a_name_in_another_script(
    text: str, from_right: bool, said: str
) -> None:
    assert reads_from_right(text) is from_right
    assert direction([Run(text)]) == said


def test_a_letter_from_the_right_is_found_anywhere() -> None:
    assert is_from_right("Ana שלום")
    assert not is_from_right("Ana 李伟 12")
