"""``cop preview``: what its server gives, to whom, and how it ends. The page in a browser: `tests/browser`."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.conftest import GOOD, Cop
from cli.test_startup import loaded
from cop_wizard.cli.run import main
from support.previewing import Preview

MISTAKEN = GOOD + "  focus_kind: intrest\n"


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview that tests only look at."""
    plan = tmp_path_factory.mktemp("standing") / "plan.yaml"
    plan.write_text(GOOD, encoding="utf-8")
    with Preview("plan.yaml", cwd=plan.parent) as running:
        running.news().page(1)
        yield running


@pytest.fixture
def preview(plan: Path) -> Iterator[Preview]:
    """The preview of a small plan, whose first page is there."""
    with Preview("plan.yaml", cwd=plan.parent) as running:
        running.news().page(1)
        yield running


def saved_by_rename(path: Path, text: str) -> None:
    """As most editors save: a new file takes the place of the old one."""
    beside = path.with_name("being-written~")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def test_the_address_leads_to_the_page(standing: Preview) -> None:
    """An outer page with a script, and the document in it, which has none and could not run it."""
    assert standing.address == f"http://127.0.0.1:{standing.port}/{standing.token}/"
    assert len(standing.token) >= 32
    outer = standing.ask()
    assert outer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in outer.headers["Content-Security-Policy"]
    inner = standing.ask("page?1")
    assert "Bridge Builders" in inner.text
    assert "sandbox " in inner.headers["Content-Security-Policy"]
    assert "allow-scripts" not in inner.headers["Content-Security-Policy"]


@pytest.mark.parametrize("name", ["", "page", "news", "elsewhere"])
def test_nothing_is_kept_or_passed_on(standing: Preview, name: str) -> None:
    """Neither in caches nor to other sites."""
    headers = standing.ask(name).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert not [header for header in headers if header.lower().startswith("access-control")]


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/page",
        "/{token}",
        "/{wrong}/",
        "/{wrong}/page",
        "/{token}/plan.yaml",
        "/{token}/../plan.yaml",
        "//{token}/",
    ],
)
def test_who_does_not_know_the_address_gets_nothing(standing: Preview, path: str) -> None:
    """Every other path is the same empty 404."""
    answer = standing.ask_for(path.format(token=standing.token, wrong="x" * len(standing.token)))
    assert (answer.status, answer.text) == (404, "")


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1.evil.example:{port}"])
def test_another_name_for_this_machine_is_refused(standing: Preview, host: str) -> None:
    """A site that points its own name here does not get in."""
    answer = standing.ask(Host=host.format(port=standing.port))
    assert (answer.status, answer.text) == (404, "")


def test_localhost_is_this_machine(standing: Preview) -> None:
    """People type it."""
    assert standing.ask(Host=f"localhost:{standing.port}").status == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:{port}"])
@pytest.mark.parametrize("name", ["", "page", "news"])
def test_a_page_of_another_site_is_refused(standing: Preview, name: str, origin: str) -> None:
    """Even where it has come to know the address."""
    answer = standing.ask(name, Origin=origin.format(port=standing.port))
    assert (answer.status, answer.text) == (404, "")
    assert standing.ask(Origin=f"http://127.0.0.1:{standing.port}").status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "HEAD"])
def test_it_can_only_be_read(standing: Preview, method: str) -> None:
    """There is nothing to send."""
    assert standing.ask("", method).status == 404


def test_every_browser_hears_of_a_save(preview: Preview, plan: Path) -> None:
    """One after the other, and one that comes late gets the newest at once."""
    lines = [preview.news(), preview.news()]
    plan.write_text(GOOD.replace("Bridge", "Tower"), encoding="utf-8")
    for line in lines:
        line.page(2)
    assert "Tower Builders" in preview.ask("page").text
    assert preview.news().page(2)["number"] == 2


