from __future__ import annotations

from tests.checking.plausibility.conftest import Noticed
from tests.support.changes import swapped

PAGE, QUESTION = "docs/quarrel.md", "data/questions/when-founded.yaml"
SENTENCE = "One paper says that they never belonged"
HINT = "read the sentence again, and write of:3"


def test_words_of_an_essay_that_were_seen_to_hold_of_fewer_sources(noticed: Noticed) -> None:
    (line,) = noticed({PAGE: swapped(SENTENCE, "[[count:of:2|No source]] says that they belonged")})
    assert line.endswith(f": notice[stale-counts] “No source” was seen to hold of 2 sources, and there are 3; {HINT}")
    assert line.startswith(f"{PAGE}:7:")


def test_words_of_a_record_that_were_seen_to_hold_of_more_sources(noticed: Noticed) -> None:
    (line,) = noticed({QUESTION: swapped("The oath", "For [[count:of:4|no source]] the oath")})
    assert line == (
        f"{QUESTION}:8:18: notice[stale-counts] why_they_differ: “no source” was seen to hold of 4 sources, "
        f"and there are 3; {HINT}"
    )


def test_words_that_hold_of_as_many_sources_as_there_are(noticed: Noticed) -> None:
    assert noticed({PAGE: swapped(SENTENCE, "[[count:of:3|No source]] says that they belonged")}) == []


def test_nothing_is_counted_while_a_source_cannot_be_read(noticed: Noticed) -> None:
    counted = swapped(SENTENCE, "[[count:of:3|No source]] says that they belonged")
    unread = {"data/sources/quay-2002.yaml": swapped("title: Lamps", "titel: Lamps")}
    assert not any("stale-counts" in line for line in noticed({PAGE: counted, **unread}))
