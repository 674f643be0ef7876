"""Named in Japanese: the next part of a company, which is all that stands before its figure ("、車載は2%増の34億円")."""

from __future__ import annotations

from earnsum.patterns import regex

_NO_PART = (
    r"(?![^、。は]*(?:費|費用|額|数|率|高|益|金|産|債|価|量|損|税|料|資|株|者|人|員|台|店|客|配|庫|担|性|用|比|幅|分|力|策|コスト|影響|効果|在庫|需要|市場|想定|前提|"
    r"予想|計画|見通し|見込み|見方|実績|要因|赤字|黒字|配当|同社|同期|前期|今期|通期|上期|下期|前年|従来|会社|全体|合計|連結|単体|平均|伸び|中間|期末|年間|当初|"
    r"これ|それ|うち|円|ドル|月|年|期|日)(?:は|が|も))"
)
_NEXT = regex.compile(
    rf"(?:は|[減増]|だった|となり|となった|と|で|に(?:伸び|増え|減り)?|[増減]え?|[^、。0-9]{{0,8}}(?:た|し|り|て))?、(?:一方(?:で)?、?|また、?|うち)?{_NO_PART}"
    r"(?P<part>[^、。\s0-9()はがも]{2,12}?)(?:は|が|も)(?:同|前年(?:同期)?比)?"
)


def next_part(folded: str, start: int, end: int) -> regex.Match[str] | None:
    """Return the part that is all that stands between two figures."""
    return _NEXT.fullmatch(folded, start, end)
