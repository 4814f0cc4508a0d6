"""What readers narrow the pictures by, in a real browser, on the real dossier."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from dossier.corpus.corpus import Corpus
from dossier.corpus.judged_events import judged_event
from dossier.corpus.known_by import known_from, steps
from dossier.corpus.relations import ActorRelation, all_relations, rejected_relations, relations_of, speakers_in
from dossier.corpus.standing import Standing, least_firm, standings_by_day
from dossier.model.addresses import NETWORK, SECTIONS, TIMELINE, url_for
from dossier.model.records import Actor, Claim, Event, Question
from dossier.pages.choices import places_of, sources_of, year_range
from tests.support.axe import axe
from tests.support.full import unless_full

CLAIMS = f"{SECTIONS['claim']}/"
READY = "form[data-choices]:not([hidden])"
ROWS = ".listing tbody tr:visible"
DRAWN = "svg.timeline a.event:visible"
SCREENS = unless_full([(390, "dark")], [(width, scheme) for width in (390, 1440) for scheme in ("light", "dark")])


def opened(page: Page, address: str) -> Page:
    """The page once its choices stand, with all that is folded open."""
    page.goto(address)
    expect(page.locator(READY)).to_be_visible()
    page.evaluate("document.querySelectorAll('article details.folded').forEach((one) => { one.open = true; })")
    return page


def drawn(page: Page) -> set[str]:
    """The events in the picture that is shown."""
    return {one.get_attribute("data-event") or "" for one in page.locator(DRAWN).all()}


def keys(page: Page, selector: str) -> set[str]:
    """The keys of the parts that are shown."""
    return {one.get_attribute("data-key") or "" for one in page.locator(selector).all()}


def status(page: Page) -> str:
    return page.locator(f"{READY} [role=status]").inner_text()


def first_year(relations: list[ActorRelation]) -> int:
    found = year_range(relations)
    return found.least + 1 if found else 0


def last_year(relations: list[ActorRelation]) -> int:
    found = year_range(relations)
    return found.last if found else 0


def busiest(corpus: Corpus) -> Event:
    """An event of several actors at a place that others hold."""
    return max(corpus.of(Event), key=lambda one: (len(places_of(corpus, one)), len(one.actors), one.id))


def contested(corpus: Corpus) -> Question:
    """The question whose claims stand in the most sources, of those that have figures."""
    questions = [one for one in corpus.of(Question) if one.kind == "quantity"]
    return max(questions, key=lambda one: (len(steps(corpus.sources_of(claims(corpus, one)))), one.id))


def claims(corpus: Corpus, question: Question) -> list[Claim]:
    return corpus.referring(question.id, "answers", Claim)


def claims_by(corpus: Corpus, question: Question, day: str) -> set[str]:
    return {one.id for one in claims(corpus, question) if str(known_from(corpus.source(one.source)) or "") <= day}


def values(corpus: Corpus, event: Event, name: str) -> tuple[str, ...]:
    found = {
        "actor": event.actors,
        "type": (event.type,),
        "place": places_of(corpus, event),
        "standing": (str(judged_event(corpus, event).standing_in_time),),
        "source": sources_of(corpus, event),
    }
    return found[name]


@pytest.mark.parametrize("name", ["actor", "type", "place", "standing", "source"])
def test_events_are_narrowed_by_each_choice_in_picture_list_and_table(page: Page, corpus: Corpus, name: str) -> None:
    value = values(corpus, busiest(corpus), name)[-1]
    expected = {one.id for one in corpus.of(Event) if value in values(corpus, one, name)}
    total = len(corpus.of(Event))
    opened(page, TIMELINE)
    assert status(page) == f"All {total} events"
    page.locator(f"select[name={name}]").select_option(value)
    assert status(page) == f"{len(expected)} of {total} events"
    assert keys(page, ROWS) == expected
    dated = {one.id for one in corpus.of(Event) if one.dated}
    page.wait_for_function(
        f"document.querySelectorAll('svg.timeline--wide a.event').length === {len(expected & dated)}"
    )
    assert drawn(page) == expected & dated
    assert keys(page, ".timeline__undated > li:visible") == expected - dated
    assert page.url.endswith(f"?{name}={value}")


def test_a_place_holds_what_happened_within_it(page: Page, corpus: Corpus) -> None:
    event = busiest(corpus)
    assert len(places_of(corpus, event)) > len(event.places)
    opened(page, f"{TIMELINE}?place={places_of(corpus, event)[-1]}")
    assert event.id in keys(page, ROWS)


def test_choices_go_together_and_the_address_restores_them(page: Page, corpus: Corpus) -> None:
    event = busiest(corpus)
    actor, place = event.actors[0], event.places[0]
    opened(page, TIMELINE)
    page.get_by_label("Actor").select_option(actor)
    page.get_by_label("Type").select_option(event.type)
    page.get_by_label("Place").select_option(place)
    expected = {
        one.id
        for one in corpus.of(Event)
        if actor in one.actors and one.type == event.type and place in places_of(corpus, one)
    }
    assert keys(page, ROWS) == expected
    address = page.url
    assert address.endswith(f"?actor={actor}&type={event.type}&place={place}")
    page.goto("about/")
    opened(page, address)
    assert keys(page, ROWS) == expected
    expect(page.get_by_label("Type")).to_have_value(event.type)


def test_the_back_button_takes_a_choice_back_and_forward_makes_it_again(page: Page, corpus: Corpus) -> None:
    event = busiest(corpus)
    opened(page, TIMELINE)
    page.get_by_label("Type").select_option(event.type)
    page.get_by_label("Place").select_option(event.places[0])
    both = keys(page, ROWS)
    page.go_back()
    expect(page.get_by_label("Place")).to_have_value("")
    assert keys(page, ROWS) == {one.id for one in corpus.of(Event) if one.type == event.type}
    page.go_back()
    assert status(page) == f"All {len(corpus.of(Event))} events"
    page.go_forward()
    page.go_forward()
    expect(page.get_by_label("Place")).to_have_value(event.places[0])
    assert keys(page, ROWS) == both


def test_one_button_shows_everything_again(page: Page, corpus: Corpus) -> None:
    event = busiest(corpus)
    opened(page, f"{TIMELINE}?actor={event.actors[0]}&known=2016#table")
    clear = page.get_by_role("button", name="Show everything")
    clear.press("Enter")
    assert status(page) == f"All {len(corpus.of(Event))} events"
    assert page.url.endswith(f"{TIMELINE}#table")
    expect(clear).to_be_hidden()
    expect(page.get_by_label("Actor")).to_be_focused()
    page.go_back()
    expect(page.get_by_label("Actor")).to_have_value(event.actors[0])


def test_nothing_left_is_said_and_empty_groups_and_links_to_them_are_hidden(page: Page, corpus: Corpus) -> None:
    events = corpus.of(Event)
    types, actors = {one.type for one in events}, {key for one in events for key in one.actors}
    pairs = {(actor, one.type) for one in events for actor in one.actors}
    actor, type_ = next((actor, one) for actor in sorted(actors) for one in sorted(types) if (actor, one) not in pairs)
    opened(page, f"{TIMELINE}?actor={actor}&type={type_}")
    assert status(page) == f"0 of {len(events)} events"
    expect(page.get_by_text("No event fits these choices.")).to_be_visible()
    expect(page.locator("svg.timeline:visible")).to_have_count(0)
    expect(page.locator(".timeline__undated:visible")).to_have_count(0)
    expect(page.locator(".listing:visible")).to_have_count(0)
    expect(page.locator('.md-nav a[href="#table"]:visible')).to_have_count(0)


def test_an_address_that_names_nothing_narrows_nothing(page: Page, corpus: Corpus) -> None:
    for query in ("actor=nobody", "type=%22%3E&place=x", "known=yesterday", "known=9999"):
        opened(page, f"{TIMELINE}?{query}")
        assert status(page) == f"All {len(corpus.of(Event))} events", query


def test_other_words_of_the_address_are_kept(page: Page, corpus: Corpus) -> None:
    opened(page, f"{TIMELINE}?from=elsewhere")
    page.get_by_label("Type").select_option(busiest(corpus).type)
    assert page.url.endswith(f"?from=elsewhere&type={busiest(corpus).type}")


def held_in(corpus: Corpus, year: int) -> set[str]:
    return in_year(all_relations(corpus), year)


def in_year(relations: list[ActorRelation], year: int) -> set[str]:
    found = set()
    for held in relations:
        period = held.relation.period
        first = period.earliest.year if period and period.earliest else 0
        last = period.latest.year if period and period.latest else 9999
        if first <= year <= last:
            found.add(held.key)
    return found


def test_the_keyboard_moves_through_the_years_of_relations(page: Page, corpus: Corpus) -> None:
    total = len(all_relations(corpus))
    opened(page, NETWORK)
    slider = page.get_by_role("slider", name="Year")
    expect(slider).to_have_attribute("aria-valuetext", "All years")
    slider.focus()
    page.keyboard.press("ArrowRight")
    first = int(slider.input_value())
    expect(slider).to_have_attribute("aria-valuetext", str(first))
    assert page.url.endswith(f"?year={first}")
    assert keys(page, ".relation-table tr[data-part]:not([data-hidden])") == held_in(corpus, first)
    page.keyboard.press("End")
    last = int(slider.input_value())
    shown = held_in(corpus, last)
    assert keys(page, ".relation-table tr[data-part]:not([data-hidden])") == shown
    untimed = sum(not held.relation.period for held in all_relations(corpus))
    assert status(page) == f"{len(shown)} of {total} relations, {untimed} of them without a time"
    page.go_back()
    expect(slider).to_have_attribute("aria-valuetext", "All years")
    assert status(page) == f"All {total} relations"


def test_a_year_hides_lines_and_pales_actors_without_any_and_relations_without_a_time(
    page: Page, corpus: Corpus
) -> None:
    year = first_year(all_relations(corpus))
    opened(page, f"{NETWORK}?year={year}")
    shown = held_in(corpus, year)
    assert len(shown) < len(all_relations(corpus))
    ends = set()
    for line in page.locator(".network__sheet a.tie").all():
        held = set((line.get_attribute("data-relations") or "").split())
        assert line.is_visible() is bool(held & shown)
        if held & shown:
            ends |= set((line.get_attribute("data-between") or "").split())
    marks = page.locator(".network__sheet [data-actor]").all()
    alone = {one.get_attribute("data-actor") for one in marks if one.get_attribute("data-alone") is not None}
    assert alone == {one.get_attribute("data-actor") for one in marks} - ends
    untimed = page.locator(".relation-table tr[data-untimed]").first
    assert untimed.evaluate("row => getComputedStyle(row).fontStyle") == "italic"


def test_a_phone_lists_the_relations_of_a_year_with_their_number(phone: Page, corpus: Corpus) -> None:
    opened(phone, f"{NETWORK}?year=1")
    first = int(phone.get_by_role("slider", name="Year").get_attribute("min") or 0) + 1
    opened(phone, f"{NETWORK}?year={first}")
    assert keys(phone, ".relation-table tr[data-part]:not([data-hidden])") <= held_in(corpus, first)
    for entry in phone.locator("details[data-group=relation]:visible").all():
        number = int(entry.locator("[data-count]").inner_text())
        assert number == entry.locator("tr[data-part]:not([data-hidden])").count() > 0


def test_the_neighbourhood_of_an_actor_has_its_years_too(page: Page, corpus: Corpus) -> None:
    actor = max(corpus.of(Actor), key=lambda one: sum(bool(held.relation.period) for held in relations_of(corpus, one)))
    found = relations_of(corpus, actor)
    first, last = first_year(found), last_year(found)
    assert first < last
    opened(page, f"{url_for(actor)}?year={first}")
    expected = in_year(relations_of(corpus, actor), first)
    assert expected
    assert keys(page, ".statements > li:visible") == expected
    lines = page.locator(".neighbourhood g.tie:visible").all()
    drawn = {key for one in lines for key in (one.get_attribute("data-relations") or "").split()}
    assert drawn >= expected - {one.key for one in rejected_relations(corpus)}
    page.get_by_role("slider", name="Year").press("Home")
    assert keys(page, ".statements > li:visible") == {held.key for held in relations_of(corpus, actor)}
    assert page.url.endswith(url_for(actor))


def test_a_question_as_of_a_day_holds_only_what_was_published(page: Page, corpus: Corpus) -> None:
    question = contested(corpus)
    days = [str(step.day) for step in steps(corpus.sources_of(claims(corpus, question)))]
    assert len(days) > 2
    opened(page, url_for(question))
    slider = page.get_by_role("slider", name="Known as of")
    assert status(page) == f"All {len(claims(corpus, question))} claims"
    slider.focus()
    for day in reversed(days[:-1]):
        page.keyboard.press("ArrowLeft")
        expected = claims_by(corpus, question, day)
        assert page.url.endswith(f"?known={day}")
        assert keys(page, ".stance:visible") == expected
        assert keys(page, ".figures__row:visible") <= expected
        assert status(page) == f"{len(expected)} of {len(claims(corpus, question))} claims"
    taken = corpus.positions(question)
    expected = claims_by(corpus, question, days[0])
    without = [one for one in taken if not any(claim.id in expected for claim in one.claims)]
    assert without
    shown = [page.locator(f"#position-{one.position.id}:visible").count() for one in without]
    assert shown == [int(any(claim.id in expected for claim in one.rejecting)) for one in without]
    answers = page.locator(".answers > li")
    expect(answers.locator("visible=true")).to_have_count(len(taken) - sum(not count for count in shown))
    later = [one for one in corpus.sources_of(claims(corpus, question)) if str(known_from(one) or "") > days[0]]
    for source in later:
        for part in page.locator(f"[data-part=source][data-key={source.id}]").all():
            expect(part).to_be_hidden()
    page.go_back()
    assert keys(page, ".stance:visible") == {one.id for one in claims(corpus, question)}
    expect(answers.locator("visible=true")).to_have_count(len(taken))


@pytest.mark.parametrize("given", [7, 4])
def test_a_month_or_a_year_in_the_address_means_its_end(page: Page, corpus: Corpus, given: int) -> None:
    question = contested(corpus)
    day = str(steps(corpus.sources_of(claims(corpus, question)))[1].day)[:given]
    opened(page, f"{url_for(question)}?known={day}")
    assert keys(page, ".stance:visible") == claims_by(corpus, question, f"{day}~")
    text = page.get_by_role("slider", name="Known as of").get_attribute("aria-valuetext") or ""
    assert text.startswith(f"{day} · ")


def test_before_the_first_source_nothing_is_known(page: Page, corpus: Corpus) -> None:
    question = contested(corpus)
    opened(page, f"{url_for(question)}?known=1900")
    assert keys(page, ".stance:visible") == claims_by(corpus, question, "1900")
    expect(page.get_by_role("slider", name="Known as of")).to_have_attribute(
        "aria-valuetext", "1900 · before the first source"
    )


def test_the_timeline_as_of_a_day_hides_later_events_and_later_sources_of_earlier_ones(
    page: Page, corpus: Corpus
) -> None:
    def sources(event: Event) -> list[str]:
        return [corpus.claim(key).source for key in event.claims]

    days = {key: str(known_from(corpus.source(key)) or "") for one in corpus.of(Event) for key in sources(one)}
    day = sorted(set(days.values()) - {""})[1]
    expected = {one.id for one in corpus.of(Event) if any(days[key] <= day for key in sources(one))}
    opened(page, f"{TIMELINE}?known={day}")
    assert 0 < len(expected) < len(corpus.of(Event))
    assert keys(page, ROWS) == expected
    shown = keys(page, ".listing [data-part=source]:visible")
    assert shown
    assert {key for key in shown if days[key] > day} == set()


def test_the_network_as_of_a_day_takes_back_later_denials(page: Page, corpus: Corpus) -> None:
    def known(keys: tuple[str, ...]) -> str:
        return min((str(known_from(corpus.source(corpus.claim(key).source)) or "") for key in keys), default="9999")

    relations = all_relations(corpus)
    days = sorted({known(one.relation.claims + one.relation.denied_by) for one in relations})
    day = days[0]
    opened(page, f"{NETWORK}?known={day}")
    shown = {one.key for one in relations if known(one.relation.claims + one.relation.denied_by) <= day}
    assert 0 < len(shown) < len(relations)
    assert keys(page, ".relation-table tr[data-part]:not([data-hidden])") == shown
    stands = {one.key: stood(corpus, one, day) for one in relations if one.key in shown}
    for line in page.locator(".network__sheet a.tie:visible").all():
        held = set((line.get_attribute("data-relations") or "").split())
        standing = str(least_firm(stands[key] for key in held & shown))
        assert f"tie--{standing}" in (line.get_attribute("class") or "").split()
        assert line.get_attribute("data-standing") == standing
    expect(page.locator(".references li:not([data-hidden])")).not_to_have_count(0)


def stood(corpus: Corpus, one: ActorRelation, day: str) -> Standing:
    """How a relation stood on a day on which somebody was known to tell of it; only a denial may have been."""
    steps = standings_by_day(
        corpus, one.relation, (one.holder.id, one.to.id), speakers_in(corpus, one.holder, one.relation)
    )
    known = [standing for since, standing in steps if str(since or "") <= day]
    return known[-1] if known else steps[0][1]


@pytest.fixture
def plain(browser: Browser, base: str) -> Iterator[Page]:
    """A page in a browser without scripts."""
    context = browser.new_context(base_url=base, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_without_javascript_everything_is_shown_and_no_control(plain: Page, corpus: Corpus) -> None:
    question = contested(corpus)
    for address, parts in (
        (f"{TIMELINE}?type=attack", "svg.timeline--wide a.event:visible"),
        (f"{NETWORK}?year=2015", ".relation-table tr[data-part]"),
        (f"{url_for(question)}?known=2015", ".stance"),
    ):
        plain.goto(address)
        assert plain.locator(parts).count() == plain.locator(parts.removesuffix(":visible")).count() > 0
        expect(plain.locator("[data-choices]")).to_be_hidden()
        expect(plain.locator(".choices__none:visible")).to_have_count(0)


def test_modules_are_asked_for_only_where_they_are_needed(page: Page, corpus: Corpus) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    modules = {
        "choices.js",
        "filters.js",
        "words.js",
        "list-files.js",
        "years.js",
        "day-slider.js",
        "ties.js",
        "network.js",
        "timeline-frame.js",
    }
    for address, expected in (
        ("", set()),
        (TIMELINE, {"choices.js", "filters.js", "day-slider.js"}),
        (CLAIMS, {"choices.js", "filters.js", "words.js"}),
        (NETWORK, {"choices.js", "years.js", "day-slider.js", "ties.js", "network.js"}),
        (url_for(contested(corpus)), {"choices.js", "day-slider.js"}),
    ):
        asked.clear()
        page.goto(address, wait_until="networkidle")
        if expected:
            expect(page.locator(READY)).to_be_visible()
        assert modules & set(asked) == expected


def test_the_page_does_not_move_when_the_controls_come(page: Page) -> None:
    page.add_init_script(
        "new PerformanceObserver((list) => { window.shift = (window.shift ?? 0) +"
        " list.getEntries().reduce((sum, entry) => sum + entry.value, 0); })"
        ".observe({ type: 'layout-shift', buffered: true });"
    )
    for address in (TIMELINE, NETWORK, CLAIMS):
        opened(page, address)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.shift ?? 0") < 0.01


def narrowed(corpus: Corpus) -> list[str]:
    """Each page with choices, narrowed; in the full mode timeline and network in two ways."""
    event, question = busiest(corpus), contested(corpus)
    day = steps(corpus.sources_of(claims(corpus, question)))[0].day
    actor = next(
        one for one in corpus.of(Actor) if (found := relations_of(corpus, one)) and first_year(found) < last_year(found)
    )
    once = [
        f"{url_for(actor)}?year={last_year(relations_of(corpus, actor))}",
        f"{TIMELINE}?actor={event.actors[0]}&known=1900",
        f"{NETWORK}?known={day}",
        f"{url_for(question)}?known={day}",
        f"{CLAIMS}?kind=figure",
    ]
    otherwise = [f"{TIMELINE}?place={event.places[0]}&type={event.type}", f"{NETWORK}?year=2018"]
    return [*once, *unless_full([], otherwise)]


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Browser, base: str, corpus: Corpus, width: int, scheme: str
) -> None:
    context = browser.new_context(
        base_url=base,
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page = context.new_page()
    found, wide = {}, []
    for address in narrowed(corpus):
        opened(page, address)
        if broken := axe(page):
            found[address] = broken
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(address)
    context.close()
    assert (found, wide) == ({}, [])


def test_controls_are_large_enough_for_a_finger(phone: Page) -> None:
    for address in (f"{TIMELINE}?known=2016", f"{NETWORK}?known=2016", f"{CLAIMS}?kind=figure"):
        opened(phone, address)
        for control in phone.locator(f"{READY} :is(select, input, button)").all():
            box = control.bounding_box()
            assert box
            assert box["height"] >= 44
