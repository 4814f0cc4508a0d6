from __future__ import annotations

from dossier.editions.difference import Difference
from dossier.editions.history import UNWRITTEN, Change, EditionStep, History
from dossier.editions.state import Edition
from dossier.model.words import ENGLISH
from dossier.pages.changes import MOST_ADDED_OPEN, ChangesView, changes_view, history_view

FIRST, SECOND, THIRD = (Edition(f"2026-0{number}", f"2026-0{number}-05") for number in (1, 2, 3))
CHANGED = Change(
    "tarn-1931-c01",
    "claim",
    "The guild was founded",
    "claims/tarn-1931-c01/",
    "changed",
    differences=(Difference("text", "The guild was old", "The guild is  old"), Difference("said_by", "", "Ada Veyl")),
    reasons=("It was misread.",),
)
RENAMED = Change(
    "old-guild", "actor", "Lamp Guild", "actors/lamp-guild/", "renamed", "lamp-guild", "A new name.",
    (Difference("names", "a", "b"),), ("It is so called.",),
)  # fmt: skip
MERGED = Change("wick", "actor", "Wick", "actors/lamp-guild/", "merged", "lamp-guild")
WITHDRAWN = Change("fog-bell", "place", "Fog Bell", "places/fog-bell/", "withdrawn", why="No source names it.")
PAGE = Change("page:about/", "page", "About", "about/", "added")


def history(*changes: Change) -> History:
    return History((EditionStep(FIRST, None), EditionStep(SECOND, FIRST, changes), EditionStep(THIRD, SECOND)))


def shown(*changes: Change) -> ChangesView:
    return changes_view(ENGLISH, history(*changes), "")


def test_editions_stand_newest_first_and_name_the_one_before() -> None:
    assert [(one.name, one.date, one.before, one.is_unchanged) for one in shown(CHANGED).editions] == [
        ("2026-03", "2026-03-05", "2026-02", True),
        ("2026-02", "2026-02-05", "2026-01", False),
        ("2026-01", "2026-01-05", "", True),
    ]


def test_the_page_leads_to_the_list_for_programs_at_its_whole_address() -> None:
    """A page lies in the folder of its edition and beside it, and so no shorter address fits both."""
    assert changes_view(ENGLISH, history(), "https://brisa.example/").listing == "https://brisa.example/editions.json"
    assert changes_view(ENGLISH, history(), "").listing == ""
    assert changes_view(ENGLISH, UNWRITTEN, "https://brisa.example/").listing == ""


def test_the_page_leads_to_the_feed_where_the_address_of_the_site_is_known() -> None:
    assert changes_view(ENGLISH, history(), "https://brisa.example/").feed == "changes/feed.xml"
    assert changes_view(ENGLISH, history(), "").feed == ""
    assert changes_view(ENGLISH, UNWRITTEN, "https://brisa.example/").feed == ""


def test_what_was_added_stands_last_and_open_where_it_is_short() -> None:
    edition = shown(PAGE, WITHDRAWN, CHANGED).editions[1]
    assert [one.record for one in edition.changes] == ["tarn-1931-c01", "fog-bell"]
    assert [(one.record, one.kind_words) for one in edition.added] == [("page:about/", "Page")]
    assert edition.is_open
    assert not shown(*[PAGE] * (MOST_ADDED_OPEN + 1)).editions[1].is_open


def test_changes_are_counted_by_type() -> None:
    counts = shown(CHANGED, CHANGED, MERGED, PAGE).editions[1].counts
    assert [(one.words, one.number) for one in counts] == [("Changed", 2), ("Merged into another", 1), ("Added", 1)]


def test_a_change_sets_old_and_new_words_side_by_side() -> None:
    change = shown(CHANGED).editions[1].changes[0]
    assert (change.anchor, change.kind_words, change.type_words) == ("2026-02-tarn-1931-c01", "Claim", "Changed")
    text, speaker = change.comparisons
    assert "".join(one.words for one in text.before) == "The guild was old"
    assert [one.words for one in text.before if one.differs] == ["was "]
    assert [one.words for one in text.after if one.differs] == ["is  "]
    assert (speaker.label, [one.words for one in speaker.after]) == ("said by", ["Ada Veyl"])
    assert change.reasons == ("It was misread.",)


def test_white_space_alone_is_not_marked_as_a_difference() -> None:
    spaced = Change("x", "claim", "X", "claims/x/", "changed", differences=(Difference("text", "a b", "a  b"),))
    (comparison,) = shown(spaced).editions[1].changes[0].comparisons
    assert not any(one.differs for one in (*comparison.before, *comparison.after))


def test_a_moved_record_names_what_took_its_place_and_every_reason() -> None:
    change = shown(RENAMED).editions[1].changes[0]
    assert (change.to, change.address) == ("lamp-guild", "actors/lamp-guild/")
    assert change.reasons == ("A new name.", "It is so called.")


def test_a_record_tells_what_changed_in_it_since_which_edition() -> None:
    view = history_view(ENGLISH, history(CHANGED), "tarn-1931-c01")
    assert view is not None
    (change,) = view.changes
    assert (change.since, change.words) == ("2026-01", "text, said by")
    assert change.address == "changes/#2026-02-tarn-1931-c01"
    assert (change.edition, change.date) == ("2026-02", "2026-02-05")


def test_a_record_tells_what_became_of_others_that_are_now_it() -> None:
    view = history_view(ENGLISH, history(RENAMED, MERGED), "lamp-guild")
    assert view is not None
    assert [one.words for one in view.changes] == [
        "old-guild was renamed to this; names",
        "wick was merged into this one",
    ]


def test_a_withdrawn_record_says_so_and_an_unchanged_one_nothing() -> None:
    view = history_view(ENGLISH, history(WITHDRAWN), "fog-bell")
    assert view is not None
    assert view.changes[0].words == "withdrawn"
    assert history_view(ENGLISH, history(PAGE), "page:about/") is None
