"""
Currencies: how each is written before or after a figure.

Data and nothing else, apart from the number forms because it grows by whole countries: a symbol or a name that is
missing belongs here, or in `currencies_abroad` where another language has it.  A value is an ISO 4217 code, or one of
the keys of `UNSETTLED` where the writing alone does not tell the country.
"""

from __future__ import annotations

from decimal import Decimal

from earnsum.figures.currencies_abroad import ABROAD

ISO_CODES = (
    "USD EUR GBP JPY CNY CHF CAD AUD NZD HKD SGD TWD KRW INR SEK NOK DKK ISK PLN CZK HUF RON BGN RUB UAH TRY ZAR BRL MXN ARS CLP "
    "COP PEN ILS SAR AED QAR KWD BHD OMR JOD EGP MAD TND NGN KES GHS PKR BDT LKR XOF THB MYR IDR PHP VND KZT EEK LVL LTL SKK HRK "
    "UGX TZS"
).split()

LOOSE_CODES = frozenset("USD EUR GBP JPY CNY CHF CAD AUD SGD HKD INR SEK NOK DKK RMB".split())
"""Codes that newswires also print as "eur" or "Eur"; the others would be read out of words ("try 5", "mad", "all")."""

BEFORE: dict[str, str] = (
    {code: code for code in ISO_CODES}
    | {"$": "$", "US$": "USD", "U.S.$": "USD", "U.S. $": "USD", "USD$": "USD", "$US": "USD", "$USD": "USD"}
    | {"A$": "AUD", "AU$": "AUD", "AUD$": "AUD", "$A": "AUD", "Aus$": "AUD", "NZ$": "NZD", "NZD$": "NZD", "$NZ": "NZD"}
    | {"C$": "CAD", "CA$": "CAD", "Cdn$": "CAD", "CDN$": "CAD", "CAD$": "CAD", "Can$": "CAD", "$C": "CAD", "$CDN": "CAD"}
    | {"HK$": "HKD", "$HK": "HKD", "S$": "SGD", "SG$": "SGD", "NT$": "TWD", "T$": "TWD", "NTD": "TWD", "R$": "BRL", "MX$": "MXN"}
    | {"Mex$": "MXN", "$S": "SGD", "Tw$": "TWD", "TW$": "TWD"}
    | {"€": "EUR", "EURO": "EUR", "Euro": "EUR", "euro": "EUR", "Euros": "EUR", "euros": "EUR"}
    | {"E": "EUR", "x20ac": "EUR", "+é": "EUR"}  # misread signs
    | {f"({gap}{sign})": "EUR" for gap in ("", " ") for sign in ("EUR", "EURO", "Euro", "euro", "euros", "x20ac")}
    | {"£": "GBP", "stg£": "GBP", "Stg£": "GBP", "UKP": "GBP", "UK£": "GBP"}
    | {"¥": "¥", "RMB": "CNY", "CN¥": "CNY", "JP¥": "JPY", "Yen": "JPY", "₩": "KRW", "₹": "INR", "Rs": "₨", "Rs.": "₨"}
    | {"W": "KRW", "Won": "KRW", "人民币": "CNY", "新台币": "TWD", "港币": "HKD", "美金": "USD"}
    | {"rs": "₨", "rs.": "₨", "Re": "₨"}
    | {"₨": "₨", "kr": "kr", "kr.": "kr", "SKr": "SEK", "NKr": "NOK", "DKr": "DKK", "SFr": "CHF", "Sfr": "CHF"}
    | {"SFr.": "CHF", "Fr.": "CHF"}
    | {"₽": "RUB", "₺": "TRY", "TL": "TRY", "₪": "ILS", "NIS": "ILS", "₴": "UAH", "₦": "NGN", "N": "NGN", "₱": "PHP", "P": "PHP"}
    | {"Php": "PHP", "฿": "THB", "₫": "VND", "₸": "KZT", "₵": "GHS", "RM": "MYR", "Rp": "IDR", "Rp.": "IDR", "R": "ZAR"}
    | {"Tk": "BDT", "Ls": "LVL", "Lt": "LTL"}
    | {"Dh": "AED", "Dhs": "AED", "Dh.": "AED", "SR": "SAR", "QR": "QAR", "KD": "KWD", "KSh": "KES", "Ksh": "KES", "Sh": "KES"}
    | {"Ksh.": "KES", "Sh.": "KES", "KSh.": "KES", "Kshs": "KES", "KShs": "KES"}
    | {shape: code.replace("RMB", "CNY") for code in LOOSE_CODES for shape in (code.lower(), code.title())}
)  # fmt: skip
"""What stands before a figure: "US$5", "EUR 5", "(EURO) 5"."""

