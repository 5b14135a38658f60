"""People from a roster file held against those of the plan: who is new, which blanks are filled, where both differ.

What the plan says stays. Nothing of the file gets lost on the way: what is no answer goes into the note.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cop_wizard.i18n import _
from cop_wizard.plan.fields import as_data, convert
from cop_wizard.plan.parsing import folded
from cop_wizard.plan.shapes import Member
from cop_wizard.rosters.names import Known, plain_name
from cop_wizard.rosters.people import Person, Unread
from cop_wizard.values import NONE_ON_PURPOSE, Data, KeyPath
from cop_wizard.yamltext.operations import Insert, Operation, Put

ROSTER: KeyPath = ("membership", "roster")
"""Where the people stand in a plan."""


@dataclass(frozen=True, slots=True)
class Added:
    """Somebody new. ``line`` is the row of the file.

    ``like`` is the name of somebody who may be the same person, "" if there is none: on the roster, or new as well
    (``also_new``).
    """

    line: int
    data: Mapping[str, Data]
    unread: tuple[Unread, ...] = ()
    like: str = ""
    also_new: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """Blanks of somebody who is in the plan: ``data`` holds what they get."""

    place: int
    name: str
    data: Mapping[str, Data]
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class Differing:
    """Something the plan and the file say differently; the plan keeps its own. ``field`` is "note" for leftovers."""

    place: int
    name: str
    field: str
    ours: Data
    theirs: Data


@dataclass(frozen=True)
class Merge:
    """All that taking the file over would do. ``same`` is how many people need nothing."""

    added: tuple[Added, ...] = ()
    filled: tuple[Filled, ...] = ()
    differing: tuple[Differing, ...] = ()
    same: int = 0

    @property
    def changes(self) -> int:
        """How many people it adds or fills in."""
        return len(self.added) + len(self.filled)


@dataclass
class _Work:
    added: list[Added] = field(default_factory=list)
    filled: list[Filled] = field(default_factory=list)
    differing: list[Differing] = field(default_factory=list)
    same: int = 0


def merge(roster: Data, found: Sequence[Person]) -> Merge:
    """Hold the people of a file against the plan's ``roster`` as it is written there."""
    rows = [row if isinstance(row, dict) else {} for row in roster] if isinstance(roster, list) else []
    people = _each_once([_with_note(person) for person in found])
    places = _places(rows, people)
    work = _Work()
    for person in people:
        place = places.get(person.line)
        if place is not None:
            _fill(work, place, rows[place], person)
        else:
            work.added.append(Added(person.line, person.data, person.unread))
    return Merge(tuple(_with_likes(work.added, rows)), tuple(work.filled), tuple(work.differing), work.same)


def _each_once(people: Sequence[Person]) -> list[Person]:
    """The people of the file, each once: rows with the same name and address, or the same in all, are one person.

    Two rows with nothing but the same name may be two people.
    """
    found: list[Person] = []
    once: dict[object, int] = {}
    for person in people:
        who = plain_name(person.name), _mail(person.data)
        key: object = who if all(who) else tuple(sorted((name, str(value)) for name, value in person.data.items()))
        if key in once and (len(person.data) > 1 or not person.name):
            found[once[key]] = _joined(found[once[key]], person)
        else:
            once[key] = len(found)
            found.append(person)
    return found


def _with_likes(added: Sequence[Added], rows: Sequence[Mapping[str, Data]]) -> Iterator[Added]:
    """Everybody new, with somebody who may be the same person."""
    ours, new = Known(), Known()
    ours.add(_name(row) for row in rows)
    for one in added:
        name = _name(one.data)
        here = ours.like(name)
        yield replace(one, like=here or new.like(name), also_new=not here)
        new.add([name])


def operations(found: Merge, roster: Data) -> list[Operation]:
    """What to do to the plan: one field of all people after the other, which is quickest to write, then new rows."""
    rows = roster if isinstance(roster, list) else []
    made: list[Operation] = [
        Put((*ROSTER, one.place, name), one.data[name], order=tuple(Member.model_fields))
        for name in Member.model_fields
        for one in found.filled
        if name in one.data
    ]
    new = [dict(one.data) for one in found.added]
    if new and not rows:
        return [*made, Put(ROSTER, list(new))]
    return [*made, *(Insert(ROSTER, len(rows) + number, row) for number, row in enumerate(new))]


def _with_note(person: Person) -> Person:
    """The person with what was not understood in the note."""
    if not person.unread:
        return person
    note = person.data.get("note")
    words = "; ".join([*([note] if isinstance(note, str) else []), *(one.words for one in person.unread)])
    data = {**person.data, "note": words}
    return Person(person.line, {key: data[key] for key in Member.model_fields if key in data}, person.unread)


# Who is who


def _name(row: Mapping[str, Data]) -> str:
    name = row.get("name")
    return name if isinstance(name, str) else ""


def _mail(row: Mapping[str, Data]) -> str:
    mail = row.get("email")
    return mail.strip().casefold() if isinstance(mail, str) else ""


