from __future__ import annotations

import re
from pathlib import Path

from lxml import html

from dossier.corpus.corpus import Corpus
from dossier.corpus.permalinks import published
from dossier.model.addresses import url_for
from dossier.model.records import Event, EventDate, Phase
from dossier.pictures.date_bars import EventRow
from dossier.pictures.timeline import SAMPLES, UNDATED, timeline
from dossier.text.edtf import parse
from tests.support.printing import Pages, timeline_page
from tests.support.relinking import with_records

PHASES = [Phase(title="First", period=parse("2014/2015")), Phase(title="Then", period=parse("2018-03/2020"))]


def on(event: Event, *dates: str) -> Event:
    """The event on these dates."""
    return event.model_copy(update={"dated": tuple(EventDate(date=parse(text)) for text in dates)})


def dated(corpus: Corpus, *dates: str) -> list[Event]:
    event = corpus.of(Event)[0]
    return [on(event, text) for text in dates]


def date_of(row: EventRow) -> str:
    return "; ".join(str(one.date) for one in row.event.dated)


def test_events_stand_under_the_phase_in_which_they_begin_and_the_others_around_them(mini: Corpus) -> None:
    dates = ["/2014", "198X", "2001/2021", "2014-05/..", "2015-12-31", "2016", "2018-02", "2018-03", "2020~", "2021"]
    drawn = timeline(dated(mini, *dates), PHASES)
    assert [(group.title, [date_of(row) for row in group.rows]) for group in drawn.groups] == [
        ("Before 2014", ["198X", "2001/2021"]),
        ("First", ["/2014", "2014-05/..", "2015-12-31"]),
        ("Between 2015 and 2018", ["2016", "2018-02"]),
        ("Then", ["2018-03", "2020~"]),
        ("After 2020", ["2021"]),
    ]
    assert [str(group.period) for group in drawn.groups] == ["None", "2014/2015", "None", "2018-03/2020", "None"]
    assert drawn.overview
    assert len(drawn.rows) == len(drawn.overview.placed) == len(dates)


def test_an_event_of_several_dates_stands_where_the_earliest_is_with_all_of_them(mini: Corpus) -> None:
    event = on(mini.of(Event)[0], "2019", "2014-09")
    drawn = timeline([event, *dated(mini, "2018-05")], PHASES)
    assert [(group.title, [date_of(row) for row in group.rows]) for group in drawn.groups] == [
        ("First", ["2019; 2014-09"]),
        ("Then", ["2018-05"]),
    ]
    (row,) = drawn.groups[0].rows
    assert len(row.marks) == 2
    assert drawn.groups[0].scale
    assert (drawn.groups[0].scale.first.year, drawn.groups[0].scale.last.year) == (2014, 2019)


def test_events_to_which_no_source_gives_a_date_stand_last_and_are_not_drawn(mini: Corpus) -> None:
    drawn = timeline([*dated(mini, "2014"), on(mini.of(Event)[0])], PHASES)
    assert drawn.overview
    assert len(drawn.overview.placed) == 1
    last = drawn.groups[-1]
    assert (last.title, last.period, last.scale, [row.marks for row in last.rows]) == (UNDATED, None, None, [()])
    assert len(drawn.rows) == 2
    without = timeline([on(mini.of(Event)[0])], PHASES)
    assert without.overview is None
    assert [group.title for group in without.groups] == [UNDATED]


def test_without_phases_there_is_one_group(mini: Corpus) -> None:
    (group,) = timeline(dated(mini, "2014", "2020"), []).groups
    assert (group.title, group.period) == ("All events", None)


def test_each_group_has_a_scale_of_its_own(mini: Corpus) -> None:
    drawn = timeline(dated(mini, "2014", "2018-05", "2020"), PHASES)
    scales = [one.scale for one in drawn.groups if one.scale]
    assert [(one.first.year, one.last.year) for one in scales] == [(2014, 2014), (2018, 2020)]
    assert drawn.overview
    assert (drawn.overview.scale.first.year, drawn.overview.scale.last.year) == (2014, 2020)


def test_every_way_of_drawing_is_explained() -> None:
    assert len({(one.width > 0, one.lasting, one.doubtful, one.fades) for _, one in SAMPLES}) == len(SAMPLES) == 5


def test_the_page_shows_every_event_in_the_picture_and_in_the_table(mini: Corpus) -> None:
    page = timeline_page(Pages(mini))
    assert (page.address, page.kind, page.title) == ("timeline/", "picture", "Timeline")
    assert page.description == "3 events in order of time, each date drawn as exact or as vague as it is."
    tree = html.fromstring(page.content)
    titles = [text.strip() for text in tree.xpath("//h2/text()")]
    assert titles == ["Founding years", "Between 1902 and 1904", "The quarrel", "The same as a table"]
    expected = [f"../{url_for(event)}" for event in mini.in_time(mini.of(Event))]
    assert tree.xpath("//a[@class='timeline__row']/@href") == expected
    assert tree.xpath("//table//th[@scope='row']/a/@href") == expected
    cited = {link.split("/")[-2] for link in tree.xpath("//td[@data-column='Says who']//a/@href") if "claims/" in link}
    assert cited == {key for event in mini.of(Event) for key in event.claims}


