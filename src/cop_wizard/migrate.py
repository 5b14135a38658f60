"""Plans of older versions of the form: read as if they were of today's, and brought up to date on request.

A step says what changed from one version to the next, as operations on key paths. A step changes values and adds keys;
it never moves any, so that findings about an old plan stand in the lines where a person looks for them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from cop_wizard.diagnostic import Diagnostic
from cop_wizard.plan.plan import SCHEMA_VERSION, Plan
from cop_wizard.structure import Reading, read_as
from cop_wizard.values import Data, value_at
from cop_wizard.yamltext.document import Document
from cop_wizard.yamltext.operations import Operation, Put, edited


def read_plan(text: str) -> Reading[Plan]:
    """Read a plan of any version. The document's text stays as it is; its data has today's form.

    What version it is, the data still says.
    """
    return read_as(Plan, text, _in_todays_form)


def _in_todays_form(document: Document) -> Document:
    data = up_to_date(document.data)
    return document if data is document.data else replace(document, data=data)


def up_to_date(data: Data) -> Data:
    """The data of a plan in today's form, but for its version; the data given where nothing is to be done."""
    for operation in operations(data)[:-1]:
        data = edited(data, operation)
    return data


def operations(data: Data) -> list[Operation]:
    """What has to be done to a plan to bring it up to date, in order; nothing for one that is."""
    version = version_of(data)
    if version is None or version >= SCHEMA_VERSION:
        return []
    steps = [operation for older in range(version, SCHEMA_VERSION) for operation in _STEPS[older](data)]
    return [*steps, Put(("schema_version",), str(SCHEMA_VERSION))]


def refuse_if_no_plan(text: str) -> tuple[Diagnostic, ...]:
    """Why a text cannot be brought up to date: it says no version, or one that this program does not know."""
    return tuple(
        problem
        for problem in read_plan(text).problems
        if problem.code in ("COP212", "COP213") or problem.path[:1] == ("schema_version",)
    )


def version_of(data: Data) -> int | None:
    """The version a plan says it has, if it is one that was ever given out."""
    said = value_at(data, ("schema_version",))
    known = isinstance(said, str) and said.isascii() and said.isdigit() and len(said) < 9
    return int(str(said)) if known and int(str(said)) >= 1 else None


# --- the steps ----------------------------------------------------------------------------------------------------

_STATUS = {"joined": "member", "left": "alumni"}


def _from_1(data: Data) -> Iterator[Operation]:
    """People who have joined are called members, people who have left alumni."""
    roster = value_at(data, ("membership", "roster"))
    for place, person in enumerate(roster if isinstance(roster, list) else ()):
        status = value_at(person, ("status",))
        if isinstance(status, str) and status.strip() in _STATUS:
            yield Put(("membership", "roster", place, "status"), _STATUS[status.strip()])


_STEPS: dict[int, Callable[[Data], Iterator[Operation]]] = {1: _from_1}
"""What changed with the version after each; one for every version before today's."""
