from __future__ import annotations

from dossier.load import load
from dossier.pages.context import Context, context_of
from dossier.pages.corrections import LONGEST, NEWEST, corrections_view
from tests.conftest import Changed
from tests.support.changes import added


def test_corrections_stand_newest_first_and_lead_to_records_that_are_still_there(context: Context) -> None:
    view = corrections_view(context)
    gone, guild = view.newest
    assert view.older == ()
    assert (gone.date.edtf, gone.link.address, gone.link.words, gone.why) == (
        "2024-03",
        "places/fog-bell/",
        "Fog Bell",
        "No source names it.",
    )
    assert guild.changed == "The former name was added."
    assert guild.link is context.links["lamp-guild"]


def test_a_dated_withdrawal_is_listed_once(changed: Changed) -> None:
    item = '- {id: fog-horn, kind: place, title: Fog Horn, reason: withdrawn, why: It is a bell., date: "2024-05"}\n'
    context = context_of(load(changed({"data/redirects.yaml": added(item)})))
    horn, *others = corrections_view(context).newest
    assert (horn.changed, horn.why, horn.link.words) == ("The place was withdrawn.", "It is a bell.", "Fog Horn")
    assert [one.link.words for one in others] == ["Fog Bell", context.links["lamp-guild"].words]


def test_of_a_long_list_only_the_newest_stand_open(changed: Changed) -> None:
    item = '- {{id: horn-{0}, kind: place, title: Horn {0}, reason: withdrawn, why: A bell., date: "2020-01-{0:02}"}}\n'
    items = "".join(item.format(number) for number in range(1, LONGEST))
    view = corrections_view(context_of(load(changed({"data/redirects.yaml": added(items)}))))
    assert len(view.newest) == NEWEST
    assert len(view.newest) + len(view.older) == LONGEST + 1
    days = [one.date.edtf for one in (*view.newest, *view.older)]
    assert days == sorted(days, reverse=True)
