"""What came of a meeting, asked right after it: what everybody should write down, then more for those with time."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from pydantic import ValidationError

from cop_wizard.i18n import _, ngettext
from cop_wizard.plan.fields import as_data, convert
from cop_wizard.plan.parsing import InWords, name_key
from cop_wizard.values import Data, KeyPath
from cop_wizard.wizard.answers import ask_value
from cop_wizard.wizard.choosing import OWN
from cop_wizard.wizard.desk import Desk
from cop_wizard.wizard.interview import SaveAndLeave
from cop_wizard.wizard.listing import save_list
from cop_wizard.wizard.prompter import Ask, Leave, Option, Way
from cop_wizard.wizard.showing import confirm
from cop_wizard.wizard.steps import WAYS, Reply, walk
from cop_wizard.wizard.tables import ask_rows

_GONE = ("declined", "alumni")
MEETINGS: KeyPath = ("collaborative_plan", "meetings")
REPERTOIRE: KeyPath = ("results", "repertoire")
EVIDENCE: KeyPath = ("results", "evidence")
_TASK = re.compile(r"(?P<what>.+)\s+(?:by|until|d'ici|avant)\s+(?P<by>[^,;]+)", re.IGNORECASE)


class Log:
    """The log of one meeting. Every answer is saved as soon as it is given."""

    def __init__(self, desk: Desk, meeting: int, day: str, told: Callable[[], str] = lambda: "") -> None:
        """``told`` says, once it is known who came and what was decided, whether that could be decided."""
        self.desk = desk
        self.place: KeyPath = (*MEETINGS, meeting)
        self.day = day
        self._told = told

    def ask(self) -> None:
        """Ask the short form, then offer the rest. Raises `SaveAndLeave`, or the prompter's `Interrupted`."""
        short = [self._who, self._what, self._decided, self._tasks, self._left_over]
        walk(self.desk.prompter, short)
        if self.desk.value((*self.place, "status")) != "held":
            self.desk.put((*self.place, "status"), "held")
        if self._wants_more():
            fields = ("learned", "emphases", "worth", "said", "reflection", "celebration")
            asked = [partial(self._field, field) for field in fields]
            walk(self.desk.prompter, [*asked, self._shown, self._kept])

    def _wants_more(self) -> bool:
        options = [
            Option("enough", _("That is enough")),
            Option("more", _("A few more: what you learned, what you keep, how it was"), _("Two or three minutes.")),
        ]
        reply = self.desk.prompter.pick(Ask(question=_("Anything else?"), where=self._where(), ways=WAYS), options)
        if isinstance(reply, Leave) and reply.way is Way.SAVE:
            raise SaveAndLeave
        return reply == "more"

    def _where(self) -> str:
        return _("Meeting of {day}").format(day=self.day)

    def _ask(self, field: str, question: str = "") -> Ask:
        words = self.desk.field_words((*self.place, field))
        return Ask(question=question or words.prompt, where=self._where(), help=words.help, optional=True, ways=WAYS)

    def _field(self, field: str) -> Reply:
        return self._kept_at((*self.place, field), ask_value(self.desk, (*self.place, field), self._ask(field)))

    def _kept_at(self, path: KeyPath, reply: Reply) -> Reply:
        """Say what was kept, unless the person left the question."""
        if not isinstance(reply, Leave):
            confirm(self.desk, path)
        return reply

    # --- the short form --------------------------------------------------------------------------------------------

    def _who(self) -> Reply:
        """Who came, ticked on the roster; guests by name."""
        stored, guests = (self._list(field) for field in ("attended", "guests"))
        names = list(dict.fromkeys([*self._members(), *stored]))
        options = [*(Option(name, name) for name in names), Option(OWN, _("Guests, or somebody else"))]
        ticked = [*stored, *([OWN] if guests else [])]
        path = (*self.place, "attended")
        reply = self.desk.prompter.tick(self.desk.ask(path, self._ask("attended")), options, ticked)
        if isinstance(reply, Leave):
            return reply
        chosen: list[Data] = [name for name in reply if name != OWN]
        if chosen != stored:
            save_list(self.desk, path, chosen)
        self.desk.draft.settle(path)
        confirm(self.desk, path)
        if OWN in reply:
            return self._field("guests")
        if guests:
            save_list(self.desk, (*self.place, "guests"), [])
        return None

    def _members(self) -> list[str]:
        """The people on the roster, but for those who have said no or goodbye."""
        people = [one for one in self._rows(("membership", "roster")) if isinstance(one, dict)]
        return [name for one in people if isinstance(name := one.get("name"), str) and one.get("status") not in _GONE]

    def _what(self) -> Reply:
        path = (*self.place, "record")
        question = _("What did you do, and what came of it? Two or three sentences.")
        return self._kept_at(path, ask_value(self.desk, path, self._ask("record", question)))

    def _decided(self) -> Reply:
        """Decisions: a line each; where rules for decisions are written down, each by one of them."""
        path = (*self.place, "decisions")
        if self._rows(path) or self._rows(("norms", "decision_rules")):
            reply = ask_rows(self.desk, path, replace(self._ask("decisions"), default=""))
        else:
            reply = self._lines(path, self._ask("decisions"), lambda line: {"what": line})
        if not isinstance(reply, Leave) and (said := self._told()):
            self.desk.prompter.show("  " + said, "quiet")
        return self._kept_at(path, reply)

    def _tasks(self) -> Reply:
        """Who does what until then: to-dos of the plan."""
        question = _("Who does what by when? One on each line, such as “Ana: send the sheet, by 3 March”.")
        before = len(self._rows(("todo",)))
        reply = self._lines(("todo",), self._ask("next_time", question), self._task)
        if not isinstance(reply, Leave) and (new := len(self._rows(("todo",))) - before):
            told = ngettext("{count} to-do is in the plan now.", "{count} to-dos are in the plan now.", new)
            self.desk.prompter.show(f"✓ {told.format(count=new)}", "good")
        return reply

    def _left_over(self) -> Reply:
        return self._field("next_time")

    # --- more ------------------------------------------------------------------------------------------------------

    def _shown(self) -> Reply:
        """Evidence: a line each, of this day."""
        question = _("What shows that it works: a number, something made, something decided? One on each line.")

        def row(line: str) -> Data:
            return {"what": line, "when": self.day_in_file}

        before = len(self._rows(EVIDENCE))
        reply = self._lines(EVIDENCE, self._ask("learned", question), row)
        if isinstance(reply, Leave):
            return reply
        return self._speaks_for(range(before, len(self._rows(EVIDENCE))))

    def _speaks_for(self, new: Sequence[int]) -> Reply:
        """Which of the plan's purposes the evidence in these rows speaks for."""
        purposes = [one for one in self._rows(("purpose", "purposes")) if isinstance(one, str)]
        if not new or not purposes:
            return None
        labels = self.desk.guide.vocabulary.choices["PurposeKind"]
        options = [Option(one, labels[one].label if one in labels else one) for one in purposes]
        ask = replace(self._ask("learned", _("Which of your purposes does it speak for?")), help="")
        reply = self.desk.prompter.tick(ask, options, [])
        if not isinstance(reply, Leave) and reply:
            for place in new:
                self.desk.put((*EVIDENCE, place, "shows"), list(reply))
        return reply if isinstance(reply, Leave) else None

    def _kept(self) -> Reply:
        """What is to be found again: a line each, an address in it being where it is."""
        question = _("What do you want to find again: tools, stories, experiences? One on each line, with its address.")
        before = len(self._rows(REPERTOIRE))
        reply: Reply = self._lines(REPERTOIRE, self._ask("learned", question), self._keepsake)
        for place in range(before, len(self._rows(REPERTOIRE))):
            if isinstance(reply, Leave):
                break
            reply = self._which_kind(place)
        return reply

    def _which_kind(self, place: int) -> Reply:
        """Whether one thing that is kept is an experience, a story, a tool or a way of dealing with a problem."""
        path = (*REPERTOIRE, place, "kind")
        words = self.desk.field_words(path)
        what = self.desk.value((*REPERTOIRE, place, "what"))
        question = _("“{what}”: {question}").format(what=what, question=words.prompt)
        ask = replace(self._ask("learned", question), help=words.help)
        return self._kept_at(path, ask_value(self.desk, path, ask))

    # --- lines that become rows --------------------------------------------------------------------------------------

    def _lines(self, path: KeyPath, ask: Ask, row: Callable[[str], Data]) -> Leave | None:
        """New rows at the end of a list, a line each."""
        typed = (*self.place, f"+{path[-1]}")
        reply = self.desk.prompter.paragraph(self.desk.ask(typed, ask))
        if isinstance(reply, Leave):
            return reply
        lines = [" ".join(re.sub(r"^\s*(?:[-*•·]\s+)?", "", line).split()) for line in reply.splitlines()]
        self.desk.append(path, [row(line) for line in lines if line])
        self.desk.draft.settle(typed)
        return None

    def _task(self, line: str) -> Data:
        """A to-do: who stands before a colon if it is somebody's name, by when after “by”."""
        before, colon, after = line.partition(":")
        owner = self._somebody(before) if colon else ""
        what = after.strip() if owner else line
        found = _TASK.fullmatch(what)
        day = self._day(found["by"]) if found else ""
        if found and day:
            what = found["what"].rstrip(" ,;")
        further: dict[str, Data] = {key: value for key, value in (("owner", owner), ("by", day)) if value}
        return {"note": what, **further, "origin": f"meeting, {self.day_in_file}"}

    def _somebody(self, words: str) -> str:
        """The name on the roster that is meant, or a short name of somebody who is not on it; "" for other words."""
        key = name_key(words)
        names = self.desk.roster_names()
        meant = [name for name in names if name_key(name) == key] or [
            name for name in names if key and key == name_key(name).split(" ")[0]
        ]
        if len(meant) == 1:
            return meant[0]
        return " ".join(words.split()) if 0 < len(words.split()) <= 3 and words.strip()[:1].isupper() else ""

    def _day(self, words: str) -> str:
        """The day that is meant, as it is written in the file; "" for what is none."""
        if not words.strip():
            return ""
        year = self.desk.today.year
        for said in (words, f"{words} {year}"):
            try:
                value = convert(self.desk.model, ("todo", 0, "by"), said)
            except ValidationError:
                continue
            if not isinstance(value, InWords):
                return str(as_data(value))
        return ""

    def _keepsake(self, line: str) -> Data:
        address = re.search(r"\(?(https?://\S+?)[).,;]*(?=\s|$)", line)
        if address is None:
            return {"what": line, "meeting": self.day_in_file}
        what = " ".join((line[: address.start()] + line[address.end() :]).split()).strip(" ,:;–-")
        return {"what": what or address[1], "link": address[1], "meeting": self.day_in_file}

    @property
    def day_in_file(self) -> Data:
        """The meeting's day, as it stands in the file."""
        return self.desk.value((*self.place, "date"))

    def _list(self, field: str) -> list[str]:
        return [str(item) for item in self._rows((*self.place, field))]

    def _rows(self, path: KeyPath) -> list[Data]:
        rows = self.desk.value(path)
        return rows if isinstance(rows, list) else []
