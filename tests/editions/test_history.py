from __future__ import annotations

from pathlib import Path

import pytest

from dossier.corpus.corpus import Corpus
from dossier.editions.difference import Difference
from dossier.editions.history import Change, EditionStep, History, changes, history, unreasoned
from dossier.editions.state import Edition, State, state_of
from dossier.load import load
from tests.conftest import Changed
from tests.support.changes import added, swapped
from tests.support.paths import MINI
from tests.support.second import FIRST, LATER, REDIRECTS, SECOND


@pytest.fixture
def first(mini: Corpus) -> State:
    return state_of(mini, Edition(*FIRST))


def later(root: Path) -> State:
    return state_of(load(root), Edition(*LATER))


def by_record(found: list[Change]) -> dict[str, Change]:
    assert len({change.record for change in found}) == len(found)
    return {change.record: change for change in found}


def test_what_is_the_same_has_not_changed(first: State, mini: Corpus) -> None:
    assert changes(first, state_of(mini, Edition(*LATER))) == []


def test_how_a_record_is_written_is_no_change(changed: Changed, first: State) -> None:
    root = changed(
        {
            "data/places/north-head.yaml": lambda _: (
                "coordinates: {precision: site, lon: -12.2010, lat: -41.4370}\nwithin:\n  - brisa\n"
                "names: [{used_by: [tarn-1931#p3], kind: 'primary',   text: 'North  Head', lang: en}]\ntype: site\n"
            ),
            "data/claims/tarn-1931.yaml": swapped(
                "about: [reed-wardens, lamp-guild]\n-", "about: [lamp-guild, reed-wardens]\n-"
            ),
            "docs/quarrel.md": swapped("One paper says that", "One paper\nsays that"),
        }
    )
    assert changes(first, later(root)) == []


def test_each_fate_of_a_record(changed: Changed, first: State) -> None:
    found = by_record(changes(first, later(changed(SECOND))))
    assert {key: one.type for key, one in found.items()} == {
        "tarn-1931-c04": "changed",
        "north-head": "renamed",
        "board-1934-c04": "merged",
        "tide-gazette": "merged",
        "quay-2002-c05": "withdrawn",
        "west-pier": "added",
    }


def test_a_changed_claim_has_its_old_words_its_new_ones_and_the_reason(changed: Changed, first: State) -> None:
    claim = by_record(changes(first, later(changed(SECOND))))["tarn-1931-c04"]
    assert claim.differences == (
        Difference(
            "text",
            "The Reed Wardens left the guild over the price of oil.",
            "The Reed Wardens left the guild over the price of lamp oil.",
        ),
        Difference("certainty", "stated outright", "hedged"),
    )
    assert claim.fields == ["text", "certainty"]
    assert claim.told == ["The oil is lamp oil. The third paragraph says so."]
    assert (claim.kind, claim.address) == ("claim", "claims/tarn-1931-c04/")


def test_a_renamed_record_has_not_changed_for_that_nor_have_those_that_name_it(changed: Changed, first: State) -> None:
    found = by_record(changes(first, later(changed(SECOND))))
    place = found["north-head"]
    assert (place.to, place.address, place.heading) == ("north-cape", "places/north-cape/", "North Head")
    assert (place.differences, place.told) == ((), ["The cape has that name now."])
    assert found.keys().isdisjoint({"north-cape", "great-lamp-fire", "tarn-1931-c05", "tarn-1931"})


def test_a_renamed_record_may_have_changed_too(changed: Changed, first: State) -> None:
    change = {"data/places/north-cape.yaml": str(SECOND["data/places/north-cape.yaml"]).replace("North Head", "Cape")}
    place = by_record(changes(first, later(changed({**SECOND, **change}))))["north-head"]
    assert (place.type, place.heading, place.fields) == ("renamed", "Cape", ["names"])


def test_a_merged_record_leads_to_the_other(changed: Changed, first: State) -> None:
    merged = by_record(changes(first, later(changed(SECOND))))["tide-gazette"]
    assert (merged.heading, merged.to, merged.address) == ("Tide Gazette", "harbour-board", "actors/harbour-board/")
    assert merged.told == ["The board printed it."]


def test_a_rename_onto_a_record_that_was_there_is_a_merger(changed: Changed, first: State) -> None:
    more = REDIRECTS.replace("board, reason: merged", "board, reason: renamed")
    files = {**SECOND, "data/redirects.yaml": added(more)}
    assert by_record(changes(first, later(changed(files))))["tide-gazette"].type == "merged"


