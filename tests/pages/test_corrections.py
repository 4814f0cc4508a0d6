from __future__ import annotations

from dossier.pages.context import Context
from dossier.pages.corrections import corrections_view


def test_corrections_stand_newest_first_and_lead_to_records_that_are_still_there(context: Context) -> None:
    gone, guild = corrections_view(context)
    assert (gone.date.edtf, gone.record, gone.link, gone.why) == (
        "2024-03",
        "fog-bell",
        None,
        "No source names it.",
    )
    assert guild.changed == "The former name was added."
    assert guild.link is context.links["lamp-guild"]
