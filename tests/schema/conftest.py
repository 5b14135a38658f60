"""The schema as `cop schema` writes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cop_wizard.cli.run import main
from schema.agreement import Judge


@pytest.fixture(scope="session")
def schema_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Written with the full guide's words."""
    path = tmp_path_factory.mktemp("schema") / "plan.schema.json"
    assert main(["schema", "-o", str(path)]) == 0
    return path


@pytest.fixture(scope="session")
def judge(schema_file: Path) -> Judge:
    """check-jsonschema with that schema."""
    return Judge(schema_file)
