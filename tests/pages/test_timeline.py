from __future__ import annotations

from pathlib import Path

from lxml import html

from dossier.corpus.corpus import Corpus
from dossier.corpus.permalinks import published
from dossier.model.addresses import url_for
from dossier.model.records import Event, EventDate
from dossier.model.words import ENGLISH
from dossier.pages.timeline import title_of
from dossier.pages.timeline_key import WAYS
from dossier.pages.timeline_picture import silent_words
from dossier.pictures.timeline import Years
from dossier.text.edtf import parse
from tests.support.printing import Pages, timeline_page
from tests.support.relinking import with_records


def on(event: Event, *dates: str) -> Event:
    """The event on these dates."""
    return event.model_copy(update={"dated": tuple(EventDate(date=parse(text)) for text in dates)})


def tree_of(corpus: Corpus) -> html.HtmlElement:
    return html.fromstring(timeline_page(Pages(corpus)).content)


def pictures(tree: html.HtmlElement) -> list[html.HtmlElement]:
    return list(tree.cssselect("svg.timeline"))


def changed(corpus: Corpus, **dates: tuple[str, ...]) -> Corpus:
    """The corpus with other dates of events, whose claims stay."""
    records = dict(corpus.records)
    for event in corpus.of(Event):
        if (key := event.id.replace("-", "_")) in dates:
            claims = event.dated[0].claims
            said = tuple(EventDate(date=parse(text), claims=claims) for text in dates[key])
            records[event.id] = event.model_copy(update={"dated": said})
    return with_records(corpus, records)


def test_each_picture_shows_every_dated_event_as_a_link_with_its_name_and_dates(mini: Corpus) -> None:
    page = timeline_page(Pages(mini))
    assert (page.address, page.kind, page.title) == ("timeline/", "picture", "Timeline")
    tree = html.fromstring(page.content)
    expected = [f"../{url_for(event)}" for event in mini.in_time(mini.of(Event))]
    assert [one.get("class").split("--")[1] for one in pictures(tree)] == ["wide", "middle", "upright"]
    for picture in pictures(tree):
        assert picture.xpath(".//a/@href") == expected
        assert picture.xpath(".//a/@aria-label") == [
            "The guild is founded, about 1898 or 1901",
            "Fire at the great lamp, November 1903, day unknown, alleged",
            "Talks between guild and wardens, 1905 to perhaps 1907, suggested",
        ]
        assert all(one.text_content().strip() for one in picture.xpath(".//a/text"))
    cards = {one.get("data-card") for one in tree.cssselect("svg.timeline a")}
    assert cards == {one.get("id") for one in tree.cssselect("table.listing tbody tr")}


def test_the_table_holds_the_same(mini: Corpus) -> None:
    tree = tree_of(mini)
    expected = [f"../{url_for(event)}" for event in mini.in_time(mini.of(Event))]
    assert tree.xpath("//table//th[@scope='row']/a/@href") == expected
    cited = {link.split("/")[-2] for link in tree.xpath("//td[@data-column='Says who']//a/@href") if "claims/" in link}
    assert cited == {key for event in mini.of(Event) for key in event.claims}
    (row,) = tree.cssselect("tr#row-guild-founding")
    dates = [" ".join(one.text_content().split()) for one in row.cssselect(".listing__date")]
    assert dates == ["about 1898 Tarn 1931, Harbour Board 1934", "1901 Quay 2002"]


