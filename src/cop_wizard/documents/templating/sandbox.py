"""Jinja with bounds: a template can neither reach outside nor go on, or grow, for ever.

Jinja's own sandbox sees to the first. Here every block that runs (each round of a loop, each call of a macro) counts
as one step, long texts count by their length, and whatever makes text or lists larger is asked how large beforehand.
No clock is read, so a template that works once works everywhere.

What is not bounded: comparing, sorting and searching (``==``, ``in``, ``sort``, ``unique``) of lists that hold
themselves many times over, and what a filter takes out of the plan's own objects with ``attribute=``, which is as
large as the plan.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import update_wrapper
from typing import Any

from jinja2 import nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.nodes import Node
from jinja2.runtime import Context, markup_join, str_join
from jinja2.sandbox import ImmutableSandboxedEnvironment

from cop_wizard.i18n import _

LARGEST_DOCUMENT = 64_000_000
"""Characters a document may have. A template that makes more is running in circles."""

_MOST_STEPS = 20_000_000
"""The largest plan that can be read needs fifteen million, an ordinary one ten thousand.

Running in circles for as long takes from a second to two minutes, as the rounds are.
"""

_LARGEST_VALUE = 20_000_000
"""Characters of a text and items of a list that an expression may make."""

_LETTERS_PER_STEP = 16

_COST_OF_A_DIGIT = 200
"""Beside a letter: to multiply long numbers takes far longer than to write them."""

_GROWING = frozenset(
    {"batch", "center", "format", "indent", "join", "replace", "round", "slice", "tojson", "wordwrap", "xmlattr"}
)
"""Filters whose result can be far larger than what they are given."""

_ONE_BY_ONE = frozenset(
    {"list", "map", "max", "min", "reject", "rejectattr", "select", "selectattr", "sort", "sum", "unique", "groupby"}
)
"""Filters that take as long over each item, or each letter, as a block of a template does."""

_NUMBER = re.compile(r"[0-9]+")
_BY_ANOTHER = re.compile(r"%[^a-zA-Z%]*\*|\{[^{}]*\{")
"""A format that takes its width from a value: ``%*d`` and ``{:{}}``."""


class _Generator(CodeGenerator):
    """Writes a step at the head of every block, and joins with ``~`` through the environment."""

    def blockvisit(self, nodes: Iterable[Node], frame: Frame) -> None:
        self.writeline("environment.step()")
        super().blockvisit(nodes, frame)

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802  Jinja's name
        if node.test is not None:  # a round that is filtered out runs no block
            step = nodes.Call(nodes.EnvironmentAttribute("step"), [], [], None, None)
            node.test = nodes.Or(step, node.test)  # a step is nothing, so the test decides
            node.test.set_environment(self.environment)
        super().visit_For(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802  Jinja's name
        self.write("environment.tied(context.eval_ctx.autoescape, (")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class BoundedEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox that counts what its templates do, from one `begin` to the next."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})
    code_generator_class = _Generator

    def __init__(self, *, finalize: Callable[[Context, Any], Any] | None = None, **options: Any) -> None:
        super().__init__(finalize=self._printed, **options)
        self._finish = finalize
        self._steps = 0
        self.globals.pop("lipsum")  # made-up text has no place in a plan
        self.globals["range"] = self._range
        self.filters = {name: self._bounded(name, work) for name, work in self.filters.items()}

    def begin(self) -> None:
        """A new document: nothing has been done for it yet."""
        self._steps = 0

    def step(self, count: int = 1) -> None:
        """One block more, or so many. Raises ``OverflowError`` when it is one too many."""
        self._steps += count
        if self._steps > _MOST_STEPS:
            raise OverflowError(_("the document does not end"))

    def tied(self, markup: bool, parts: tuple[Any, ...]) -> str:
        """The parts of an expression with ``~``, one behind the other."""
        self._allow(sum(weight(part) for part in parts))
        return markup_join(parts) if markup else str_join(parts)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if operator == "+" and not isinstance(left, int | float):
            self._allow(weight(left) + weight(right))
        elif operator == "%" and isinstance(left, str | bytes):
            self._allow(formatted(str(left), right))
        elif operator == "*":
            self._allow(_times(left, right))
        elif operator == "**" and isinstance(left, int) and isinstance(right, int):
            self._allow(_COST_OF_A_DIGIT * weight(left) * max(abs(right), 1))
        return super().call_binop(context, operator, left, right)

    def call(self, context: Any, obj: Any, *given: Any, **named: Any) -> Any:
        owner = getattr(getattr(obj, "__wrapped__", obj), "__self__", None)
        if isinstance(owner, str | bytes | int | list | tuple):
            values = [*given, *named.values()]
            if getattr(obj, "__name__", "") in ("format", "format_map"):
                self._allow(formatted(str(owner), values))
            else:
                self._allow(_grown(owner, values))
        return super().call(context, obj, *given, **named)

    def _allow(self, size: int) -> None:
        if size > _LARGEST_VALUE:
            raise SecurityError(_("the result would be too large"))
        self.step(size // _LETTERS_PER_STEP)

    def _range(self, *bounds: int) -> range:
        found = range(*bounds)
        if len(found) > 100_000:
            raise OverflowError(_("more rounds than a list can have"))
        self.step(len(found))
        return found

    def concat(self, iterable: Iterable[str], /) -> str:
        """What a macro or a block makes, put together."""
        pieces = list(iterable)
        size = sum(map(len, pieces))
        if size > LARGEST_DOCUMENT:
            raise OverflowError(_("the document does not end"))
        self.step(size // _LETTERS_PER_STEP)
        return "".join(pieces)

    @pass_context  # so that nothing is printed while a template is compiled
    def _printed(self, context: Context, value: Any) -> Any:
        if not isinstance(value, str):
            self._allow(weight(value))
        return value if self._finish is None else self._finish(context, value)

    def _bounded(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """The filter ``name``, asked beforehand how large its result may become."""
        place = 1 if hasattr(work, "jinja_pass_arg") else 0

        def bounded(*given: Any, **named: Any) -> Any:
            before, value, others = given[:place], given[place], [*given[place + 1 :], *named.values()]
            if name in _GROWING and hasattr(value, "__next__"):
                value = self._listed(value)
            if name == "format":
                self._allow(formatted(str(value), others))
            elif name in _GROWING:
                self._allow(_grown(value, others))
            elif isinstance(value, str | list | tuple | dict):
                self._allow(weight(value))
            if name in _ONE_BY_ONE and isinstance(value, str | list | tuple | dict):
                self.step(len(value))
            return work(*before, value, *given[place + 1 :], **named)

        return update_wrapper(bounded, work)

    def _listed(self, values: Iterable[Any]) -> list[Any]:
        found = []
        for value in values:
            self.step(1 + weight(value) // _LETTERS_PER_STEP)
            found.append(value)
        return found


def weight(value: Any) -> int:
    """How much there is to a value: letters, digits and items, however deep. Stops looking once it is too much."""
    total, left = 0, [value]
    while left and total <= _LARGEST_VALUE:
        one = left.pop()
        if isinstance(one, str | bytes | range):
            total += len(one)
        elif isinstance(one, list | tuple | set | frozenset):
            total += 1 + len(one)
            left.extend(one)
        elif isinstance(one, dict):
            total += 1 + len(one)
            left.extend(one)
            left.extend(one.values())
        else:
            total += 1 + (one.bit_length() // 3 if isinstance(one, int) else 0)
    return total


def formatted(form: str, values: Any) -> int:
    """At most how long ``form`` becomes with ``values`` put in."""
    if _BY_ANOTHER.search(form.replace("{{", "")):
        raise SecurityError(_("a width that is itself filled in"))
    widest = max((int(digits[:9]) for digits in _NUMBER.findall(form)), default=0)
    blanks = form.count("%") + form.count("{")
    return len(form) + blanks * (widest + weight(values))


def _grown(value: Any, others: Iterable[Any]) -> int:
    """At most how large something becomes that is filled, spread or repeated by ``others``."""
    factor = 1 + sum(abs(other) if isinstance(other, int) else weight(other) for other in others)
    return (1 + weight(value)) * factor


def _times(left: Any, right: Any) -> int:
    for value, count in ((left, right), (right, left)):
        if isinstance(value, str | bytes | list | tuple) and isinstance(count, int):
            return weight(value) * max(count, 0)
    if isinstance(left, int) and isinstance(right, int):
        return _COST_OF_A_DIGIT * (weight(left) + weight(right))
    return 0
