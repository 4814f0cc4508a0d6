"""The page that says what each download is for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import SiteInfo
from dossier.exports.files import GROUPS, Download
from dossier.exports.linked_data import LinkedNode, covered, dataset, download
from dossier.model.addresses import SECTIONS, url_for
from dossier.model.licence import DATA_LICENCE, Licence
from dossier.model.records import MODELS, Claim, Kind
from dossier.model.words import Words
from dossier.pages.templating import safe_address

# A longer group is folded.
LONGEST_GROUP = 12
# So many claims are shown as a sample.
SAMPLE = 3
# So many characters of a digest stay on one line.
DIGEST_PART = 16
UNITS = ("kB", "MB", "GB", "TB")


@dataclass(frozen=True, slots=True)
class DownloadView:
    """A file to download. ``digest`` is its SHA-256 in parts between which a line may break."""

    name: Markup
    title: str
    media_type: Markup
    what_for: str
    size: str
    digest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DownloadGroup:
    """Files of one sort; ``counted`` is what a folded group says of itself, and empty where it stands open."""

    id: str
    title: str
    counted: str
    files: tuple[DownloadView, ...]


@dataclass(frozen=True, slots=True)
class CountedKind:
    """How many records of a kind there are, and the page that lists them."""

    number: int
    words: str
    address: Markup


@dataclass(frozen=True, slots=True)
class SampleRow:
    """A claim as the table of claims has it: some of its columns."""

    id: str
    address: Markup
    text: str
    kind: str
    certainty: str
    source: str


@dataclass(frozen=True, slots=True)
class DataView:
    """What there is to download: how much, the first claims as a sample, and all files by sort; none in a preview."""

    kinds: tuple[CountedKind, ...]
    sample: tuple[SampleRow, ...]
    edition: str
    date: str
    licence: Licence
    licence_url: Markup
    articles: str
    groups: tuple[DownloadGroup, ...]
    has_texts: bool


def data_view(corpus: Corpus, info: SiteInfo, downloads: Sequence[Download]) -> DataView:
    """The view of the page of the downloads."""
    groups = (_group(corpus.words, key, [one for one in downloads if one.group == key]) for key in GROUPS)
    return DataView(
        kinds=tuple(_counted(corpus, kind) for kind in SECTIONS),
        sample=tuple(map(_sample, corpus.of(Claim)[:SAMPLE])),
        edition=info.edition.name or corpus.words.say("data.not_an_edition"),
        date=info.edition.date,
        licence=DATA_LICENCE,
        licence_url=safe_address(DATA_LICENCE.url),
        articles=corpus.words.say("licence.articles"),
        groups=tuple(group for group in groups if group.files),
        has_texts=info.markdown,
    )


def _counted(corpus: Corpus, kind: Kind) -> CountedKind:
    number = len(corpus.of(MODELS[kind]))
    return CountedKind(number, corpus.words.say(f"one_of.{kind}", count=number), safe_address(f"{SECTIONS[kind]}/"))


def _sample(claim: Claim) -> SampleRow:
    return SampleRow(claim.id, safe_address(url_for(claim)), claim.text, claim.kind, claim.certainty, claim.source)


def _group(words: Words, key: str, files: Sequence[Download]) -> DownloadGroup:
    number = words.counted("file", len(files)) if len(files) > LONGEST_GROUP else ""
    return DownloadGroup(key, words.say(f"data.group_{key}"), number, tuple(_file(words, one) for one in files))


def _file(words: Words, one: Download) -> DownloadView:
    digest = tuple(one.sha256[start : start + DIGEST_PART] for start in range(0, len(one.sha256), DIGEST_PART))
    name, media_type = safe_address(one.name), safe_address(one.media_type)
    return DownloadView(name, one.title, media_type, one.what_for, file_size(words, one.bytes), digest)


def file_size(words: Words, number: int) -> str:
    """A number of bytes in words: ``1 Byte``, ``813 Bytes``, ``1.2 MB`` (of 1,000 kB)."""
    if number < 1000:
        return words.say("data.bytes_counted", count=number)
    power = min((len(str(number)) - 1) // 3, len(UNITS))
    return f"{number / 1000**power:.1f} {UNITS[power - 1]}"


def data_nodes(corpus: Corpus, info: SiteInfo, downloads: Sequence[Download]) -> list[LinkedNode]:
    """The whole dossier with its downloads as linked data, for the head of the page about them."""
    base = info.url or "../"
    files = [download(one.name, one.title, one.media_type, one.bytes, one.sha256, base) for one in downloads]
    return [dataset(corpus, base, info.name, info.edition, files, covered(corpus))]


def handed_out(downloads: Sequence[Download]) -> list[tuple[str, str]]:
    """The address, from the page about them, and the media type of each download."""
    return [(one.name, one.media_type) for one in downloads]