SCALED: dict[str, str] = {
    form: scale
    for code in "EUR SEK NOK DKK USD GBP CHF".split()
    for form, scale in ((f"M{code}", "m"), (f"{code}m", "m"), (f"T{code}", "k"), (f"K{code}", "k"))
}
"""Codes that carry the scale of the figure behind them ("MEUR 5.8", "TSEK 420") → that scale."""

BEFORE |= {form: next(code for code in ISO_CODES if code in form) for form in SCALED}

GLUED = frozenset("R E P N W SR QR KD TL Lt".split())
"""Letters that are a currency only with a scale or decimals, and single ones only right before the digits: not "E3", "R 500"."""

_DOLLARS = {
    "US": "USD", "U.S.": "USD", "American": "USD", "Canadian": "CAD", "Australian": "AUD", "New Zealand": "NZD", "Hong Kong": "HKD",
    "HK": "HKD", "Singapore": "SGD", "Singaporean": "SGD", "Taiwan": "TWD", "Taiwanese": "TWD", "New Taiwan": "TWD",
}  # fmt: skip
_CROWNS = {"Swedish": "SEK", "Norwegian": "NOK", "Danish": "DKK", "Czech": "CZK", "Icelandic": "ISK"}
_CROWN_NAMES = ("crowns", "crown", "kronor", "kroner", "krona", "krone", "koruna", "korunas")
_SHILLINGS = {"Kenyan": "KES", "Ugandan": "UGX", "Tanzanian": "TZS"}
_ONE_NATIONS = {
    "nigerian": ("naira",), "ghanaian": ("cedis", "cedi"), "polish": ("zlotys", "zloty"), "hungarian": ("forints", "forint"),
    "south african": ("rand", "rands"), "israeli": ("shekels", "shekel"), "malaysian": ("ringgit",), "indonesian": ("rupiah",),
    "ukrainian": ("hryvnia", "hryvnias"), "vietnamese": ("dong",), "peruvian": ("soles",), "kazakh": ("tenge",),
    "bangladeshi": ("taka",),
}  # fmt: skip
"""Nations that articles name beside a money of their own alone: "3 billion Nigerian naira"."""
_PESOS = {"Mexican": "MXN", "Philippine": "PHP", "Chilean": "CLP", "Argentine": "ARS", "Colombian": "COP"}

