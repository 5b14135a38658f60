"""The charter holds what members agree on, and says openly what is not agreed yet."""

from __future__ import annotations

import re
from typing import Any

import pytest

from cop_wizard.plan.choices import SeenBy
from cop_wizard.values import NONE_ON_PURPOSE
from documents.document_plans import RICH, people, subject_of, text_of

STATEMENTS = {"role_and_voice": "Everybody speaks once first.", "conflict": "We argue about ideas."}


def _charter(data: dict[str, Any], format: str = "md", **options: Any) -> str:  # noqa: A002  the word people type
    return text_of(subject_of(data, **options), "charter", format)


def _headings(text: str) -> list[str]:
    return re.findall(r"^#+ (.+)$", text, re.MULTILINE)


def test_a_full_plan_has_every_section() -> None:
    headings = _headings(_charter(RICH))
    assert headings[0].endswith(": our charter")
    for expected in ("What we are for", "Who belongs", "How we lead", "How we deal with one another", "Signatures"):
        assert expected in headings


def test_it_says_that_nobody_has_agreed_and_leaves_room_to_sign() -> None:
    text = _charter({"membership": {"roster": [{"name": "Bertille", "status": "member"}, {"name": "Hamza"}]}})
    assert "Not yet agreed" in text
    assert re.search(r"\| Bertille \| …+ \|", text)
    assert re.search(r"\| Hamza \| …+ \|", text)


def test_those_who_agreed_stand_with_their_day() -> None:
    text = _charter({"norms": {"agreements": [{"who": "All eleven", "on": "2026-10-21"}]}})
    assert "Not yet agreed" not in text
    assert "**Agreed on 21 October 2026**" in text
    assert "## Agreed by\n\n- All eleven, 21 October 2026\n" in text
    assert "## Signatures" in text


def test_it_says_on_top_how_far_the_agreement_is() -> None:
    two = [{"who": "All eleven", "on": "2026-10-21"}, {"who": "Ana", "on": "2026-11-18"}]
    assert "**Agreed since 21 October 2026**" in _charter({"norms": {"agreements": two}})
    assert "**Agreed by the members**" in _charter({"norms": {"agreements": [{"who": "All eleven"}]}})
    assert "**Approved**" in _charter({"document": {"status": "approved"}})
    assert "**Not yet agreed by the members**" in _charter({"norms": {"agreements": [{"who": "TBD"}]}})


def test_an_agreement_that_lies_ahead_is_none_yet() -> None:
    text = _charter({"norms": {"agreements": [{"who": "All eleven", "on": "2027-01-20"}]}})
    assert "**Not yet agreed by the members**" in text
    assert "## Agreed by" not in text
    assert "## Still to agree\n\n- All eleven, 20 January 2027\n" in text


def test_further_series_say_for_whom_they_are() -> None:
    series = [{"title": "Night circle", "rhythm": "once a month", "audience": "whoever is on nights"}]
    text = _charter({"launch": {"series": series}})
    assert re.search(r"\*\*Night circle:\*\* Once a month\\?\nFor: whoever is on nights", text)


def test_what_only_keeps_a_place_is_no_rule() -> None:
    rules = [{"subject": "Dates", "method": "vote", "quorum": "TBD"}, {"subject": "Money", "quorum": "half"}]
    text = _charter({"norms": {"decision_rules": rules}})
    assert "TBD" not in text
    assert "half" in text


def test_what_everybody_may_read_has_no_places_to_sign() -> None:
    data = {"membership": {"roster": [{"name": "Bertille", "status": "member"}]}}
    assert "Signature" in _charter(data)
    assert "Signature" not in _charter(data, audience=SeenBy.PUBLIC)


def test_leaving_is_only_promised_where_the_plan_says_how() -> None:
    assert "## How people join\n" in _charter({"membership": {"joining": "Ask anybody."}})
    both = {"joining": "Ask anybody.", "exit": {"goodbye": "A cake."}}
    assert "## How people join and leave\n" in _charter({"membership": both})


def test_the_headings_of_the_guide_are_told_as_answers() -> None:
    rule = {"subject": "All", "method": "vote", "quorum": "half", "quorum_of": "those_who_may_vote"}
    norms = {"statements": {"purpose_achieved": "When children count."}, "decision_rules": [rule]}
    text = _charter({"norms": norms, "life": {"status": "active"}})
    assert "**How we know that we are done:** When children count." in text
    assert "| Quorum counted among |" in text
    assert "**Where we stand:** Active" in text


