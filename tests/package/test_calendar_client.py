"""A calendar program that people use takes our file in, and takes it in again."""

from __future__ import annotations

import os
import subprocess
import venv
from pathlib import Path

import pytest

from cop_wizard.cli.run import main

pytestmark = [pytest.mark.package, pytest.mark.timeout(600)]

PLAN = """\
schema_version: 2
title: Bridge Builders, North
document:
  calendar_id: e7f2
launch:
  start: "15:30"
  length: 90 minutes
  zone: America/Edmonton
collaborative_plan:
  meetings:
    - date: 2026-10-20
      id: 2026-10-20
      scheduled: 2026-10-20 15:30 America/Edmonton
      topics: Number talks; a first look
    - date: 2027-01-20
      id: 2027-01-20
      scheduled: 2027-01-20 15:30 America/Edmonton
"""
SETTINGS = """\
[calendars]
[[plans]]
path = {folder}/entries
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
[default]
default_calendar = plans
"""
SHOWN = "{start-date} {start-time}-{end-time} {status}{title}"


def khal(python: Path, *words: str, cwd: Path) -> list[str]:
    command = [str(python.with_name("khal")), "-c", "settings", *words]
    environment = {**os.environ, "HOME": str(cwd)}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.splitlines()


def test_khal_updates_and_calls_off_and_doubles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Seen from Greenwich: half past three in Edmonton is half past nine in the evening, in winter, too."""
    monkeypatch.chdir(tmp_path)
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    install = [str(python), "-m", "pip", "install", "--quiet", "khal>=0.14"]
    subprocess.run(install, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    (tmp_path / "entries").mkdir()
    (tmp_path / "settings").write_text(SETTINGS.format(folder=tmp_path), encoding="utf-8")
    changed = PLAN.replace("date: 2026-10-20", "date: 2026-10-21") + "      status: cancelled\n"
    seen = []
    for text in (PLAN, changed):
        Path("plan.yaml").write_text(text, encoding="utf-8")
        assert main(["render", "--format", "ics"]) == 0
        khal(python, "import", "--batch", "plan.ics", cwd=tmp_path)
        listed = khal(python, "list", "--day-format", "", "--format", SHOWN, "2026-10-01", "365d", cwd=tmp_path)
        seen.append([line for line in listed if line.strip()])
    assert seen == [
        [
            "2026-10-20 21:30-23:00 CONFIRMED Bridge Builders, North: Number talks; a first look",
            "2027-01-20 21:30-23:00 CONFIRMED Bridge Builders, North",
        ],
        [
            "2026-10-21 21:30-23:00 CONFIRMED Bridge Builders, North: Number talks; a first look",
            "2027-01-20 21:30-23:00 CANCELLED Bridge Builders, North",
        ],
    ]
