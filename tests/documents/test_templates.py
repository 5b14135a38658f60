"""Own templates, and what a person is told when one of them is broken."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, bccache

from cop_wizard.documents.register import DOCUMENTS
from cop_wizard.documents.templating import environment, sandbox
from cop_wizard.documents.trouble import TemplateTrouble
from cop_wizard.errors import FileTrouble
from documents.document_plans import RICH, subject_of, text_of


def _own(folder: Path, text: str, name: str = "plan.md.j2") -> Path:
    (folder / "plan").mkdir(exist_ok=True)
    (folder / "plan" / name).write_text(text, encoding="utf-8")
    return folder


def test_an_own_template_takes_the_place_of_one_and_the_others_stay(tmp_path: Path) -> None:
    own = _own(tmp_path, "body { color: #123 }", "page.css")
    page = text_of(subject_of(RICH, templates=own))
    assert "body { color: #123 }" in page
    assert "Early Numeracy" in page
    assert text_of(subject_of(RICH, templates=own), format="md") == text_of(subject_of(RICH), format="md")


def test_what_an_own_template_prints_is_escaped(tmp_path: Path) -> None:
    plan = {"title": "*a* <b>"}
    words = subject_of(plan, templates=_own(tmp_path, "{{ view.title }}"))
    assert text_of(words, format="md") == "\\*a\\* \\<b\\>\n"
    page = subject_of(plan, templates=_own(tmp_path, "{{ view.title }}", "plan.html.j2"))
    assert text_of(page) == "*a* &lt;b&gt;\n"


def test_the_style_sheet_cannot_end_itself(tmp_path: Path) -> None:
    page = text_of(subject_of({}, templates=_own(tmp_path, "a{content:'</style><script>'}", "page.css")))
    assert page.count("</style>") == 1


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("one\n{% for x in %}", 2, "cannot be read"),
        ("one\n{% if view.title %}\ntwo", 3, "{% if … %} is begun and never ended. Add {% endif %}"),
        ("one\n{% trans %}two", 2, "{% trans … %} is begun and never ended. Add {% endtrans %}"),
        ("one\n{{ view.title", 2, "never closed. Close {{ with }}"),
        ("one\n{# a note", 2, "never ended. End it with #}"),
        ("{% for x in [1] %}\n{% endif %}", 2, "{% endif %} stands where {% endfor %} belongs"),
        ("one\n{% endif %}", 2, "was not begun. Take it out."),
        ("one\n{% hello %}", 2, "templates know no {% hello %}"),
        ("{{ view.title|uper }}", 1, "no filter is called “uper”. Did you mean “upper”?"),
        ("{% if view.title is strng %}x{% endif %}", 1, "no test “is strng”. Did you mean “string”?"),
        ("{% trans %}Hello {{ view.title }}{% endtrans %}", 1, "only plain names stand in braces"),
        ("{% trans %}{% if 1 %}x{% endif %}{% endtrans %}", 1, "there can be no {% if %}"),
        ("{{ 'x }}", 1, "close the quotation mark"),
        ("one\n\n{{ view.titel }}", 3, "there is no “titel” in this. Did you mean “title”?"),
        ("{{ veiw }}", 1, "nothing called “veiw” here. Did you mean “view”?"),
        ("{{ [1][5] }}", 1, "no entry 5"),
        ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}", 1, "it needs “a”, and is not given it"),
        ("{{ view.title.upper(3) }}", 1, "too much or too little in the brackets"),
        ("{{ view.title() }}", 1, "brackets behind something that takes none"),
        ("{{ view.title + 1 }}", 1, "such as a text and a number"),
        ("{% for x in 5 %}{% endfor %}", 1, "that is no list"),
        ("{% set view.title = 1 %}", 1, "it changes what it was given"),
        ("one\n{{ view.title.__class__.__mro__ }}", 2, "may not do"),
        ("{% import 'plan/missing.j2' as m %}", 1, "the file plan/missing.j2, which is missing"),
        ("{% macro again() %}{{ again() }}{% endmacro %}\n{{ again() }}", 1, "calls itself"),
        ("{% for a in range(1000000000) %}x{% endfor %}", 1, "more than"),
        ("{{ 'x' * 1000000000 }}", 1, "too large"),
        ("\n{{ 1 / 0 }}", 2, "it divides by zero. Compare it with the built-in one: `cop templates --eject plan"),
        ("one\n{{ view }}", 2, "There are: language, title,"),
        ("{{ view.sections }}", 1, "a list is printed as a whole"),
        ("{{ view.title.upper }}", 1, "neither text nor number"),
        (
            "{% for a in range(99999) %}{% for b in range(99999) %}xxxxxxxxxxxxxxxxxxx{% endfor %}{% endfor %}",
            None,
            "end",
        ),
    ],
)
def test_a_broken_template_is_explained_with_its_line(tmp_path: Path, text: str, line: int | None, words: str) -> None:
    with pytest.raises(TemplateTrouble) as caught:
        text_of(subject_of(RICH, templates=_own(tmp_path, text)), format="md")
    trouble = caught.value
    assert words in f"{trouble.message} {trouble.hint}"
    assert "plan.md.j2" in trouble.message
    assert not re.search(r"object|Error|NoneType|\bstr\b|/tmp", f"{trouble.message} {trouble.hint}")
    assert trouble.path == tmp_path / "plan" / "plan.md.j2"
    assert trouble.hint
    if line:
        assert trouble.line == line
        assert str(line) in trouble.message


DOUBLE = "{{% set ns = namespace(x={first}) %}}{{% for i in range(80) %}}{work}{{% endfor %}}"


@pytest.mark.parametrize(
    "text",
    [
        '{{ "%9999999999d"|format(1) }}',
        '{{ "%9999999999d" % 1 }}',
        '{{ "%*d" % (999999999, 1) }}',
        '{{ "{:>9999999999}".format(1) }}',
        '{{ "{:{}}".format(1, 999999999) }}',
        '{{ "{:>9999999999}".format_map({}) }}',
        '{{ "x"|center(2000000000) }}',
        '{{ "x".center(2000000000) }}',
        '{{ "x".ljust(2000000000) }}',
        '{{ "\\t".expandtabs(2000000000) }}',
        '{{ "a"|indent(2000000000, true) }}',
        '{{ ["a"]|map("center", 2000000000)|list }}',
        "{% filter center(2000000000) %}x{% endfilter %}",
        "{{ [1]|batch(2000000000, 0)|list }}",
        "{{ [1]|slice(2000000000)|list }}",
        '{{ 1.5|round(2000000000, "ceil") }}',
        '{{ {"a": 1}|tojson(2000000000) }}',
        '{% set x = "x" * 900000 %}{{ x|replace("", x)|length }}',
        '{% set x = "x" * 900000 %}{{ x.replace("", x)|length }}',
        '{% set x = "x" * 900000 %}{{ range(90000)|map("string")|join(x)|length }}',
        '{{ (5).to_bytes(2000000000, "big")|length }}',
        "{{ 10 ** 100000000 }}",
        DOUBLE.format(first='"xx"', work="{% set ns.x = ns.x + ns.x %}"),
        DOUBLE.format(first='"xx"', work="{% set ns.x = ns.x ~ ns.x %}"),
        DOUBLE.format(first='"xx"', work="{% set ns.x = ns.x|join(ns.x) %}"),
        DOUBLE.format(first="[1]", work="{% set ns.x = ns.x + ns.x %}"),
        DOUBLE.format(first="9", work="{% set ns.x = ns.x * ns.x %}"),
        DOUBLE.format(first='"xx"', work="{% set ns.x %}{{ ns.x }}{{ ns.x }}{% endset %}"),
        DOUBLE.format(first="[1]", work="{% set ns.x = [ns.x, ns.x] %}") + "{{ ns.x }}",
        DOUBLE.format(first="[1]", work="{% set ns.x = [ns.x, ns.x] %}") + "{{ ns.x|string }}",
        "{{ lipsum(n=99999) }}",
    ],
)
def test_a_template_cannot_eat_the_memory(tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What would become too large is refused before it is made."""
    monkeypatch.setattr(sandbox, "_LARGEST_VALUE", 1_000_000)
    with pytest.raises(TemplateTrouble) as caught:
        text_of(subject_of(RICH, templates=_own(tmp_path, text)), format="md")
    assert any(words in caught.value.message for words in ("too large", "does not end", "filled in", "nothing called"))


