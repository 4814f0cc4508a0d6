"""Search as readers use it, in a real browser, on the real dossier."""

from __future__ import annotations

import re
from collections import Counter
from itertools import permutations
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from dossier.corpus.corpus import Corpus
from dossier.model.addresses import url_for
from dossier.model.records import Actor, Claim, Named, Question, Record, Source
from dossier.text.marks import MARK, citation_keys, without_marks
from dossier.text.spelling import fold
from tests.bench.queries import one_apart
from tests.support.chromium import idle
from tests.support.full import unless_full
from tests.support.kinds import most_connected
from tests.support.latin import is_latin
from tests.support.links import HERE, BuiltPage

OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


def search(page: Page, query: str) -> None:
    """Types into the box of the search page."""
    if "/search/" not in page.url:
        page.goto("search/")
    page.locator("[data-search-page] input[type=search]").click()
    page.keyboard.press("Control+A")
    page.keyboard.type(query)


def results(page: Page) -> Locator:
    return page.locator("[data-search-page] a[data-result]")


def links(page: Page) -> list[str]:
    return [str(link.get_attribute("href")) for link in results(page).all()]


def status(page: Page) -> Locator:
    return page.locator("[data-search-page] [role=status]")


def answered(page: Page, query: str) -> None:
    """Types the query and waits until its results are told."""
    search(page, query)
    expect(status(page)).to_contain_text(f"“{query}”")


def told(page: Page) -> int:
    """The number of results that the status tells."""
    found = re.search(r"(\d+) results? for", status(page).inner_text())
    assert found, status(page).inner_text()
    return int(found[1])


def choose(page: Page, name: str, value: str = "") -> tuple[str, int]:
    """Chooses the value of a filter, or the first that it has; the value and the number that stands with it."""
    radios = page.locator(f"[data-search-page] input[name={name}]")
    if radios.count():
        radio = page.locator(f"[data-search-page] input[name={name}]:not([value=''])").first
        value = value or radio.get_attribute("value") or ""
        label = page.locator(f"[data-search-page] label:has(input[name={name}][value='{value}'])")
        words = label.inner_text()
        label.click()
    else:
        select = page.locator(f"[data-search-page] select[name={name}]")
        value = value or select.locator("option:not([value=''])").first.get_attribute("value") or ""
        words = select.locator(f"option[value='{value}']").inner_text()
        select.select_option(value)
    return value, int(re.findall(r"\d+", words)[-1])


def chosen(page: Page, name: str) -> str:
    box = "[data-search-page]"
    found = page.locator(f"{box} input[name={name}]:checked, {box} select[name={name}]")
    return str(found.evaluate("(control) => control.value"))


def names(corpus: Corpus) -> dict[str, list[Named]]:
    """The records that go by each name, folded."""
    found: dict[str, list[Named]] = {}
    for record in corpus.records.values():
        if isinstance(record, Named):
            for text in {fold(name.text) for name in record.names}:
                found.setdefault(text, []).append(record)
    return found


def another_name(corpus: Corpus) -> tuple[Actor, str]:
    """An actor and a name of its own in Latin letters that shares no word with its first."""
    known = names(corpus)
    return next(
        (actor, name.text)
        for actor in corpus.of(Actor)
        for name in actor.names
        if is_latin(name.text) and len(known[fold(name.text)]) == 1 and len(name.text) > 4
        if set(fold(name.text).split()).isdisjoint(fold(actor.heading).split())
    )


def words_of(corpus: Corpus) -> Counter[str]:
    return Counter(word for claim in corpus.of(Claim) for word in re.findall(r"\b[a-z]+\b", claim.text))


def a_word_and_its_slip(corpus: Corpus) -> tuple[str, str]:
    """A word of the claims that is in no name, and the same without a letter in its middle."""
    in_names = {word for name in names(corpus) for word in name.split()}
    word = next(word for word, _ in words_of(corpus).most_common() if len(word) > 8 and word not in in_names)
    return word, word[:4] + word[5:]


def a_phrase(corpus: Corpus) -> tuple[Claim, list[str]]:
    """A claim and three of its words in a row, none of them in a name."""
    in_names = {word for name in names(corpus) for word in name.split()}
    return next(
        (claim, found[0].split())
        for claim in corpus.of(Claim)
        for found in re.finditer(r"\b[a-z]{5,} [a-z]{5,} [a-z]{5,}\b", claim.text)
        if in_names.isdisjoint(found[0].split())
    )


