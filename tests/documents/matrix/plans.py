"""The plans that every document is made of: full ones and drafts, in several scripts, and one with hostile text."""

from __future__ import annotations

import copy
import zlib
from collections.abc import Callable
from functools import cache
from itertools import cycle
from typing import Any

from cop_wizard.documents.audience.seen import for_audience
from cop_wizard.documents.subject import Subject, Wish
from cop_wizard.guide.load import BUILT_IN, load_guide
from cop_wizard.plan.choices import SeenBy
from cop_wizard.plan.fields import single_texts
from cop_wizard.plan.plan import Plan
from cop_wizard.yamltext.document import read
from documents.document_plans import meetings, people, subject_of
from documents.example_plans import EXAMPLES
from documents.test_hostile_text import HOSTILE

FULL = "early-numeracy"

_NAMES = (
    "שרה כהן", "מרים בן־דוד", "نورا الشامي", "أحمد عبد الرحمن", "李伟", "王小明", "田中由紀", "김민준",
    "Ольга Ковальчук", "Ελένη Παπαδοπούλου", "Zoë Ångström", "Łukasz Żółć", "Nguyễn Thị Hương",
    "สมชาย ใจดี", "अनिता शर्मा", "ᓄᓇᕗᑦ ᐃᓄᒃ",
)  # fmt: skip
_LINES = (
    "איך ילדים לומדים לסמוך על מספרים (ומה עוזר להם)",
    "كيف يتعلّم الأطفال الثقة بالأعداد: خطوة بعد خطوة",
    "孩子们如何学会信任数字，以及什么对他们有帮助",
    "子どもたちが数を信じるようになるまで",
    "Як діти вчаться довіряти числам 👩‍👩‍👧‍👦",
)


@cache
def _example(name: str) -> dict[str, Any]:
    path = next(path for path in EXAMPLES if path.stem == name)
    data = read(path.read_text(encoding="utf-8")).data
    assert isinstance(data, dict)
    return data


def _changed(change: Callable[[str, str], str]) -> dict[str, Any]:
    """The full plan with its free text changed; what names something else still does, as equal text stays equal."""
    data = copy.deepcopy(_example(FULL))
    for path, text, place in list(single_texts(Plan, data)):
        if place.kind in ("line", "paragraph", "name") and path[-1] not in ("id", "guide", "language"):
            holder: Any = data
            for key in path[:-1]:
                holder = holder[key]
            holder[path[-1]] = change(text, place.kind)
    return data


def _picked(text: str, number: int) -> int:
    return zlib.crc32(text.encode()) % number


def _in_other_scripts() -> dict[str, Any]:
    people = (str(one["name"]) for one in _example(FULL)["membership"]["roster"])
    names = dict(zip(people, cycle(_NAMES), strict=False))

    def change(text: str, kind: str) -> str:
        if kind == "paragraph":
            return f"{text}\n\n" + "\n".join(f"- {line}" for line in _LINES)
        return names.get(text) or f"{_LINES[_picked(text, len(_LINES))]} · {text}"

    data = _changed(change)
    return {**data, "title": f"{_LINES[0]} — {_LINES[2]}"}


def _hostile() -> dict[str, Any]:
    texts = [text.replace("\ud800", "") for text in HOSTILE]

    def change(text: str, kind: str) -> str:
        hostile = texts[_picked(text, len(texts))]
        return f"{text}\n\n{hostile}\n\n- x{hostile}\n- y" if kind == "paragraph" else f"{text} {hostile}"

    return _changed(change)


def _crowd() -> dict[str, Any]:
    data = copy.deepcopy(_example(FULL))
    data["membership"]["roster"] = [
        *people(20, "core"), *people(60)[20:], *({**one, "status": "potential"} for one in people(64)[60:])
    ]  # fmt: skip
    data["collaborative_plan"]["meetings"] = meetings(40)
    return data


PLANS: dict[str, Callable[[], dict[str, Any]]] = {
    FULL: lambda: _example(FULL),
    "school-network": lambda: _example("school-network"),
    "cercle-gouvernement": lambda: _example("cercle-gouvernement"),
    "informal-lunch": lambda: _example("informal-lunch"),
    "nurses-advisory": lambda: _example("nurses-advisory"),
    "handover-circle": lambda: _example("handover-circle"),
    "premieres-annees": lambda: _example("premieres-annees"),
    "other-scripts": _in_other_scripts,
    "hostile": _hostile,
    "sixty-people": _crowd,
    "for-everybody": lambda: _example("nurses-advisory"),
    "empty": dict,
}
"""By name. The one for everybody is seen by the public; the others are what members see."""


@cache
def subject(plan: str, blank: bool = False) -> Subject:
    """A plan about to become a document, on a fixed day."""
    data = PLANS[plan]()
    guide, language = str(data.get("guide", BUILT_IN[0])), str(data.get("language", "en"))
    whole = load_guide(BUILT_IN[0], language)
    made = subject_of(
        data, load_guide(guide, language), whole=whole, home=f"{plan}.yaml", title=plan, wish=Wish(blank=blank)
    )
    return for_audience(made, SeenBy.PUBLIC if plan == "for-everybody" else SeenBy.MEMBERS)
