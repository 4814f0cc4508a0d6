"""A record begun: its file, or its place among the claims of its source."""

from __future__ import annotations

import re
from difflib import get_close_matches

from dossier.corpus.corpus import Corpus
from dossier.editing.draft import Draft
from dossier.editing.yaml_document import Document, Insert
from dossier.model.record_templates import Start
from dossier.model.records import Source

CLAIM_ID = re.compile(r"(?P<source>[a-z0-9-]+)-c\d{2,4}")
MOST_NEAR = 3


def begin(draft: Draft, start: Start) -> None:
    """Adds the beginning of a record to the dossier. Raises ``FileExistsError`` where a record has its file already."""
    if start.file not in draft:
        draft.put(start.file, start.text)
    elif start.is_listed:
        draft.edit(start.file, Insert((), Document.read(start.file, start.text).plain()[0]))
    else:
        raise FileExistsError(f"{start.file} is there already")


def claim_id(corpus: Corpus, draft: Draft, wanted: str) -> str:
    """The id of a new claim, where a curator names its source or the whole id.

    Raises ``LookupError`` where there is no such source; the message names those that are like it.
    """
    if _is_source(corpus, draft, wanted):
        return next_claim(corpus, draft, wanted)
    given = CLAIM_ID.fullmatch(wanted)
    if given and _is_source(corpus, draft, given["source"]):
        return wanted
    source = given["source"] if given else wanted
    near = get_close_matches(source, sorted(record.id for record in corpus.of(Source)), MOST_NEAR)
    hint = f"did you mean {' or '.join(near)}?" if near else f"begin it: dossier new source {source}"
    raise LookupError(f'no source "{source}"; {hint}')


def _is_source(corpus: Corpus, draft: Draft, key: str) -> bool:
    return isinstance(corpus.records.get(key), Source) or f"data/sources/{key}.yaml" in draft


def next_claim(corpus: Corpus, draft: Draft, source: str) -> str:
    """The id after the highest that a claim of the source has, or ever had: ids are permanent."""
    text = (draft.content(f"data/claims/{source}.yaml") or b"").decode("utf-8", "replace")
    everywhere = [*corpus.records, *corpus.redirects, *corpus.permalinks, *text.split("\n")]
    number = re.compile(rf"(?<![a-z0-9-]){re.escape(source)}-c(\d{{2,4}})(?![a-z0-9-])")
    taken = [int(found[1]) for one in everywhere for found in number.finditer(one)]
    return f"{source}-c{max(taken, default=0) + 1:02}"
