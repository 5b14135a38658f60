"""A plan in the form of an earlier version: it works, and it can be brought up to date."""

from __future__ import annotations

from collections.abc import Iterator

from cop_wizard.diagnostic import Diagnostic, Severity
from cop_wizard.i18n import _
from cop_wizard.migrate import version_of
from cop_wizard.plan.plan import SCHEMA_VERSION
from cop_wizard.values import KeyPath
from cop_wizard.yamltext.document import Document


def older_form(document: Document) -> Iterator[Diagnostic]:
    """Says so where the file has an earlier version than today's."""
    version = version_of(document.data)
    if version is not None and version < SCHEMA_VERSION:
        path: KeyPath = ("schema_version",)
        message = _("This plan has the form of version {version}. It works as it is.").format(version=version)
        hint = _("`cop migrate` shows and makes the change to version {newest}.").format(newest=SCHEMA_VERSION)
        yield Diagnostic("COP231", Severity.NOTE, message, hint, path, document.span(path))
