from __future__ import annotations

from dossier.corpus.comparison import AGAINST
from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import SiteInfo
from dossier.editions.state import Edition
from dossier.pages.compare import compare_view
from dossier.pages.context import Context
from dossier.pages.date_drawing import DrawnDate, DrawnDates
from dossier.pages.network import network_view
from dossier.pages.numbers import numbers_view
from dossier.pages.picture_cards import (
    bands_of,
    compare_card,
    lanes_for,
    lanes_of,
    map_card,
    network_card,
    numbers_card,
    site_card,
    timeline_card,
)
from dossier.pages.region_map import map_view
from dossier.pages.social_card import EDGE, FOOT, WIDTH, CardPicture, card_of, card_svg, card_width, fitting, in_lines
from dossier.pages.templating import templates
from dossier.pages.timeline import timeline_view

INFO = SiteInfo("Lamp Dossier", "https://lamp.example/", "What three books say.", Edition("2026.1", "2026-01-09"))


def dates(start: float, end: float, *aside: float) -> DrawnDates:
    one = [DrawnDate("asserted", start, end, False, 0, 0, "exact", "exact", each) for each in aside or (0.0,)]
    return DrawnDates(start, end, tuple(one))


def test_each_picture_has_a_card_with_its_title(context: Context) -> None:
    timeline, network = timeline_view(context), network_view(context)
    drawn = map_view(context)
    assert timeline
    assert network
    made = [timeline_card(timeline), network_card(network), map_card(drawn)]
    assert [one and one.title for one in made] == [timeline.title, network.title, drawn.title]
    numbers = numbers_card(numbers_view(context))
    assert numbers
    assert numbers.title == "How many keepers did the guild have?"


def test_what_is_not_there_has_no_card() -> None:
    assert timeline_card(None) is None
    assert network_card(None) is None
    assert numbers_card(None) is None


def test_the_card_of_the_site_says_what_it_is(context: Context) -> None:
    view = compare_view(context)
    own, site = compare_card(view), site_card(view, INFO)
    assert own
    assert view.picture
    assert own.title == view.picture.title
    assert (site.title, site.note) == ("Lamp Dossier", "What three books say.")
    assert site.drawing == own.drawing


def test_a_source_has_a_mark_at_each_answer_that_it_gives_and_at_no_other(context: Context) -> None:
    view = compare_view(context)
    bands = bands_of(view)
    assert bands
    for place, band in enumerate(bands.bands):
        cells = [row.cells[place] for theme in view.themes for block in theme.blocks for row in block.rows]
        answers = [[one.key for one in cell.answers] for cell in cells if cell]
        assert len(band.marks) == len(answers)
        assert sum(one.is_disputed for one in band.marks) == sum(AGAINST.issuperset(keys) for keys in answers)
    last = bands.grounds[-1]
    assert last[0] + last[1] <= WIDTH - 2 * EDGE


def test_events_of_one_lane_do_not_touch_and_several_dates_take_several_lanes() -> None:
    assert lanes_of([dates(0, 10), dates(5, 20), dates(12, 30)]) == [0.5, 1.5, 0.5]
    wide = dates(5, 20, -7.0, 0.0, 7.0)
    assert lanes_for(wide) == 2
    assert lanes_of([dates(0, 10), wide, dates(6, 9)]) == [0.5, 2.0, 3.5]


def test_title_and_picture_do_not_meet_whatever_is_said(mini: Corpus) -> None:
    for title in ("Short", "A sentence of some length that says what a picture shows, " * 6):
        above = card_of(CardPicture("titles.timeline", title, "", None, note="And more."), INFO, mini)
        assert all(line.y < above.box.y for line in (*above.lines, *above.note))
        assert above.box.y + above.box.height <= FOOT
        beside = card_of(CardPicture("titles.map", title, "", None, ratio=1.4), INFO, mini)
        room = beside.box.x - EDGE
        assert all(card_width(line.words, beside.size) <= room for line in beside.lines)
        assert beside.lines[-1].y < beside.foot[0].y - 20


def test_a_card_says_of_what_edition_it_is_and_until_when_the_sources_reach(mini: Corpus) -> None:
    card = card_of(CardPicture("titles.map", "Places", "", None), INFO, mini)
    assert [line.words for line in card.foot] == ["Edition 2026.1 · Sources until 9 March 2002 · CC BY 4.0"]
    assert card.host == "lamp.example"
    assert [line.words for line in card.kicker] == ["Lamp Dossier · Map"]


def test_words_are_cut_where_there_is_no_room() -> None:
    assert fitting("one two three", 1000, 20) == "one two three"
    assert fitting("one two three four five", 90, 20) == "one …"
    assert in_lines("one two three four five six", 90, 20, 2)[1].endswith("…")


def test_a_card_has_a_title_even_where_its_own_cannot_be_drawn(context: Context) -> None:
    picture = CardPicture("titles.map", "ولاية", "", None, note="ولاية and more")
    svg = str(card_svg(templates(), picture, INFO, context.corpus))
    assert ">Map</text>" in svg
    assert ">and more</text>" in svg
