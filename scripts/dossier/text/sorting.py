"""The order of names in lists, as a reader of transliterated names expects it.

The article al- at the beginning, the marks of ayn and hamza, accents and case are set aside; numbers stand by their
value; Latin letters come before others, and these in the order of their own alphabet.
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import category, normalize
from unicodedata import name as name_of

SortKey = tuple[tuple[tuple[tuple[int, str, int], ...], ...], bool, int, str]

# The marks of ayn and hamza, and the apostrophes that are written for them.
MARKS = re.compile("[ʿʾʻʼʹʽ‘’‛′`´'ʔʕˈ]")
# The article before any name, and assimilated to the letter that follows, in which it is heard.
ARTICLE = re.compile(r"(?:[aeiu]l-|al |a(?P<sun>sh|th|dh|ch|[dnrstzl])-(?=(?P=sun)))(?=\w)")
# What has no accent that could be taken off.
LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
# The letters of Arabic, Persian, Pashto and Urdu, and of Russian, Tajik and Uzbek; those in one group are equal.
ARABIC = "آاأإٱء ب پ ت ټٹ ث ج چ ح خ ځ څ د ډڈ ذ ر ړڑ ز ژ ږ س ش ښ ص ض ط ظ ع غ ف ق كک گګ ل م ن ڼں هہھۀةە وؤۋ یيىئېۍے"
CYRILLIC = "а б в г ғ ґ д ђ е ё є ж з и ӣ і ї й ј к қ л љ м н њ о п р с т ћ у ӯ ў ф х ҳ ц ч ҷ џ ш щ ъ ы ь э ю я"
PLACES = {
    letter: place for alphabet in (ARABIC, CYRILLIC) for place, group in enumerate(alphabet.split()) for letter in group
}
# Signs that are no letters of a name, and the scripts whose points above and below letters may be left out.
SILENT, POINTED = ("MODIFIER LETTER", "ARABIC TATWEEL"), ("COMBINING", "ARABIC", "HEBREW", "SYRIAC")
WORD = re.compile(r"\d+|[^\W\d_]+")


def name_key(name: str) -> SortKey:
    """Sorts names word by word; of names that are equal by these rules the plainest comes first."""
    plain = _plain(name)
    bare = plain[article.end() :] if (article := ARTICLE.match(plain)) else plain
    return tuple(map(_word, WORD.findall(bare))), bool(article), len(normalize("NFD", name)), name


def _plain(name: str) -> str:
    """In lower case, without accents, and without the marks that transliterations put between letters."""
    signs = normalize("NFKC", MARKS.sub("", name).casefold())
    bare = "".join(bared for sign in signs if (bared := _bare(sign)))
    return re.sub("[\u2010-\u2013]", "-", bare).translate(LETTERS).lstrip(' "“”«»([{*¿¡')


@cache
def _bare(sign: str) -> str:
    """A sign without what stands above or below it; a letter of another alphabet than ours is one with that."""
    name = name_of(sign, "")
    if category(sign) == "Cf" or name.startswith(SILENT) or (category(sign) == "Mn" and name.startswith(POINTED)):
        return ""
    latin = name.startswith("LATIN")
    return "".join(one for one in normalize("NFKD", sign) if category(one) != "Mn") if latin else sign


def _word(word: str) -> tuple[tuple[int, str, int], ...]:
    if word[0].isdecimal():
        return ((0, "", int(word)),)
    return tuple(_letter(letter) for letter in word)


@cache
def _letter(letter: str) -> tuple[int, str, int]:
    """Latin first, then alphabets by their names, each in its order."""
    if letter.isascii() or name_of(letter, "").startswith("LATIN"):
        return 1, "", ord(letter)
    script = name_of(letter, "~").partition(" ")[0]
    return 2, script, PLACES.get(letter, ord(letter))