def test_a_title_says_what_the_picture_shows(mini: Corpus) -> None:
    (title,) = tree_of(mini).cssselect("figcaption")
    assert title.text_content() == "The sources date 3 events between 1898 and 1907."
    events = mini.of(Event)
    some = [on(events[0], text) for text in ("1905", "1906", "1908", "1912-05", "1912", "1912-03-04")]
    assert title_of(ENGLISH, [*some, on(events[0])]) == "The sources date 6 of 7 events between 1905 and 1912"
    most = [*some, on(events[0], "1912")]
    assert title_of(ENGLISH, most) == "The sources date 7 events between 1905 and 1912, most of them in 1912"
    several = [*most, *(on(events[0], text) for text in ("1908", "1909", "1907"))]
    assert title_of(ENGLISH, several) == (
        "The sources date 10 events between 1905 and 1912, most of them in 1908 and 1912"
    )
    assert title_of(ENGLISH, [on(events[0], "1912-05")]) == "The sources date 1 event to 1912"
    assert title_of(ENGLISH, [on(events[0])]) == "No source dates any of 1 event"


def test_ignorance_is_drawn_as_bounds_and_only_what_lasted_as_a_bar(mini: Corpus) -> None:
    for picture in pictures(tree_of(mini)):
        drawn = {
            one.get("data-event"): [
                (
                    len(date.cssselect("circle")),
                    len(date.cssselect("rect")),
                    [use.get("href") for use in date.cssselect("use")],
                )
                for date in one.cssselect("g.date")
            ]
            for one in picture.cssselect("a")
        }
        assert drawn == {
            "guild-founding": [(0, 0, ["#about-start", "#about-end"]), (0, 0, ["#exact-start", "#exact-end"])],
            "great-lamp-fire": [(0, 0, ["#exact-start", "#exact-end"])],
            "keeper-talks": [(0, 1, ["#exact-start", "#about-end"])],
        }


def test_a_day_is_a_dot_and_an_unknown_end_has_no_bound(mini: Corpus) -> None:
    corpus = changed(mini, great_lamp_fire=("1903-11-05",), keeper_talks=("1905/",))
    for picture in pictures(tree_of(corpus)):
        (fire,) = picture.cssselect("[data-event=great-lamp-fire]")
        assert len(fire.cssselect("circle.date__day")) == 1
        (talks,) = picture.cssselect("[data-event=keeper-talks]")
        assert [one.get("href") for one in talks.cssselect("use")] == ["#exact-start"]


def test_several_dates_of_one_event_stand_on_one_line_and_each_as_it_stands(mini: Corpus) -> None:
    for picture in pictures(tree_of(mini)):
        (founding,) = picture.cssselect("[data-event=guild-founding]")
        assert len(founding.cssselect("line.dates")) == 1
        assert not picture.cssselect("[data-event=keeper-talks] line.dates")
        standings = {one.get("data-event"): one.cssselect("g.date")[0].get("class") for one in picture.cssselect("a")}
        assert standings == {
            "guild-founding": "date date--asserted",
            "great-lamp-fire": "date date--alleged",
            "keeper-talks": "date date--suggested",
        }


def test_the_name_says_how_it_stands_where_it_is_not_asserted(mini: Corpus) -> None:
    wide, _, upright = pictures(tree_of(mini))
    words = [" ".join(one.itertext()).strip() for one in wide.xpath(".//a/text")]
    assert [one.endswith(")") for one in words] == [False, True, True]
    assert words[1].endswith("(alleged)")
    assert "November 1903, day unknown · alleged" in " ".join(
        upright.cssselect("[data-event=great-lamp-fire]")[0].itertext()
    )


def test_the_legend_holds_only_what_occurs(mini: Corpus) -> None:
    def legend(corpus: Corpus) -> list[str]:
        return [one.text_content().strip() for one in tree_of(corpus).cssselect(".timeline-key > li")]

    shown = legend(mini)
    assert "On a day" not in shown
    assert {"About then, or perhaps", "Alleged or contested", "Dates that sources give one event"} <= set(shown)
    days = changed(mini, guild_founding=("1901-02-03",), great_lamp_fire=("1903-11-05",), keeper_talks=("1904-02-03",))
    assert legend(days) == ["On a day", "Suggested or reported", "Alleged or contested", "Nothing dated"]
    assert len({f"{way.marks} {way.standing}" for way in WAYS.values()}) == len(WAYS)