def test_a_mistake_is_told_with_its_line_and_the_page_stays(preview: Preview, plan: Path) -> None:
    """And once it is mended, it is gone."""
    line = preview.news()
    plan.write_text(MISTAKEN, encoding="utf-8")
    problem = line.problem()
    assert problem["place"] == "plan.yaml:6:15"
    assert problem["code"] == "COP206"
    assert problem["hint"] == "Did you mean `interest`?"
    assert problem["line"] == "  focus_kind: intrest"
    assert problem["carets"] == "              ^^^^^^^"
    assert "Bridge Builders" in preview.ask("page").text
    plan.write_text(GOOD, encoding="utf-8")
    assert line.page(1)["number"] == 1


def test_an_editor_may_save_by_rename_and_a_plan_may_go_and_come_back(preview: Preview, plan: Path) -> None:
    """Also with the whole folder."""
    line = preview.news()
    saved_by_rename(plan, GOOD.replace("Bridge", "Tower"))
    line.page(2)
    plan.unlink()
    assert line.problem()["message"] == "There is no file “plan.yaml”."
    saved_by_rename(plan, GOOD.replace("Bridge", "Road"))
    line.page(3)
    with plan.open("w", encoding="utf-8") as half:
        half.write(GOOD[:30])
        half.flush()
        half.write(GOOD[30:].replace("Bridge", "Ship"))
    line.page(4)


def test_a_folder_may_go_and_come_back(tmp_path: Path) -> None:
    """As when another branch is checked out."""
    folder = tmp_path / "plans"
    folder.mkdir()
    (folder / "plan.yaml").write_text(GOOD, encoding="utf-8")
    with Preview("plans/plan.yaml", cwd=tmp_path) as running:
        line = running.news()
        line.page(1)
        shutil.rmtree(folder)
        line.problem()
        folder.mkdir()
        (folder / "plan.yaml").write_text(GOOD.replace("Bridge", "Tower"), encoding="utf-8")
        line.page(2)


def test_a_link_is_followed_to_the_plan(tmp_path: Path) -> None:
    """Whoever saves the real file sees it, too."""
    (tmp_path / "real").mkdir()
    real = tmp_path / "real" / "ours.yaml"
    real.write_text(GOOD, encoding="utf-8")
    (tmp_path / "plan.yaml").symlink_to(real)
    with Preview(cwd=tmp_path) as running:
        line = running.news()
        line.page(1)
        saved_by_rename(real, GOOD.replace("Bridge", "Tower"))
        line.page(2)


def test_a_plan_that_became_a_link_to_itself_is_told_and_recovers(preview: Preview, plan: Path) -> None:
    """As after a slip with `ln -sf`."""
    line = preview.news()
    other = plan.with_name("other")  # swapped in whole, as `ln -sf` and editors do, so that the plan is never missing
    other.symlink_to(plan.name)
    other.replace(plan)
    assert "plan.yaml" in line.problem()["message"]
    other.write_text(GOOD.replace("Bridge", "Tower"), encoding="utf-8")
    other.replace(plan)
    line.page(2)


def test_its_guide_and_the_settings_are_followed(preview: Preview, plan: Path) -> None:
    """Each with its own file and line where it is wrong."""
    line, guide, settings = preview.news(), plan.with_name("ours.yaml"), plan.with_name("cop.toml")
    plan.write_text(GOOD.replace("guide: cass", "guide: ours.yaml"), encoding="utf-8")
    assert line.problem()["place"].startswith("plan.yaml:2:")
    section = "title: Ours\nextends: cass\nsections:\n  - id: aims\n    title: Our aims\n    intro: First of all.\n"
    guide.write_text(section + "    questions:\n      - asks: purpose.focus\n", encoding="utf-8")
    line.page(2)
    assert "Our aims" in preview.ask("page").text
    guide.write_text(section + "    questions:\n      - asks: purpose.fokus\n", encoding="utf-8")
    told = line.until(lambda told: len(told["problems"]) > 1)
    assert "ours.yaml:8:15" in [problem["place"] for problem in told["problems"]]
    guide.write_text(section + "    questions:\n      - asks: purpose.focus\n", encoding="utf-8")
    line.page(2)
    settings.write_text("strictt = true\n", encoding="utf-8")
    assert Path(line.problem()["place"]).name == "cop.toml:1:1"
    settings.unlink()
    line.page(2)