@pytest.mark.parametrize(
    "text",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{% for a in range(99999) %}{% for b in range(99999) if b < 0 %}x{% endfor %}{% endfor %}",
        '{% set x = "x" * 90000 %}{% for a in x %}{% for b in x if b > "y" %}{% endfor %}{% endfor %}',
        "{% set r = range(99999)|list %}{% for a in r %}{% for b in r %}{{ b + 1 }}{% endfor %}{% endfor %}",
        '{% set r = range(99999)|list %}{% for a in r %}{% set z = r|map("string")|list %}{% endfor %}',
        '{% set x = "x" * 900000 %}{% for a in range(99999) %}{{ x|upper|length }}{% endfor %}',
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
        "{% for a in [[1, 2]] recursive %}{% if loop.depth < 60 %}{{ loop([1, 2]) }}{% endif %}{% endfor %}",
    ],
)
def test_a_template_cannot_run_for_ever(tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rounds are counted, whether or not they print anything."""
    monkeypatch.setattr(sandbox, "_MOST_STEPS", 200_000)
    with pytest.raises(TemplateTrouble, match="does not end"):
        text_of(subject_of(RICH, templates=_own(tmp_path, text)), format="md")


def test_steps_are_counted_anew_for_each_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many small pages are no endless one."""
    monkeypatch.setattr(sandbox, "_MOST_STEPS", 200)
    own = _own(tmp_path, "{% for a in range(50) %}x{% endfor %}")
    for _round in range(5):
        assert "x" * 50 + "\n" in text_of(subject_of(RICH, templates=own), format="md")


def test_ordinary_work_in_a_template_is_left_alone(tmp_path: Path) -> None:
    """Bounds are far away from what a page needs."""
    text = (
        '{{ "%s of %d" % ("two", 3) }}, {{ "%05.1f"|format(2.5) }}, {{ "x"|center(5) }}, {{ [1, 2]|join("; ") }}, '
        '{{ ["b", "a"]|sort|map("upper")|join }}, {{ "{:>4}".format(7) }}, {{ 2 ** 10 + 1 }}, {{ "a" ~ 1 ~ none }}, '
        '{% for a in [1, 2, 3] if a > 1 %}{{ loop.index }}/{{ loop.length }} {% endfor %}, {{ "ab" * 2 }}, {{ 7 % 4 }}'
    )
    assert text_of(subject_of(RICH, templates=_own(tmp_path, text, "plan.html.j2"))) == (
        "two of 3, 002.5,   x  , 1; 2, AB,    7, 1025, a1None, 1/2 2/2 , abab, 3\n"
    )


def test_half_a_character_is_explained(tmp_path: Path) -> None:
    """It can be written in a template, but not into a file."""
    _own(tmp_path, '{{ "\\ud800" }}', "plan.html.j2")
    with pytest.raises(TemplateTrouble, match="half a character"):
        text_of(subject_of(RICH, templates=tmp_path))


def test_a_template_that_is_not_text_is_explained(tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "page.css").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TemplateTrouble, match="UTF-8"):
        text_of(subject_of(RICH, templates=tmp_path))


