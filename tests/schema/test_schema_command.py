"""``cop schema``: what is written, where to, and how plans name it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cop_wizard.cli.run import main
from cop_wizard.guide.load import load_guide
from cop_wizard.plan.fields import item_type, keys_at, part_type, type_at
from cop_wizard.plan.plan import Plan
from cop_wizard.values import KeyPath

LINE = "# yaml-language-server: $schema=plan.schema.json"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder of its own, without a screen."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")


def written(*words: str) -> dict[str, Any]:
    """The schema that `cop schema` writes with these words."""
    assert main(["schema", "-o", "plan.schema.json", *words]) == 0
    found: dict[str, Any] = json.loads(Path("plan.schema.json").read_text(encoding="utf-8"))
    return found


def test_the_schema_goes_to_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON and nothing else."""
    assert main(["schema"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["required"] == ["schema_version"]
    assert said.err == ""


@pytest.mark.parametrize("width", ["80", "40"])
def test_the_schema_goes_to_a_file(
    width: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same text; and the person is told the line for the top of a plan, whole, so that it can be copied."""
    monkeypatch.setenv("COLUMNS", width)
    main(["schema"])
    shown = capsys.readouterr().out
    written()
    said = capsys.readouterr()
    assert Path("plan.schema.json").read_text(encoding="utf-8") == shown
    assert said.out == ""
    assert LINE in said.err


@pytest.mark.parametrize(("target", "code"), [("plan.yaml", 2), ("schema", 2), ("taken.json", 3), ("folder.json", 3)])
def test_nothing_else_is_written_over(target: str, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither a plan, whatever its name, nor a folder; and a schema has a schema's name."""
    Path("folder.json").mkdir()
    for name in ("plan.yaml", "taken.json"):
        Path(name).write_text("schema_version: 2\n")
    assert main(["schema", "-o", target]) == code
    assert Path("plan.yaml").read_text() == Path("taken.json").read_text() == "schema_version: 2\n"
    assert not Path("schema").exists()
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="making a link takes special rights there")
def test_a_link_is_not_followed() -> None:
    """What it points to stays as it is."""
    Path("mine.json").write_text("{}")
    Path("plan.schema.json").symlink_to("mine.json")
    assert main(["schema", "-o", "plan.schema.json"]) == 3
    assert Path("mine.json").read_text() == "{}"


def test_new_plans_name_the_schema_beside_them() -> None:
    """In their first line, which everything else leaves alone."""
    written()
    assert main(["new", "--no-input", "--title", "Bridge Builders"]) == 2
    assert Path("plan.yaml").read_text(encoding="utf-8").startswith(LINE + "\n# ")
    assert main(["validate", "plan.yaml"]) == 0
    Path("more.yaml").write_text("purpose:\n  focus: reading\n  why_now: [engaging_staff]\n")
    assert main(["new", "--no-input", "--answers", "more.yaml"]) == 2
    text = Path("plan.yaml").read_text(encoding="utf-8")
    assert text.startswith(LINE + "\n# ")
    assert "focus: reading" in text


def test_the_wizard_names_the_schema_too() -> None:
    """Before the first question is asked."""
    written()
    words = ["new", "walked.yaml", "--guide", "planning-tool", "--plain"]
    subprocess.run([sys.executable, "-m", "cop_wizard", *words], input=b"", capture_output=True, check=False)
    assert Path("walked.yaml").read_text(encoding="utf-8").startswith(LINE + "\n# ")


def test_new_plans_name_no_schema_where_there_is_none() -> None:
    """They begin with the words for people."""
    main(["new", "--no-input"])
    assert "yaml-language-server" not in Path("plan.yaml").read_text(encoding="utf-8")


def test_the_words_are_those_of_an_own_guide() -> None:
    """And of the full guide, for what the own one does not ask."""
    Path("ours.yaml").write_text(
        "title: Ours\nsections:\n  - id: purpose\n    title: Our aim\n    intro: We begin here.\n    questions:\n"
        "      - asks: purpose.focus\n        prompt: What is it all about?\n",
        encoding="utf-8",
    )
    purpose = written("--guide", "ours.yaml")["properties"]["purpose"]
    whole = load_guide("cass").question("purpose.audience")
    assert whole is not None
    assert (purpose["title"], purpose["description"]) == ("Our aim", "We begin here.")
    assert purpose["properties"]["focus"]["description"].startswith("What is it all about?")
    assert purpose["properties"]["audience"]["description"].startswith(whole.prompt)


def test_an_unknown_guide_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """With the one that may have been meant, and nothing is written."""
    assert main(["schema", "--guide", "planing-tool", "-o", "plan.schema.json"]) == 2
    assert "planning-tool" in capsys.readouterr().err
    assert not Path("plan.schema.json").exists()


def places(path: KeyPath = ()) -> list[KeyPath]:
    """Every key that a plan can hold, rows of lists as position 0."""
    found: list[KeyPath] = []
    for key in keys_at(Plan, path):
        place = (*path, key)
        rows = item_type(type_at(Plan, place))
        found += [place, *(places((*place, 0)) if part_type(rows) else places(place))]
    return found


def at(schema: dict[str, Any], path: KeyPath) -> dict[str, Any]:
    """The part of the schema about a place."""
    for key in path:
        schema = schema["items"] if isinstance(key, int) else schema["properties"][key]
    return schema


@pytest.mark.parametrize("guide", ["cass", "planning-tool"])
def test_every_place_has_its_words(guide: str) -> None:
    """A title and a description, whatever a plan can hold."""
    schema = written("--guide", guide)
    bare = [path for path in places() if not {"title", "description"} <= at(schema, path).keys()]
    assert bare == []
    assert len(places()) > 100


def test_every_choice_is_explained() -> None:
    """By its label and what it means."""
    shared = written()["definitions"]
    del shared["zone"]  # the names of cities explain themselves
    for shape in shared.values():
        for one in [shape, *shape.get("anyOf", [])]:
            assert len(one.get("enum", [])) == len(one.get("enumDescriptions", []))
            assert all(one.get("enumDescriptions", []))


def test_nothing_but_words_stands_beside_a_reference() -> None:
    """Draft 7 ignores the rest."""

    def check(part: Any) -> None:
        if isinstance(part, dict):
            assert "$ref" not in part or part.keys() <= {"$ref", "title", "description"}, part
        for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else []:
            check(inner)

    check(written())
