"""What all parts of a plan share."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from cop_wizard.values import NONE_ON_PURPOSE


class Part(BaseModel):
    """A mapping in the plan file. Every field may be left out; unknown keys are refused, ``x-`` keys left alone."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, hide_input_in_errors=True)

    @model_validator(mode="before")
    @classmethod
    def _accept_blank_and_private(cls, value: Any) -> Any:
        if isinstance(value, dict):
            return {key: item for key, item in value.items() if not str(key).startswith("x-")}
        if isinstance(value, cls):
            return value
        raise PydanticCustomError(
            "not_a_mapping", "not a mapping", {"given": "list" if isinstance(value, list) else str(value)[:60]}
        )


class SectionPart(Part):
    """A section of the plan. A blank section has no answers; ``none`` means each of its answers is none, on purpose."""

    @model_validator(mode="before")
    @classmethod
    def _accept_none(cls, value: Any) -> Any:
        if value is None or value == "":
            return {}
        if value is NONE_ON_PURPOSE:
            return dict.fromkeys(cls.model_fields, NONE_ON_PURPOSE)
        return value
