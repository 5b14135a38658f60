"""The real yaml-language-server, with our schema as a local file and no way to a network.

The npm package yaml-language-server: in `node_modules` at the top of the checkout, or in the folder that
`COP_NODE_MODULES` names. Tests say why they are left out where it is missing.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cop_wizard.cli.run import main
from editor.language_server import LanguageServer

_TOP = Path(__file__).resolve().parents[2]
_GUARD = Path(__file__).with_name("no_network.cjs")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the schema in it, as `cop schema` writes it."""
    folder = tmp_path_factory.mktemp("plans")
    assert main(["schema", "-o", str(folder / "plan.schema.json")]) == 0
    return folder


@pytest.fixture(scope="session")
def attempts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where attempts to reach a network are noted, one a line."""
    notes = tmp_path_factory.mktemp("network") / "attempts"
    notes.touch()
    return notes


@pytest.fixture(scope="session")
def environment(attempts: Path) -> dict[str, str]:
    """What a program of Node's needs to run without a network."""
    return os.environ | {"NODE_OPTIONS": f'--require "{_GUARD}"', "COP_ATTEMPTS": str(attempts)}


def start(folder: Path, environment: dict[str, str], **settings: Any) -> LanguageServer:
    """Start the server for ``folder`` with what an editor's settings say under ``yaml``."""
    program = Path(os.environ.get("COP_NODE_MODULES", _TOP / "node_modules"), "yaml-language-server", "bin")
    if shutil.which("node") is None or not program.exists():
        pytest.skip(f"node, or {program}, is missing: npm install yaml-language-server, or set COP_NODE_MODULES")
    return LanguageServer(["node", str(program / "yaml-language-server"), "--stdio"], folder, environment, **settings)


@pytest.fixture(scope="session")
def server(folder: Path, environment: dict[str, str]) -> Iterator[LanguageServer]:
    """A server whose settings name the schema for every YAML file."""
    running = start(folder, environment, schemas={(folder / "plan.schema.json").as_uri(): "*.yaml"})
    yield running
    assert running.end() == 0
