"""LibreOffice for Word files; tests say why they are left out where it is missing."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from support.tools import missing

Files = dict[str, bytes]
Convert = Callable[[Files], dict[str, str]]


@pytest.fixture(scope="session")
def as_pdf(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """The text of the pages of Word files, as LibreOffice lays them out. It starts slowly, so it gets many at once."""
    if not shutil.which("soffice") or not shutil.which("pdftotext"):
        missing("soffice or pdftotext is not installed: apt install libreoffice-writer-nogui poppler-utils")
    profile = f"-env:UserInstallation={(tmp_path_factory.mktemp('libreoffice') / 'profile').as_uri()}"

    def convert(files: Files) -> dict[str, str]:
        home = tmp_path_factory.mktemp("files")
        for name, content in files.items():
            (home / f"{name}.docx").write_bytes(content)
        given = sorted(map(str, home.glob("*.docx")))
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(home), *given]
        subprocess.run(command, check=True, capture_output=True, timeout=900)
        return {name: _text(home / f"{name}.pdf") for name in files}

    return convert


def _text(pdf: Path) -> str:
    command = ["pdftotext", "-layout", str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
