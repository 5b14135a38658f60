"""COP1xx: how the file itself is written."""

from __future__ import annotations

from collections.abc import Callable

from cop_wizard.checks.reasons import Reasons
from cop_wizard.i18n import _

_DEEP = 22
"""Brackets in each line of the example of too many; three such lines are more than cop reads."""

EXPLAINED: dict[str, Callable[[], Reasons]] = {
    "COP102": lambda: Reasons(
        title=_("The file is far too large for a plan"),
        why=_(
            "The longest plans are a few dozen pages of text. A file of more than two megabytes is nearly always "
            "another file under the plan's name, or holds a picture that was pasted in."
        ),
        do=_("Check that it is the right file. Keep pictures and handouts beside the plan and write down their names."),
        before="""\
title: Numbers First Circle
x-photo: iVBORw0KGgoAAAANSUhEUgAA… (and two million letters more)
""",
        after="""\
title: Numbers First Circle
x-photo: photos/first-meeting.jpg
""",
    ),
    "COP103": lambda: Reasons(
        title=_("The file is empty"),
        why=_(
            "There is nothing in it to check, or only remarks. Often a program was stopped while it saved, and an "
            "older copy is still there."
        ),
        do=_("Look beside it for a copy that ends in .bak. To begin anew, run `cop new`."),
        before="""\
# Plan of the Numbers First Circle
""",
        after="""\
# Plan of the Numbers First Circle
schema_version: 2
title: Numbers First Circle
""",
    ),
    "COP104": lambda: Reasons(
        title=_("The file holds a text or a list instead of answers with their names"),
        why=_(
            "Each answer stands behind the name of its question. Without the names nobody, and no program, can tell "
            "which question a line answers."
        ),
        do=_("Write each answer as a name, a colon, a space and the answer. `cop new` makes a file with all names."),
        before="""\
The Numbers First Circle meets on Thursdays.
""",
        after="""\
schema_version: 2
title: Numbers First Circle
launch:
  rhythm: every second Thursday
""",
    ),
    "COP105": lambda: Reasons(
        title=_("A colon, a quotation mark, a bracket or the indentation is not where it has to be"),
        why=_(
            "Colons, dashes, quotation marks and the spaces before a line say what belongs together. Where one is out "
            "of place, everything below could be read in a wrong way, so reading stops there."
        ),
        do=_(
            "Do what the message says; it names the spot. Text with a colon in it is safe between quotation marks. "
            "Then check again: more may show."
        ),
        before="""\
purpose:
  focus: early numeracy: from counting to trust
""",
        after="""\
purpose:
  focus: "early numeracy: from counting to trust"
""",
    ),
    "COP106": lambda: Reasons(
        title=_("A line is indented with a tab"),
        why=_(
            "A tab looks like spaces, but how many it stands for differs from screen to screen. So it cannot say what "
            "belongs to what."
        ),
        do=_("Put spaces in its place, two for each step. Many editors can be told to do so for you."),
        before="""\
purpose:
\tfocus: early numeracy  # a tab stands in front of this line
""",
        after="""\
purpose:
  focus: early numeracy
""",
    ),
    "COP107": lambda: Reasons(
        title=_("The same name stands twice in one place"),
        why=_("Only one of the two answers can count, and a reader may take the other one for the valid one."),
        do=_("Keep the answer you mean and delete the other. A name of your own can begin with x-."),
        before="""\
purpose:
  focus: early numeracy
  audience: principals of small schools
  focus: number talks
""",
        after="""\
purpose:
  focus: early numeracy and number talks
  audience: principals of small schools
""",
    ),
    "COP108": lambda: Reasons(
        title=_("An answer starts with an exclamation mark"),
        why=_(
            "At the start of an answer an exclamation mark is an order to the program that reads the file. cop follows "
            "no such orders, and the word behind the mark would be lost."
        ),
        do=_("Put the whole answer in quotation marks, or start it with another word."),
        before="""\
norms:
  process: !important we write the norms together
""",
        after="""\
norms:
  process: "!important we write the norms together"
""",
    ),
    "COP109": lambda: Reasons(
        title=_("A repeated place makes the file grow without end"),
        why=_(
            "An asterisk repeats what was marked with & before. Repeated inside itself, or over and over again, a few "
            "lines become more text than any computer can hold."
        ),
        do=_("Write the text out where you need it."),
        before="""\
x-notes: &notes
  - Amina Yusuf has the key of the room
  - *notes
""",
        after="""\
x-notes:
  - Amina Yusuf has the key of the room
""",
    ),
    "COP110": lambda: Reasons(
        title=_("There are too many lists inside lists"),
        why=_("A plan needs four or five levels. More than sixty come from a slip, or from somebody who means harm."),
        do=_("Take out the brackets that are too many, or check how far the lines are indented."),
        before=(
            f"x-notes:\n  {'[' * _DEEP}\n  {'[' * _DEEP}\n  {'[' * _DEEP}\n  bring the counters\n"
            f"  {']' * _DEEP}\n  {']' * _DEEP}\n  {']' * _DEEP}\n"
        ),
        after="""\
x-notes:
  - bring the counters
""",
    ),
    "COP111": lambda: Reasons(
        title=_("A second document starts in the same file"),
        why=_(
            "A line of three dashes ends one plan and begins another. Only the first would be read, and nobody would "
            "notice that the rest is missing."
        ),
        do=_("Delete the line of dashes, or move what follows it to a file of its own."),
        before="""\
title: Numbers First Circle
---
title: Bridge Builders
""",
        after="""\
title: Numbers First Circle
""",
    ),
    "COP112": lambda: Reasons(
        title=_("There is an invisible control character"),
        why=_(
            "Such characters come along with text from e-mails and web pages. They cannot be seen, and some can make a "
            "screen show something else than what the file says."
        ),
        do=_("Put the cursor behind the spot and press Backspace, or type the line anew."),
        before="""\
purpose:
  focus: early num\x07eracy
""",
        after="""\
purpose:
  focus: early numeracy
""",
    ),
    "COP113": lambda: Reasons(
        title=_("What stands in front of a colon is not a simple name"),
        why=_("A list or a group cannot be the name of an answer, so there is no place in the plan for what follows."),
        do=_("Give each answer its own line with one name. A text with brackets needs quotation marks around it."),
        before="""\
leadership:
  duties:
    [convene, take_notes]: Devi Ramsaran
""",
        after="""\
leadership:
  duties:
    convene:
      - Devi Ramsaran
    take_notes:
      - Devi Ramsaran
""",
    ),
    "COP114": lambda: Reasons(
        title=_("Answers are taken over from another place with <<"),
        why=_(
            "What << does cannot be seen in the line where it stands, and whoever changes the first place changes the "
            "second one without knowing. A plan is read by people, so it says everything where it belongs."
        ),
        do=_("Write the answers out, and delete the line with <<."),
        before="""\
collaborative_plan:
  meetings:
    - &usual
      date: 2026-10-15
      start: "15:30"
    - <<: *usual
      date: 2026-11-12
""",
        after="""\
collaborative_plan:
  meetings:
    - date: 2026-10-15
      start: "15:30"
    - date: 2026-11-12
      start: "15:30"
""",
    ),
    "COP115": lambda: Reasons(
        title=_("An answer may be cut off by a # in it"),
        why=_("From a # behind a blank on, everything counts as a remark. A room or a number after it is not read."),
        do=_("Put the whole answer in quotation marks. If you mean a remark, put a space behind the #."),
        before="""\
launch:
  place: Staff room #4, upstairs
""",
        after="""\
launch:
  place: "Staff room #4, upstairs"
""",
    ),
    "COP116": lambda: Reasons(
        title=_("A remark ignores something that is not there"),
        why=_(
            "The plan has changed since the remark was written, or it stands beside another line than it is about. "
            "Left where it is, it could hide something new one day that nobody meant to hide."
        ),
        do=_("Take the remark away, or move it to the line it is about."),
        before="""\
membership:
  roster:
    - name: Amina Yusuf  # cop: ignore[COP604] she keeps the notes herself
""",
        after="""\
membership:
  roster:
    - name: Amina Yusuf
""",
    ),
    "COP117": lambda: Reasons(
        title=_("A remark cannot ignore this"),
        why=_(
            "Advice is yours to take or to leave. A mistake is different: the answer cannot be used until it is right. "
            "And a remark that names no check could hide anything."
        ),
        do=_("Put the line right and take the remark away. Name one or more checks in the brackets of a remark."),
        before="""\
launch:
  first_meeting: 2026-02-30  # cop: ignore[COP207] date to follow
""",
        after="""\
launch:
  first_meeting: end of February  # the date follows
""",
    ),
    "COP118": lambda: Reasons(
        title=_("A dash that starts no new line of a list"),
        why=_(
            "A dash further right than the dashes above it belongs to the text above it, so two lines of a list become "
            "one answer."
        ),
        do=_("Put the dash exactly below the other dashes. If the line goes on with the text above, leave it."),
        before="""\
purpose:
  why_now:
    - the new curriculum
      - many new colleagues
""",
        after="""\
purpose:
  why_now:
    - the new curriculum
    - many new colleagues
""",
    ),
    "COP119": lambda: Reasons(
        title=_("An answer that starts with & loses its first word"),
        why=_("A word with an & in front marks a place that can be repeated further down. It is not read as text."),
        do=_("Put the whole answer in quotation marks. If the word is not meant as text, delete it."),
        before="""\
launch:
  place: &friends café beside the school
""",
        after="""\
launch:
  place: "&friends café beside the school"
""",
    ),
}
