"""What a page looks like where it is shared: its title, its picture and whose it is, on a card of 1200 by 630."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from markupsafe import Markup

from dossier.corpus.corpus import Corpus
from dossier.corpus.known_by import known_from
from dossier.editions.site_info import SiteInfo
from dossier.model.licence import DATA_LICENCE
from dossier.model.records import Source
from dossier.pages.card_font import card_letters, drawable
from dossier.pages.templating import Templates
from dossier.pictures.text_width import broken, text_width

CARD = "card.png"
WIDTH, HEIGHT, EDGE, BAR = 1200, 630, 48, 10
# Beside a picture that is not very wide, the title takes a column at least so wide.
COLUMN = 328
FOOT, NOTE = 566, 27
# The sizes that a title may have, the largest first, and how many lines of each may stand above and beside a picture.
ABOVE, BESIDE = ((46, 2), (40, 2), (34, 3)), ((40, 8), (34, 9), (28, 10))
# Serifs of the card are narrower than the letters that ``text_width`` allows for.
NARROWER = 0.88
INVISIBLE = re.compile("[\u2066-\u2069\u200e\u200f]")


@dataclass(frozen=True, slots=True)
class CardBox:
    """Where the picture of a card stands, in pixels."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class CardPicture:
    """What a card shows beneath its title: ``template`` prints ``drawing`` into the box that is left for it.

    ``title`` says in a sentence what it shows, ``note`` stands smaller beneath. A picture with a ``ratio`` of width to
    height stands beside the title, over the whole height; one without takes the width of the card.
    """

    kind: str
    title: str
    template: str
    drawing: object
    ratio: float = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line of the title, and how far down its letters stand."""

    words: str
    y: float


@dataclass(frozen=True, slots=True)
class SocialCard:
    """A card as a template prints it. ``foot`` says of what edition it is, and what is not covered any more."""

    kicker: tuple[CardLine, ...]
    lines: tuple[CardLine, ...]
    size: int
    note: tuple[CardLine, ...]
    box: CardBox
    foot: tuple[CardLine, ...]
    host: str
    is_beside: bool


@dataclass(frozen=True, slots=True)
class CardLink:
    """The card of a page: its address below that of the site, and what it shows in words."""

    address: str
    words: str


def card_svg(templates: Templates, picture: CardPicture, info: SiteInfo, corpus: Corpus) -> Markup:
    """The card of a picture as a drawing of its own."""
    card = card_of(_in_letters(picture, info, corpus), info, corpus)
    drawn = templates.render(picture.template, "", drawing=picture.drawing, box=card.box) if picture.template else ""
    return templates.render("social-card.svg", "", card=card, drawn=drawn)


def _in_letters(picture: CardPicture, info: SiteInfo, corpus: Corpus) -> CardPicture:
    """A picture whose words have only letters that the font of the cards has."""
    letters = card_letters()
    kind = drawable(_kind(picture, corpus), letters)
    title = drawable(picture.title, letters) or kind or urlsplit(info.url).netloc
    return replace(picture, title=title, note=drawable(picture.note, letters))


def card_of(picture: CardPicture, info: SiteInfo, corpus: Corpus) -> SocialCard:
    """What stands on the card of a picture, and where."""
    names = [one for one in (info.name, _kind(picture, corpus)) if one and one != picture.title]
    host = urlsplit(info.url).netloc + urlsplit(info.url).path.rstrip("/")
    edition = corpus.words.say("social_card.edition", edition=info.edition.name) if info.edition.name else ""
    said = [words for words in (edition, _until(corpus), DATA_LICENCE.name) if words]
    return (_beside if picture.ratio else _above)(picture, names, said, host)


def _kind(picture: CardPicture, corpus: Corpus) -> str:
    return corpus.words.say(picture.kind) if picture.kind else ""


def _above(picture: CardPicture, names: Sequence[str], said: Sequence[str], host: str) -> SocialCard:
    """The title over the picture, both as wide as the card."""
    size, lines = _set(picture.title, WIDTH - 2 * EDGE, ABOVE)
    kicker = _lines([" · ".join(names)] if names else [], 70, 0)
    placed = _lines(lines, (80 if kicker else 50) + size, size * 1.18)
    under = placed[-1].y if placed else 70
    note = _lines(wrapped(picture.note, WIDTH - 2 * EDGE, NOTE)[:2], under + NOTE * 1.5, NOTE * 1.25)
    top = round((note[-1].y if note else under) + 20)
    box = CardBox(EDGE, top, WIDTH - 2 * EDGE, FOOT - 12 - top)
    return SocialCard(kicker, placed, size, note, box, _lines([" · ".join(said)], 602, 0), host, is_beside=False)


def _beside(picture: CardPicture, names: Sequence[str], said: Sequence[str], host: str) -> SocialCard:
    """The title in a column beside the picture, which has the whole height."""
    width = min((HEIGHT - BAR) * picture.ratio, WIDTH - COLUMN)
    column = WIDTH - width - EDGE - 20
    kicker = _lines(names, 70, 30)
    size, lines = _set(picture.title, column, BESIDE)
    placed = _lines(lines, (kicker[-1].y if kicker else 40) + 30 + size * 0.8, size * 1.18)
    foot = [part for words in said for part in wrapped(words, column, 20)]
    under = 602 - 26 * (len(foot) - (0 if host else 1))
    box = CardBox(WIDTH - width, BAR, width, HEIGHT - BAR)
    return SocialCard(kicker, placed, size, (), box, _lines(foot, under, 26), host, is_beside=True)


def _lines(words: Sequence[str], top: float, step: float) -> tuple[CardLine, ...]:
    return tuple(CardLine(one, round(top + step * place, 1)) for place, one in enumerate(words))


def _until(corpus: Corpus) -> str:
    """Until when the sources reach, for nothing after them is covered."""
    dated = [(known_from(one), one) for one in corpus.of(Source)]
    newest = max(((day, one.id) for day, one in dated if day), default=None)
    issued = corpus.source(newest[1]).issued if newest else None
    return corpus.words.say("social_card.until", date=issued.said(corpus.words.date_phrase)) if issued else ""


def _set(title: str, width: float, sizes: Sequence[tuple[int, int]]) -> tuple[int, tuple[str, ...]]:
    """The largest size at which a title has as many lines as it may, and its lines; what is too long for all is cut."""
    title = INVISIBLE.sub("", title).strip().removesuffix(".")
    for size, most in sizes:
        lines = wrapped(title, width, size)
        if len(lines) <= most:
            return size, lines
    size, most = sizes[-1]
    return size, (*lines[: most - 1], f"{lines[most - 1]} …")


def wrapped(words: str, width: float, size: float) -> tuple[str, ...]:
    """Words in lines of at most this width, but for a word that is wider itself."""
    return broken(words, size, width / NARROWER)


def card_width(words: str, size: float) -> float:
    """About how wide words are on a card, on the side of safety."""
    return text_width(words, size) * NARROWER


def fitting(words: str, width: float, size: float) -> str:
    """Words cut where they are wider than this."""
    if card_width(words, size) <= width:
        return words
    while words and card_width(f"{words} …", size) > width:
        words = words.rpartition(" ")[0]
    return f"{words} …"


def in_lines(words: str, width: float, size: float, most: int) -> tuple[str, ...]:
    """Words in lines, the last of which is cut where they need more than ``most``."""
    lines = wrapped(words, width, size)
    rest = " ".join(lines[most - 1 :])
    return lines if len(lines) <= most else (*lines[: most - 1], fitting(rest, width, size))
