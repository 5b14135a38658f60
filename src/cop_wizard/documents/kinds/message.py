"""The message that goes with a set of documents, ready to be pasted into a mail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cop_wizard.documents.content.doings import next_time
from cop_wizard.documents.content.people import contacts
from cop_wizard.documents.subject import Subject
from cop_wizard.plan.choices import SeenBy


def gather(subject: Subject) -> Mapping[str, Any]:
    """``made`` are the documents that go with it, ``begin_with`` the shortest of them, or "", and ``reported`` whether
    one tells what came of it; ``sender`` is one who leads and may be named, or ``None``.

    Who is outside is not told what others get to see.
    """
    made = [one for one in subject.listed if one.files]
    return {
        "made": made,
        "begin_with": next((one.title for one in made if one.name == "one-page"), "") if len(made) > 1 else "",
        "reported": any(one.name == "report" for one in made),
        "next_time": next_time(subject),
        "left_out": () if subject.audience is SeenBy.PUBLIC else subject.left_out,
        "audience": subject.audience.value,
        "sender": next(iter(contacts(subject.plan)), None),
    }