def expect_first(page: Page, record: Record, kind: str) -> Locator:
    first = results(page).first
    expect(first).to_have_attribute("href", re.compile(rf"/{re.escape(url_for(record))}$"))
    expect(first).to_have_attribute("data-kind", kind)
    return first


def names_one_letter_apart(corpus: Corpus) -> tuple[str, set[str]]:
    """A name from which another record's is one letter apart, and the addresses of the records that go by it."""
    known = names(corpus)
    name = next(
        one
        for one, other in permutations(sorted(name for name in known if len(name) > 3), 2)
        if one_apart(one, other) and not {id(record) for record in known[one]} & {id(record) for record in known[other]}
    )
    return name, {url_for(record) for record in known[name]}


def cited(corpus: Corpus, text: str) -> set[str]:
    """The sources whose claims a text cites."""
    return {corpus.claim(key).source for one in MARK.finditer(text) if one[1] for key in citation_keys(one[1])}


NUMBER = re.compile(r"(?<!\d)(?<!\d[.,])\d+(?:,\d{3})*(?!\d|[.,]\d)")


def test_a_number_is_found_as_a_whole(page: Page, corpus: Corpus) -> None:
    """Neither a longer number that begins with it, nor one of which it is a part."""
    told = {one for claim in corpus.of(Claim) for one in NUMBER.findall(claim.text)}
    begins_another = next(one for one in sorted(told) if any(other.startswith(one) for other in told - {one}))
    thousands = next(one for one in sorted(told) if "," in one)
    for query in (begins_another, thousands, thousands.replace(",", "")):
        answered(page, query)
        marked = set(page.locator("[data-search-page] mark").all_inner_texts())
        assert {one.replace(",", "") for one in marked} == {query.replace(",", "")}
    # The thousands alone begin that number.
    if (begun := thousands.partition(",")[0]) not in told:
        answered(page, begun)
        assert thousands not in results(page).all_inner_texts()


def test_a_name_stands_first_and_says_the_name_that_matched(page: Page, corpus: Corpus) -> None:
    actor, name = another_name(corpus)
    search(page, name)
    first = expect_first(page, actor, "actor")
    expect(first).to_have_attribute("data-name", name)
    expect(first).to_contain_text(actor.heading)
    expect(first).to_contain_text(name)
    first.click()
    expect(page.locator("article")).to_have_attribute("data-id", actor.id)


def test_a_question_in_other_words_stands_first_with_its_answer(page: Page, corpus: Corpus) -> None:
    question = next(one for one in corpus.of(Question) if one.asked_as and one.answer_in_short)
    search(page, question.asked_as[0].rstrip("?").lower())
    first = expect_first(page, question, "question").locator("xpath=..")
    answer = first.locator(".result__answer")
    expect(answer).to_contain_text(without_marks(question.answer_in_short or "", corpus.name_of))
    sources = {urlsplit(str(one.get_attribute("href"))).path for one in answer.locator("a").all()}
    assert sources == {f"/{url_for(corpus.source(one))}" for one in cited(corpus, question.answer_in_short or "")}


def test_an_exact_name_stands_before_a_slip_of_it(page: Page, corpus: Corpus) -> None:
    name, addresses = names_one_letter_apart(corpus)
    answered(page, name)
    first = str(results(page).first.get_attribute("href"))
    assert urlsplit(first).path.removeprefix("/") in addresses


def test_a_page_of_the_site_is_found_by_what_people_call_it(page: Page) -> None:
    search(page, "spreadsheet")
    expect(results(page).first).to_have_attribute("href", re.compile("/data/$"))


def test_what_no_source_mentions_is_told_with_what_the_site_covers(page: Page, corpus: Corpus) -> None:
    search(page, "zanzibar spice trade")
    note = page.locator("[data-search-page] [data-absent]")
    expect(note).to_contain_text("“zanzibar”")
    newest = max((one.issued for one in corpus.of(Source) if one.issued), key=lambda issued: issued.sort_key)
    expect(note).to_contain_text(f"{len(corpus.of(Source))} sources")
    expect(note).to_contain_text(newest.words)


def test_what_is_not_covered_is_told_by_name_with_what_is_nearest(page: Page, corpus: Corpus) -> None:
    outside = corpus.outside.items[0]
    search(page, f"{outside.names[0].lower()} attack")
    expect(page.locator("[data-search-page] [data-outside]")).to_contain_text(f"“{outside.names[0]}” is not covered.")
    expect(results(page).first).to_have_attribute("href", re.compile(rf"/{url_for(corpus.records[outside.near[0]])}$"))


