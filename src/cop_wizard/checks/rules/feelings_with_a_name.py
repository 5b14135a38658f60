"""A part of the plan that others read tells what a named member felt or struggled with."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.names import looks_like_a_person
from cop_wizard.checks.rules.reading import people, rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan
from cop_wizard.values import KeyPath

_FELT = re.compile(
    r"\b(felt|feels|admit(?:s|ted)(?= (?:that|to|feeling)\b)|confess(?:es|ed)|struggle[sd]|doubt(?:s|ed)(?! that the\b)"
    r"|worrie[sd]|feared|fears|cried|wept|regret"
    r"(?:s|ted)|found it (?:hard|difficult|painful)|(?:is|was|has been) (?:afraid|ashamed|overwhelmed|unsure|nervous"
    r"|anxious|angry|upset|frustrated|exhausted|in tears|worried|tired|sad|lonely|stressed|giving up|"
    r"(?:near |close to )?burn(?:ed|t)?[- ]?out)"
    r"|thought (?:of|about) giving up|lost (?:heart|patience|courage|(?:his|her|their) (?:nerve"
    r"|temper))|learn(?:ed|t) about (?:himself|herself|themsel)|broke down|se sent|s['’]est sentie?|a eu peur|a pleuré"
    r"|avoue|a avoué|a du mal|doute)\b"
)
_LINKS = """
said says told us that how she he they has had have still often also really then again openly honestly who
a dit que qu'il qu'elle il elle encore
"""
_BETWEEN = frozenset(_LINKS.split())
_MOST = 200


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """A name of the roster right before words of feeling. Who leads, collects or shows something is no matter."""
    texts = [(path, text) for path, text in _texts(plan) if text]
    spoken = "\n".join(text for _path, text in texts)
    forms = {form: words(one.name) for _place, one in people(plan)[:_MOST] for form in _forms(words(one.name))}
    names = {form: name for form, name in forms.items() if form in spoken}
    if not names:  # looked at first because it costs little
        return
    found = [(path, _before_feelings(text)) for path, text in texts]
    told = [(path, names[form]) for path, heard in found for form in heard if form in names]
    if told:
        yield Advice(
            told[0][0],
            _("This tells what {name} felt, and others will read it.").format(name=told[0][1]),
            _("Keep what was learned and leave the name out, or ask {name} first.").format(name=told[0][1]),
            tuple(dict.fromkeys(path for path, _name in told[1:] if path != told[0][0])),
        )


def _texts(plan: Plan) -> Iterator[tuple[KeyPath, str]]:
    yield ("results", "reflection"), words(plan.results.reflection)
    practice = plan.professional_practice
    for key in ("learning", "transfer", "reflective_practices", "support"):
        yield ("professional_practice", key), words(getattr(practice, key))
    for place, meeting in enumerate(rows(plan.collaborative_plan.meetings)):
        yield ("collaborative_plan", "meetings", place, "reflection"), words(meeting.reflection)
        yield ("collaborative_plan", "meetings", place, "record"), words(meeting.record)


def _before_feelings(text: str) -> Iterator[str]:
    """The one word and the two words before each feeling, leaving out "said that she" and the like."""
    for felt in _FELT.finditer(text):
        before = text[max(0, felt.start() - 80) : felt.start()].split()
        while before and before[-1].strip(",").casefold() in _BETWEEN:
            before.pop()
        if before and before[-1][-1] not in ".!?:;":
            last = before[-1].strip(",()“”\"'’")
            yield last
            yield " ".join([*before[-2:-1], last])


def _forms(name: str) -> Iterator[str]:
    """A name in full and the first name alone, as others write them."""
    yield name
    if looks_like_a_person(name) and len(name.split()[0]) > 2:
        yield name.split()[0]


def reasons() -> Reasons:
    """Sources: CASS guide items 4.1 and 8.4; Staempfli tool item S2.9, principle 4."""
    return Reasons(
        title=_("A reflection carries a name"),
        why=_(
            "People speak openly where they feel safe. A plan is passed on, printed and put on a page, and whoever "
            "finds their doubts in it will say less next time."
        ),
        do=_("Write down what the community learned, without the name, unless that person has agreed to it."),
        before="""\
membership:
  roster:
    - name: Amina Yusuf
    - name: Tomás Herrera
collaborative_plan:
  meetings:
    - date: 2020-10-21
      topics: First interviews
      record: Eleven came. Tomás Herrera said that he struggled with the silence.
    - date: some time next year
""",
        after="""\
membership:
  roster:
    - name: Amina Yusuf
    - name: Tomás Herrera
collaborative_plan:
  meetings:
    - date: 2020-10-21
      topics: First interviews
      record: Eleven came. The silence after a question is hard to bear, and worth it.
    - date: some time next year
""",
        source="cass-guide",
        where=_("page 8"),
    )


RULE = Rule("COP708", look, reasons)
