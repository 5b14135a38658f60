"""What came of a meeting, asked right after it: what everybody should write down, then more for those with time."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from cop_wizard.i18n import _
from cop_wizard.plan.parsing import iso_day
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
from cop_wizard.wizard.tasks import Tasks, in_lines

_GONE = ("declined", "alumni")
MEETINGS: KeyPath = ("collaborative_plan", "meetings")
REPERTOIRE: KeyPath = ("results", "repertoire")
CYCLES: KeyPath = ("results", "cycles")
EVIDENCE: KeyPath = ("results", "evidence")


def _further() -> tuple[tuple[str, str], ...]:
    """What is asked of those with time, and in which words where those of the plan speak of what is to come."""
    return (
        ("learned", ""),
        ("emphases", _("Which of these was there?")),
        ("worth", ""),
        ("said", ""),
        ("reflection", _("Was there a moment to look back and think? What was it?")),
        ("celebration", _("What did you celebrate?")),
    )


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
        tasks = Tasks(self.desk, self.place, self._asking)
        short = [self._who, self._what, self._decided, tasks.ask_what_is_done, tasks.ask_what_is_new, self._left_over]
        walk(self.desk.prompter, short)
        if self.desk.value((*self.place, "status")) != "held" and not self.to_come:
            self.desk.put((*self.place, "status"), "held")
        if self._wants_more():
            asked = [partial(self._field, field, question) for field, question in _further()]
            tagged = [partial(self._field, field) for field in ("outcomes", "principles") if self._is_in_use(field)]
            walk(self.desk.prompter, [*asked, *tagged, self._inquiries, self._shown, self._kept])

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
        return self._asking(question or words.prompt, words.help)

    def _asking(self, question: str, help: str = "") -> Ask:  # noqa: A002  what it is called everywhere
        return Ask(question=question, where=self._where(), help=help, optional=True, ways=WAYS)

    def _field(self, field: str, question: str = "") -> Reply:
        path = (*self.place, field)
        return self._kept_at(path, ask_value(self.desk, path, self._ask(field, question)))

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
        if not names:
            return self._names("attended", _("Who came?"))  # nobody is on the roster yet
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
            return self._names("guests", _("Who else was there?"))
        if guests:
            save_list(self.desk, (*self.place, "guests"), [])
        return None

    def _names(self, field: str, question: str) -> Reply:
        """People by name: a line each, or with commas between them."""
        path = (*self.place, field)
        reply = ask_value(self.desk, path, self._ask(field, question))
        names = [name.strip() for line in self._list(field) for name in line.split(",") if name.strip()]
        if not isinstance(reply, Leave) and names != self._list(field):
            save_list(self.desk, path, list(names))
        return self._kept_at(path, reply)

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

    def _left_over(self) -> Reply:
        return self._field("next_time")

    # --- more ------------------------------------------------------------------------------------------------------

    def _is_in_use(self, field: str) -> bool:
        """Whether goals or meetings of this plan say which of the programme's outcomes or principles they serve."""
        given = [*self._rows(("purpose", "goals")), *self._rows(MEETINGS)]
        return any(isinstance(row, dict) and row.get(field) for row in given)

    def _inquiries(self) -> Reply:
        """Of which inquiries that go on the meeting spoke: its day is kept with them."""
        day = self.day_in_file
        going_on = {
            str(place): cycle
            for place, cycle in enumerate(self._rows(CYCLES))
            if isinstance(cycle, dict) and cycle.get("title") and self._goes_on(cycle)
        }
        if not going_on or not isinstance(day, str):
            return None
        options = [Option(place, " ".join(str(cycle["title"]).split())) for place, cycle in going_on.items()]
        spoken_of = [place for place in going_on if day in self._rows((*CYCLES, int(place), "meetings"))]
        ask = self._asking(
            _("Of which of your inquiries did you speak?"), _("The day of this meeting is kept with them.")
        )
        reply = self.desk.prompter.tick(ask, options, spoken_of)
        if isinstance(reply, Leave):
            return reply
        for place in going_on:
            path = (*CYCLES, int(place), "meetings")
            days = self._rows(path)
            if (place in reply) != (day in days):
                save_list(self.desk, path, [*days, day] if place in reply else [one for one in days if one != day])
        return None

    def _goes_on(self, cycle: dict[str, Data]) -> bool:
        ends, day = iso_day(cycle.get("ends")), iso_day(self.day_in_file)
        return ends is None or day is None or ends >= day

    def _shown(self) -> Reply:
        """Evidence: a line each, of this day."""
        question = _("What shows that it works: a number, something made, something decided? One on each line.")

        def row(line: str) -> Data:
            return {"what": line, "when": self.day_in_file}

        before = len(self._rows(EVIDENCE))
        help_ = _("It goes into the list of evidence, with the day of this meeting.")
        reply = self._lines(EVIDENCE, self._asking(question, help_), row)
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
        ask = self._asking(_("Which of your purposes does it speak for?"))
        reply = self.desk.prompter.tick(ask, options, [])
        if not isinstance(reply, Leave) and reply:
            for place in new:
                self.desk.put((*EVIDENCE, place, "shows"), list(reply))
        return reply if isinstance(reply, Leave) else None

    def _kept(self) -> Reply:
        """What is to be found again: a line each, an address in it being where it is."""
        question = _("What do you want to find again: tools, stories, experiences? One on each line, with its address.")
        before = len(self._rows(REPERTOIRE))
        help_ = _("It goes into the list of what you keep, where everybody finds it again.")
        reply: Reply = self._lines(REPERTOIRE, self._asking(question, help_), self._keepsake)
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
        return self._kept_at(path, ask_value(self.desk, path, self._asking(question, words.help)))

    # --- lines that become rows --------------------------------------------------------------------------------------

    def _lines(self, path: KeyPath, ask: Ask, row: Callable[[str], Data]) -> Leave | None:
        """New rows at the end of a list, a line each."""
        typed = (*self.place, f"+{path[-1]}")
        reply = self.desk.prompter.paragraph(self.desk.ask(typed, ask))
        if isinstance(reply, Leave):
            return reply
        self.desk.append(path, [row(line) for line in in_lines(reply)])
        self.desk.draft.settle(typed)
        return None

    def _keepsake(self, line: str) -> Data:
        address = re.search(r"\(?(https?://\S+?)[).,;]*(?=\s|$)", line)
        if address is None:
            return {"what": line, "meeting": self.day_in_file}
        what = " ".join((line[: address.start()] + line[address.end() :]).split()).strip(" ,:;–-")
        return {"what": what or address[1], "link": address[1], "meeting": self.day_in_file}

    @property
    def to_come(self) -> bool:
        """Whether the meeting is still to come."""
        day = iso_day(self.day_in_file)
        return day is not None and day > self.desk.today

    @property
    def day_in_file(self) -> Data:
        """The meeting's day, as it stands in the file."""
        return self.desk.value((*self.place, "date"))

    def _list(self, field: str) -> list[str]:
        return [str(item) for item in self._rows((*self.place, field))]

    def _rows(self, path: KeyPath) -> list[Data]:
        rows = self.desk.value(path)
        return rows if isinstance(rows, list) else []