def test_results_of_one_page_stand_together(page: Page) -> None:
    answered(page, "when was iskp founded")
    pages = [one.partition("#")[0] for one in links(page)]
    assert [one for place, one in enumerate(pages) if one in pages[:place] and pages[place - 1] != one] == []
    ends = "(links) => [...new Set(links.map((one) => Math.round(one.getBoundingClientRect().right)))]"
    assert page.locator(".search-results--of-one").count()
    assert len(results(page).evaluate_all(ends)) == 1


def test_the_words_are_marked_on_the_page_that_is_opened_until_taken_off(page: Page) -> None:
    page.goto("search/?q=fighters&kind=Paragraph")
    result = results(page).first
    address = str(result.get_attribute("href"))
    result.click()
    note = page.locator(".found-note")
    expect(note).to_contain_text("“fighters”")
    expect(page).to_have_url(address)
    assert page.evaluate("CSS.highlights.get('found').size") > 0
    note.get_by_role("button").click()
    expect(note).to_have_count(0)
    assert page.evaluate("CSS.highlights.size") == 0


def test_an_excerpt_is_a_sentence_from_its_beginning(page: Page) -> None:
    answered(page, "fighters")
    excerpts = results(page).locator(".result__words").all_text_contents()
    assert excerpts
    assert [one for one in excerpts if not re.match(r"[\W\d]*[A-ZÀ-Ž“\d]", one)] == []
    assert [one for one in excerpts if ".." in one] == []


def test_a_name_in_another_script_stands_first(page: Page, corpus: Corpus) -> None:
    known = names(corpus)
    actor, name = next(
        (actor, name.text)
        for actor in corpus.of(Actor)
        for name in actor.names
        if not is_latin(name.text) and len(known[fold(name.text)]) == 1
    )
    search(page, name)
    expect_first(page, actor, "actor")


def test_a_name_without_a_letter_stands_first(page: Page, corpus: Corpus) -> None:
    known = names(corpus)
    actor = max(
        (actor for actor in corpus.of(Actor) if len(known[fold(actor.heading)]) == 1),
        key=lambda actor: len(actor.heading.split()[-1]),
    )
    search(page, actor.heading[:-3] + actor.heading[-2:])
    expect_first(page, actor, "actor")


def test_the_header_finds_the_same_name_as_the_page(page: Page, corpus: Corpus) -> None:
    actor, name = another_name(corpus)
    page.goto("about/")
    page.keyboard.press("/")
    page.keyboard.type(name)
    first = page.locator(".md-header a[data-result]").first
    expect(first).to_have_attribute("href", re.compile(rf"/{re.escape(url_for(actor))}$"))
    expect(first).to_have_attribute("data-name", name)


def test_a_slip_is_mended_says_so_and_can_be_taken_back(page: Page, corpus: Corpus) -> None:
    word, slip = a_word_and_its_slip(corpus)
    search(page, slip)
    back = page.locator("[data-search-page] a[href*='exact=1']")
    expect(back).to_be_visible()
    expect(page.locator("[data-search-page]")).to_contain_text(word)
    expect(page.locator("[data-search-page]")).to_contain_text(slip)
    expect(results(page).first).to_be_visible()
    back.click()
    expect(page).to_have_url(re.compile("exact=1"))
    expect(status(page)).to_contain_text("Nothing found")
    expect(page.locator("[data-search-page] input[type=search]")).to_have_value(slip)
    expect(results(page)).to_have_count(0)


def test_a_word_that_occurs_is_not_mended(page: Page, corpus: Corpus) -> None:
    word, _ = a_word_and_its_slip(corpus)
    search(page, word)
    expect(results(page).first).to_be_visible()
    expect(page.locator("[data-search-page] a[href*='exact=1']")).to_have_count(0)


@pytest.mark.parametrize("name", ["kind", "source", "year"])
def test_a_filter_changes_results_counts_and_address_and_outlives_a_reload(page: Page, name: str) -> None:
    answered(page, "fighters")
    before = told(page)
    value, number = choose(page, name)
    assert 0 < number < before
    expect(status(page)).to_contain_text(re.compile(rf"\b{number} results? for"))
    assert parse_qs(urlsplit(page.url).query) == {"q": ["fighters"], name: [value]}
    assert told(page) == number
    address, shown = page.url, links(page)
    page.reload()
    expect(results(page)).to_have_count(len(shown))
    assert links(page) == shown
    assert chosen(page, name) == value
    assert (page.url, told(page)) == (address, number)
    expect(page.locator("[data-search-page] input[type=search]")).to_have_value("fighters")


