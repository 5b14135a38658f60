"""What was meant by a word that is no answer here: an answer in other words, or the answer to another question."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from cop_wizard.checks.shapes import NOT_A_GROUP, NOT_A_LIST, NOT_ONE_VALUE, with_the_right_shape
from cop_wizard.diagnostic import Diagnostic, Severity
from cop_wizard.guide.model import Vocabulary
from cop_wizard.i18n import _
from cop_wizard.plan.choices import Rhythm
from cop_wizard.plan.fields import allows_own, choices_of, item_type, keys_at, single_texts, type_at
from cop_wizard.plan.parsing import folded
from cop_wizard.plan.plan import Plan
from cop_wizard.values import Data, KeyPath, value_at
from cop_wizard.yamltext.document import Document

_UNKNOWN_KEY, _NO_CHOICE, _ITS_LABEL = "COP201", "COP206", "COP219"


_OTHER_NAMES = {
    "name": ("title",),
    "community": ("title",),
    "people": ("membership", "roster"),
    "members": ("membership", "roster"),
    "participants": ("membership", "roster"),
    "meetings": ("collaborative_plan", "meetings"),
    "schedule": ("collaborative_plan", "meetings"),
    "dates": ("collaborative_plan", "meetings"),
    "duties": ("leadership", "duties"),
    "goals": ("purpose", "goals"),
    "todos": ("todo",),
}
"""Names people give to parts of a plan, and where those parts are."""

_LONGEST = 100
"""No label is longer."""

_SEVERAL = 3
"""So many strangers from one section in another: its heading was lost, and they are not so many mistakes."""


def with_what_was_meant(findings: Sequence[Diagnostic], document: Document, words: Vocabulary) -> Iterator[Diagnostic]:
    """The findings, each with a hint that fits what stands there; keys below a lost heading become one finding."""
    folded_in = _below_lost_headings(findings, document.data)
    for finding in findings:
        given = value_at(document.data, finding.path)
        if finding in folded_in:
            if folded_in[finding]:
                yield _lost(finding, folded_in[finding])
        elif finding.code in (NOT_A_GROUP, NOT_A_LIST, NOT_ONE_VALUE):
            labelled = _labelled(given, finding.path, words) if isinstance(given, str) else ""
            yield replace(with_the_right_shape(finding, given, document), meant=labelled)
        elif finding.code == _NO_CHOICE and isinstance(given, str) and not finding.meant:
            yield _choice(finding, given, words)
        elif finding.code == _UNKNOWN_KEY and not finding.meant:
            yield _key(finding, given)
        else:
            yield finding


def _below_lost_headings(findings: Sequence[Diagnostic], data: Data) -> dict[Diagnostic, list[Diagnostic]]:
    """Unknown keys that belong to one section that is not there: the first of them with all, the others with none."""
    strangers: dict[tuple[KeyPath, str], list[Diagnostic]] = {}
    for finding in findings:
        homes = _homes(str(finding.path[-1])) if finding.code == _UNKNOWN_KEY and finding.path else []
        for home in homes:
            if isinstance(data, dict) and data.get(home) is None and len(finding.path) <= 2:
                strangers.setdefault((finding.path[:-1], home), []).append(finding)
    found: dict[Diagnostic, list[Diagnostic]] = {}
    for several in strangers.values():
        if len(several) >= _SEVERAL:
            found |= {several[0]: several} | {one: [] for one in several[1:]}
    return found


def _lost(first: Diagnostic, several: list[Diagnostic]) -> Diagnostic:
    home = next(
        home for home in _homes(str(first.path[-1])) if all(home in _homes(str(one.path[-1])) for one in several)
    )
    return replace(
        first,
        message=_("Above this line the heading `{section}:` seems to be missing.").format(section=home),
        hint=_("Put a line `{section}:` there, at the left margin, with these lines indented below it.").format(
            section=home
        ),
        further=tuple(one.span for one in several[1:] if one.span),
    )


def _homes(key: str) -> list[str]:
    return [section for section in Plan.model_fields if key in keys_at(Plan, (section,))]


def called_by_their_label(document: Document, words: Vocabulary, refused: Container[KeyPath]) -> Iterator[Diagnostic]:
    """A note where somebody's own words are the very words of an item of the list; not where they are ``refused``."""
    for path, given, place in single_texts(Plan, document.data):
        if (
            place.kind != "choice"
            or not allows_own(place.annotation)
            or path in refused
            or not (meant := _labelled(given, path, words))
            or _gives_dates(given, path)
        ):
            continue
        yield Diagnostic(
            _ITS_LABEL,
            Severity.NOTE,
            _("`{given}` is kept as your own words.").format(given=" ".join(given.split())),
            _("If you mean the one of the list, write `{meant}`.").format(meant=meant),
            path,
            document.span(path),
            meant=meant,
        )


def _gives_dates(given: str, path: KeyPath) -> bool:
    """Whether it is said of a rhythm, in words that are understood as they stand."""
    if choices_of(_items(type_at(Plan, path))) is not Rhythm:
        return False
    from cop_wizard.schedule.recurrence import read_recurrence  # late, since few plans get here

    return read_recurrence(given) is not None


def _choice(finding: Diagnostic, given: str, words: Vocabulary) -> Diagnostic:
    if meant := _labelled(given, finding.path, words):
        return replace(finding, hint=_("Write `{meant}`.").format(meant=meant), meant=meant)
    place = finding.path if isinstance(finding.path[-1], str) else finding.path[:-1]
    for key in keys_at(Plan, place[:-1]):
        choices = choices_of(_items(type_at(Plan, (*place[:-1], key))))
        if key != place[-1] and choices is not None and given.strip() in set(choices):
            return replace(finding, hint=_("`{given}` is an answer to `{key}`.").format(given=given.strip(), key=key))
    return finding


def _key(finding: Diagnostic, value: Data) -> Diagnostic:
    """A key that exists, but in another part of the plan; or a text cut in two by a comma inside braces."""
    key = str(finding.path[-1])
    homes, other = _homes(key), _OTHER_NAMES.get(key.casefold(), ())
    if key in Plan.model_fields:
        hint = _("`{key}` begins at the left margin, with nothing in front of it.").format(key=key)
    elif other and len(finding.path) == 1:
        hint = _("This is called `{key}` here.").format(key=other[0])
        if len(other) > 1:
            hint = _("Its place is in `{section}`, under `{key}`.").format(section=other[0], key=other[1])
    elif homes:
        hint = _("Its place is in `{section}`.").format(section=_("` or in `").join(homes))
    elif " " in key and value is None:
        hint = _("If this belongs to the text before the comma, put that whole text in quotation marks.")
    else:
        return finding
    return replace(finding, hint=hint)


def _labelled(given: str, path: KeyPath, words: Vocabulary) -> str:
    """The item of the list at ``path`` that goes by the words ``given`` in any language we know; "" if it is one."""
    choices = choices_of(_items(type_at(Plan, path)))
    if choices is None or len(given) > _LONGEST or given.strip() in set(choices):
        return ""
    return words.meanings.get(choices.__name__, {}).get(folded(given), "")


def _items(annotation: object) -> object:
    return item_type(annotation) or annotation
