from __future__ import annotations

from itertools import combinations

from dossier.corpus.corpus import Corpus
from dossier.model.records import Event, EventDate, Place
from dossier.pictures.place_timeline import PlaceTimeline, place_timeline, row_drawing
from dossier.pictures.timeline import boxes
from dossier.text.edtf import parse
from tests.support.relinking import with_records


def made(corpus: Corpus) -> PlaceTimeline:
    found = place_timeline(corpus)
    assert found
    return found


def in_countries(corpus: Corpus, **codes: str) -> Corpus:
    """The corpus with its places in these countries; an underscore stands for a hyphen."""
    places = {key.replace("_", "-"): code for key, code in codes.items()}
    records = {
        key: one.model_copy(update={"country": places[key]}) if isinstance(one, Place) and key in places else one
        for key, one in corpus.records.items()
    }
    return with_records(corpus, records)


def dated(corpus: Corpus, key: str, *dates: str) -> Corpus:
    """The corpus with an event on other dates."""
    event = corpus.records[key]
    assert isinstance(event, Event)
    claims = event.dated[0].claims
    said = tuple(EventDate(date=parse(text), claims=claims) for text in dates)
    return with_records(corpus, {**corpus.records, key: event.model_copy(update={"dated": said})})


def rows(one: PlaceTimeline) -> list[tuple[str, list[str], list[str]]]:
    return [
        (row.key, [there.event.id for there in row.drawn], [there.event.id for there in row.others])
        for row in (*one.rows, *one.bare)
    ]


def test_events_stand_by_country_the_earliest_first(mini: Corpus) -> None:
    there = in_countries(mini, north_head="FR", saltmouth="PT")
    assert rows(made(there)) == [
        ("PT", ["guild-founding", "keeper-talks"], []),
        ("FR", ["great-lamp-fire"], []),
        ("", ["keeper-talks"], []),
    ]


def test_where_all_lies_in_one_country_they_stand_by_place(mini: Corpus) -> None:
    expected: list[tuple[str, list[str], list[str]]] = [
        ("saltmouth", ["guild-founding", "keeper-talks"], []),
        ("north-head", ["great-lamp-fire"], []),
        ("brisa", ["keeper-talks"], []),
    ]
    assert rows(made(mini)) == expected
    assert rows(made(in_countries(mini, brisa="PT", north_head="PT", saltmouth="PT"))) == expected


def test_too_few_events_are_not_drawn(mini: Corpus) -> None:
    assert place_timeline(dated(mini, "great-lamp-fire")) is None


def test_what_is_dated_roughly_or_not_at_all_is_told_apart(mini: Corpus) -> None:
    event = mini.records["great-lamp-fire"]
    assert isinstance(event, Event)
    more = event.model_copy(update={"id": "other-fire", "placed": ()})
    changed = dated(with_records(mini, {**mini.records, "other-fire": more}), "keeper-talks", "190X")
    assert place_timeline(changed) is None
    twin = event.model_copy(update={"id": "third-fire"})
    found = made(with_records(changed, {**changed.records, "third-fire": twin}))
    assert rows(found)[0] == ("saltmouth", ["guild-founding"], ["keeper-talks"])
    assert [row.key for row in found.bare] == ["brisa"]
    assert [one.id for one in found.undated] == ["keeper-talks"]
    assert [one.id for one in found.placeless] == ["other-fire"]
    assert [one.id for one in found.drawn] == ["guild-founding", "great-lamp-fire", "third-fire"]


def test_an_event_stands_no_firmer_there_than_that_it_happened_there(mini: Corpus) -> None:
    standings = {(row.key, there.event.id): str(there.standing) for row in made(mini).rows for there in row.drawn}
    assert standings == {
        ("saltmouth", "guild-founding"): "asserted",
        ("saltmouth", "keeper-talks"): "suggested",
        ("north-head", "great-lamp-fire"): "alleged",
        ("brisa", "keeper-talks"): "suggested",
    }


def test_rows_share_a_scale_and_no_name_touches_another(mini: Corpus) -> None:
    found = made(mini)
    assert (found.scale.first.year, found.scale.last.year) == (1898, 1907)
    for width in (288.0, 520.0):
        for row in found.rows:
            drawn = row_drawing(row, found.scale, width, {})
            assert drawn.scale is found.scale
            taken = [boxes(one, width) for one in drawn.placed]
            assert not [(one, other) for a, b in combinations(taken, 2) for one in a for other in b if one.meets(other)]
            assert all(one.name for one in drawn.placed)