def test_a_large_community_signs_on_free_lines() -> None:
    text = _charter({"membership": {"roster": people(60)}})
    signatures = text.split("## Signatures")[1]
    assert signatures.count("\n| ") == 2 + 6  # the head, the line under it, and the lines to sign
    assert "Whitford-Lachance" not in signatures
    assert "Whitford-Lachance" in text


def test_blank_goals_are_no_failure() -> None:
    assert "hope for" not in _charter({"title": "Soup"})
    assert "without set goals, on purpose" in _charter({"purpose": {"goals": NONE_ON_PURPOSE}})


def test_dropped_goals_are_gone_and_reached_ones_say_so() -> None:
    goals = [
        {"text": "Old idea", "status": "dropped"},
        {"text": "One interview", "by": "2026-12-11", "status": "reached"},
        {"text": "Two interviews", "by": "2027-12-11"},
        {"text": "Three", "by": "before the summer"},
        {"text": "Someday", "by": "TBD"},
    ]
    text = _charter({"purpose": {"goals": goals}})
    assert "Old idea" not in text
    assert "- One interview (reached)" in text
    assert "- Two interviews (by 11 December 2027)" in text
    assert "- Three (before the summer)" in text
    assert "- Someday\n" in text


def test_norms_or_the_way_to_them() -> None:
    assert "in pairs" in _charter({"norms": {"process": "We begin in pairs."}})
    both = _charter({"norms": {"process": "We begin in pairs.", "statements": STATEMENTS}})
    assert "in pairs" not in both
    assert "Everybody speaks once first." in both
    assert "on purpose" in _charter({"norms": {"process": NONE_ON_PURPOSE}})


def test_a_draft_names_the_norm_topics_still_to_be_talked_about() -> None:
    data = {"norms": {"statements": STATEMENTS}}
    assert "Still to be talked about: How we keep to our purpose; How we come to decisions" in _charter(data)
    assert "Still to be talked about" not in _charter(data, final=True)


def test_a_draft_says_kindly_what_is_missing_and_a_final_one_leaves_it_out() -> None:
    draft, final = _charter({"title": "Soup"}), _charter({"title": "Soup"}, final=True)
    assert "Nobody has joined yet." in draft
    assert _headings(final) == ["Soup: our charter", "Signatures"]


def test_seats_are_shown_with_who_is_there_and_what_is_vacant() -> None:
    seats = [
        {"role": "Emergency", "why": "They see the house at night", "filled_by": "Rasheed", "state": "acting"},
        {"role": "Day clinic", "state": "filled"},
        {"role": "Night shift", "filled_by": "TBD"},
    ]
    text = _charter({"membership": {"required_seats": seats}})
    assert "| Emergency | They see the house at night | Rasheed (for the time being) |" in text
    assert text.count("*vacant*") == 2


def test_limits_of_size_in_words_and_whether_they_bind() -> None:
    size = {"minimum": "7", "minimum_is": "hard", "ideal": "a dozen", "maximum": NONE_ON_PURPOSE}
    assert "**How many:** Never fewer than 7, ideally a dozen, no upper limit" in _charter(
        {"membership": {"size": size}}
    )


def test_only_those_who_belong_are_members() -> None:
    roster = [
        {"name": "Ana", "level": "core", "status": "member"},
        {"name": "Ben", "level": "active", "status": "invited"},
        {"name": "Cem", "level": "active", "status": "alumni"},
        {"name": "Dora", "level": "active", "status": "on_leave"},
        {"name": "Emil", "level": "transactional"},
    ]
    text = _charter({"membership": {"roster": roster}})
    assert "**Core:** Ana" in text
    assert "**Active:** Dora (on leave)" in text
    assert "**Helping us, without being members:** Emil" in text
    assert "Ben" not in text
    assert "Cem" not in text


@pytest.mark.parametrize("format", ["md", "html"])
def test_hostile_text_stays_text(format: str) -> None:  # noqa: A002  the word people type
    bad = "<script>x</script> | # *a* {{ 1234*3 }} \u202e"
    data = {
        "title": bad,
        "document": {"version": bad},
        "purpose": {"statement": bad, "goals": [{"text": bad, "by": bad}]},
        "membership": {"roster": [{"name": bad}], "required_seats": [{"role": bad, "why": bad, "filled_by": bad}]},
        "norms": {"own": [{"topic": bad, "statement": bad}], "agreements": [{"who": bad}]},
        "leadership": {"offices": [{"role": bad, "filled_by": bad}], "duties": {"convene": [bad]}},
    }
    text = _charter(data, format)
    assert "<script>" not in text.replace("\\<script>", "")
    assert "3702" not in text
    assert "\u202e" not in text
