"""Bytes to text: by the byte-order mark, the page's own declaration, as UTF-8, or by what detection is sure of."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

import ftfy.bad_codecs  # noqa: F401  registers sloppy-windows-1252 and its kin, in which no byte is without a letter

from dossier.captures.errors import CaptureError
from dossier.captures.invisible import LOST

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What browsers mean by a label (WHATWG Encoding), where Python means something else.
LABELS = {
    **dict.fromkeys(("ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1"), "windows-1252"),
    **dict.fromkeys(("x-cp1252", "cp1252", "ansi"), "windows-1252"),
    **dict.fromkeys(("iso-8859-9", "latin5", "l5"), "windows-1254"),
    **dict.fromkeys(("iso-8859-11", "tis-620"), "windows-874"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk", "gb_2312-80"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "korean"), "cp949"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(("iso-8859-8-i", "logical"), "iso-8859-8"),
    **dict.fromkeys(("x-mac-roman", "macintosh", "mac"), "mac-roman"),
    # A page that says so in letters of one byte cannot be it.
    **dict.fromkeys(("utf-16", "utf-16le", "utf-16be", "unicode"), "utf-8"),
}
# What else Python can decode, such as rot13 or utf-7, is no encoding of a page.
OF_PAGES = re.compile(
    r"(?:windows-|cp|iso-?8859-|koi8-|mac-|ibm|utf-?8|big5|gb18030|euc-|iso-2022-)[\w-]*", re.IGNORECASE | re.ASCII
)
SLOPPY = frozenset(f"windows-{number}" for number in (1250, 1251, 1252, 1253, 1254, 1257, 874))
DECLARED = (
    re.compile(rb"""<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE),
    re.compile(rb"""\A\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w:.-]+)"""),
)
DECLARED_WITHIN = 4096
# In what pages and texts are found; of two that read alike, the first is named.
LIKELY = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp874"),
    *("koi8_r", "iso8859_2", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_9", "mac_roman"),
    *("cp932", "euc_jp", "gb18030", "big5", "cp949"),
)
NAMES = {
    **{f"cp{number}": f"windows-{number}" for number in (874, *range(1250, 1259))},
    "cp932": "Shift_JIS",
    "cp949": "EUC-KR",
    "big5hkscs": "Big5",
    "koi8_r": "KOI8-R",
    "euc_jp": "EUC-JP",
    "mac_roman": "Mac Roman",
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "utf-32": "UTF-32",
}
MARKUP = re.compile(rb"<(script|style)\b.*?</\1\s*>|<[^>]*>", re.IGNORECASE | re.DOTALL)
HIGH_CONTROLS = re.compile(rb"[\x80-\x9f]")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# What stands inside a word only where letters were read in the wrong encoding.
ODD_SIGNS = (
    r"\u201a\u201e\u2020-\u2022\u02c6\u2030\u2039\u02dc\u2122\xa1-\xa9\xac\xaf\xb2-\xb4\xb6\xb8\xb9\xbc-\xbf\xd7\xf7"
)
BROKEN_WORD = re.compile(rf"[^\W\d_][{ODD_SIGNS}][^\W\d_]|[a-zß-ÿ][À-ÖØ-Þ]|[\x80-\x9f]")
CLOSE_CHAOS, CLOSE_COHERENCE = 0.02, 0.05
MOST_CHAOS = 0.15
FEW_FOREIGN, MANY_FOREIGN = 0.04, 0.4
SHOWN_WORDS = 5


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the name of its encoding, and what a curator should know of how it was found (else empty)."""

    text: str
    encoding: str
    told: str = ""


def decode(content: bytes, *, told: str = "") -> Decoded:
    """The text of a file. ``told`` is an encoding that what carried it gives, as the header of a mail does.

    Raises ``CaptureError`` where the bytes are no text, or nothing is sure of their encoding.
    """
    for mark, codec in MARKS:
        if content.startswith(mark):
            return _marked(content, codec, mark)
    if wide := _wide(content):
        return Decoded(_checked(wide[0]), wide[1], f"read as {wide[1]}, by its zero bytes")
    if b"\0" in content:
        raise CaptureError("no text: it holds zero bytes")
    return _narrow(content, told or declared(content))


def _marked(content: bytes, codec: str, mark: bytes) -> Decoded:
    name = NAMES[codec]
    try:
        text = content.removeprefix(mark).decode("utf-8") if codec == "utf-8" else content.decode(codec)
    except UnicodeDecodeError:
        raise CaptureError(f"begins with the mark of {name}, but is not {name}") from None
    return Decoded(_checked(text), name, "" if codec == "utf-8" else f"read as {name}, by its byte-order mark")


def declared(content: bytes) -> str:
    """The label of the encoding that a page says it has, in lower case; empty where it says none."""
    head = content[:DECLARED_WITHIN]
    found = next((match for pattern in DECLARED if (match := pattern.search(head))), None)
    return found[1].decode("ascii").lower() if found else ""


def _wide(content: bytes) -> tuple[str, str] | None:
    """A text in UTF-16 without a mark: its zero bytes all stand on one side of each pair."""
    zeros = [content[side::2].count(0) for side in (0, 1)]
    if len(content) % 2 or sum(zeros) * 50 < len(content) or min(zeros) * 20 > max(zeros):
        return None
    codec = "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    try:
        return content.decode(codec), codec.upper()
    except UnicodeDecodeError:
        return None


def _narrow(content: bytes, label: str) -> Decoded:
    """A text in which each ASCII letter is one byte."""
    try:
        text = _checked(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _declared_or_detected(content, label)
    codec = _codec(label)
    if label and codec != "utf-8" and not text.isascii():
        if codec and not _is_single_byte(codec) and (other := _tried(content, codec)) and not _is_broken(other):
            return Decoded(other, _name(codec), f"read as {_name(codec)}, which it declares")
        return Decoded(text, "UTF-8", f"declares {label}, but is UTF-8 and was read so")
    return Decoded(text, "UTF-8")


def _declared_or_detected(content: bytes, label: str) -> Decoded:
    codec = _codec(label)
    text = _tried(content, codec) if codec else None
    if text is not None and codec and not _is_broken(text):
        return Decoded(_checked(text), _name(codec), f"read as {_name(codec)}, which it declares")
    _refuse_broken_utf_8(content)
    found, encoding, differing = _detected(content, label)
    said = f"declares {label}, but its letters are those of {encoding}, and it was read so"
    return Decoded(_checked(found), encoding, (said if label else f"read as {encoding}, by its letters") + differing)


def _refuse_broken_utf_8(content: bytes) -> None:
    """Raises ``CaptureError`` where a few bytes alone keep a text from being UTF-8."""
    text = content.decode("utf-8", errors="replace")
    lost = text.count(LOST) - content.count(LOST.encode())
    if sum(not letter.isascii() for letter in text) - lost > 10 * lost:
        line = text.count("\n", 0, text.index(LOST)) + 1
        said = f"UTF-8, but for {lost} broken {'letter' if lost == 1 else 'letters'}, the first in line {line}"
        raise CaptureError(said, "mend it, and save it as UTF-8")


def _codec(label: str) -> str | None:
    """The name by which Python knows what browsers mean by a label; ``None`` where it knows none."""
    name = LABELS.get(label, label)
    try:
        found = codecs.lookup(name).name if OF_PAGES.fullmatch(name) else ""
    except LookupError:
        return None
    return "utf-8" if found == "utf-8" else name if found else None


def _is_single_byte(codec: str) -> bool:
    return codec.startswith(("windows-", "iso-8859", "koi8", "mac", "cp1", "cp4", "cp8"))


def _tried(content: bytes, codec: str) -> str | None:
    try:
        return content.decode(f"sloppy-{codec}" if codec in SLOPPY else codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _is_broken(text: str) -> bool:
    """Whether a text reads as one that was decoded wrongly: signs within words, or mostly rare Latin letters."""
    letters = sum(letter.isalpha() for letter in text) or 1
    foreign = len(re.findall("[\u00aa-\u024f]", text))
    return bool(BROKEN_WORD.search(text)) or foreign > MANY_FOREIGN * letters or _mixes_scripts(text)


def _mixes_scripts(text: str) -> bool:
    """Whether words join Latin letters to those of another alphabet."""
    words = re.findall(r"[^\W\d_]{3,}", text)
    mixed = sum(1 for word in words if not word.isascii() and 0 < sum(map(_is_latin, word)) < len(word))
    return mixed * 50 > len(words)


def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN")


def _detected(content: bytes, label: str) -> tuple[str, str, str]:
    """The text and the encoding that its letters show, and which words another encoding would read otherwise.

    Raises ``CaptureError`` where several are as likely.
    """
    words = MARKUP.sub(b" ", content)
    likely = _likely(words)
    if not likely:
        raise CaptureError(f"declares {label}, but is not" if label else "no text in an encoding that is known")
    rivals = [one for one in likely if _is_close(one, likely[0])]
    chosen = likely[0] if len(rivals) == 1 else _western(rivals)
    if chosen is None:
        names = " or ".join(_name(one.codec) for one in rivals[:3])
        raise CaptureError(f"its encoding is not sure: it may be {names}")
    if chosen.codec == "cp1252" and re.search("¤ ?[0-9]|[0-9] ?¤", chosen.text) and not HIGH_CONTROLS.search(words):
        return content.decode("iso8859_15"), "ISO-8859-15", ""
    return _text(content, chosen.codec), _name(chosen.codec), _differing(chosen, rivals)


@dataclass(frozen=True, slots=True)
class _Likely:
    """A way to read some bytes; ``chaos`` and ``coherence`` are the measures of charset-normalizer, 0 to 1."""

    chaos: float
    coherence: float
    text: str
    codec: str


def _likely(words: bytes) -> list[_Likely]:
    """The ways to read some words, the likeliest first; of two encodings that read them alike, one."""
    from charset_normalizer import from_bytes  # noqa: PLC0415  most captures are UTF-8

    found = from_bytes(words, cp_isolation=list(LIKELY), preemptive_behaviour=False)
    read: dict[str, _Likely] = {}
    for one in found:
        text = _text(words, one.encoding)
        if one.chaos <= MOST_CHAOS and LOST not in text and text not in read and not _is_broken(text):
            codec = next((name for name in LIKELY if _tried(words, name) == text), one.encoding)
            read[text] = _Likely(one.chaos, one.coherence, text, codec)
    return sorted(read.values(), key=lambda one: (one.chaos, -one.coherence))


def _text(content: bytes, codec: str) -> str:
    return content.decode(codec, errors="replace")


def _is_close(one: _Likely, best: _Likely) -> bool:
    return one.chaos - best.chaos < CLOSE_CHAOS and best.coherence - one.coherence < CLOSE_COHERENCE


def _western(rivals: list[_Likely]) -> _Likely | None:
    """Windows-1252, by which browsers read what declares nothing, where but a few letters depend on it."""
    one = next((one for one in rivals if one.codec == "cp1252"), None)
    if one is None:
        return None
    letters = [letter for letter in one.text if letter.isalpha()]
    return one if sum(not letter.isascii() for letter in letters) < FEW_FOREIGN * len(letters) else None


def _differing(chosen: _Likely, rivals: list[_Likely]) -> str:
    """The words that the next likely encoding would read otherwise, for a curator to look at; empty where none."""
    other = next((one for one in rivals if one.text != chosen.text), None)
    if other is None:
        return ""
    pairs = zip(chosen.text.split(), other.text.split(), strict=False)
    words = list(dict.fromkeys(one for one, there in pairs if one != there))
    return f"; {_name(other.codec)} is as likely: look at {', '.join(f'“{word}”' for word in words[:SHOWN_WORDS])}"


def _name(codec: str) -> str:
    if codec in NAMES or codec.startswith("windows-"):
        return NAMES.get(codec, codec)
    return codec.upper().replace("_", "-").replace("ISO8859", "ISO-8859")


def _checked(text: str) -> str:
    """The text, with line feeds as line ends. Raises ``CaptureError`` where it holds what no text does."""
    controls = len(CONTROLS.findall(text))
    if controls > max(2, len(text) // 2000):
        raise CaptureError("no text: it holds control characters")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n")
