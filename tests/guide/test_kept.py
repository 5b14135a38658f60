"""The guides' words are kept between runs, and never older than their files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from cop_wizard.guide import kept
from cop_wizard.keeping import KEEPING


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A place to keep things, and content of our own."""
    content = tmp_path / "content" / "en"
    content.mkdir(parents=True)
    (content / "words.yaml").write_text("title: Words\n", encoding="utf-8")
    monkeypatch.setattr(kept, "CONTENT", tmp_path / "content")
    monkeypatch.setattr(KEEPING, "folder", lambda: tmp_path / "kept")
    kept.content.cache_clear()
    yield tmp_path / "kept" / "guides"
    kept.content.cache_clear()


def read_again() -> object:
    kept.content.cache_clear()
    return kept.content("en")


def test_what_was_read_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second run reads no YAML."""
    assert kept.content("en") == {"words.yaml": {"title": "Words"}}
    monkeypatch.setattr(kept, "read", None)
    assert read_again() == {"words.yaml": {"title": "Words"}}


def test_changed_words_are_read_anew(folder: Path, tmp_path: Path) -> None:
    """And what was kept before is thrown away."""
    kept.content("en")
    (tmp_path / "content" / "en" / "words.yaml").write_text("title: Others\n", encoding="utf-8")
    assert read_again() == {"words.yaml": {"title": "Others"}}
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize("broken", ["", "{", "[]", "\x00", "{}", '{"words.yaml": 5}', "abc\n{}", "[" * 200_000])
def test_what_is_broken_is_read_anew(folder: Path, broken: str) -> None:
    """A file cut short by a full disk does no harm."""
    kept.content("en")
    (found,) = folder.iterdir()
    found.write_text(broken, encoding="utf-8")
    assert read_again() == {"words.yaml": {"title": "Words"}}


def test_a_pipe_in_its_place_is_not_waited_for(folder: Path) -> None:
    """Nothing would ever come out of it."""
    kept.content("en")
    (found,) = folder.iterdir()
    found.unlink()
    os.mkfifo(found)
    assert read_again() == {"words.yaml": {"title": "Words"}}


def test_nothing_need_be_kept(folder: Path) -> None:
    """A folder that cannot be made changes nothing."""
    folder.parent.write_text("in the way", encoding="utf-8")
    assert read_again() == {"words.yaml": {"title": "Words"}}
    assert read_again() == {"words.yaml": {"title": "Words"}}