def test_templates_are_followed(plan: Path) -> None:
    """A mistake in one comes with the file, the line and its text."""
    own = plan.parent / "templates" / "plan"
    own.mkdir(parents=True)
    (own / "plan.html.j2").write_text("<p>First: {{ view.title }}</p>\n", encoding="utf-8")
    with Preview("--templates", "templates", cwd=plan.parent) as running:
        line = running.news()
        line.page(1)
        (own / "plan.html.j2").write_text("<p>Hello</p>\n<p>{{ view.titel }}</p>\n", encoding="utf-8")
        problem = line.problem()
        assert problem["place"].endswith("plan.html.j2:2:1")
        assert problem["line"] == "<p>{{ view.titel }}</p>"
        (own / "plan.html.j2").write_text("<p>Second: {{ view.title }}</p>\n", encoding="utf-8")
        line.page(2)
        assert "Second: Bridge Builders" in running.ask("page").text
        shutil.rmtree(own.parent)
        assert "templates" in line.problem()["message"]


def test_what_a_document_lacks_is_told_in_the_page(plan: Path) -> None:
    """The server waits for the plan to have it."""
    with Preview("--document", "agenda", cwd=plan.parent) as running:
        line = running.news()
        assert "meeting" in line.problem()["message"]
        assert running.ask("page").status == 404
        plan.write_text(GOOD + "collaborative_plan:\n  meetings:\n    - date: 2999-01-01\n", encoding="utf-8")
        line.page(1)


@pytest.mark.parametrize(
    ("words", "shown", "hidden"),
    [
        (("--meeting", "2"), "Second topic", "First topic"),
        (("--document", "agenda", "--meeting", "2999-01-01"), "First topic", "Ann Lee, Bo"),
        (("--document", "reflection", "--person", "lee"), "Ann Lee", "Bo Diaz"),
        (("--document", "report", "--for", "open day"), "Open day", "Not marked for it"),
        (("--final",), "Bridge Builders", "Draft:"),
        (("--blank",), 'class="room', "Ann Lee"),
        (("--document", "one-page", "--paper", "a4"), "A4 landscape", "size: letter"),
    ],
)
def test_what_render_can_be_told_can_be_told_here_too(
    plan: Path, words: tuple[str, ...], shown: str, hidden: str
) -> None:
    plan.write_text(
        GOOD + "membership:\n  roster:\n    - {name: Ann Lee, status: member}\n    - {name: Bo Diaz, status: member}\n"
        "collaborative_plan:\n  meetings:\n    - {date: 2999-01-01, topics: First topic}\n"
        "    - {date: 2999-02-01, topics: Second topic}\n"
        "results:\n  sharing_events:\n    - {event: Open day, date: 2999-03-01}\n"
        "  evidence:\n    - {what: Marked for it, for_event: Open day}\n    - {what: Not marked for it}\n",
        encoding="utf-8",
    )
    with Preview(*words, cwd=plan.parent) as running:
        running.news().page(1)
        page = running.ask("page?1").text
    assert shown in page
    assert hidden not in page


def test_hostile_text_is_told_as_text(preview: Preview, plan: Path) -> None:
    """Nothing in a file steers the page."""
    line = preview.news()
    plan.write_text(GOOD + "  </script><b>\u202eevil: 1\n", encoding="utf-8")
    problem = line.problem()
    assert "\u202e" not in str(problem)
    assert "</script>" in problem["line"]
    plan.write_bytes(b"schema_version: 2\ntitle: \xff\n")
    assert line.problem()["place"] == "plan.yaml"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_when_asked_to(preview: Preview, plan: Path, number: int) -> None:
    """With 0, although a browser is looking on, and nothing stays behind."""
    line = preview.news()
    code, said = preview.end(number)
    assert code == 0
    assert said == "“plan.yaml” is shown at this address and follows every save. Ctrl-C ends.\n"
    assert line.until(lambda _told: True)["number"] == 1
    assert line.ended()
    assert [path.name for path in plan.parent.iterdir() if path.name != ".cache"] == ["plan.yaml"]


