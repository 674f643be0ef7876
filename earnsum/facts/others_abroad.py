"""
Others abroad: sentences of German, French, Spanish and Korean news whose subject is another company by name.

A rival, or who is bought: nothing that was reported.
"""

from __future__ import annotations

from itertools import islice

from earnsum.model import Span
from earnsum.patterns import regex
from earnsum.text.sentences import find_words

_RIVAL = regex.compile(
    r"(?:(?:Alors|Tandis)\ que\ |Si\ |Quand\ |Während\ |Mientras\ (?:que\ )?)?"
    r"(?:[Ss]u\ (?:\p{Ll}+\ )?(?:rival|competidora?)|[Ss](?:on|a)\ (?:\p{Ll}+\ )?(?:rivale?|concurrente?)"
    r"|(?:[Dd]er\ |[Dd]ie\ )?(?:Rivale|Rivalin|Konkurrent|Wettbewerber))\ \p{Lu}"
    r"|\p{Lu}[\w&.-]*+(?:\ \p{Lu}[\w&.-]*+){0,2},\ "
    r"(?:que\ también|qui\ (?:a\ |publiait\ )?(?:également|aussi)|d(?:er|ie|as)\ ebenfalls)\ "
    r"[^,.;]{0,50}\b(?:cuentas|resultados|comptes|résultats|Zahlen|Bilanz)\b[^,.;]{0,40},"
    r"|(?:(?:같은\ 기간|반면|한편|이에\ 비해),?\ )?경쟁(?:사|업체)(?:인|이자\ [^\s]{1,8}인)?\ \p{Hangul}{2,}"
)


_TARGET = regex.compile(
    r"(?:L[ae] cible|La empresa adquirida|Das Übernahmeziel)\b|(?P<name>\p{Lu}[\w&-]++(?: \p{Lu}[\w&-]++){0,2}),? "
)
_DEALT_IN = regex.compile(
    r"(?i)\b(?:übern(?:immt|ahm|ehmen)|kauf(?:t|te|en)|(?:Übernahme|Kauf|Erwerb) (?:von|des|der)|erw(?:irbt|arb|erben)"
    r"|rach[eè]te(?:r|ra)?|(?:rachat|acquisition|reprise) (?:de|du|des|d')|acqui(?:ert|ers|érir|s)|reprend(?:re)?"
    r"|compr(?:a|ó|ar|ará)|(?:compra|adquisición) (?:de|del)|adqui(?:ere|rió|rir|rirá))\b"
    r" ?(?:[\w'%-]++ ){0,5}(?:[dl]')?$"
)
_TO_BE_BOUGHT = regex.compile(r"(?: (?:für|um|von)\b[^.;]{1,40})? (?:zu )?(?:übernehmen|kaufen|erwerben)\b")
_AROUND = 60


def _is_of_a_target(folded: str, sentence: Span) -> bool:
    """Tell a sentence whose subject is who is bought, as one of the first two mentions says; not whom the title opens on."""
    opening = _TARGET.match(folded, *sentence)
    if opening is None or opening["name"] is None:
        return opening is not None
    mentions = [*islice(find_words(folded, opening["name"]), 2)]
    return any(
        0 < mentions[0].start <= mention.start < sentence.start
        and (_DEALT_IN.search(folded, max(0, mention.start - _AROUND), mention.start) or _TO_BE_BOUGHT.match(folded, mention.end))
        for mention in mentions
    )


def is_of_a_rival(folded: str, sentence: Span) -> bool:
    """
    Tell a sentence whose subject is another company by name: nothing that was reported.

    A competitor ("Su rival Hooli elevó sus ingresos"), or who is bought ("Acme übernimmt Hooli. Hooli setzte … um").
    """
    return _RIVAL.match(folded, *sentence) is not None or _is_of_a_target(folded, sentence)
