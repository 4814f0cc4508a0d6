from __future__ import annotations

from dossier.exports.all_tables import empty_tables
from dossier.exports.dictionary import dictionary
from dossier.model.words import ENGLISH
from dossier.pages.dictionary import dictionary_view


def test_each_field_of_each_record_has_a_row() -> None:
    models = dictionary_view(ENGLISH).models
    assert [one.name for one in models] == [entry.name for entry in dictionary().values()]
    assert [len(one.fields) for one in models] == [len(entry.fields) for entry in dictionary().values()]
    assert models[0].id == "model-source"


def test_a_row_tells_whether_a_field_is_given_and_what_it_may_hold() -> None:
    source = dictionary_view(ENGLISH).models[0]
    fields = {one.name: one for one in source.fields}
    assert fields["id"].given == "always"
    assert fields["URL"].given == "may be left out"
    assert "report" in fields["type"].allowed


def test_a_default_is_told_as_it_is_written_in_yaml() -> None:
    defaults = {field.default for model in dictionary_view(ENGLISH).models for field in model.fields}
    assert "false" in defaults
    assert not {"False", "None"} & defaults


def test_each_column_of_each_table_has_a_row_that_leads_to_what_it_refers_to() -> None:
    tables = {one.name: one for one in dictionary_view(ENGLISH).tables}
    assert list(tables) == [one.name for one in empty_tables()]
    columns = {one.name: one for one in tables["paragraphs"].columns}
    assert columns["source"].refers_to == ("sources",)
    assert {"source"} <= set(tables["paragraphs"].key)
