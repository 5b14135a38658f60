"""Going on after a mistake in the syntax: put it right or leave it out, so that all that is wrong is told at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice

from cop_wizard.diagnostic import Diagnostic, Edit, Severity
from cop_wizard.yamltext.broken import Part, broken_parts
from cop_wizard.yamltext.draft import Draft, Trouble
from cop_wizard.yamltext.lines import Lines
from cop_wizard.yamltext.mending import Mending
from cop_wizard.yamltext.slip import Slip
from cop_wizard.yamltext.slips import find_slip
from cop_wizard.yamltext.syntax import explained
from cop_wizard.yamltext.unread import Gap, smallest_gap
from cop_wizard.yamltext.words import Words, more_may_show

_MOST = 20
"""Mistakes that are told at once. Whoever has more of them is better served in two rounds."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """A text that can be read again: what was put right or left out, and what there is to say about it.

    ``mending`` is ``None`` where all that was of no avail. ``guesses`` are places in lines that may be meant otherwise,
    ``moves`` in lines that may rather belong elsewhere.
    """

    mending: Mending | None
    findings: tuple[Diagnostic, ...]
    gaps: tuple[Gap, ...] = ()
    guesses: tuple[int, ...] = ()
    moves: tuple[int, ...] = ()


def recovered(mending: Mending, lines: Lines) -> Recovered:
    """Put right a text the parser gives up on. ``lines`` are those of the text as it was."""
    return _Recovery(Draft(mending), lines).run()


class _Recovery:
    def __init__(self, draft: Draft, lines: Lines) -> None:
        self._draft = draft
        self._lines = lines
        self._findings: list[Diagnostic] = []
        self._gaps: list[Gap] = []
        self._guesses: list[int] = []
        self._moves: list[int] = []
        self._untold = False

    def run(self) -> Recovered:
        draft = self._draft
        rounds = 0
        while parts := list(islice(broken_parts(draft, 0, len(draft.rows)), 2 * _MOST)):
            while parts:
                rounds += 1
                if rounds > 1 and (draft.tired or rounds > 5 * _MOST):
                    return self._given_up()
                part = parts.pop(0)
                before = len(draft.rows)
                reached = self._put_right(part, parts) if len(self._findings) < _MOST else -1
                if reached < 0:
                    reached = self._leave_out(part, parts)
                if reached < 0:
                    return self._given_up()
                more = len(draft.rows) - before
                parts = [other.shifted(more) for other in parts if other.first >= reached]
                end = max(part.last, reached) + more
                parts = [*broken_parts(draft, draft.parent(part.first), end), *parts]
        if draft.tired:
            return self._given_up()
        findings = self._told(more=self._untold)
        return Recovered(draft.mending, findings, tuple(self._gaps), tuple(self._guesses), tuple(self._moves))

    def _put_right(self, part: Part, others: list[Part]) -> int:
        """Correct the likeliest slip. Returns up to which row the correction reached, or ``-1`` if none was found."""
        slip = find_slip(self._draft, part, others)
        if slip is None:
            return -1
        mending, start = self._draft.mending, self._draft.start
        place = mending.origin(start(slip.row) + slip.column)
        if slip.missing_at is not None:
            self._gaps.append(Gap(place, slip.missing_at, ""))
        if not slip.sure:
            self._guess(slip)
        elif any(line.strip() != self._draft.rows[row].text.strip() for row, line in slip.lines.items()):
            self._guesses.append(place)
        edits = self._draft.mend(slip.lines, guess=not slip.sure)
        self._tell(slip.words, place, tuple(edits) if slip.sure else ())
        return max(slip.lines) + 1

    def _guess(self, slip: Slip) -> None:
        """Remember which lines may be meant otherwise: their words, or only how far in they stand."""
        rows, start = self._draft.rows, self._draft.start
        for row, line in slip.lines.items():
            places = self._moves if line.strip() == rows[row].text.strip() else self._guesses
            places.append(self._draft.mending.origin(start(row)))

    def _leave_out(self, part: Part, others: list[Part]) -> int:
        draft = self._draft
        lines = smallest_gap(draft, part, others[0].first if others else len(draft.rows))
        self._explain(part.trouble)
        if lines is None:
            return -1
        first = min(lines)
        row = draft.rows[first]
        depth = row.name_at if row.name else row.column
        name_at = draft.start(first) + depth
        if row.structural:  # else it was a line of text, and no answer in particular is lost
            self._gaps.append(Gap(draft.mending.origin(name_at), depth, row.name))
        draft.mend(lines)
        return max(lines) + 1

    def _explain(self, trouble: Trouble) -> None:
        """Say what is wrong where nothing could be put right, unless something was said of this line before."""
        words, at = explained(trouble.error, trouble.text)
        start = self._draft.start(trouble.row) + trouble.column - trouble.place
        place = self._draft.mending.origin(max(at + start, 0))
        line = self._lines.position(place).line
        if len(self._findings) >= _MOST:
            self._untold = True
        elif not any(told.span and told.span.start.line == line for told in self._findings):
            self._guesses.append(place)
            self._tell(words, place)

    def _tell(self, words: Words, place: int, edits: tuple[Edit, ...] = ()) -> None:
        span = self._lines.span(place, min(place + 1, self._lines.size))
        self._findings.append(Diagnostic(words.code, Severity.ERROR, words.message, words.hint, (), span, edits=edits))

    def _given_up(self) -> Recovered:
        return Recovered(None, self._told(more=True))

    def _told(self, more: bool) -> tuple[Diagnostic, ...]:
        """The findings; the last one says it if there are more of them."""
        if not more:
            return tuple(self._findings)
        *others, last = self._findings
        hint = f"{last.hint} {more_may_show()}" if last.hint.endswith(".") else f"{last.hint} ({more_may_show()})"
        return (*others, replace(last, hint=hint))
