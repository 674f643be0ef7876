"""
Look-alikes: characters that stand for others, one for one.

Digits of other scripts, wide forms, and quotes, dashes and blanks of all kinds are unified wherever they stand.  Letters of
other alphabets that look like Latin ones are where they stand in a word with Latin letters ("EРS" with a Cyrillic R), or, as
a whole word, in a text with no other word of their alphabet.
"""

from __future__ import annotations

from earnsum.patterns import regex

_ZEROS = (
    "\uff10\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0e50\u0ed0\u0f20\u1040\u17e0\u1810"
    "\U0001d7ce\U0001d7d8\U0001d7e2\U0001d7ec\U0001d7f6"
)
"""The digit 0 of the scripts that have digits of their own, and of the wide and the mathematical ones."""

_SIGNS = {
    " ": "\t\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))),
    "'": "‘’‚‛′`´＇ʼ",
    '"': "“”„‟″＂«»",
    "-": "‐‑‒–−﹣－﹘⁻₋˗➖",
    "—": "―",
    "%": "％﹪٪",
    ".": "．٫﹒",
    ",": "，٬",
    "/": "⁄∕／",
    ";": "；",
    "(": "（﹙",
    ")": "）﹚",
    "[": "［",
    "]": "］",
    ":": "：",
    "+": "＋﹢",
    "&": "＆",
    "$": "＄﹩",
    "£": "￡",
    "¥": "￥",
    "¢": "￠",
    "₩": "￦",
    "~": "∼∽",
    "→": "⇒➡",
}
_WIDE_LETTERS = {0xFF21 + n: 0x41 + n for n in range(26)} | {0xFF41 + n: 0x61 + n for n in range(26)}

_UNIFIED: dict[str, str] = (
    {other: plain for plain, others in _SIGNS.items() for other in others}
    | {chr(ord(zero) + n): str(n) for zero in _ZEROS for n in range(10)}
    | {chr(wide): chr(plain) for wide, plain in _WIDE_LETTERS.items()}
)

_ALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТХУаеорсухіјѕԁһӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧοι",
    "ABESIJKMHOPCTXYaeopcyxijsdhlABEZHIKMNOPTYXoi",
)
_POINT = regex.compile(r"(?<=[0-9])・(?=[0-9]+(?:%|倍|ポイント|[兆億万]))")
"""Japanese newspapers' point ("4・5%"); between other numbers it is a list ("4・5月")."""
_FOREIGN = regex.compile(r"[\u0370-\u052f]")
_WORD = regex.compile(r"[\p{Latin}\u0370-\u052f]++")
_LATIN = regex.compile(r"\p{Latin}")


def unified(text: str) -> str:
    r"""
    Return the text with look-alikes unified.

    >>> unified("“1.58–1.60”\u00a0％ ٣٫٥ ＥＰＳ"), unified("EРS of ЕРЅ"), unified("Рост EPS")
    ('"1.58-1.60" % 3.5 EPS', 'EPS of EPS', 'Рост EPS')
    """
    if text.isascii() and "\t" not in text:
        return text
    for char in _UNIFIED.keys() & set(text):  # few, so this takes a tenth of the time of a translation
        text = text.replace(char, _UNIFIED[char])
    text = _POINT.sub(".", text) if "・" in text else text
    if not _FOREIGN.search(text):
        return text
    words = {word for word in _WORD.findall(text) if _FOREIGN.search(word)}
    mixed = {word for word in words if _LATIN.search(word)}
    if not any(_FOREIGN.search(word.translate(_ALIKE)) for word in words - mixed):
        mixed = words
    return _WORD.sub(lambda found: found.group().translate(_ALIKE) if found.group() in mixed else found.group(), text)