def test_a_folder_that_replaces_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TemplateTrouble, match="No file") as caught:
        text_of(subject_of(RICH, templates=tmp_path))
    assert "cop templates --eject" in caught.value.hint
    with pytest.raises(FileTrouble):
        text_of(subject_of(RICH, templates=tmp_path / "nowhere"))


def test_every_document_made_from_templates_has_one_for_its_words() -> None:
    names = environment.template_names()
    for document, one in DOCUMENTS.items():
        if any(form.templated for form in one.formats.values()):
            assert f"{document}/{document}.md.j2" in names


def test_gaps_show_in_a_draft_and_not_in_a_final_page() -> None:
    for form in ("html", "md"):
        draft = text_of(subject_of(RICH), "plan", form)
        final = text_of(subject_of(RICH, final=True), "plan", form)
        for words in ("Not there yet", "Draft:", "nobody yet", "Ask the literacy leads"):
            assert words in draft
            assert words not in final
        assert "Early Numeracy" in final


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ('room("x")', "from 1 to 60"),
        ("room(10 ** 9)", "from 1 to 60"),
        ("room(true)", "from 1 to 60"),
        ("room(0)", "from 1 to 60"),
        ("room()", "lines"),
        ("room(1, 2)", "room takes words"),
        ("badge(5)", "badge takes words"),
        ("badge(view.titel)", "no “titel”"),
        ("missing(5)", "missing takes words"),
        ('facts("x")', "facts takes a list"),
        ("facts([1])", "list of facts"),
        ("facts(none)", "facts takes a list"),
        ('signatures("ab")', "signatures takes a list"),
        ('signatures(["ab"])', "in twos"),
        ("signatures([[1, 2]])", "signatures takes words"),
        ("ticks([5])", "in twos"),
        ("ticks(5)", "ticks takes a list"),
        ('ticks(["x"] * 1001)', "no more than 1000"),
    ],
)
@pytest.mark.parametrize("format", ["md", "html"])
def test_a_tool_used_wrongly_is_told_with_its_line(tmp_path: Path, call: str, words: str, format: str) -> None:  # noqa: A002
    (tmp_path / "charter").mkdir()
    own = tmp_path / "charter" / "charter.md.j2"
    own.write_text(f"# A charter\n\n{{{{ {call} }}}}\n", encoding="utf-8")
    with pytest.raises(TemplateTrouble) as caught:
        text_of(subject_of(RICH, templates=tmp_path), document="charter", format=format)
    assert words in caught.value.message
    assert (caught.value.path, caught.value.line) == (own, 3)


