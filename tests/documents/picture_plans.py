"""Plans that have a subject for every picture, ordinary ones and extreme ones."""

from __future__ import annotations

from typing import Any

from cop_wizard.values import NONE_ON_PURPOSE
from documents.document_plans import meetings, people

_DUTIES = (
    "set_up_meetings", "craft_questions", "take_notes", "clarify_roles", "convene", "keep_on_track",
    "facilitate_decisions", "liaise",
)  # fmt: skip
_LAYERS = ("cop", "nic", "plc", "department", "project_team", "social_network", "acquaintances")

EVERYTHING: dict[str, Any] = {
    "title": "Everything at once",
    "purpose": {"focus": "how small schools keep their teachers", "learn_to": "welcome those who are new"},
    "membership": {"roster": [*people(3, "core"), *people(6), *people(2, "transactional")]},
    "leadership": {
        "structure": "shared",
        "duties": {
            "set_up_meetings": ["Ana Riverbend", "Bo Elk Valley"],
            "take_notes": ["Bo Elk Valley"],
            "keep_on_track": ["Ana Riverbend"],
            "liaise": NONE_ON_PURPOSE,
        },
        "offices": [
            {"role": "Chair", "filled_by": "Ana Riverbend", "until": "2027-06-30", "alternate": "Bo Elk Valley"},
            {"role": "Deputy", "filled_by": "Bo Elk Valley", "state": "acting"},
            {"role": "Secretary"},
        ],
        "order": ["Bo Elk Valley", "Ana Riverbend"],
        "gardener": "Noor Haddad",
    },
    "launch": {
        "series": [{"title": "Night circle"}],
        "closures": [
            {"name": "Autumn break", "begins": "2026-11-10", "ends": "2026-11-13"},
            {"name": "Summer", "begins": "2027-07-01", "ends": "2027-08-31"},
        ],
    },
    "collaborative_plan": {
        "meetings": [
            {"date": "2026-10-06", "topics": "First evening", "celebration": "Cake"},
            {"date": "2026-12-01", "topics": "Half-way look", "reflection": "Quiet writing"},
            {"date": "2026-11-05", "series": "Night circle", "topics": "Owls"},
            {"topics": "Farewell"},
        ]
    },
    "results": {"sharing_events": [{"event": "Conference", "date": "2026-12-11"}]},
    "groups": [
        {"name": "Riverbend grade team", "layer": "plc", "kind": "partner"},
        {"name": "Reading circle", "layer": "social_network", "status": "dormant"},
        {"name": "Photo walks", "layer": "acquaintances", "status": "closed"},
    ],
    "life": {
        "phase": "prototype",
        "phases": [{"phase": "prototype", "begins": "2026-11-01", "ends": "2026-12-20", "note": "Two schools"}],
        "stage": "maturing",
    },
}

_LONG = (
    "Maria-Esperanza Wolfeschlegelsteinhausenbergerdorff Whitford-Lachance",
    "W" * 70,
    "漢字と仮名の混じった名前" * 5,
    "نورا الشامي من مدرسة النهر الكبير في الوادي الأخضر",
    "שרה כהן",
    "👩‍👩‍👧‍👦 family",
    "i",
)
_ROLE = "Regional co-ordinator for early literacy and family learning"

EXTREMES: dict[str, Any] = {
    "title": "Whitford-Lachance " * 9,
    "leadership": {
        "structure": "team",
        "duties": {
            duty: ["none of us", *_LONG[:n]] if n else NONE_ON_PURPOSE for n, duty in enumerate(_DUTIES)
        },
        "offices": [
            {"role": f"{_ROLE} {n}", "filled_by": name, "state": "acting", "alternate": _LONG[0], "until": "2028-01-18"}
            for n, name in enumerate(_LONG)
        ] + [{"role": "W" * 60, "number": "12"}, {"role": _ROLE * 3}, {}],
        "order": [*_LONG],
        "gardener": _LONG[1],
    },
    "groups": [{"name": name, "layer": layer} for layer in _LAYERS for name in _LONG],
    "launch": {
        "series": [{"title": name} for name in _LONG],
        "closures": [{"name": name, "begins": "2026-12-01", "ends": "2027-01-03"} for name in _LONG],
    },
    "collaborative_plan": {
        "meetings": [{"date": f"2026-1{n}-0{n + 3}", "series": name} for name in _LONG for n in range(3)]
    },
    "life": {
        "phase": "inquire",
        "stage": "potential",
        "phases": [
            {"phase": phase, "begins": "some day between harvest and snow", "ends": "2026-12-24", "note": "W" * 90}
            for phase in ("inquire", "design", "sustain")
        ],
    },
}  # fmt: skip

SIXTY: dict[str, Any] = {
    "membership": {"roster": people(60, "core")},
    "leadership": {
        "structure": "shared",
        "duties": {duty: [one["name"] for one in people(60)] for duty in _DUTIES},
        "order": [one["name"] for one in people(60)],
    },
    "groups": [{"name": f"Group {n} of the valley", "layer": "department"} for n in range(90)],
    "launch": {"series": [{"title": f"Series {n}"} for n in range(12)]},
    "collaborative_plan": {
        "meetings": [{**one, "series": f"Series {n % 13}"} for n, one in enumerate(meetings(150))],
    },
    "life": {"phase": "sustain", "stage": "transformation"},
}
