from __future__ import annotations

import pytest

from tests.conftest import Broken
from tests.support.changes import added, swapped

BRISA, STATE, WARDENS = "data/places/brisa.yaml", "data/actors/brisa-state.yaml", "data/actors/reed-wardens.yaml"
HINT = "give each its own, or merge the two records"


def test_two_places_with_one_identifier(broken: Broken) -> None:
    assert broken({BRISA: added("identifiers: {wikidata: Q99999999901}\n")}) == [
        "data/places/saltmouth.yaml:8:25: error[shared-identifier] identifiers.wikidata: "
        f'"Q99999999901" is that of brisa too; {HINT}'
    ]


def test_two_actors_with_one_identifier_in_a_register_of_another_name(broken: Broken) -> None:
    others = "identifiers: {others: [{name: Register of Guilds, identifier: G-7, URL: https://guilds.example/7b}]}\n"
    (line,) = broken({WARDENS: added(others)})
    assert f'identifiers.others.1.identifier: "G-7" is that of lamp-guild too; {HINT}' in line


def test_an_actor_may_have_the_identifier_of_a_place(broken: Broken) -> None:
    assert broken({STATE: added("identifiers: {wikidata: Q99999999901}\n")}) == []


def test_one_number_may_stand_in_two_registers(broken: Broken) -> None:
    assert broken({BRISA: added('identifiers: {viaf: "99999999901"}\n')}) == []


@pytest.mark.parametrize(
    ("register", "value", "form"),
    [
        ("wikidata", "wikidata.org/wiki/Q42", "Q and the number of an item of Wikidata, such as Q42"),
        ("wikidata", "42", "Q and the number of an item of Wikidata, such as Q42"),
        ("geonames", "Q42", "a number"),
        ("isni", "0000 0001 2103 2683", "the 16 digits of an ISNI without blanks; the last may be an X"),
        ("gnd", "GND 4000107", "the number of the GND, such as 4000107-3"),
        ("lcnaf", "79022889", "the identifier of a name authority of the Library of Congress, such as n79022889"),
    ],
)
def test_each_register_has_its_form(broken: Broken, register: str, value: str, form: str) -> None:
    (line,) = broken({BRISA: added(f'identifiers: {{{register}: "{value}"}}\n')})
    assert f"identifiers.{register}" in line
    assert form in line


def test_no_other_register_is_known_by_name(broken: Broken) -> None:
    old, new = "wikidata: Q99999999902", "wikipedia: Lamp Guild"
    (line,) = broken({"data/actors/lamp-guild.yaml": swapped(old, new)})
    assert "identifiers.wikipedia" in line
