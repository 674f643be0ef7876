"""
Dollars: which one a bare "$" means.

Articles from Sydney or Toronto write "$" for their own dollar and "US$" for the
other; those from elsewhere write "A$" and leave "$" to the American one.  Kept
apart from the figures because the answer is the whole article's, not a figure's.
"C$40 million, or $2.50 per share" settles it at once.
"""

from __future__ import annotations

from earnsum.figures.currencies import BEFORE
from earnsum.patterns import regex

DEFAULT = "USD"

_AS_A_NOUN = r"(?=[.,;)]|\ (?:in|from|for|on|or|and|to|at|last|this|compared|up|down|as|with|a)\b|\Z)"
"""Behind "-billion", which any paper writes before a noun ("a $3-billion deal"), but only a Canadian one without."""

_NAMED_FOR = r"\b(?!In\b|From\b|Across\b|Outside\b)[A-Z]\w++ (?:of )?"
"""Before a country, in a bank's or an airline's name: "Royal Bank of Canada"."""

# What tells the home of an article, strongest first: exchanges, zones, tax words, then the country with its spelling; before each
# pattern what its words have in them, which is sooner seen.
_HOMES = tuple(
    (code, seen.split(), regex.compile(home), regex.compile(prefix))
    for code, seen, home, prefix in (
        (
            "AUD",
            (
                "ASX AEDT AEST franked ustralia Sydney Melbourne Brisbane Perth Adelaide "
                "SYDNEY MELBOURNE BRISBANE PERTH ADELAIDE AAP June \xa2"
            ),
            r"\bJune (?:year|half)\b(?!-)|(?s:[0-9]\xa2.{0,4000}[0-9] per cent\b|[0-9] per cent\b.{0,4000}[0-9]\xa2)|"
            r"\b(?:SYDNEY|MELBOURNE|BRISBANE|PERTH|ADELAIDE)\b|\bASX\b|\bAE[DS]T\b|\bfranked\b|\bS&P/ASX\b|\b[Aa]ustralia(?:n|'s|-based)\b|\bSydney\b|\bMelbourne\b|"
            r"\b(?:Brisbane|Perth|Adelaide)-based\b|\bAAP\b|" + _NAMED_FOR + r"Australia\b",
            r"A\$|AU\$|\bAUD\b",
        ),
        (
            "CAD",
            (
                "TSX Toronto Calgary Vancouver Montreal Edmonton Ottawa Winnipeg "
                "TORONTO MONTREAL CALGARY VANCOUVER OTTAWA EDMONTON WINNIPEG HALIFAX "
                "REGINA LAVAL Canad Presse Montréal MONTRÉAL Québec québécois Ont. Que. "
                "-T) -million -billion"
            ),
            r"\bTSX\b|\bToronto\b|\b(?:Calgary|Vancouver|Montreal|Edmonton|Ottawa|Winnipeg)-based\b|\bCanadian\b|\bCanada(?:'s|-based)\b"
            r"|\b(?:TORONTO|MONTREAL|CALGARY|VANCOUVER|OTTAWA|EDMONTON|WINNIPEG|HALIFAX|REGINA|LAVAL)\b"
            r"|\b(?:Presse canadienne|québécoise?s?|Montréal|MONTRÉAL|Québec)\b"
            r"|, (?:Ont|Que)\. |\(\w++-T\)|\$[0-9.,]++-[mb]illion" + _AS_A_NOUN + "|" + _NAMED_FOR + r"Canada\b",
            r"C\$|CA\$|Cdn\$|\bCAD\b",
        ),
        (
            "NZD",
            "NZ Zealand Auckland AUCKLAND WELLINGTON Wellington Christchurch Dunedin Tauranga imputed",
            (
                r"\b(?:AUCKLAND|WELLINGTON|Auckland|New Zealand|NZX|(?:Wellington|Christchurch|Dunedin|Tauranga)-based)\b"
                r"|\bNZ(?!D\b)[A-Z]{0,2}\b(?!\$)|\b(?:ful|partial|part)ly imputed\b"
            ),
            r"NZ\$|\bNZD\b",
        ),
        (
            "SGD",
            "SGX Singapore SINGAPORE Straits",
            r"\bSGX\b|\bSingapore(?: Exchange|'s)?\b|\bSINGAPORE\b|\bStraits Times\b",
            r"S\$|\bSGD\b",
        ),
        ("HKD", "HKEX", r"\bHKEX\b", r"HK\$|\bHKD\b"),
    )
)
_FOREIGN = regex.compile(r"US\$|\bUSD\b|\$US|U\.S\. dollars")
_AMERICAN = regex.compile(r"\bNYSE\b|(?i:\bnasdaq\b)|\bWall Street\b|\bNew York\b")
_AT_HOME = regex.compile(
    r"(?!Australian|Sydney|Melbourne|Toronto|Canad|New Zealand|Auckland|Singapore|Straits|[A-Z][a-z]+ (?:of )?[A-Z])"
)
"""What only a story from there has, as an exchange, a dateline: one from America may speak of the country often."""
_CODED = regex.compile(r"(?<![\w.])[A-Z0-9]{1,6}\.(?:N|OQ?|TO|AX|NZ|HK|SI|L|PA|DE|T|KS|TW|S|MI|AS|HE|ST|OL|CO)(?=\ ?[),]|\ [a-z])")
"""An instrument's code with its exchange's letters (``ACME.N``): wires that bear these write "C$" for another dollar."""
_SPELT = regex.compile(r"[0-9] percent\b")
"""In one word as Americans spell it: whoever does tells another dollar by its letter; papers at home write "per cent" or "%"."""
_CONVERTED = regex.compile(r"(?<![A-Z])\$[0-9.,]++ ?(?:m|bn|million|billion|tn|trillion)? \([£€]")
"""A sum put into pounds or euros for readers in Europe, to whom a bare "$" is the American one."""
_SHARED = regex.compile(
    r"(?<![\w$])(?P<sign>(?:C|A|NZ|S|HK|US)\$)[0-9][0-9.,]*+ ?(?:million|billion|m|bn)?"
    r"(?:,? or|[^$()\n;]{0,60}? (?:from|against|versus)) \$[0-9]"
)
"""``C$40 million, or $2.50 per share``, ``US$5 billion, up from $4 billion``: one dollar, told in full once"""
_IN_AMERICAN = regex.compile(
    r"\b(?:reports?|keeps? its (?:books|accounts)|(?:figures|amounts|results|sums) (?:are|were))(?: [a-z]++){0,3}"
    r" in U\.?S\.? (?:dollars|currency|funds)\b"
)
"""``The Toronto company, which keeps its books in U.S. dollars``"""
_SUMS = regex.compile(r"(?<![\w$(])(C|A|NZ|S|HK|US)?\$([0-9](?:[0-9.,]*[0-9])?+)")
"""``$1.14b`` in a title, and ``S$1.14 billion`` below it"""
_TIMES = 5
"""So many times as many bare sums behind one that bears its country's letter are the same dollar, told in full first."""
_LISTED = regex.compile(r"\b(?:ASX|NZX|TSX|SGX|HKEX)-listed\b|\((?:ASX|NZX|TSX|SGX|HKEX) ?:")
_LISTED_AT_HOME = regex.compile(r"\((?:NYSE|NASDAQ|Nasdaq) ?:")
_HOMELY = regex.compile(r"\bper cent\b|[0-9]pc\b|[0-9]\xa2|[0-9]c (?:a|per) share\b|\btotalled\b|\b(?:franked|imputed)\b")