AFTER: dict[str, str] = (
    {code.lower(): code for code in ISO_CODES if code not in ("TRY", "MAD", "PEN", "COP", "ALL", "SAR")}
    | {f"{whose} dollar{s}".lower(): code for whose, code in _DOLLARS.items() for s in ("", "s")}
    | {f"{whose} {crown}".lower(): code for whose, code in _CROWNS.items() for crown in _CROWN_NAMES}
    | {f"{whose} peso{s}".lower(): code for whose, code in _PESOS.items() for s in ("", "s")}
    | {"dollars": "$", "dollar": "$", "euros": "EUR", "euro": "EUR", "€": "EUR", "pounds": "GBP", "pound": "GBP"}
    | {"pounds sterling": "GBP"}
    | {"sterling": "GBP", "british pounds": "GBP", "egyptian pounds": "EGP", "£": "GBP", "yen": "JPY"}
    | {"japanese yen": "JPY", "円": "JPY"}
    | {"chinese renminbi": "CNY"}
    | {"yuan": "CNY", "chinese yuan": "CNY", "yuan renminbi": "CNY", "renminbi": "CNY", "rmb": "CNY", "元": "元", "人民币": "CNY"}
    | {"元人民币": "CNY", "新台币": "TWD"}
    | {"美元": "USD", "港元": "HKD", "ドル": "USD", "ユーロ": "EUR", "달러": "USD", "원": "KRW", "ウォン": "KRW", "won": "KRW"}
    | {"korean won": "KRW", "south korean won": "KRW", "rupees": "₨", "rupee": "₨", "indian rupees": "INR"}
    | {"pakistani rupees": "PKR"}
    | {"kronor": "SEK", "krona": "SEK", "kroner": "kroner", "krone": "kroner", "kr": "kr", "crowns": "kr"}
    | {"kroons": "EEK", "lats": "LVL", "litas": "LTL", "skr": "SEK", "nkr": "NOK"}
    | {"francs": "francs", "franc": "francs", "swiss francs": "CHF", "swiss franc": "CHF", "franken": "CHF", "french francs": "FRF"}
    | {"belgian francs": "BEF", "guilders": "NLG", "guilder": "NLG", "dutch guilders": "NLG", "marks": "DEM", "german marks": "DEM"}
    | {"deutsche marks": "DEM", "deutschmarks": "DEM", "d-marks": "DEM", "lire": "ITL", "italian lire": "ITL", "pesetas": "ESP"}
    | {"spanish pesetas": "ESP", "escudos": "PTE", "drachmas": "GRD", "markkaa": "FIM", "markka": "FIM"}
    | {"austrian schillings": "ATS", "schillings": "ATS", "irish pounds": "IEP", "punts": "IEP", "stg": "GBP", "pounds stg": "GBP"}
    | {"fr.": "CHF", "sfr.": "CHF", "sfr": "CHF"}
    | {"zlotys": "PLN", "zloty": "PLN", "zł": "PLN", "forints": "HUF", "forint": "HUF"}
    | {"koruna": "CZK", "korunas": "CZK"}
    | {"roubles": "RUB", "rouble": "RUB", "rubles": "RUB", "ruble": "RUB", "₽": "RUB", "russian roubles": "RUB"}
    | {"russian rubles": "RUB"}
    | {"lira": "TRY", "liras": "TRY", "turkish lira": "TRY", "turkish liras": "TRY", "rand": "ZAR", "rands": "ZAR"}
    | {"reais": "BRL"}
    | {"brazilian reais": "BRL", "real": "BRL", "reals": "BRL", "riyals": "riyals", "riyal": "riyals"}
    | {"saudi riyals": "SAR", "qatari riyals": "QAR"}
    | {"dirhams": "AED", "dirham": "AED", "uae dirhams": "AED", "moroccan dirhams": "MAD"}
    | {"dinars": "dinars", "dinar": "dinars", "kuwaiti dinars": "KWD", "bahraini dinars": "BHD", "jordanian dinars": "JOD"}
    | {"rials": "OMR", "omani rials": "OMR"}
    | {"baht": "THB", "thai baht": "THB", "ringgit": "MYR", "rupiah": "IDR", "pesos": "pesos", "peso": "pesos"}
    | {"shekels": "ILS", "shekel": "ILS"}
    | {"naira": "NGN", "taka": "BDT", "dong": "VND", "hryvnia": "UAH", "hryvnias": "UAH", "tenge": "KZT", "shillings": "KES"}
    | {f"{whose} shilling{s}".lower(): code for whose, code in _SHILLINGS.items() for s in ("", "s")}
    | {"ghana cedis": "GHS", "cedis": "GHS", "cedi": "GHS"}
    | {"dólares": "USD", "dolares": "USD", "dollari": "USD", "us-dollar": "USD", "livres": "GBP", "pfund": "GBP"}
    | ABROAD
)  # fmt: skip
"""What stands after a figure, lower-cased: "5 million euros", "1.5 mln eur"."""

AFTER |= {f"{whose} {money}": AFTER[money] for whose, moneys in _ONE_NATIONS.items() for money in moneys}

THOUSANDS = {form.lower(): BEFORE[form] for form, scale in SCALED.items() if scale == "k"}
"""… and counts thousands of it: "540 TEUR"."""

_CENT = Decimal("0.01")
_WHOSE_CENTS = {
    "us": "USD",
    "u.s.": "USD",
    "euro": "EUR",
    "canadian": "CAD",
    "australian": "AUD",
    "singapore": "SGD",
    "hong kong": "HKD",
    "hk": "HKD",
    "new zealand": "NZD",
    "nz": "NZD",
    "taiwan": "TWD",
    "south african": "ZAR",
}