def test_marks_are_drawn_as_what_the_dates_are(mini: Corpus) -> None:
    tree = html.fromstring(timeline_page(Pages(mini)).content)
    drawn = {
        row.get("data-event"): row.xpath(".//*[contains(@class, 'mark')]/@class")
        for row in tree.xpath("//ol[@class='timeline__rows']/li")
    }
    assert drawn == {
        "guild-founding": ["mark mark--within mark--doubtful", "mark mark--within"],
        "great-lamp-fire": ["mark mark--within"],
        "keeper-talks": ["mark mark--lasting", "mark mark--lasting mark--doubtful"],
    }


def test_no_id_stands_twice_and_each_that_is_used_is_there(mini: Corpus) -> None:
    pages = Pages(mini)
    for page in (timeline_page(pages), pages.record(mini.actor("lamp-guild"))):
        ids = html.fromstring(f"<div>{page.content}</div>").xpath("//@id")
        assert len(ids) == len(set(ids))
        assert set(re.findall(r"url\(#([\w-]+)\)", page.content)) <= set(ids)


def test_a_strip_stands_where_there_are_three_events_and_links_each(mini: Corpus) -> None:
    pages = Pages(mini)
    guild = html.fromstring(pages.record(mini.actor("lamp-guild")).content)
    marks = guild.xpath("//*[local-name()='svg'][@class='timeline-strip']//a")
    assert [(one.get("href"), one.get("aria-label")) for one in marks][:1] == [
        ("../../events/guild-founding/", "The guild is founded, about 1898 or 1901")
    ]
    assert len(marks) == 3
    assert "timeline-strip" not in pages.record(mini.actor("ada-veyl")).content


def test_each_event_says_how_it_stands_in_the_picture_in_its_row_and_in_the_table(mini: Corpus) -> None:
    tree = html.fromstring(timeline_page(Pages(mini)).content)
    stands = {"guild-founding": "asserted", "great-lamp-fire": "alleged", "keeper-talks": "suggested"}
    for key, standing in stands.items():
        assert tree.xpath(f"//*[@data-key='{key}']/@data-standing") == [standing] * 3
    words = [" ".join(one.text_content().split()) for one in tree.cssselect(".timeline__row")]
    assert [one.rpartition(" · ")[2] for one in words] == ["Founding", "alleged", "suggested"]


def test_an_undated_event_has_a_row_without_an_axis_and_says_so_in_the_table(mini: Corpus) -> None:
    undated = on(next(one for one in mini.of(Event) if one.id == "keeper-talks"))
    corpus = with_records(mini, {**mini.records, undated.id: undated})
    tree = html.fromstring(timeline_page(Pages(corpus)).content)
    titles = [text.strip() for text in tree.xpath("//h2/text()")]
    assert titles[-2:] == [UNDATED, "The same as a table"]
    (group,) = tree.xpath(f"//section[.//h2[normalize-space(text())='{UNDATED}']]")
    assert group.xpath(".//a[@class='timeline__row']/@href") == ["../events/keeper-talks/"]
    assert not group.xpath(".//svg[contains(@class, 'timeline__axis')]")
    assert not group.xpath(".//*[contains(@class, 'mark')]")
    cells = tree.xpath("//tr[@data-key='keeper-talks']/td[@data-column='Date']")
    assert [cell.text_content() for cell in cells] == ["undated"]


def test_a_dossier_of_undated_events_alone_has_no_picture(mini: Corpus) -> None:
    undated = {one.id: on(one) for one in mini.of(Event)}
    content = timeline_page(Pages(with_records(mini, {**mini.records, **undated}))).content
    assert "timeline-strip" not in content
    assert len(html.fromstring(content).cssselect(".timeline__row")) == 3


def test_a_dossier_without_events_has_a_page_that_says_so(mini: Corpus) -> None:
    without = {key: one for key, one in mini.records.items() if not isinstance(one, Event)}
    assert "No event is recorded yet." in timeline_page(Pages(with_records(mini, without))).content


def test_the_page_is_in_the_site(mini_site: Path) -> None:
    assert 'data-kind="picture"' in (mini_site / "timeline" / "index.html").read_text("utf-8")
    assert "timeline/" in (mini_site / "sitemap.xml").read_text("utf-8")


def test_the_address_is_kept(mini: Corpus) -> None:
    assert "timeline/" in published(mini)