def test_years_to_which_nothing_is_dated_are_said(mini: Corpus) -> None:
    tree = tree_of(mini)
    assert [one.text_content() for one in tree.cssselect(".picture__note")] == [
        "No source dates anything to 1899, 1900, 1902 or 1904."
    ]
    assert all(len(one.cssselect(".axis__silent")) == 3 for one in pictures(tree))
    assert silent_words(ENGLISH, []) == ""
    assert silent_words(ENGLISH, [Years(1901, 1904)]) == "No source dates anything to 1901 to 1904."


def test_phases_are_cited(mini: Corpus) -> None:
    tree = tree_of(mini)
    (phases,) = tree.cssselect("dl.phases")
    assert [" ".join(one.text_content().split()) for one in phases.cssselect("div")] == [
        "1898 to 1902Founding years1",
        "since 1904The quarrel2",
    ]
    assert [one.get("data-claim") for one in tree.cssselect(".references li")] == ["tarn-1931-c01", "tarn-1931-c07"]


def test_no_id_stands_twice_and_each_that_is_used_is_there(mini: Corpus) -> None:
    pages = Pages(mini)
    for page in (timeline_page(pages), pages.record(mini.actor("lamp-guild"))):
        ids = html.fromstring(f"<div>{page.content}</div>").xpath("//@id")
        assert len(ids) == len(set(ids))


def test_a_strip_stands_where_there_are_three_events_and_links_each(mini: Corpus) -> None:
    pages = Pages(mini)
    guild = html.fromstring(pages.record(mini.actor("lamp-guild")).content)
    marks = guild.xpath("//*[local-name()='svg'][@class='timeline-strip']//a")
    assert [(one.get("href"), one.findtext("title")) for one in marks][:1] == [
        ("../../events/guild-founding/", "The guild is founded, about 1898 or 1901")
    ]
    assert len(marks) == 3
    assert "timeline-strip" not in pages.record(mini.actor("ada-veyl")).content


def test_an_undated_event_stands_apart_and_says_so_in_the_table(mini: Corpus) -> None:
    undated = on(next(one for one in mini.of(Event) if one.id == "keeper-talks"))
    tree = tree_of(with_records(mini, {**mini.records, undated.id: undated}))
    titles = [text.strip() for text in tree.xpath("//h2/text()")]
    assert titles == [
        "Phases that the sources tell apart",
        "Events without a date in the sources",
        "The same as a table",
        "References",
    ]
    assert tree.cssselect(".timeline__undated a")[0].get("href") == "../events/keeper-talks/"
    assert not tree.cssselect("svg [data-event=keeper-talks]")
    cells = tree.xpath("//tr[@data-key='keeper-talks']/td[@data-column='Date']")
    assert [cell.text_content() for cell in cells] == ["undated"]


def test_a_dossier_of_undated_events_alone_has_no_picture(mini: Corpus) -> None:
    undated = {one.id: on(one) for one in mini.of(Event)}
    tree = tree_of(with_records(mini, {**mini.records, **undated}))
    assert not tree.cssselect("svg, figure")
    assert tree.cssselect("p.lead-in")[0].text_content() == "No source dates any of 3 events."
    assert len(tree.cssselect(".timeline__undated > li")) == 3


def test_a_dossier_without_events_has_a_page_that_says_so(mini: Corpus) -> None:
    without = {key: one for key, one in mini.records.items() if not isinstance(one, Event)}
    assert "No event is recorded yet." in timeline_page(Pages(with_records(mini, without))).content


def test_the_page_is_in_the_site(mini_site: Path) -> None:
    assert 'data-kind="picture"' in (mini_site / "timeline" / "index.html").read_text("utf-8")
    assert "timeline/" in (mini_site / "sitemap.xml").read_text("utf-8")


def test_the_address_is_kept(mini: Corpus) -> None:
    assert "timeline/" in published(mini)
