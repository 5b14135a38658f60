"""What was meant by a word that is no answer here: an answer in other words, or the answer to another question."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from cop_wizard.diagnostic import Diagnostic, Severity
from cop_wizard.guide.model import Vocabulary, folded
from cop_wizard.i18n import _
from cop_wizard.plan.fields import allows_own, choices_of, item_type, keys_at, matches, patterns, type_at
from cop_wizard.plan.plan import Plan
from cop_wizard.values import Data, KeyPath, value_at
from cop_wizard.yamltext.document import Document

_UNKNOWN_KEY, _NO_CHOICE, _ITS_LABEL = "COP201", "COP206", "COP219"


def with_what_was_meant(findings: Iterable[Diagnostic], data: Data, words: Vocabulary) -> Iterator[Diagnostic]:
    """The findings, with a better hint where the word is the label of an answer, or at home under another key."""
    for finding in findings:
        given = value_at(data, finding.path)
        if finding.code == _NO_CHOICE and isinstance(given, str) and not finding.meant:
            yield _choice(finding, given, words)
        elif finding.code == _UNKNOWN_KEY and not finding.meant:
            yield _key(finding, given)
        else:
            yield finding


def called_by_their_label(document: Document, words: Vocabulary, refused: Container[KeyPath]) -> Iterator[Diagnostic]:
    """A note where somebody's own words are the very words of an item of the list; not where they are ``refused``."""
    for pattern, items in _beside_a_list():
        for path, given in matches(document.data, pattern):
            if (
                not isinstance(given, str)
                or given in items
                or path in refused
                or not (meant := _labelled(given, path, words))
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
    homes = [section for section in Plan.model_fields if key in keys_at(Plan, (section,))]
    if key in Plan.model_fields:
        hint = _("`{key}` begins at the left margin, with nothing in front of it.").format(key=key)
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
    if choices is None or given.strip() in set(choices):
        return ""
    return words.meanings.get(choices.__name__, {}).get(folded(given), "")


def _items(annotation: object) -> object:
    return item_type(annotation) or annotation


@lru_cache(maxsize=1)
def _beside_a_list() -> tuple[tuple[tuple[str, ...], frozenset[str]], ...]:
    """Where own words may stand beside the items of a list, and those items."""
    own = ((pattern, choices_of(annotation)) for pattern, annotation in patterns(Plan) if allows_own(annotation))
    return tuple((pattern, frozenset(choices or ())) for pattern, choices in own)
