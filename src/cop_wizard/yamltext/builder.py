"""From the parser's events to nodes, plain data and findings."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol, cast

import yaml

from cop_wizard.diagnostic import Diagnostic, Severity
from cop_wizard.values import Data, KeyPath
from cop_wizard.yamltext import words
from cop_wizard.yamltext.layout import column, content_end, heading_in_line
from cop_wizard.yamltext.limits import MAX_ALIASED, MAX_DEPTH, MAX_FINDINGS, MAX_PARTS
from cop_wizard.yamltext.lines import BOM, Lines
from cop_wizard.yamltext.mending import smallest_edits
from cop_wizard.yamltext.tree import MEANINGS, MERGE, Alias, Collection, Entry, Mapping, Node, Scalar, Sequence
from cop_wizard.yamltext.words import Words

_TAG = re.compile(r"(?:&\S+\s+)?(!\S*)")


class ReadingError(Exception):
    """Reading cannot go on; the finding says why. ``second`` if it is a second document that starts ``at`` a place."""

    def __init__(self, finding: Diagnostic, at: int = 0, second: bool = False) -> None:
        super().__init__(finding.message)
        self.finding = finding
        self.at = at
        self.second = second


class _Parser(Protocol):
    def get_event(self) -> Any: ...


def parser(text: str) -> _Parser:
    """The fastest event parser at hand. Raises ``yaml.YAMLError`` as soon as the text is no YAML."""
    loader = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
    return cast("_Parser", loader(text))


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    node: Collection
    anchor: str | None
    last_end: int
    as_key: bool = False
    key: Scalar | None = None
    name: str = ""
    keep: bool = True
    twice: bool = False  # whether a name stood there a second time


class Builder:
    """Builds one document. Afterwards ``root`` is its top node and ``findings`` what was wrong but bearable."""

    def __init__(self, text: str, lines: Lines) -> None:
        self.root: Node | None = None
        self.findings: list[Diagnostic] = []
        self._text = text
        self._lines = lines
        self._shift = 1 if text.startswith(BOM) else 0
        self._stack: list[_Open] = []
        self._anchors: dict[str, Node | None] = {}
        self._aliased = 0
        self._documents = 0

    def build(self) -> None:
        """Read all events. Raises ``ReadingError`` where reading cannot go on, and ``yaml.YAMLError`` at bad syntax."""
        try:
            self._build()
        except yaml.MarkedYAMLError as error:  # newer parsers give up at some depth, before we have seen it
            if error.problem_mark is None or "nesting" not in str(error.problem):
                raise
            start = min(error.problem_mark.index + self._shift, max(len(self._text) - 1, 0))
            raise ReadingError(self._finding(words.too_deep(), start, start + 1)) from error

    def _build(self) -> None:
        handlers = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._start,
            yaml.SequenceStartEvent: self._start,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        next_event = parser(self._text[self._shift :]).get_event
        parts = 0
        while (event := next_event()) is not None:
            parts += 1
            if parts > MAX_PARTS or len(self.findings) > MAX_FINDINGS:
                said = words.too_many_parts() if parts > MAX_PARTS else words.too_many_findings()
                start = event.start_mark.index + self._shift
                raise ReadingError(self._finding(said, start, start + 1))
            handle = handlers.get(type(event))
            if handle:
                handle(event)

    # One method for each kind of event

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            start = event.start_mark.index + self._shift
            raise ReadingError(self._finding(words.second_document(), start, start + 3), start, second=True)

    def _scalar(self, event: Any) -> None:
        start, end = event.start_mark.index + self._shift, event.end_mark.index + self._shift
        text, style = event.value, event.style or ""
        if style in ("|", ">"):
            end = content_end(self._text, start, end)
        elif start == end:
            start = end = self._blank_place(start)
        data: Data = text if style else MEANINGS.get(text, text)
        node = Scalar(start, end, data, style, event.anchor is not None)
        top = self._stack[-1] if self._stack else None
        as_key = top is not None and top.key is None and type(top.node) is Mapping
        if event.tag is not None:
            node.data = self._tagged(event, None if as_key else node)
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        if top is not None and as_key:
            self._key(top, node, text)
        else:
            self._add(node)

    def _start(self, event: Any) -> None:
        start = event.start_mark.index + self._shift
        if len(self._stack) >= MAX_DEPTH:
            raise ReadingError(self._finding(words.too_deep(), start, start + 1))
        flow, anchored = bool(event.flow_style), event.anchor is not None
        node: Collection
        if type(event) is yaml.MappingStartEvent:
            node = Mapping(start, start, {}, flow, anchored)
        else:
            node = Sequence(start, start, [], flow, anchored)
        if event.tag is not None:
            self._tagged(event)
        if event.anchor is not None:
            self._anchors[event.anchor] = None
        top = self._stack[-1] if self._stack else None
        as_key = top is not None and top.key is None and type(top.node) is Mapping
        self._stack.append(_Open(node, event.anchor, start, as_key))

    def _end(self, event: Any) -> None:
        done = self._stack.pop()
        node = done.node
        # The parser ends a block collection where the next thing starts, far behind the comments in between.
        node.end = event.end_mark.index + self._shift if node.flow else done.last_end
        if done.anchor is not None:
            self._anchors[done.anchor] = node
        if done.as_key:
            self._not_a_name(self._stack[-1], Scalar(node.start, node.end, None, ""))
        else:
            self._add(node)

    def _alias(self, event: Any) -> None:
        start, end = event.start_mark.index + self._shift, event.end_mark.index + self._shift
        name = event.anchor
        node: Node
        if name in self._anchors:
            target = self._anchors[name]
            if target is None:
                raise ReadingError(self._finding(words.too_many_aliases(), start, end))
            node = Alias(start, end, self._copy(target.data, len(self._stack), start, end))
        else:
            node = Scalar(start, end, self._text[start:end], "")
        top = self._stack[-1] if self._stack else None
        as_key = top is not None and top.key is None and type(top.node) is Mapping
        if name not in self._anchors:
            self._text_meant(words.unknown_alias(name), start, end, "" if as_key else self._text[start:end])
        if top is not None and as_key:
            self._not_a_name(top, Scalar(start, end, None, ""))
        else:
            self._add(node)

    # Putting nodes together

    def _add(self, node: Node) -> None:
        if not self._stack:
            self.root = node
            return
        top = self._stack[-1]
        top.last_end = node.end
        parent = top.node
        if type(parent) is Sequence:
            parent.items.append(node)
            parent.data.append(node.data)
        elif type(parent) is Mapping and top.key is not None:
            if top.keep:
                parent.add(Entry(top.name, top.key, node))
                parent.data[top.name] = node.data
            top.key, top.keep = None, True

    def _key(self, top: _Open, key: Scalar, name: str) -> None:
        if not name and not key.style:
            self._not_a_name(top, key)
            return
        top.key, top.name, top.last_end = key, name, key.end
        mapping = cast("Mapping", top.node)
        if name == MERGE and not key.style:
            top.keep = False
            self._problem(words.merge(), key.start, key.end)
        elif name in mapping.data:
            top.keep = False
            in_row = len(self._stack) > 1 and type(self._stack[-2].node) is Sequence and not mapping.flow
            if not (in_row and top.twice):  # what follows in a row is probably the next one, without its first line
                self._twice(mapping, key, name, words.row_twice if in_row else self._saying(mapping, key))
            top.twice = True

    def _twice(self, mapping: Mapping, key: Scalar, name: str, say: Callable[[str, int], Words]) -> None:
        entry = mapping.entry(name)
        first = entry.key if entry else key
        line = self._lines.position(first.start).line
        finding = self._finding(say(name, line), key.start, key.end)
        self.findings.append(replace(finding, further=(self._lines.span(first.start, first.end),)))

    def _saying(self, mapping: Mapping, key: Scalar) -> Callable[[str, int], Words]:
        """How to tell of a name that stands there twice."""
        holder = self._stack[-2].key if len(self._stack) > 1 else None
        heading = heading_in_line(self._text, mapping, key) if holder else None
        if holder is None or heading is None:
            return words.twice
        at, spaces = self._lines.position(heading.key.start).line, column(self._text, holder.start)
        return lambda name, line: words.twice_below(name, line, heading.name, at, spaces)

    def _not_a_name(self, top: _Open, key: Scalar) -> None:
        top.key, top.name, top.keep, top.last_end = key, "", False, key.end
        self._problem(words.not_a_name(), key.start, max(key.end, key.start + 1))

    def _copy(self, data: Data, depth: int, start: int, end: int) -> Data:
        self._aliased += 1
        if self._aliased > MAX_ALIASED:
            raise ReadingError(self._finding(words.too_many_aliases(), start, end))
        if isinstance(data, (dict, list)) and depth >= MAX_DEPTH:
            raise ReadingError(self._finding(words.too_deep(), start, start + 1))
        if isinstance(data, dict):
            return {key: self._copy(value, depth + 1, start, end) for key, value in data.items()}
        if isinstance(data, list):
            return [self._copy(value, depth + 1, start, end) for value in data]
        return data

    def _blank_place(self, offset: int) -> int:
        """Where the text of a blank would go: right after the colon or dash, not before the next bracket."""
        before = len(self._text[:offset].rstrip(" \t\r\n")) if self._text[offset - 1 : offset].isspace() else offset
        return before if self._text[before - 1 : before] == ":" else offset

    # Findings

    def _path(self) -> KeyPath:
        path: list[str | int] = []
        for frame in self._stack:
            if isinstance(frame.node, Sequence):
                path.append(len(frame.node.items))
            elif frame.name and frame.key is not None:
                path.append(frame.name)
        return tuple(path)

    def _finding(self, words: Words, start: int, end: int) -> Diagnostic:
        span = self._lines.span(start, min(end, len(self._text)))
        return Diagnostic(words.code, Severity.ERROR, words.message, words.hint, self._path(), span)

    def _problem(self, words: Words, start: int, end: int) -> None:
        self.findings.append(self._finding(words, start, end))

    def _tagged(self, event: Any, node: Scalar | None = None) -> Data:
        """Tell of a tag. Returns what the value means without: what looks like a text is one, the tag included."""
        start = event.start_mark.index + self._shift
        found = _TAG.match(self._text, start)
        where = found.span(1) if found else (start, start + 1)
        said = words.tagged(self._text[where[0] : where[1]])
        text = self._text[start : node.end] if node and not node.style and start == where[0] else ""
        if not text or text.startswith("!!") or "\n" in text or "\r" in text:
            self._problem(said, *where)
            return node.data if node else None
        self._text_meant(said, where[0], where[1], text)
        return text

    def _text_meant(self, said: Words, start: int, end: int, text: str) -> None:
        """Tell of a text that needs quotation marks; it begins where the finding does."""
        from cop_wizard.yamltext.scalars import quoted  # only here, since loading it takes longer than reading a plan

        edits = smallest_edits(text, quoted(text), start) if text else []
        self.findings.append(replace(self._finding(said, start, end), edits=tuple(edits)))