CENTS_BEFORE = {"US": "USD", "A": "AUD", "C": "CAD", "NZ": "NZD"}
"""Whose cents they are, right before the digits: "US27c"."""

BARE_CENT = "¢"
"""The unit of cents that do not say whose they are: they go with any currency of `CENTED`, and are settled by the article."""

CENTED = frozenset("$ USD AUD CAD NZD SGD HKD TWD EUR ZAR".split())
"""The currencies whose hundredths articles call just "cents"."""

SUBUNITS: dict[str, tuple[str, Decimal]] = (
    dict.fromkeys(("cents", "cent", "cts", "cps", "ct", "c", "¢", "penny", "pennies"), (BARE_CENT, _CENT))
    | {f"{whose}{gap}cent{s}": (code, _CENT) for whose, code in _WHOSE_CENTS.items() for gap in " -" for s in ("", "s")}
    | {f"{whose.lower()}¢": (code, _CENT) for whose, code in CENTS_BEFORE.items()}
    | dict.fromkeys(("usc", "u.s.c"), ("USD", _CENT))
    | dict.fromkeys(("eurocents", "eurocent"), ("EUR", _CENT))
    | dict.fromkeys(("nickel", "nickels"), ("$", Decimal("0.05")))
    | dict.fromkeys(("dime", "dimes"), ("$", Decimal("0.1")))
    | dict.fromkeys(("pence", "p", "british pence", "u.k. pence"), ("GBP", _CENT))
    | dict.fromkeys(("paise", "paisa"), ("INR", _CENT))
    | dict.fromkeys(("kobo",), ("NGN", _CENT))
    | dict.fromkeys(("sen",), ("MYR", _CENT))
    | dict.fromkeys(("fen",), ("CNY", _CENT))
    | dict.fromkeys(("satang",), ("THB", _CENT))
    | dict.fromkeys(("kurus", "kuruş"), ("TRY", _CENT))
    | dict.fromkeys(("öre",), ("SEK", _CENT))
    | dict.fromkeys(("øre",), ("kroner", _CENT))
    | dict.fromkeys(("fils",), ("fils", _CENT))
    | dict.fromkeys(("halalas", "halala"), ("SAR", _CENT))
    | dict.fromkeys(("kopecks", "kopeks"), ("RUB", _CENT))
    | dict.fromkeys(("agorot",), ("ILS", _CENT))
    | dict.fromkeys(("centavos", "centavo"), ("centavos", _CENT))
    | {"rappen": ("CHF", _CENT), "rp.": ("CHF", _CENT), "centimes": ("centimes", _CENT)}
    | dict.fromkeys(("céntimos", "céntimo"), ("EUR", _CENT))
    | {"銭": ("JPY", _CENT), "港仙": ("HKD", _CENT), "仙": ("HKD", _CENT), "分": ("CNY", _CENT)}
    | dict.fromkeys(("美分", "美仙", "セント", "센트"), ("USD", _CENT))
)
"""The small change: its currency, and what one of it is worth."""

_WHOSE_PESOS: tuple[tuple[str, str], ...] = (
    *((rf"\b{whose} pesos?\b", code) for whose, code in _PESOS.items()),  # told in full once, whatever countries are named
    (r"\bM(?:exico City|EXICO CITY)\b", "MXN"),
    (r"\b(?:Philippine|M(?:anila|ANILA)\b)", "PHP"),
    (r"\b(?:[Cc]hile|Santiago)", "CLP"),
    (r"\b(?:[Aa]rgentin|Buenos)", "ARS"),
    (r"\b[Cc]olombia", "COP"),
)
OF_A_DINAR = frozenset({"KWD", "BHD", "JOD"})
"""A thousand fils make one, where a dirham has a hundred."""