def test_a_withdrawn_claim_says_why_twice(changed: Changed, first: State) -> None:
    gone = by_record(changes(first, later(changed(SECOND))))["quay-2002-c05"]
    assert (gone.to, gone.address) == ("", "claims/quay-2002-c05/")
    assert gone.told == ["The article has no such sentence.", "The claim was withdrawn. A reader could not find it."]


def test_they_stand_by_fate_then_kind_then_heading(changed: Changed, first: State) -> None:
    found = changes(first, later(changed(SECOND)))
    assert [change.record for change in found] == [
        "tarn-1931-c04",
        "north-head",
        "tide-gazette",
        "board-1934-c04",
        "quay-2002-c05",
        "west-pier",
    ]


def test_restated_paragraphs_and_pages_are_compared_too(changed: Changed, first: State) -> None:
    root = changed(
        {
            "docs/sources/quay-2002.md": swapped("will have taken", "will take"),
            "docs/about/index.md": swapped("is invented, so", "is made up, so"),
        }
    )
    found = by_record(changes(first, later(root)))
    assert {key: (one.address, one.fields) for key, one in found.items()} == {
        "quay-2002": ("sources/quay-2002/", ["paragraph 3"]),
        "page:about": ("about/", ["words"]),
    }
    assert found["page:about"].differences[0].after.startswith("The island of Brisa and everything on it is made up")


REASON = 'claim "tarn-1931-c03" changed (text) since edition 2024.1, and no correction says why'
HINT = "add one to data/corrections.yaml, dated 2024-04-01 or later"
CLAIM = {"data/claims/tarn-1931.yaml": swapped("for the oil tax", "for the tax on oil")}


def step_of(first: State, root: Path) -> tuple[Corpus, EditionStep]:
    return load(root), history([first, later(root)]).steps[-1]


def test_a_changed_claim_without_a_reason_is_a_problem_at_its_line(changed: Changed, first: State) -> None:
    lines = [str(problem) for problem in unreasoned(*step_of(first, changed(CLAIM)))]
    assert lines == [f"data/claims/tarn-1931.yaml:21:9: error[change-without-reason] text: {REASON}; {HINT}"]


@pytest.mark.parametrize(
    ("date", "record", "problems"),
    [
        ("2024-04-01", "tarn-1931-c03", 0),
        ("2024-04", "tarn-1931-c03", 0),
        ("2024-03-31", "tarn-1931-c03", 1),
        ("2024-05-01", "tarn-1931-c04", 1),
    ],
)
def test_a_reason_is_a_correction_of_the_record_since_the_edition_before(
    changed: Changed, first: State, date: str, record: str, problems: int
) -> None:
    more = f'- {{date: "{date}", record: {record}, changed: A., why: B.}}\n'
    root = changed({**CLAIM, "data/corrections.yaml": added(more)})
    assert len(unreasoned(*step_of(first, root))) == problems


def test_a_correction_that_the_edition_before_had_is_no_reason_for_what_came_after(changed: Changed) -> None:
    root = changed(
        {"data/corrections.yaml": added('- {date: "2024-04-01", record: tarn-1931-c03, changed: A., why: B.}\n')}
    )
    before = state_of(load(root), Edition(*FIRST))
    file = root / "data/claims/tarn-1931.yaml"
    file.write_text(CLAIM["data/claims/tarn-1931.yaml"](file.read_text("utf-8")), "utf-8")
    assert len(unreasoned(*step_of(before, root))) == 1


def test_the_redirect_of_a_withdrawn_claim_is_reason_enough(changed: Changed, first: State) -> None:
    files = {**SECOND, "data/corrections.yaml": added("")}
    lines = [str(problem) for problem in unreasoned(*step_of(first, changed(files)))]
    assert [line.split(" error")[0] for line in lines] == ["data/claims/tarn-1931.yaml:28:9:"]


def test_a_claim_that_is_gone_without_a_word_is_a_problem(changed: Changed, first: State) -> None:
    root = changed({"data/claims/quay-2002.yaml": lambda text: text[: text.rindex("- id:")]})
    (line,) = (str(problem) for problem in unreasoned(*step_of(first, root)))
    assert line == (
        'data/redirects.yaml:1:1: error[change-without-reason] claim "quay-2002-c05" is gone since edition 2024.1, and '
        "nothing says why; say in data/redirects.yaml where it went, or that it was withdrawn, and why"
    )


