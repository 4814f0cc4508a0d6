"""The same question answered by picture, by table and by download: all three say the same."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from dossier.corpus.corpus import Corpus
from tests.support.links import BuiltPage

Site = dict[str, BuiltPage]


@pytest.fixture(scope="module")
def data(built: tuple[Path, Corpus]) -> Path:
    return built[0] / "data"


def rows(data: Path, name: str) -> list[dict[str, str]]:
    with (data / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def key_of(href: str) -> str:
    """The id of the record to whose page a link leads."""
    return href.partition("#")[0].rstrip("/").rpartition("/")[2]


def keys(page: BuiltPage, path: str) -> list[str]:
    return [key_of(link.get("href")) for link in page.tree.cssselect(path)]


def words(element: Any) -> str:
    return " ".join(element.text_content().split())


def numbers(text: str) -> set[int]:
    return {int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", text)}


def test_figures(site: Site, data: Path) -> None:
    claims = {one["id"]: one for one in read(data / "dossier.json")["claims"]}
    charted = 0
    for question in (one for one in rows(data, "questions") if one["kind"] == "quantity"):
        page = site[f"questions/{question['id']}/"]
        drawn = {key_of(one.get("href")): words(one.find("b")) for one in page.tree.cssselect(".figures__claim")}
        answers = {one["claim"] for one in rows(data, "answers") if one["question"] == question["id"]}
        given = compared({key: claims[key] for key in answers})
        listed = {
            stance.get("data-claim"): words(value)
            for stance in page.tree.cssselect(".position [data-claim]")
            for value in stance.cssselect(".stance__value")
            if stance.get("data-claim") in given
        }
        charted += bool(drawn)
        if drawn:
            assert drawn.keys() == given.keys(), question["id"]
            assert drawn == listed, question["id"]
            for key, value in given.items():
                ends = {int(value[end]) for end in ("low", "high") if value.get(end) is not None}
                assert ends <= numbers(drawn[key]) or value.get("as_given", "-") in drawn[key], key
    assert charted


def compared(claims: dict[str, Any]) -> dict[str, Any]:
    """The figures that are drawn: of claims that their authors do not dispute, in a unit that two of them have."""
    own = {
        key: one["value"] for key, one in claims.items() if one["certainty"] != "disputed-by-author" and "value" in one
    }
    units = Counter(value.get("unit") for value in own.values())
    return {key: value for key, value in own.items() if value.get("unit") and units[value["unit"]] > 1}


def test_timeline(site: Site, data: Path) -> None:
    page = site["timeline/"]
    lines = page.tree.cssselect("table.listing tbody tr")
    listed = {
        key_of(line.cssselect("th a")[0].get("href")): [one.get("title") for one in line[0].cssselect("[title]")]
        for line in lines
    }
    given: dict[str, list[str]] = {one["id"]: [] for one in rows(data, "events")}
    for one in rows(data, "event_dates"):
        given[one["event"]].append(one["date"])
    assert {key: set(dates) for key, dates in listed.items()} == {key: set(dates) for key, dates in given.items()}
    features = read(data / "events.geojson")["features"]
    assert given == {one["id"]: [date["date"] for date in one["properties"]["dates"]] for one in features}
    stands = {row.get("data-key"): row.get("data-standing") for row in lines}
    firm = {one["id"] for one in rows(data, "events") if one["standing"] == "asserted"}
    assert {key for key, standing in stands.items() if standing == "asserted"} <= firm
    for picture in page.tree.cssselect("svg.timeline"):
        drawn = {one.get("data-event"): len(one.cssselect(".date")) for one in picture.cssselect("a.event")}
        assert drawn == {key: len(dates) for key, dates in given.items() if dates}
        assert list(drawn) == [key for key in listed if key in drawn]


def test_network(site: Site, data: Path) -> None:
    page = site["network/"]
    listed: Counter[str] = Counter()
    told: Counter[tuple[str, str, str]] = Counter()
    for line in page.tree.cssselect(".relation-table tbody tr"):
        cells = {cell.get("data-label"): cell for cell in line}
        who, relation, whom, when = (words(cells[name]) for name in ("Who", "Relation", "Whom", "When"))
        standing = line.get("data-standing")
        said = relation.removesuffix(f" {standing.capitalize()}")
        listed[f"{who} {said} {whom}{f', {when}' if when else ''} ({standing})"] += 1
        ends = [key_of(cells[name].cssselect("a")[0].get("href")) for name in ("Who", "Whom")]
        told[ends[0], standing, ends[1]] += 1
    pictures = page.tree.cssselect("svg.ties")
    assert pictures
    keys = sorted(line.get("data-key") for line in page.tree.cssselect(".relation-table tbody tr"))
    for picture in pictures:
        assert sorted(key for line in picture.cssselect(".tie") for key in line.get("data-relations").split()) == keys
        titles = [words(title) for title in picture.cssselect(".tie > title")]
        parts = (re.sub(r" \((\w+): .*\)$", r" (\1)", part) for title in titles for part in title.split("; "))
        assert not titles or Counter(parts) == listed
        marked = {key_of(mark.get("href")) for mark in picture.cssselect("a.mark")}
        assert marked == {end for one in told for end in (one[0], one[2])}
    given = [one for one in rows(data, "relations") if one["standing"] != "rejected"]
    assert told == Counter((one["actor"], one["standing"], one["other"]) for one in given)


def test_map(site: Site, data: Path) -> None:
    page = site["map/"]
    listed = [row.get("id").removeprefix("place-") for row in page.tree.cssselect(".map-table tbody tr")]
    features = {one["id"]: one for one in read(data / "places.geojson")["features"]}
    assert sorted(listed) == sorted(features) == sorted(one["id"] for one in rows(data, "places"))
    marked = set(keys(page, "svg.map a.map-mark"))
    shown = marked | set(keys(page, "article > :not(table) a.record--place")) | set(keys(page, "svg.map a"))
    assert set(listed) <= shown
    assert marked
    assert all(features[key]["geometry"] for key in marked)
    events = Counter(one["place"] for one in rows(data, "event_places") if one["standing"] != "rejected")
    for row in page.tree.cssselect(".map-table tbody tr"):
        key = row.get("id").removeprefix("place-")
        assert len(row.cssselect("td[data-head=Events] a.record--event")) == events[key], key


def test_who_holds_what(site: Site, data: Path) -> None:
    held = set()
    for link in site["compare/"].tree.cssselect(".matrix td a.does:not(.does--contradicted)"):
        position = link.xpath("ancestor::tr//th//a/@href")[0]
        for claim in link.get("data-claims").split():
            held.add((key_of(position), position.partition("#position-")[2], claim))
    given = {(one["question"], one["position"], one["claim"]) for one in rows(data, "answers") if one["position"]}
    assert held == given
    assert held == set(side_by_side(site, {question for question, _, _ in given}))


def side_by_side(site: Site, questions: Iterable[str]) -> Iterable[tuple[str, str, str]]:
    """The claims of each position on the pages of the questions."""
    for question in questions:
        for position in site[f"questions/{question}/"].tree.cssselect(".position[id]"):
            for stance in position.cssselect("[data-claim]"):
                yield question, position.get("id").removeprefix("position-"), stance.get("data-claim")
