r"""
Sums: money as a pattern of plain text, for rules that look at the words around a figure; figures themselves are read by `figures`.

>>> from earnsum.patterns import regex
>>> said = "$1.2bn · RM40 million · Rs 4,300 crore · 5.5 billion yen · 12 cents · 300 shops"
>>> [found.group() for found in regex.finditer(SUM, said)]
['$1.2bn', 'RM40 million', 'Rs 4,300 crore', '5.5 billion yen', '12 cents']
"""

from __future__ import annotations

from earnsum.patterns import any_of

_CURRENCIES = (
    "Rs Rs. INR RM Rp RMB CNY EUR USD GBP CHF JPY KRW SEK NOK DKK SAR AED HKD SGD AUD CAD NZD ZAR R TRY NGN KSh SR Dh".split()
)
_SIGN = rf"(?:(?:Can|Aus|[A-Z]{{0,3}})[$€£¥₹₩]|\b{any_of(_CURRENCIES)}[ ]?)(?=[0-9])"
"""A currency before its figure."""
_SCALES = any_of("million billion trillion mn bn tn m b crore crores lakh lakhs".split())
_COINS = any_of(
    "dollar dollars euro euros pound pounds yen won yuan rupee rupees ringgit riyal riyals rand franc francs crown crowns"
    " krona kronor krone kroner peso pesos real reais lira liras dirham dirhams dinar dinars naira baht rupiah zloty shekel"
    " shekels cent cents pence penny".split()
)
_NUMBER = r"[0-9](?:[0-9.,]*[0-9])?"
MONEY = rf"(?:{_SIGN}|(?=\b{_NUMBER}[ ]?{_SCALES}\b))"
"""Where a sum begins: its currency, or a number that a scale follows ("5 billion won")."""
SUM = rf"(?:{_SIGN}{_NUMBER}(?:[ -]?{_SCALES}\b)?|\b{_NUMBER}(?:[ -]?{_SCALES}(?:[ ]{_COINS})?|[ -]?{_COINS})\b)"
"""A whole sum, with its scale and its currency."""