def test_two_filters_hold_together_and_can_be_undone(page: Page) -> None:
    answered(page, "fighters")
    _, claims = choose(page, "kind", "Claim")
    expect(page.locator('[data-search-page] a[data-result]:not([data-kind="claim"])')).to_have_count(0)
    assert told(page) == claims
    source, both = choose(page, "source")
    expect(status(page)).to_contain_text(re.compile(rf"\b{both} results? for"))
    assert 0 < both < claims
    expect(page.locator('[data-search-page] a[data-result]:not([data-kind="claim"])')).to_have_count(0)
    expect(results(page).first).to_contain_text(source)
    page.go_back()
    expect(status(page)).to_contain_text(re.compile(rf"\b{claims} results? for"))
    assert chosen(page, "source") == ""
    assert chosen(page, "kind") == "Claim"


def test_a_quoted_phrase_stays_as_it_is(page: Page, corpus: Corpus) -> None:
    claim, words = a_phrase(corpus)
    search(page, f'"{" ".join(words)}"')
    expect(page.locator(f'[data-search-page] a[data-result][href$="/{url_for(claim)}"]')).to_be_visible()
    search(page, f'"{" ".join(reversed(words))}"')
    expect(status(page)).to_contain_text("Nothing found")
    expect(results(page)).to_have_count(0)


def test_words_that_are_never_together_find_what_holds_most_and_say_so(page: Page, corpus: Corpus) -> None:
    rare = sorted(word for word, number in words_of(corpus).items() if number == 1 and len(word) > 7)
    # As they stand: for what they may ask for, another page could be the answer.
    page.goto(f"search/?{urlencode({'q': ' '.join(rare[:: max(1, len(rare) // 5)][:5]), 'exact': 1})}")
    expect(results(page).first).to_be_visible()
    expect(page.locator("[data-search-page] [data-relaxed]")).to_be_visible()


def test_two_sources_are_found_by_their_authors_and_nothing_is_said_of_words_not_searched_for(
    page: Page, corpus: Corpus
) -> None:
    one, other = (source.label.rpartition(" ")[0] for source in corpus.of(Source)[-2:])
    answered(page, f"compare {one} and {other}")
    expect(results(page).first).to_have_attribute("href", re.compile(r"/compare/[a-z0-9-]+/[a-z0-9-]+/$"))
    expect(page.locator("[data-search-page] [data-relaxed]")).to_have_count(0)


def test_question_words_do_not_exclude(page: Page, corpus: Corpus) -> None:
    word, _ = a_word_and_its_slip(corpus)
    answered(page, word)
    alone = told(page)
    answered(page, f"what is the {word}?")
    assert told(page) >= alone
    expect(page.locator("[data-search-page] [data-relaxed]")).to_have_count(0)


def test_a_search_without_results_offers_what_to_do_next(page: Page) -> None:
    search(page, "zzxqyvvk")
    expect(status(page)).to_contain_text("Nothing found")
    expect(results(page)).to_have_count(0)
    expect(page.locator("[data-search-page] fieldset label")).to_have_count(0)
    ways = page.locator("[data-search-page] a:visible")
    expect(ways.first).to_be_visible()
    ways.first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_a_key_leads_to_the_search_box(page: Page, key: str) -> None:
    page.goto("about/")
    page.keyboard.press(key)
    box = page.locator(".md-header [data-search] input[type=search]")
    expect(box).to_be_focused()
    expect(box).to_have_value("")


def test_a_slash_typed_in_a_box_is_a_slash(page: Page) -> None:
    page.goto("")
    page.locator(".home-lead input").click()
    page.keyboard.type("a/b")
    expect(page.locator(".home-lead input")).to_have_value("a/b")