def find_dollar(folded: str) -> tuple[str, bool]:
    """
    Return the ISO code that a bare "$" stands for in an article, and whether that is open to doubt.

    It is where two homes are told, or one by a single word and nothing else.

    >>> find_dollar("The ASX-listed retailer's profit grew 6 per cent to $170 million.")
    ('AUD', False)
    >>> find_dollar("Net profit rose to A$458m ($357m), the Sydney company said.")
    ('USD', False)
    >>> find_dollar("Profit rose to $458 million, the Toronto company said.")
    ('USD', True)
    """
    if _IN_AMERICAN.search(folded) is not None:
        return DEFAULT, False
    if " millones" in folded and (pesos := _told_by_market(folded)) is not None:
        return pesos, False
    if (shared := _SHARED.search(folded)) is not None:
        return BEFORE[shared["sign"]], False
    if _CODED.search(folded) or ((" (£" in folded or " (€" in folded) and _CONVERTED.search(folded)):
        return DEFAULT, False
    if sign := _told_in_full(folded):
        return BEFORE[f"{sign}$"], False
    return _told_by_home(folded)


_MARKETS = (
    ("COP", regex.compile(r"\$\ ?[0-9.,]++\ billones|Superintendencia Financiera|Bolsa de Valores de Colombia|\bBVC\b|\bbvc\b")),
    ("ARS", regex.compile(r"Comisión Nacional de Valores|moneda homogénea|\bMerval\b|\b(?:BYMA|ByMA)\b|\bBolsar\b")),
    ("CLP", regex.compile(r"Comisión para el Mercado Financiero|\bCMF\b|Bolsa de (?:Comercio de )?Santiago|\bIPSA\b")),
)
"""The regulators and exchanges of countries whose own money is written "$"; Mexican papers say "pesos" behind it."""