_NOT_SWISS = r"(?s)\A(?!.*(?:Swiss|Switzerland|Zurich|Basel|Geneva|[Ee]uro)).*?"
"""Where francs may be other ones than those of today."""
_NO_CRORES = r"(?s)\A(?!.*\b(?:crore|lakh)s?\b).*"
"""What other rupees are not reckoned in, though their country is named ("Rs 22,962 crore … and Sri Lanka")."""
UNSETTLED: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "¥": ("JPY", ((r"\b(?:yuan|RMB|renminbi|CNY)\b", "CNY"),)),
    "kr": (
        "SEK",
        (
            (r"\b(?:NOK|Norwegian|Oslo)\b", "NOK"),
            (r"\b(?:DKK|Danish|Copenhagen)\b", "DKK"),
            (r"\b(?:SEK|Swedish|Sweden|Stockholm)\b", "SEK"),
            (r"\bNorway\b", "NOK"),
            (r"\bDenmark\b", "DKK"),
            (r"\b(?:CZK|Czech|Prague)\b", "CZK"),
        ),
    ),
    "kronen": (
        "SEK",
        (
            (r"\b(?:NOK\b|[Nn]orweg|[Nn]orvég|[Nn]orueg|Oslo\b)", "NOK"),
            (r"\b(?:DKK\b|[Dd]änisch|[Dd]anois|[Dd]anés|[Dd]anesa|Kopenhagen\b|Copenhague\b)", "DKK"),
            (r"\b(?:CZK\b|[Tt]schech|[Tt]chèque|[Cc]hec[ao]|Prague?\b|Praga\b)", "CZK"),
        ),
    ),
    "kroner": ("NOK", ((r"\b(?:DKK|Danish|Copenhagen)\b", "DKK"),)),
    "pesos": ("MXN", _WHOSE_PESOS),
    "riyals": ("SAR", ((r"\bSaudi\b|\bRiyadh\b", "SAR"), (r"\bQatar|\bQAR\b|\bDoha\b", "QAR"))),
    "dinars": (
        "KWD",
        (
            (r"\bKuwait|\bKD\b", "KWD"),
            (r"\bBahrain|\bManama\b", "BHD"),
            (r"\bJordan|\bAmman\b", "JOD"),
            (r"\bIraq|\bBaghdad\b", "IQD"),
            (r"\bTunis", "TND"),
            (r"\bAlgeria", "DZD"),
            (r"\bSerbia|\bBelgrade\b", "RSD"),
        ),
    ),
    "francs": (
        "CHF",
        (
            (rf"{_NOT_SWISS}\b(?:French|France|Paris)\b", "FRF"),
            (rf"{_NOT_SWISS}\b(?:Belgian|Belgium|Brussels)\b", "BEF"),
        ),
    ),
    "fils": (
        "AED",
        (
            (r"\b(?:dirhams?|AED|Dhs?|Dubai|Abu Dhabi|Emirat)", "AED"),
            (r"\bKuwait|\bKD\b", "KWD"),
            (r"\bBahrain|\bManama\b", "BHD"),
            (r"\bJordan|\bAmman\b", "JOD"),
        ),
    ),
    "centavos": ("MXN", ((r"(?s)\A(?!.*\bpesos?\b).*(?:\b[Dd]ólar|\bUSD?\b|\$)", "USD"), *_WHOSE_PESOS)),
    "centimes": ("EUR", ((r"(?i)\bfrancs?\b|\bCHF\b", "CHF"),)),
    "元": (
        "CNY",
        (
            (
                (
                    r"(?s)\A(?:(?!.*人民币)|(?=.*新台币)).*?(?:新台币|[0-9]兆元|法人|法说|每股(?:税后)?(?:盈余|纯益)|税后(?:纯益|盈余)|台股|[0-9]{4}-TW\b|"
                    r"(?<![少按今全])[年季月][增减]\ ?[0-9]|自结)"
                ),
                "TWD",
            ),
            (r"(?s)\A(?!.*人民币).*(?:港元|港币|[0-9]仙|派[中末特][期别]息|\([0-9]{4,5}(?:\.HK)?\).*(?:溢利|纯利|按年))", "HKD"),
        ),
    ),
    "₨": (
        "INR",
        (
            (rf"{_NO_CRORES}\b(?:(?i:Pakistan|Karachi|Lahore|Islamabad)|PSX\b)", "PKR"),
            (rf"{_NO_CRORES}\b(?i:Sri Lanka|Colombo)", "LKR"),
        ),
    ),
}
"""Writings that several countries share: the usual one, and words elsewhere in the article that tell another."""