def test_tools_take_what_they_are_made_for(tmp_path: Path) -> None:
    text = """{{ badge(_("New")) }}

{{ ticks(["one", ["two", "a note"], (_("three"), "")]) }}

{{ signatures([["Ann", ""]]) }}

{{ room(60, "Notes") }}
"""
    said = text_of(subject_of(RICH, templates=_own(tmp_path, text)), format="md")
    assert all(words in said for words in ("New", "one", "a note", "three", "Ann", "Notes"))


@pytest.mark.parametrize(
    "damaged",
    [
        lambda whole: b"",
        lambda whole: b"x",
        lambda whole: whole[:40],
        lambda whole: whole[: len(whole) // 2],
        lambda whole: whole[:60] + b"~" + whole[61:],
        lambda whole: whole[: len(whole) // 2] + b"~" + whole[len(whole) // 2 + 1 :],
        lambda whole: bccache.bc_magic,
        lambda whole: bccache.bc_magic + b"~~~~",
    ],
)
def test_a_damaged_file_among_the_compiled_templates_is_made_anew(
    tmp_path: Path, damaged: Callable[[bytes], bytes]
) -> None:
    made = text_of(subject_of(RICH, cache=tmp_path), format="md")
    kept = {path: path.read_bytes() for path in tmp_path.iterdir()}
    assert kept
    for path, whole in kept.items():
        path.write_bytes(damaged(whole))
    environment._environment.cache_clear()
    assert text_of(subject_of(RICH, cache=tmp_path), format="md") == made
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == kept


def test_what_was_compiled_is_used_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = text_of(subject_of(RICH, cache=tmp_path), format="md")
    environment._environment.cache_clear()
    monkeypatch.setattr(Environment, "compile", None)
    assert text_of(subject_of(RICH, cache=tmp_path), format="md") == made


def test_a_mark_at_the_start_of_a_file_is_not_part_of_it(tmp_path: Path) -> None:
    own = _own(tmp_path, "\ufeff# {{ view.title }}\n")
    assert text_of(subject_of(RICH, templates=own), format="md").startswith("# Early Numeracy")


@pytest.mark.parametrize("format", ["md", "html"])
@pytest.mark.parametrize("document", ["plan", "charter", "one-page"])
def test_a_file_name_that_is_not_text_is_shown_with_a_sign(document: str, format: str) -> None:  # noqa: A002
    page = text_of(subject_of(RICH, home="plan\udcff.yaml", title="plan\udcff"), document=document, format=format)
    assert "plan\ufffd.yaml" in page or document == "plan"