def _told_by_market(folded: str) -> str | None:
    """Return the pesos that a Spanish text writes as dollars, by where the company that it is on reports."""
    found = next((code for code, market in _MARKETS if market.search(folded)), None)
    return found if found is not None and _AMERICAN.search(folded) is None else None


def money_of_commas(dollar: str) -> str:
    """
    Return what sums and cents are in where a text with decimal commas names no currency: the dollar in Québec, else the euro.

    >>> money_of_commas("CAD"), money_of_commas("USD")
    ('CAD', 'EUR')
    """
    return dollar if dollar == "CAD" else "EUR"


def _told_by_home(folded: str) -> tuple[str, bool]:
    """Return the dollar of where an article is at home, and whether that is open to doubt."""
    if _SPELT.search(folded) and not (_HOMELY.search(folded) or _LISTED.search(folded) or _FOREIGN.search(folded)):
        return DEFAULT, False
    homes: dict[str, int] = {}
    hinted = False
    for code, seen, home, prefix in _HOMES:
        if not any(word in folded for word in seen) or not (found := home.findall(folded)):
            continue
        if prefix.search(folded):
            return (max(homes, key=lambda home: homes[home]), False) if homes else (DEFAULT, False)
        if (listed := _LISTED.search(folded)) and _LISTED_AT_HOME.search(folded, 0, listed.start()):
            listed = None  # "Hooli (NASDAQ:HOOL) …, said Duff Securities (TSX:DUF)"
        often = len(found) > 1 and (_AMERICAN.search(folded) is None or any(_AT_HOME.match(word) for word in found))
        if often or _HOMELY.search(folded) or _FOREIGN.search(folded) or listed:
            homes[code] = len(found)
        hinted = True
    if homes:
        return max(homes, key=lambda home: homes[home]), len(homes) > 1
    return DEFAULT, hinted and not _AMERICAN.search(folded)


def _told_in_full(folded: str) -> str | None:
    """Return the sign of the dollar that an article tells in full once, or each sum of which it tells so again."""
    sums = _SUMS.findall(folded)
    signed = [sign for sign, _ in sums]
    if not signed or "US" in signed:
        return None
    if first := signed[0]:
        return first if signed.count("") >= _TIMES * signed.count(first) else None
    bare = {number for sign, number in sums if not sign}
    return next((sign for sign in sorted({*signed} - {""}) if all((sign, number) in sums for number in bare)), None)