_STOPPED_WHILE_IT_LOADS = """
import signal, sys
from cop_wizard.cli.run import main
class Finalized:
    def __del__(self):
        signal.raise_signal(signal.SIGTERM)  # what is raised here, Python drops
class Finder:
    def find_spec(self, name, *_more):
        if name == "uvicorn":
            Finalized()
sys.meta_path.insert(0, Finder())
sys.argv = ["cop", "preview", "plan.yaml"]
sys.exit(main())
"""


def test_it_ends_even_if_it_was_asked_to_while_it_was_loading(plan: Path) -> None:
    """Where Python drops the error that would have ended it."""
    done = subprocess.run(
        [sys.executable, "-c", _STOPPED_WHILE_IT_LOADS],
        cwd=plan.parent,
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert "Exception ignored" in done.stderr


def test_it_listens_to_this_machine_alone_at_the_port_that_was_asked_for(plan: Path, cop: Cop) -> None:
    """And a port that is taken is told at once."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        port = other.getsockname()[1]
    with Preview("--port", str(port), cwd=plan.parent) as running:
        assert running.port == port
        with socket.socket() as elsewhere:  # on any other address of this machine, the port is still free
            elsewhere.bind(("127.0.0.2", port))
        ended = cop("preview", "--port", str(port))
        assert ended.code == 3
        assert f"Port {port} cannot be used" in ended.err
        assert "--port" in ended.err


def test_the_page_is_opened_on_request(plan: Path) -> None:
    """Where nothing can open it, the address is on the screen all the same."""
    opener, told = plan.with_name("xdg-open"), plan.with_name("told")
    os.mkfifo(told)
    opener.write_text(f'#!/bin/sh\necho "$1" >"{told}"\nexit 1\n', encoding="utf-8")
    opener.chmod(0o755)
    with Preview("--open", cwd=plan.parent, PATH=f"{plan.parent}{os.pathsep}{os.environ['PATH']}") as running:
        assert told.read_text(encoding="utf-8").strip() == running.address
        assert running.ask().status == 200


def test_an_address_that_cannot_be_written_ends_it(plan: Path) -> None:
    """Nobody could find it."""
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "cop_wizard", "preview"],
            cwd=plan.parent,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=50,
            check=False,
        )
    assert done.returncode == 3
    assert "No space left" in done.stderr


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["missing.yaml"], 3, "missing.yaml"),
        (["plan.yaml", "--document", "calendar"], 2, "does not come as `html`"),
        (["plan.yaml", "--document", "charta"], 2, "Did you mean `charter`?"),
        (["plan.yaml", "--audience", "press"], 2, "There is no audience `press`."),
        (["plan.yaml", "--port", "70000"], 2, "65535"),
    ],
)
def test_what_cannot_work_is_told_before_anything_is_served(
    plan: Path, cop: Cop, words: list[str], code: int, said: str
) -> None:
    """A page would be the wrong place for it."""
    ended = cop("preview", *words)
    assert ended.code == code
    assert said in ended.err
    assert ended.out == ""


@pytest.mark.parametrize("module", ["uvicorn", "starlette", "watchfiles"])
def test_a_missing_package_is_told_with_the_command_that_brings_it(
    plan: Path, module: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """They come with an extra."""
    monkeypatch.setitem(sys.modules, module, None)
    assert main(["preview", str(plan)]) == 3
    assert 'pip install "cop-wizard[preview]"' in capsys.readouterr().err


def test_no_other_command_waits_for_the_server(plan: Path) -> None:
    """Its packages are loaded when it runs."""
    heavy = {"uvicorn", "starlette", "watchfiles", "anyio", "asyncio"}
    assert not loaded("--help") & heavy
    assert not loaded(f"render {plan} --format html") & heavy
    assert not loaded("preview --help") & heavy
