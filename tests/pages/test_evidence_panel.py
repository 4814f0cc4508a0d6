from __future__ import annotations

from dataclasses import replace

from dossier.corpus.evidence import Evidence, evidence_of
from dossier.model.records import Actor, Question
from dossier.pages.context import Context
from dossier.pages.evidence import EvidenceView, evidence_view


def panel(context: Context, key: str) -> EvidenceView:
    record = context.corpus.records[key]
    assert isinstance(record, Actor | Question)
    view = evidence_view(context, evidence_of(context.corpus, record))
    assert view is not None
    return view


def test_the_panel_counts_sources_and_those_that_are_independent(context: Context) -> None:
    guild = panel(context, "lamp-guild")
    assert (guild.sources, guild.of_all, guild.independent, guild.of_these) == (3, 3, 2, "these 3")
    assert panel(context, "ada-veyl").of_these == "this 1"


def test_the_panel_tells_the_newest_source_and_the_latest_figure(context: Context) -> None:
    guild = panel(context, "lamp-guild")
    assert guild.newest is not None
    assert guild.figure is not None
    assert (guild.newest.date.words, guild.newest.source.words) == ("9 March 2002", "Quay 2002")
    assert (guild.figure.date.words, guild.figure.source.words) == ("1903", "Tarn 1931")
    assert panel(context, "who-lit-the-fire").figure is None


def test_what_rests_on_one_source_stands_by_source(context: Context) -> None:
    relations, claims = panel(context, "lamp-guild").shares
    assert (relations.number, relations.of, relations.are_numbers) == (3, "3 relations", False)
    assert [one.source.words for one in relations.alone] == ["Tarn 1931"]
    first = relations.alone[0].found[0]
    assert (first.words, first.address, first.is_here) == ("rival of Harbour Board", "claims/tarn-1931-c03/", False)
    assert (claims.number, claims.of, claims.are_numbers) == (10, "10 claims", True)
    assert [one.source.words for one in claims.alone] == ["Tarn 1931", "Harbour Board 1934", "Quay 2002"]
    second = claims.alone[1].found[0]
    assert (second.words, second.address, second.is_here) == ("02", "#board-1934-c02", True)


def test_where_nothing_rests_on_one_source_there_is_no_list_to_announce(context: Context) -> None:
    assert panel(context, "lamp-guild").summary == "Which ones, and how this is counted"
    actor = context.corpus.actor("lamp-guild")
    without = replace(evidence_of(context.corpus, actor), shares=())
    view = evidence_view(context, without)
    assert view is not None
    assert (view.summary, view.shares) == ("How this is counted", ())


def test_a_page_without_sources_has_no_panel(context: Context) -> None:
    assert evidence_view(context, Evidence((), (), None, None, ())) is None