@pytest.mark.parametrize(("address", "within"), [("about/", ".md-header"), ("search/", "[data-search-page]")])
def test_arrows_and_enter_walk_the_results(page: Page, corpus: Corpus, address: str, within: str) -> None:
    _, name = another_name(corpus)
    page.goto(address)
    page.locator(f"{within} input[type=search]").click()
    page.keyboard.type(name)
    found = page.locator(f"{within} :is(a[data-result], a[data-more])")
    # Until all is typed and answered, the results are those of its beginning.
    expect(found.first).to_have_attribute("data-name", name)
    page.wait_for_load_state("networkidle")
    expect(found.nth(1)).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(found.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(found.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(f"{within} input[type=search]")).to_be_focused()
    page.keyboard.press("ArrowDown")
    target = found.first.get_attribute("href") or ""
    page.keyboard.press("Enter")
    page.wait_for_url(target)


def test_enter_in_the_header_opens_the_search_page(page: Page) -> None:
    page.goto("about/")
    page.keyboard.press("/")
    page.keyboard.type("fighters")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=fighters$"))
    expect(status(page)).to_contain_text("“fighters”")


def test_the_status_tells_how_many_results_there_are(page: Page, corpus: Corpus) -> None:
    _, words = a_phrase(corpus)
    answered(page, f'"{" ".join(words)}"')
    expect(results(page)).to_have_count(told(page))
    assert told(page) < 20


def test_the_status_tells_how_many_names_are_among_the_results(page: Page, corpus: Corpus) -> None:
    name = most_connected(corpus, Actor).heading
    answered(page, name)
    expect(status(page)).to_have_text(re.compile(rf"^\d+ results for “{re.escape(name)}”, \d+ by name$"))


def test_a_result_tells_its_date_as_a_reader_would_say_it(page: Page, corpus: Corpus) -> None:
    answered(page, "fighters")
    words = {source.label: source.issued.words for source in corpus.of(Source) if source.issued}
    told_of = [line.split(" · ")[1:] for line in results(page).locator(".result__kind").all_text_contents()]
    dated = [line for line in told_of if len(line) == 2]
    assert dated
    assert [line for line in dated if words[line[0]] != line[1]] == []


def test_the_status_counts_no_record_twice(page: Page, corpus: Corpus) -> None:
    few = sorted(corpus.of(Actor), key=lambda one: len(corpus.referrers(one.id)))[: unless_full([4], [8])[0]]
    for actor in few:
        answered(page, actor.heading)
        numbers = re.findall(r"(\d+) (?:names?|results?)", status(page).inner_text())
        number = sum(map(int, numbers))
        if not page.get_by_role("button", name="Show more").count():
            assert (actor.heading, len(links(page))) == (actor.heading, number)
            assert len(set(links(page))) == number


@pytest.mark.parametrize("query", ["drones", "madrasas", "compare ahmadzai and sayeh", "tirah valley", "fliers"])
def test_what_is_not_shown_can_be_asked_for(page: Page, query: str) -> None:
    answered(page, query)
    more = page.locator("[data-search-page] li > button")
    for _ in range(20):
        if not more.count():
            break
        shown = len(links(page))
        more.click()
        expect(results(page).nth(shown)).to_be_visible()
    assert len(links(page)) == told(page)


def test_no_index_is_loaded_before_the_first_keystroke(page: Page) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto("search/", wait_until="networkidle")
    page.locator("[data-search-page] input[type=search]").focus()
    idle(page)
    assert [url for url in fetched if re.search(r"/pagefind/|/search/[^/?]+$", url)] == []
    page.keyboard.type("k")
    expect(results(page).first).to_be_visible()
    assert any(url.endswith("/search/letters/k.json") for url in fetched)


def test_a_browser_can_add_the_search(built: tuple[Path, Corpus], site: dict[str, BuiltPage]) -> None:
    root = ET.parse(built[0] / "opensearch.xml").getroot()  # noqa: S314  our own file
    assert root.tag == f"{OPENSEARCH}OpenSearchDescription"
    assert 0 < len(root.findtext(f"{OPENSEARCH}ShortName", "")) <= 16
    assert root.findtext(f"{OPENSEARCH}Description")
    templates = [str(url.get("template")) for url in root.findall(f"{OPENSEARCH}Url") if url.get("type") == "text/html"]
    assert len(templates) == 1
    assert templates[0].startswith("https://")
    assert templates[0].endswith("/search/?q={searchTerms}")
    for page in site.values():
        if page.address != "404.html":
            found = page.tree.cssselect("link[rel=search][type='application/opensearchdescription+xml'][title]")
            assert len(found) == 1, page.address
            assert HERE + "opensearch.xml" in set(page.fetched()), page.address


def test_who_stands_on_a_result_still_stands_there_when_more_arrive(page: Page, corpus: Corpus) -> None:
    _, name = another_name(corpus)
    held: list[Route] = []
    page.route("**/pagefind/pagefind.js", lambda route: held.append(route))  # noqa: PLW0108  a built-in is not taken
    # The texts are asked for when nothing has been typed for a moment, so they may be later than the first key.
    with page.expect_request("**/pagefind/pagefind.js"):
        search(page, name)
        expect(results(page).first).to_be_visible()
        page.keyboard.press("ArrowDown")
    expect(results(page).first).to_be_focused()
    held[0].continue_()
    expect(status(page)).to_contain_text(f"“{name}”")
    expect(results(page).nth(1)).to_be_visible()
    expect(results(page).first).to_be_focused()