def _known_by(row: Mapping[str, Data]) -> tuple[str, str]:
    """Name and e-mail address as they are compared."""
    return folded(_name(row)), _mail(row)


def _places(rows: Sequence[Mapping[str, Data]], people: Sequence[Person]) -> dict[int, int]:
    """For the line of each person who is in the plan the place there; nobody in the plan is two people of the file.

    The surest come first: the same name and address, then the same name, then a name that differs in nothing but its
    order or a degree and that only one has, then an address that only one has.
    """
    places: dict[int, int] = {}
    ways: tuple[Callable[[tuple[str, str]], str], ...] = (
        lambda who: "\n".join(who) if all(who) else "",
        lambda who: who[0],
    )
    for key in ways:
        free, taken = defaultdict[str, list[int]](list), set(places.values())
        for place, row in enumerate(rows):
            if place not in taken:
                free[key(_known_by(row))].append(place)
        for person in people:
            known = key(_known_by(person.data))
            if known and person.line not in places and free[known]:
                places[person.line] = free[known].pop(0)
    at = {person.line: person.data for person in people}
    places |= {
        line: place
        for line, place in _the_only_one(rows, people, places, lambda row: plain_name(_name(row)))
        if len({_mail(rows[place]), _mail(at[line])} - {""}) < 2  # else they may be two people of one name
    }
    places |= dict(_the_only_one(rows, people, places, _mail))
    return places | _without_a_name(rows, people, set(places.values()))


def _without_a_name(rows: Sequence[Mapping[str, Data]], people: Sequence[Person], taken: set[int]) -> dict[int, int]:
    """Rows without a name are known by all that they say."""
    free = [place for place, row in enumerate(rows) if place not in taken and not _name(row)]
    found: dict[int, int] = {}
    for person in people:
        if not person.name and not _mail(person.data):
            same = (place for place in free if all(_alike(*one) for one in _beside(rows[place], person)))
            if (place := next(same, None)) is not None:
                found[person.line] = place
                free.remove(place)
    return found


def _beside(row: Mapping[str, Data], person: Person) -> Iterator[tuple[str, Data, Data]]:
    return ((key, row.get(key), value) for key, value in person.data.items())


def _the_only_one(
    rows: Sequence[Mapping[str, Data]],
    people: Sequence[Person],
    places: Mapping[int, int],
    key: Callable[[Mapping[str, Data]], str],
) -> list[tuple[int, int]]:
    """The line and the place of people who are found by something that nobody else has, in the plan or the file."""
    ours, theirs = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
    taken = set(places.values())
    for place, row in enumerate(rows):
        ours[key(row)].append(place)
    for person in people:
        theirs[key(person.data)].append(person.line)
    return [
        (lines[0], ours[known][0])
        for known, lines in theirs.items()
        if known and len(lines) == len(ours[known]) == 1 and lines[0] not in places and ours[known][0] not in taken
    ]


# What becomes of them


def _fill(work: _Work, place: int, row: Mapping[str, Data], person: Person) -> None:
    blanks = {key: value for key, value in person.data.items() if row.get(key) in (None, "")}
    name = str(row.get("name") or person.name)
    differing = [
        Differing(place, name, key, row[key], value)
        for key, value in person.data.items()
        if key not in blanks and not _alike(key, row[key], value)
    ]
    work.differing += differing
    if blanks:
        unread = person.unread if "note" in blanks else ()
        work.filled.append(Filled(place, name, blanks, unread))
    elif not differing:
        work.same += 1


def _joined(first: Person, person: Person) -> Person:
    """One person of whom the file has two rows: the second fills what the first left blank, or goes into the note."""
    data = {**person.data, **first.data}
    if "note" in person.data and not _alike("note", first.data.get("note"), person.data["note"]):
        data["note"] = "; ".join(str(note) for note in (first.data.get("note"), person.data["note"]) if note)
    for key, value in person.data.items():
        if key != "note" and not _alike(key, data[key], value):
            more = _("{heading}: {value}").format(heading=key, value=value)
            data["note"] = "; ".join(str(note) for note in (data.get("note"), more) if note)
    ordered = {key: data[key] for key in Member.model_fields if key in data}
    return Person(first.line, ordered, (*first.unread, *(one for one in person.unread if one not in first.unread)))


def _alike(key: str, ours: Data, theirs: Data) -> bool:
    """Whether the two say the same, however it is written. A note that holds the other one says it, too."""
    if ours is NONE_ON_PURPOSE or theirs is NONE_ON_PURPOSE or ours is None:
        return ours is theirs
    try:
        ours = as_data(convert(Member, (key,), ours))
    except ValueError:
        return False
    if key == "name":
        return sorted(folded(str(ours)).split()) == sorted(folded(str(theirs)).split())
    if isinstance(ours, str) and isinstance(theirs, str):
        return folded(theirs) in folded(ours) if key == "note" else folded(ours) == folded(theirs)
    return ours == theirs
