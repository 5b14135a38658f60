"""Which column of a roster file holds what, by its heading in English or French."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cop_wizard.guide.model import Vocabulary
from cop_wizard.i18n import _
from cop_wizard.plan.parsing import folded
from cop_wizard.plan.shapes import Member
from cop_wizard.wording import spoken

FIRST, LAST = "first name", "last name"
"""Two columns that no field is for: together they are the name."""

_CALLED = {
    "name": "full name, display name, person, member, participant, name of member, first and last name, nom complet, "
    "nom et prénom, prénom et nom, nom prénom, prénom nom, membre, personne, name of participant, member name, names",
    FIRST: "given name, forename, firstname, first, prénom, prénoms, given names, first names",
    LAST: "surname, family name, lastname, last, nom de famille, patronyme, last names",
    "role": "title, job title, position, job, function, profession, occupation, work role, role at work, current role, "
    "poste, fonction, titre, emploi, rôle, rôle au travail, métier",
    "organization": "organisation, school, employer, company, workplace, place of work, institution, service, agency, "
    "department, school or service, school name, division, school division, site, affiliation, team, unit, école, "
    "établissement, employeur, lieu de travail, organisme, entreprise, ministère, conseil scolaire, équipe",
    "phone": "telephone, phone number, telephone number, tel, tel., mobile, cell, cell phone, work phone, téléphone, "
    "numéro de téléphone, portable, cellulaire",
    "email": "e-mail, mail, email address, e-mail address, mail address, work email, contact email, courriel, mél, "
    "adresse courriel, adresse électronique, courrier électronique, adresse e-mail, adresse mail, adresse email",
    "level": "level of participation, participation level, participation, involvement, circle, niveau, cercle, "
    "niveau de participation, engagement",
    "status": "membership status, member status, state, statut, état, statut de membre",
    "labels": "label, role labels, roles, part played, role in the community, community role, rôles, "
    "rôle dans la communauté",
    "voting": "may vote, can vote, votes, vote, voting member, voting rights, voix, droit de vote, votant, votante",
    "since": "member since, joined, joined on, join date, date joined, from, start, start date, began, depuis, "
    "membre depuis, date d'adhésion, adhésion, date de début, début",
    "until": "to, end, end date, ends, term ends, term end, member until, left on, jusqu'au, jusqu'à, fin, date de fin",
    "back_on": "back, returns, returns on, return date, on leave until, leave until, retour, date de retour, "
    "de retour le, en congé jusqu'au",
    "may_be_named": "can be named, named in public, may be shown, peut être nommé, peut être nommée",
    "note": "notes, comment, comments, remark, remarks, remarque, remarques, commentaire, commentaires",
}
_MAY_BE_LAST = ("name", "nom")
"""Beside a column of first names, this is the column of last names."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column holds: a field of a person, `FIRST`, `LAST`, or "" for one that was not understood."""

    fields: tuple[str, ...]
    headings: tuple[str, ...]

    @property
    def names(self) -> bool:
        """Whether people can be told by them."""
        return any(name in self.fields for name in ("name", FIRST, LAST))


def known_headings(words: Vocabulary) -> Mapping[str, str]:
    """Each heading that is understood, folded as `folded` does it, with what it is for."""
    known = {folded(heading): field for field, also in _CALLED.items() for heading in (*also.split(", "), field)}
    known |= {folded(heading): "name" for heading in _MAY_BE_LAST}
    part = words.parts.get(Member.__name__)
    for field in Member.model_fields:
        known[folded(spoken(field))] = field
        if part and field in part.fields:
            known[folded(part.fields[field].label)] = field
    return known


def columns(headings: tuple[str, ...], known: Mapping[str, str]) -> Columns:
    """What the columns with these headings hold. Of two that hold the same, the first one does."""
    keys = [folded(heading.lstrip("'")) for heading in headings]
    fields = [known.get(key, "") for key in keys]
    if FIRST in fields and LAST not in fields:
        fields = [LAST if key in _MAY_BE_LAST else field for key, field in zip(keys, fields, strict=True)]
    taken: set[str] = set()
    for place, field in enumerate(fields):
        fields[place] = "" if field in taken else field
        taken.add(field)
    return Columns(tuple(fields), headings)


def likeness(cells: tuple[str, ...], known: Mapping[str, str]) -> int:
    """How many cells are headings of a roster; 0 where none of them is for a name."""
    found = columns(cells, known)
    return sum(map(bool, found.fields)) if found.names else 0


def no_headings() -> tuple[str, str]:
    """What is said, about ``{path}``, of a table in which nobody has a name, and what to do."""
    return (
        _("No column of “{path}” is called Name, so nobody can be found in it."),
        _("Its first row has to say what stands in each column: Name (or First name and Last name), Role, E-mail …"),
    )
