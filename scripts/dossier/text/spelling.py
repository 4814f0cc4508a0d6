"""The rules by which different spellings of one name become equal; Python and the browser apply the same ones.

Each rule is a regular expression and its replacement, and means the same to Python's ``re`` and to JavaScript with the
flags ``gu``: no class or boundary of words, no group in a replacement.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

Rule = tuple[str, str]

# For a whole text, in lower case and without marks: what differs between keyboards and between typesetters.
PLAIN: tuple[Rule, ...] = (
    (r"['’‘ʼʹ]s(?![a-z])", ""),
    (r"['’‘ʼʹʿʾʻ`´ʔʕء]", ""),
    (r"ـ", ""),
    (r"(?<=[0-9]),(?=[0-9][0-9][0-9](?![0-9]))", ""),
    (r"(?<=(?<![a-z])[a-z])\.(?=[a-z](?![a-z]))", ""),
    ("ß", "ss"),
    ("æ", "ae"),
    ("ø", "o"),
    ("ł", "l"),
    ("đ", "d"),
    ("ı", "i"),
    ("[يىے]", "ی"),
    ("ك", "ک"),
    ("[ةہھۀە]", "ه"),
    ("ٱ", "ا"),
    ("ں", "ن"),
)

# For one word: what differs between transliterations and between alphabets. The rules are applied in this order.
_CYRILLIC: tuple[Rule, ...] = (
    ("ж", "zh"),
    ("х", "kh"),
    ("ҳ", "h"),
    ("ц", "ts"),
    ("ч", "ch"),
    ("[шщ]", "sh"),
    ("ю", "yu"),
    ("я", "ya"),
    ("ҷ", "j"),
    ("[ъь]", ""),
    *((one, other) for one, other in zip("абвгдезийклмнопрстуфыэқғіў", "abvgdeziyklmnoprstufieqgiu", strict=True)),
)
_ARABIC: tuple[Rule, ...] = (
    ("^ال(?=..)", ""),
    ("[ېۍئ]", "ی"),
    ("[ؤۋ]", "و"),
    ("ګ", "گ"),
    ("[ړڑ]", "ر"),
    ("ڼ", "ن"),
    ("[ټٹ]", "ت"),
    ("[ډڈ]", "د"),
    ("[ښ]", "ش"),
)
_LATIN: tuple[Rule, ...] = (
    ("^m[aeou]h[aeou]m+[aei]d$|^m[ou]h(?:m+[ae])?d$", "muhamad"),
    ("^abd[aeu]?[lrsz]?$", "abd"),
    ("ph", "f"),
    ("t?s?ch", "č"),
    ("c(?=[eiy])", "s"),
    ("c[kq]?", "k"),
    ("[xq]|kh", "k"),
    ("sh", "š"),
    ("gh", "g"),
    ("th", "s"),
    ("dh", "z"),
    ("dzh|dj|zh", "j"),
    ("(?<=[aeiou])w(?![aeiou])", "u"),
    ("w", "v"),
    ("[aeu]l+ah?$", "ula"),
    ("(?:[aeiu]d|[aeu]l)-?d[iey]+n$", "udin"),
    ("[ae]h$", "a"),
    ("oo|ou|o", "u"),
    ("[ey]", "i"),
)
_DOUBLED: tuple[Rule, ...] = (("č", "ch"), ("š", "sh"), (r"(.)(?=\1)", ""))
SOUND: tuple[Rule, ...] = (*_CYRILLIC, *_ARABIC, *_LATIN, *_DOUBLED)


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


# Words of a name that one spelling has and another leaves out.
PARTICLES = _listed("a al an and at by e el for i in l of on the to ud ul und ur ye yi д د و")
# Titles and common nouns that one spelling adds to a name and another leaves out.
OPTIONAL = _listed(
    "ben bin city commander district dr general group haji hajji ibn leader maulana maulvi mawlana mawlawi molavi "
    "moulvi movement mr mulla mullah organisation organization president province qari shaikh sheik sheikh the ustad"
)
# Words of a question that say what is asked, words that begin one, and words that say nothing.
ASKING = _listed("how many much what when where which who whom whose why")
AUXILIARIES = _listed("are can could did do does had has have is should was were will would")
FILLERS = _listed(
    "about according actually after any as be been before but ever find from give he her his if into it its list me "
    "not or our please really she show so some tell than that their them then there these they this those us versus vs "
    "with you"
)

# Words that texts repeat; each takes some thirty replacements.
REMEMBERED = 20_000
_APART = re.compile(r"[\W_]+")


def words_of(text: str) -> list[str]:
    """The plain words of a text: lower case, without marks, apostrophes and punctuation."""
    return [word for word in _APART.split(_applied(PLAIN, _bare(text).lower())) if word]


def _bare(text: str) -> str:
    """The letters of a text without the marks upon them, of which ASCII has none."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.category(letter).startswith("M"))


def fold(text: str) -> str:
    """The plain words of a text with one space between them, for comparing two spellings."""
    return " ".join(words_of(text))


@lru_cache(maxsize=REMEMBERED)
def sound(word: str) -> str:
    """A plain word with letters that sound alike written as one, so that spellings of one sound are equal."""
    return _applied(SOUND, word)


def letter(word: str) -> str:
    """Where a plain word is in the dictionary: under the first letter of its sound, ``a`` to ``z``, or ``other``."""
    first = sound(word)[:1]
    return first if "a" <= first <= "z" else "other"


def _applied(rules: tuple[Rule, ...], text: str) -> str:
    for pattern, replacement in _compiled(rules):
        text = pattern.sub(replacement, text)
    return text


@cache
def _compiled(rules: tuple[Rule, ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in rules)
