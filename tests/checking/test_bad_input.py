"""Mistakes that a curator makes are refused with a line that says where, what and how to mend it.

Whole files, their names and bytes, and what means harm lie in the folder ``broken``, which ``test_broken`` reads. No
mistake stands in both.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.conftest import Broken, Change
from tests.support.changes import added, swapped

GUILD = "data/actors/lamp-guild.yaml"
FIRE = "data/events/great-lamp-fire.yaml"
TARN = "data/sources/tarn-1931.yaml"
QUAY = "data/sources/quay-2002.yaml"
CLAIMS = "data/claims/tarn-1931.yaml"
ARTICLE = "docs/sources/tarn-1931.md"
ESSAY = "docs/quarrel.md"

ALL_CLAIMS = "claims: [tarn-1931-c05, tarn-1931-c06, board-1934-c03, quay-2002-c04]"

# The changed files, and of each line that is printed: where, what and the hint.
CASES = [
    pytest.param(
        {FIRE: swapped("placed:", "place:")},
        [
            ("data/events/great-lamp-fire.yaml:6:1", "error[unknown-key] place: no such key", 'did you mean "placed"?'),
        ],
        id="an unknown key",
    ),
    pytest.param(
        {FIRE: swapped("type: attack\n", "")},
        [
            ("data/events/great-lamp-fire.yaml:2:1", "error[missing-key] type: missing", "add `type:`"),
        ],
        id="a missing key",
    ),
    pytest.param(
        {FIRE: swapped("title: Fire at the great lamp", "title: [Fire, Lamp]")},
        [
            ("data/events/great-lamp-fire.yaml:2:8", "error[wrong-type] title: needs a text", "found a list"),
        ],
        id="a list for a text",
    ),
    pytest.param(
        {FIRE: swapped(ALL_CLAIMS, "claims: tarn-1931-c05")},
        [
            (
                "data/events/great-lamp-fire.yaml:13:9",
                "error[wrong-type] claims: needs a list",
                'found "tarn-1931-c05"',
            ),
        ],
        id="a text for a list",
    ),
    pytest.param(
        {FIRE: swapped("[tarn-1931-c05, tarn-1931-c06, board", "[{at: tarn-1931-c05}, tarn-1931-c06, board")},
        [
            (
                "data/events/great-lamp-fire.yaml:13:10",
                "error[wrong-type] claims.1: needs a text",
                "found keys and values",
            ),
        ],
        id="a mapping for a list item",
    ),
    pytest.param(
        {FIRE: swapped('date: "1903-11-XX"', "date: [1903, 1904]")},
        [
            ("data/events/great-lamp-fire.yaml:4:12", "error[wrong-type] dated.1.date: needs a text", "found a list"),
        ],
        id="a list for a date",
    ),
    pytest.param(
        {CLAIMS: swapped("low: 85", "low: many")},
        [
            ("data/claims/tarn-1931.yaml:18:16", "error[wrong-type] value.low: needs a number", 'found "many"'),
        ],
        id="a word for a number",
    ),
    pytest.param(
        {CLAIMS: swapped("paragraphs: [4]", "paragraphs: [four]")},
        [
            (
                "data/claims/tarn-1931.yaml:57:16",
                "error[wrong-type] paragraphs.1: needs a whole number",
                'found "four"',
            ),
        ],
        id="a word for a paragraph",
    ),
    pytest.param(
        {CLAIMS: swapped("paragraphs: [4]", "paragraphs: [0]")},
        [
            (
                "data/claims/tarn-1931.yaml:57:16",
                'error[value] paragraphs.1: "0" is too small',
                "write 1 or more",
            ),
        ],
        id="a paragraph below one",
    ),
    pytest.param(
        {CLAIMS: swapped("approximate: true", "approximate: roughly")},
        [
            (
                "data/claims/tarn-1931.yaml:18:58",
                "error[wrong-type] value.approximate: needs `true` or `false`",
                'found "roughly"',
            ),
        ],
        id="a word for true or false",
    ),
    pytest.param(
        {GUILD: "- type: organisation\n"},
        [
            ("data/actors/lamp-guild.yaml:1:1", "error[wrong-type] needs keys and values", "write `key: value`"),
        ],
        id="a list where a record belongs",
    ),
    pytest.param(
        {CLAIMS: lambda text: "claims:\n" + text},
        [
            ("data/claims/tarn-1931.yaml:1:1", "error[wrong-type] needs a list", "begin each item with `- `"),
        ],
        id="a mapping where claims belong",
    ),
    pytest.param(
        {CLAIMS: added("- no more claims\n")},
        [
            ("data/claims/tarn-1931.yaml:60:3", "error[wrong-type] needs keys and values", "write `key: value`"),
        ],
        id="a text among claims",
    ),
    pytest.param(
        {CLAIMS: swapped("about: [keeper-talks, lamp-guild, reed-wardens, ada-veyl, saltmouth, brisa]", "about: []")},
        [
            ("data/claims/tarn-1931.yaml:59:10", "error[too-few] about: 0 of them", "at least 1"),
        ],
        id="an empty list",
    ),
    pytest.param(
        {FIRE: swapped("title: Fire at the great lamp", "title:")},
        [
            (
                "data/events/great-lamp-fire.yaml:2:7",
                "error[empty-value] title: empty",
                "fill it in; where nothing is known, leave the key out",
            ),
        ],
        id="a key without a value",
    ),
    pytest.param(
        {CLAIMS: swapped("kind: assessment", "kind: assesment")},
        [
            (
                "data/claims/tarn-1931.yaml:22:9",
                'error[unknown-value] kind: "assesment" is not one of them',
                'did you mean "assessment"?',
            ),
        ],
        id="a value outside its closed list",
    ),
    pytest.param(
        {FIRE: added("id: great-lamp-fire\n")},
        [
            (
                "data/events/great-lamp-fire.yaml:14:1",
                "error[unknown-key] id: not written here",
                "the file's name says it: great-lamp-fire",
            ),
        ],
        id="an id that the file's name gives",
    ),
    pytest.param(
        {FIRE: added("type: war\n")},
        [
            (
                "data/events/great-lamp-fire.yaml:14:1",
                'error[duplicate-key] "type" stands twice',
                "it is also on line 5",
            ),
        ],
        id="a duplicate key",
    ),
    pytest.param(
        {FIRE: swapped("claims: [tarn-1931-c05, tarn-1931-c06, ", "claims: &here [tarn-1931-c05, tarn-1931-c06, ")},
        [
            (
                "data/events/great-lamp-fire.yaml:13:9",
                "error[anchor] “&here” before a value",
                "take it out, and write each value where it is used; put a text that begins with “&” in double quotes",
            ),
        ],
        id="an anchor",
    ),
    pytest.param(
        {FIRE: swapped(ALL_CLAIMS, "claims: *here")},
        [
            (
                "data/events/great-lamp-fire.yaml:13:9",
                "error[alias] “*here” for a value",
                "write the value out, or put a text that begins with “*” in double quotes",
            ),
        ],
        id="an alias",
    ),
    pytest.param(
        {FIRE: swapped("claims: [tarn-1931-c05, tarn-1931-c06, ", "claims: !!set [tarn-1931-c05, tarn-1931-c06, ")},
        [
            (
                "data/events/great-lamp-fire.yaml:13:9",
                "error[tag] “!!set” before a value",
                "take it out, or put a text that begins with “!” in double quotes",
            ),
        ],
        id="a tag",
    ),
    pytest.param(
        {FIRE: added("---\ntitle: Another\n")},
        [
            (
                "data/events/great-lamp-fire.yaml:14:1",
                "error[documents] more than one document in the file",
                "keep one",
            ),
        ],
        id="two documents",
    ),
    pytest.param(
        {FIRE: added("? [a, b]\n: c\n")},
        [
            ("data/events/great-lamp-fire.yaml:14:3", "error[key] a key must be a word", "write `key: value`"),
        ],
        id="a key that is no word",
    ),
    pytest.param(
        {FIRE: swapped("title: Fire at", "title: Fire: at")},
        [
            (
                "data/events/great-lamp-fire.yaml:2:12",
                "error[yaml] a second colon in the line",
                'put the whole text in double quotes: key: "…", where the text holds a colon',
            ),
        ],
        id="broken YAML",
    ),
    pytest.param(
        {FIRE: swapped("  - {actor: harbour-board", "\t- {actor: harbour-board")},
        [
            (
                "data/events/great-lamp-fire.yaml:12:1",
                "error[yaml] a tab where the line is indented",
                "indent with blanks, never with a tab",
            ),
        ],
        id="a tab",
    ),
    pytest.param(
        {"data/places/saltmouth.yaml": ""},
        [
            (
                "data/places/saltmouth.yaml:1:1",
                "error[empty] the file holds nothing",
                "fill it in, or take the file out",
            ),
        ],
        id="an empty file",
    ),
    pytest.param(
        {FIRE: added("#" * 1024 * 1024)},
        [
            (
                "data/events/great-lamp-fire.yaml:1:1",
                "error[file-size] larger than 1 MiB",
                "split it into several files",
            ),
        ],
        id="a file over 1 MiB",
    ),
    pytest.param(
        {FIRE: swapped(ALL_CLAIMS, "claims: " + "[" * 12 + "]" * 12)},
        [
            (
                "data/events/great-lamp-fire.yaml:13:20",
                "error[nesting] nested deeper than 12",
                "no record needs this; flatten it",
            ),
        ],
        id="nesting deeper than 12",
    ),
    pytest.param(
        {FIRE: b"title: Fire\ntype: \xe9\n"},
        [
            ("data/events/great-lamp-fire.yaml:2:7", "error[encoding] not UTF-8", "save the file as UTF-8"),
        ],
        id="bytes that are not UTF-8",
    ),
    pytest.param(
        {FIRE: swapped("the great lamp", "the\x07 great lamp")},
        [
            ("data/events/great-lamp-fire.yaml:2:19", "error[character] U+0007 is not allowed", "take it out"),
        ],
        id="a control character",
    ),
    pytest.param(
        {FIRE: swapped("Fire at the great lamp", '"Fire at \\u202ethe great lamp"')},
        [
            (
                "data/events/great-lamp-fire.yaml:2:8",
                "error[character] U+202E (right-to-left override) is not allowed",
                "take it out",
            ),
        ],
        id="an escaped bidirectional override",
    ),
    pytest.param(
        {ESSAY: swapped("One paper", "One\u200b paper")},
        [
            ("docs/quarrel.md:7:70", "error[character] U+200B (zero width space) is not allowed", "take it out"),
        ],
        id="a control character in prose",
    ),
    pytest.param(
        {FIRE: swapped("place: north-head", "place: North Head")},
        [
            (
                "data/events/great-lamp-fire.yaml:7:13",
                'error[pattern] placed.1.place: "North Head" does not fit',
                'write lower-case letters, digits and hyphens, such as great-lamp-fire-1903; perhaps "north-head"',
            ),
        ],
        id="a reference that is no id",
    ),
    pytest.param(
        {FIRE: swapped('"1903-11-XX"', "November 1903")},
        [
            (
                "data/events/great-lamp-fire.yaml:4:12",
                'error[date] dated.1.date: "November 1903": not an EDTF date of level 1',
                'write "1903-11"',
            ),
        ],
        id="a date that is no EDTF",
    ),
    pytest.param(
        {QUAY: swapped("URL: https:", "URL: http:")},
        [
            (
                "data/sources/quay-2002.yaml:9:6",
                'error[address] URL: "http://example.org/notebook/lamps-and-lies?part=1" begins with http:, '
                "and only https: addresses are linked",
                "write it with https: if the site answers there, else leave the key out",
            ),
        ],
        id="an address that is not https",
    ),
    pytest.param(
        {FIRE: swapped("title: Fire", "title: <b>Fire</b>")},
        [
            (
                "data/events/great-lamp-fire.yaml:2:8",
                'error[markup] title: "<b" is not allowed in a text',
                "records hold words, no HTML and no script",
            ),
        ],
        id="HTML in a record",
    ),
    pytest.param(
        {FIRE: swapped("title: Fire", "title: Fire&nbsp;")},
        [
            (
                "data/events/great-lamp-fire.yaml:2:8",
                'error[markup] title: "&nbsp;" is not allowed in a text',
                "records hold words, no HTML and no script",
            ),
        ],
        id="an entity in a record",
    ),
    pytest.param(
        {ESSAY: swapped("The guild says", "The <em>guild</em> says")},
        [
            ("docs/quarrel.md:10:5", "error[raw-html] <em is HTML", "write Markdown; put code in backticks"),
            ("docs/quarrel.md:10:14", "error[raw-html] </em is HTML", "write Markdown; put code in backticks"),
        ],
        id="HTML in prose",
    ),
    pytest.param(
        {ESSAY: swapped("The guild says", "The guild&#x202E; says")},
        [
            ("docs/quarrel.md:10:10", "error[raw-html] &#x202E", "is HTML; write Markdown; put code in backticks"),
        ],
        id="an entity in prose",
    ),
    pytest.param(
        {ESSAY: swapped("The guild says", "The [guild](javascript:alert) says")},
        [
            (
                "docs/quarrel.md:10:11",
                'error[address] "javascript:alert"',
                "link to an https: address or to a page of this site",
            ),
        ],
        id="script in a link",
    ),
    pytest.param(
        {FIRE: swapped("title: Fire", "title: Fire at [[north-head]],")},
        [
            (
                "data/events/great-lamp-fire.yaml:2:8",
                "error[mark] title: [[north-head]] would be shown as it is written",
                "only prose cites and links: a summary, a perspective, a label, why they differ",
            ),
        ],
        id="a mark in a title",
    ),
    pytest.param(
        {GUILD: swapped("lamps of [[brisa]]", "lamps of [[Brisa]]")},
        [
            (
                "data/actors/lamp-guild.yaml:9:10",
                "error[mark] summary: [[Brisa]] is no mark",
                "write [@claim], [@one; @two], [[record]], [[record|words]] or [[count:question/position|three]]",
            ),
        ],
        id="a malformed mark in a record",
    ),
    pytest.param(
        {ESSAY: swapped("[@quay-2002-c03]", "[@quay-2002-c03, @quay-2002-c04]")},
        [
            (
                "docs/quarrel.md:8:14",
                "error[mark] [@quay-2002-c03, @quay-2002-c04] is no mark",
                "write [@claim], [@one; @two], [[record]], [[record|words]] or [[count:question/position|three]]",
            ),
        ],
        id="a malformed mark in prose",
    ),
    pytest.param(
        {FIRE: swapped("place: north-head", "place: north-heat")},
        [
            (
                "data/events/great-lamp-fire.yaml:7:13",
                'error[unknown-record] placed.1.place: no record "north-heat"',
                'did you mean "north-head"?',
            ),
        ],
        id="a reference to nothing",
    ),
    pytest.param(
        {FIRE: swapped("place: north-head", "place: lamp-guild")},
        [
            (
                "data/events/great-lamp-fire.yaml:7:13",
                'error[wrong-kind] placed.1.place: "lamp-guild" is an actor',
                "needs a place",
            ),
        ],
        id="a reference to the wrong kind",
    ),
    pytest.param(
        {ESSAY: swapped("[[reed-wardens]]", "[[wick-brotherhood]]")},
        [
            (
                "docs/quarrel.md:7:5",
                'error[redirected-record] link: "wick-brotherhood" has moved',
                'write "lamp-guild"',
            ),
        ],
        id="a reference to a redirect",
    ),
    pytest.param(
        {CLAIMS: swapped("paragraphs: [4]", "paragraphs: [5]")},
        [
            (
                "data/claims/tarn-1931.yaml:57:16",
                "error[claim-paragraphs] paragraphs.1: docs/sources/tarn-1931.md has no paragraph 5",
                "its last is 4",
            ),
        ],
        id="a claim whose paragraph does not exist",
    ),
    pytest.param(
        {GUILD: swapped(", claims: [tarn-1931-c03]", "")},
        [
            (
                "data/actors/lamp-guild.yaml:13:5",
                "error[claimless-statement] relations.1: no claim says so",
                "name the claims that say so, or take it out",
            ),
        ],
        id="a relation without a claim",
    ),
    pytest.param(
        {"data/events/keeper-talks.yaml": swapped("\nclaims: [tarn-1931-c07]", "\nclaims: []")},
        [
            ("data/events/keeper-talks.yaml:13:9", "error[too-few] claims: 0 of them", "at least 1"),
        ],
        id="an event without a claim",
    ),
    pytest.param(
        {
            "data/claims/board-1934.yaml": added("""\