@pytest.mark.parametrize("key", ["north-head", "tide-gazette", "quay-2002-c05"])
def test_the_last_edition_that_holds_what_is_gone(changed: Changed, first: State, key: str) -> None:
    second = later(changed(SECOND))
    third = second.model_copy(update={"edition": Edition("2024.3", "2024-06-01")}, deep=True)
    assert history([first, second, third]).last_with(key) == first.edition
    assert history([first]).last_with(key) is None


def test_what_is_still_there_is_held_by_no_edition_last(changed: Changed, first: State) -> None:
    assert history([first, later(changed(SECOND))]).last_with("tarn-1931-c04") is None


def test_other_records_and_the_first_edition_need_no_reason(changed: Changed, first: State) -> None:
    root = changed({"data/places/north-head.yaml": swapped("North Head", "Northern Head")})
    corpus, step = step_of(first, root)
    assert len(step.changes) == 1
    assert unreasoned(corpus, step) == []
    assert unreasoned(corpus, history([first]).steps[0]) == []


def test_a_history_has_a_step_for_each_edition(changed: Changed, first: State) -> None:
    second = later(changed(SECOND))
    steps = history([first, second]).steps
    assert [(step.edition, step.before) for step in steps] == [(first.edition, None), (second.edition, first.edition)]
    assert steps[0].changes == ()
    assert list(steps[1].changes) == changes(first, second)
    assert history([]) == History()


def test_the_history_of_a_record_goes_back_over_its_names(changed: Changed, first: State) -> None:
    second = later(changed(SECOND))
    third = second.model_copy(update={"edition": Edition("2024.3", "2024-06-01")}, deep=True)
    third.entries["north-cape"].fields["type"] = "city"
    found = history([first, second, third]).of("north-cape")
    assert [(step.edition.name, change.type) for step, change in found] == [
        ("2024.3", "changed"),
        ("2024.2", "renamed"),
    ]
    assert found[1][0].anchor(found[1][1]) == "2024.2-north-head"


def test_the_history_of_a_record_tells_what_was_merged_into_it_and_not_that_it_was_added(
    changed: Changed, first: State
) -> None:
    past = history([first, later(changed(SECOND))])
    assert [change.record for _, change in past.of("harbour-board")] == ["tide-gazette"]
    assert past.of("west-pier") == []
    assert past.of("saltmouth") == []


def test_a_page_that_moved_is_the_same_page(changed: Changed, first: State) -> None:
    redirects = added("- {from: quarrel/, to: about/quarrel/, reason: moved, why: It is short.}\n")
    text = (MINI / "docs/quarrel.md").read_text("utf-8")
    root = changed({"docs/quarrel.md": None, "docs/about/quarrel.md": text, "data/redirects.yaml": redirects})
    assert by_record(changes(first, later(root))) == {
        "page:quarrel": Change(
            "page:quarrel",
            "page",
            first.entries["page:quarrel"].heading,
            "about/quarrel/",
            "renamed",
            "page:about/quarrel",
            "It is short.",
        )
    }


@pytest.mark.parametrize(
    ("item", "type_", "address", "to"),
    [
        ("to: about/, reason: merged", "merged", "about/", "page:about"),
        ("to: about/, reason: moved", "merged", "about/", "page:about"),
        ("reason: withdrawn", "withdrawn", "quarrel/", ""),
    ],
)
def test_a_page_that_is_gone_says_why(
    changed: Changed, first: State, item: str, type_: str, address: str, to: str
) -> None:
    redirects = added(f"- {{from: quarrel/, {item}, why: It was short.}}\n")
    change = by_record(changes(first, later(changed({"docs/quarrel.md": None, "data/redirects.yaml": redirects}))))[
        "page:quarrel"
    ]
    assert (change.type, change.address, change.to, change.told) == (type_, address, to, ["It was short."])


def test_a_renamed_position_changes_its_question_and_no_claim(changed: Changed, first: State) -> None:
    item = '- {from: "who-lit-the-fire#nobody", to: "who-lit-the-fire#no-one", reason: renamed, why: So.}\n'
    root = changed(
        {
            "data/questions/who-lit-the-fire.yaml": swapped("id: nobody", "id: no-one"),
            "data/claims/quay-2002.yaml": swapped("position: nobody", "position: no-one"),
            "data/redirects.yaml": added(item),
        }
    )
    assert list(by_record(changes(first, later(root)))) == ["who-lit-the-fire"]
