from __future__ import annotations

import json
from dataclasses import replace

from dossier.corpus.corpus import Corpus
from dossier.corpus.glossary import definitions_json, glossary


def test_an_entry_begins_with_its_definition_and_has_bold_words_as_other_forms(mini: Corpus) -> None:
    ledger, warden = glossary(mini)
    assert (ledger.id, ledger.name, ledger.forms) == ("ledger", "Ledger", ("Ledger", "roll"))
    assert ledger.definition == "A book in which a guild writes whom it pays. It is also called a roll."
    assert warden.definition == "Somebody who looks after a quay, and is named in its ledger."


def test_without_the_page_there_are_no_terms(mini: Corpus) -> None:
    others = tuple(one for one in mini.documents if one.name != "about/glossary")
    assert glossary(replace(mini, documents=others)) == ()


def test_the_file_of_definitions_has_each_by_its_id(mini: Corpus) -> None:
    found = json.loads(definitions_json(glossary(mini)))
    assert list(found) == ["ledger", "warden"]
    assert found["warden"][0] == "Warden"