- id: board-1934-c05
  text: The guild had two hundred keepers.
  kind: figure
  certainty: stated
  paragraphs: [1]
  anchor: {from: two, to: keepers}
  about: [lamp-guild]
  value: {low: 200, high: 250, unit: keepers, as_of: "1903-05"}
  answers: [{question: how-many-keepers, position: at-least-forty}]
""")
        },
        [],
        id="two figures that conflict",
    ),
    pytest.param(
        {ESSAY: added("\nNobody kept the last lamp of all.\n")},
        [
            (
                "docs/quarrel.md:20:1",
                'error[essay-citations] no claim behind "Nobody kept the last lamp of …"',
                "cite it with [@claim]",
            ),
        ],
        id="an essay paragraph without a citation",
    ),
    pytest.param(
        {ARTICLE: swapped("{: #p4 }", "{: #p5 }")},
        [
            (
                "docs/sources/tarn-1931.md:18:1",
                "error[article-paragraphs] paragraph 4 is numbered 5",
                "end it with a line {: #p4 }; this also concerns data/claims/tarn-1931.yaml:57",
            ),
        ],
        id="an article whose paragraphs do not match",
    ),
    pytest.param(
        {ARTICLE: swapped("\nFrom 1905 until perhaps 1907 the two sides talked.\n{: #p4 }\n", "")},
        [
            (
                "data/sources/tarn-1931.yaml:17:5",
                "error[article-paragraphs] capture.fingerprints: 4, but 3 paragraphs in docs/sources/tarn-1931.md",
                "number the article as the capture is numbered; this also concerns data/claims/tarn-1931.yaml:57",
            ),
        ],
        id="an article with too few paragraphs",
    ),
    pytest.param(
        {"docs/sources/board-1934.md": None},
        [
            (
                "data/sources/board-1934.yaml:2:1",
                "error[article-paragraphs] no restated article",
                "write docs/sources/board-1934.md",
            ),
        ],
        id="a source without an article",
    ),
    pytest.param(
        {"docs/sources/gull-1999.md": "# Gulls\n"},
        [
            (
                "docs/sources/gull-1999.md:1:1",
                'error[article-paragraphs] no source "gull-1999"',
                "write data/sources/gull-1999.yaml, or take the page out",
            ),
        ],
        id="an article without a source",
    ),
    pytest.param(
        {"data/places/lamp-guild.yaml": "type: site\nnames: [{text: Guild, kind: primary}]\n"},
        [
            (
                "data/places/lamp-guild.yaml:1:1",
                'error[duplicate-id] id: "lamp-guild" is also in data/actors/lamp-guild.yaml:2',
                "give one of them another id",
            ),
        ],
        id="two records with one id",
    ),
    pytest.param(
        {"data/claims/quay-2002.yaml": swapped("id: quay-2002-c05", "id: quay-2002-c04")},
        [
            (
                "data/claims/quay-2002.yaml:40:7",
                'error[duplicate-id] id: "quay-2002-c04" is also in data/claims/quay-2002.yaml:31',
                "give one of them another id",
            ),
        ],
        id="two claims with one id",
    ),
    pytest.param(
        {"data/actors/notes.txt": "x", "data/people/x.yaml": "x"},
        [
            ("data/actors/notes.txt:1:1", "error[stray-file] nothing reads this", "records end in .yaml"),
            ("data/people:1:1", "error[stray-file] nothing reads this", "take it out, or mend its name"),
        ],
        id="a file that nothing reads",
    ),
    pytest.param(
        {ESSAY: swapped("“a warden’s hand”", "“a b c d e f g h i j k l m”")},
        [
            (
                "docs/quarrel.md:10:1",
                "error[quotation] 13 words in quotation marks, more than 12: “a b c d …”",
                "restate it, or quote less",
            ),
        ],
        id="a quotation of over twelve words",
    ),
    pytest.param(
        {GUILD: swapped("kind: acronym", "kind: primary")},
        [
            (
                "data/actors/lamp-guild.yaml:2:1",
                "error[primary-name] 2 primary names",
                "give exactly one name `kind: primary`",
            ),
        ],
        id="two primary names",
    ),
    pytest.param(
        {CLAIMS: swapped('"two years of talk"', '"two long years of talk about"')},
        [
            (
                "data/claims/tarn-1931.yaml:58:18",
                "error[anchor-length] anchor.from: more than 5 words",
                "the first few words find the passage",
            ),
        ],
        id="an anchor of over five words",
    ),
    pytest.param(
        {CLAIMS: swapped('value: {date: "1898~"}', "value: {unit: keepers}")},
        [
            (
                "data/claims/tarn-1931.yaml:9:10",
                "error[value] value: needs either a quantity (`low`, `high`, `unit`) or a `date`",
                'write {low: 40, high: 40, unit: lamps} or {date: "1898"}',
            ),
        ],
        id="a value of nothing",
    ),
    pytest.param(
        {ESSAY: swapped("title: The quarrel", "title: The: quarrel")},
        [
            (
                "docs/quarrel.md:2:11",
                "error[yaml] a second colon in the line",
                'put the whole text in double quotes: key: "…", where the text holds a colon',
            ),
        ],
        id="front matter that is no YAML",
    ),
    pytest.param(
        {ESSAY: swapped("title: The quarrel", "asked_as: The feud")},
        [
            (
                "docs/quarrel.md:2:11",
                "error[asked-as] asked_as: not a list of texts",
                "write each of the other words in which people ask for the page on a line of its own, after a hyphen",
            ),
        ],
        id="front matter that asks in one text",
    ),
    pytest.param(
        {ESSAY: swapped("title: The quarrel", "asked_as: [The feud, {a: b}]")},
        [
            (
                "docs/quarrel.md:2:22",
                "error[asked-as] asked_as: not a text",
                "write each of the other words in which people ask for the page on a line of its own, after a hyphen",
            ),
        ],
        id="front matter that asks in something else",
    ),
]


@pytest.mark.parametrize(("files", "expected"), CASES)
def test_is_refused_with_exactly_these_lines(
    broken: Broken, files: Mapping[str, Change], expected: list[tuple[str, str, str]]
) -> None:
    assert broken(files) == [f"{where}: {what}" + (f"; {hint}" if hint else "") for where, what, hint in expected]


def test_all_problems_of_a_run_are_found_together_causes_first_then_by_place(broken: Broken) -> None:
    lines = broken(
        {
            ESSAY: swapped("[[reed-wardens]]", "[[reed-warden]]"),
            FIRE: swapped("role: victim", "role: victims"),
            GUILD: swapped(", claims: [tarn-1931-c03]", ""),
            CLAIMS: swapped("paragraphs: [4]", "paragraphs: [5]"),
            "data/places/gulls.yaml": "[",
        }
    )
    assert [line.split(" ")[0] for line in lines] == [
        "data/places/gulls.yaml:2:1:",
        "data/actors/lamp-guild.yaml:13:5:",
        "data/claims/tarn-1931.yaml:57:16:",
        "data/events/great-lamp-fire.yaml:11:31:",
        "docs/quarrel.md:7:5:",
    ]
