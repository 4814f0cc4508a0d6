"""What others call the subject of a record: its identifiers in Wikidata and elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, NamedTuple

from pydantic import Field

from dossier.model.base import Model
from dossier.model.fields import Address, Text


class Elsewhere(NamedTuple):
    """An identifier: the key of its register, what that is called, the identifier, and its address or nothing."""

    scheme: str
    label: str
    identifier: str
    address: str


class OtherIdentifier(Model):
    """An identifier in a register that the program does not know by name."""

    name: Text = Field(description="What the register is called.")
    identifier: Text = Field(description="The identifier, as the register writes it.")
    URL: Address = Field(description="The address that the register has for it.")


class Identifiers(Model):
    """What others call the same thing. Each was looked up by a curator; what is not known is left out."""

    wikidata: Annotated[str, Field(pattern=r"^Q[1-9][0-9]*$")] | None = Field(
        default=None, description="The item in Wikidata."
    )
    geonames: Annotated[str, Field(pattern=r"^[1-9][0-9]*$")] | None = Field(
        default=None, description="The number in GeoNames, of a place."
    )
    viaf: Annotated[str, Field(pattern=r"^[1-9][0-9]*$")] | None = Field(
        default=None, description="The number in the Virtual International Authority File."
    )
    isni: Annotated[str, Field(pattern=r"^[0-9]{15}[0-9X]$")] | None = Field(
        default=None, description="The ISNI, of a person or a body; 16 signs without blanks."
    )
    gnd: Annotated[str, Field(pattern=r"^[0-9X-]+$")] | None = Field(
        default=None, description="The number in the Gemeinsame Normdatei of the German-speaking libraries."
    )
    lcnaf: Annotated[str, Field(pattern=r"^n[a-z]{0,2}[0-9]{8,10}$")] | None = Field(
        default=None, description="The name authority of the Library of Congress."
    )
    others: tuple[OtherIdentifier, ...] = Field(default=(), description="Those in other registers.")

    def known(self) -> Iterator[Elsewhere]:
        """Each identifier that there is, in the order of the fields."""
        for scheme, (label, address) in REGISTERS.items():
            if identifier := getattr(self, scheme):
                yield Elsewhere(scheme, label, identifier, address + identifier)
        yield from (Elsewhere("others", one.name, one.identifier, one.URL) for one in self.others)


REGISTERS = {
    "wikidata": ("Wikidata", "https://www.wikidata.org/entity/"),
    "geonames": ("GeoNames", "https://sws.geonames.org/"),
    "viaf": ("VIAF", "https://viaf.org/viaf/"),
    "isni": ("ISNI", "https://isni.org/isni/"),
    "gnd": ("GND", "https://d-nb.info/gnd/"),
    "lcnaf": ("Library of Congress", "https://id.loc.gov/authorities/names/"),
}
"""What each register is called, and the address that it puts before an identifier."""
