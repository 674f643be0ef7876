"""
Currencies abroad: what languages other than English call the money of other countries, behind a figure and lower-cased.

A name that several countries share stands for itself ("kronen", "₨"), as in `currencies`, which settles it.
"""

from __future__ import annotations

_COURONNES = {"suédoises": "SEK", "norvégiennes": "NOK", "danoises": "DKK", "tchèques": "CZK"}
_KRONEN = {"schwedische": "SEK", "norwegische": "NOK", "dänische": "DKK", "tschechische": "CZK", "isländische": "ISK"}
_CORONAS = {"suecas": "SEK", "noruegas": "NOK", "danesas": "DKK", "checas": "CZK"}
_GERMAN = {
    "kanadische": ("CAD", "dollar"),
    "australische": ("AUD", "dollar"),
    "amerikanische": ("USD", "dollar"),
    "britische": ("GBP", "pfund"),
    "südkoreanische": ("KRW", "won"),
    "japanische": ("JPY", "yen"),
    "chinesische": ("CNY", "yuan"),
    "türkische": ("TRY", "lira"),
    "indische": ("INR", "rupien"),
    "brasilianische": ("BRL", "real"),
    "mexikanische": ("MXN", "pesos"),
}
_DOLLARS = {
    "canadiens": "CAD",
    "australiens": "AUD",
    "américains": "USD",
    "taïwanais": "TWD",
    "de hong kong": "HKD",
    "hongkongais": "HKD",
    "singapouriens": "SGD",
    "de singapour": "SGD",
    "néo-zélandais": "NZD",
}
_DOLARES = {
    "canadienses": "CAD",
    "australianos": "AUD",
    "estadounidenses": "USD",
    "taiwaneses": "TWD",
    "de hong kong": "HKD",
    "hongkoneses": "HKD",
    "de singapur": "SGD",
    "neozelandeses": "NZD",
}
_JAPANESE = {
    "米ドル": "USD",
    "香港ドル": "HKD",
    "台湾ドル": "TWD",
    "豪ドル": "AUD",
    "カナダドル": "CAD",
    "シンガポールドル": "SGD",
    "人民元": "CNY",
    "ポンド": "GBP",
    "英ポンド": "GBP",
    "スイスフラン": "CHF",
    "スウェーデンクローナ": "SEK",
    "デンマーククローネ": "DKK",
    "ノルウェークローネ": "NOK",
    "ルピー": "INR",
    "インドルピー": "INR",
    "バーツ": "THB",
    "レアル": "BRL",
    "ルーブル": "RUB",
}
_KOREAN = {
    "유로": "EUR",
    "엔": "JPY",
    "위안": "CNY",
    "파운드": "GBP",
    "스위스프랑": "CHF",
    "스위스 프랑": "CHF",
    "대만달러": "TWD",
    "대만 달러": "TWD",
    "홍콩달러": "HKD",
    "홍콩 달러": "HKD",
    "호주달러": "AUD",
    "캐나다달러": "CAD",
    "루피": "INR",
    "스웨덴 크로나": "SEK",
    "덴마크 크로네": "DKK",
}
_CHINESE = {
    "欧元": "EUR",
    "日元": "JPY",
    "日圆": "JPY",
    "港币": "HKD",
    "韩元": "KRW",
    "英镑": "GBP",
    "瑞士法郎": "CHF",
    "瑞典克朗": "SEK",
    "丹麦克朗": "DKK",
    "挪威克朗": "NOK",
    "澳元": "AUD",
    "加元": "CAD",
    "卢比": "INR",
    "印度卢比": "INR",
    "新加坡元": "SGD",
    "新元": "SGD",
    "坡元": "SGD",
    "泰铢": "THB",
    "令吉": "MYR",
    "印尼盾": "IDR",
    "越南盾": "VND",
    "披索": "PHP",
}

ABROAD: dict[str, str] = (
    {"yens": "JPY", "yenes": "JPY", "wons": "KRW", "yuans": "CNY", "yuanes": "CNY", "livres sterling": "GBP", "libras": "GBP"}
    | {"libras esterlinas": "GBP", "francs suisses": "CHF", "francos suizos": "CHF", "schweizer franken": "CHF"}
    | {"roupies": "₨", "rupias": "₨", "rupien": "₨", "reales": "BRL", "real brésilien": "BRL", "pesos mexicanos": "MXN"}
    | {"pesos chilenos": "CLP", "pesos argentinos": "ARS", "pesos colombianos": "COP"}
    | {"kronen": "kronen", "couronnes": "kronen"}
    | {f"couronnes {whose}": code for whose, code in _COURONNES.items()}
    | {f"{whose}{n} kronen": code for whose, code in _KRONEN.items() for n in ("", "n")}
    | {f"{whose}{n} {name}": code for whose, (code, name) in _GERMAN.items() for n in ("", "n")}
    | {"hongkong-dollar": "HKD", "taiwan-dollar": "TWD", "singapur-dollar": "SGD", "rubel": "RUB"}
    | {f"dollars {whose}": code for whose, code in _DOLLARS.items()}
    | {"francs cfa": "XOF", "livres turques": "TRY", "livres égyptiennes": "EGP", "dirhams marocains": "MAD"}
    | {"pesos mexicains": "MXN", "pesos filipinos": "PHP"}
    | {f"dólares {whose}": code for whose, code in _DOLARES.items()}
    | {f"coronas {whose}": code for whose, code in _CORONAS.items()}
    | {"coronas": "kronen", "soles": "PEN", "wones": "KRW", "wones surcoreanos": "KRW", "rublos": "RUB", "liras turcas": "TRY"}
    | _JAPANESE
    | _KOREAN
    | _CHINESE
)  # fmt: skip
