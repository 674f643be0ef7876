"""
Referring: figures without a metric's name that go on about the metric that was spoken of.

Those that are of something else, which has no name here, are told by its words.
"""

from __future__ import annotations

from collections.abc import Sequence

from earnsum.facts.answers import answers_before
from earnsum.facts.naming import name_of
from earnsum.facts.outlooks import is_of_own_verb
from earnsum.facts.sentence import Sentence
from earnsum.grammar.read import Reading
from earnsum.grammar.shape import A_YEAR_AGO, OF_ANOTHER_PERIOD, PRICE
from earnsum.grammar.tokens import says
from earnsum.lexicon import METRIC_TAG, Entry
from earnsum.patterns import ABOUT, re, regex
from earnsum.periods.kinds import MONTHS
from earnsum.text.firms import FIRM
from earnsum.text.languages import ENGLISH, UNSPACED
from earnsum.text.moves import MOVE, MOVED
from earnsum.text.terms import EXPECTED


def is_meant(sentence: Sentence, reading: Reading, entry: Entry | None, beside: Sequence[Reading]) -> bool:
    """Tell whether a figure without a metric's name may be of one that was spoken of."""
    refers = _may_refer_back(sentence, reading, entry)
    if not refers or (_is_of_unknown(sentence, reading) and not _follows_a_part(sentence, reading, beside)):
        return False
    return not _is_of_another(sentence, reading, beside) and not _is_aside(sentence, reading)


def _follows_a_part(sentence: Sentence, reading: Reading, beside: Sequence[Reading]) -> bool:
    """Tell a figure set against that of a part that grew, of which no metric is named ("The cards business was up 10% to …")."""
    before = [r for r in beside if r.at < reading.at and r.role == "actual"]
    return reading.role == "prior" and bool(before) and name_of(sentence, before[-1], None)[1] is not None


_REFERS_BACK = regex.compile(
    r"(?:[A-Z][^;.:$%0-9]{3,100}\ (?:showed?|shows|said|indicated?|revealed)\ (?:that\ )?(?=the\ (?:figure|sum|amount)\b))?"
    r"(?:(?:Compared (?:to|with) the (?:year-ago|prior-year|same) (?:quarter|period)(?: last year)?, )?"
    r"(?i:that|this|it|they|those|these)|[Tt]he (?:reported )?(?:figure|total|result|number|amount|sum)(?! of\b)|Both|Up|Down)\b"
    r"|(?:The )?(?i:increase|decrease|growth|decline|rise|drop) (?:was|amounted to|totall?ed)\b"
    rf"|The [0-9.]+(?:%| per ?cent) {MOVE}(?! (?:in|of|for|at)\b)"
    r"|Organic(?:ally,| growth)|(?:At|In|On an?) (?:constant|local|organic|comparable|like-for-like|underlying)\b"
)
"""How a sentence begins that goes on about the figure of the one before."""

_REFERS_BACK_ABROAD = {
    "de": regex.compile(
        r"(?:Das Plus|Das Minus|Der (?:Zuwachs|Anstieg|Rückgang)) (?:betrug|beträgt|lag|liegt|belief)\b"
        r"|(?:Zu|Bei|In|Ohne|Unter) [^.,;0-9]{4,60}? (?:betrug|beträgt|lag|belief sich) "
        r"(?:das (?:Plus|Minus|Wachstum)|der (?:Zuwachs|Rückgang))\b"
        r"|(?:Organisch|(?:Währungs|Wechselkurs|Portfolio)bereinigt|Aus eigener Kraft|(?:Zu|Bei) konstanten \w*[Kk]ursen"
        r"|In Lokalwährung\w*|In lokalen Währungen|Auf vergleichbarer Basis"
        r"|(?:Bereinigt um|Ohne) (?:die )?(?:Währungs|Wechselkurs)\w+)\b"
        r"|(?:Das|Dies) (?:ist|sind|war|waren|entsprach|entspricht|bedeutet|bedeutete)\b"
        r"|(?:Gegenüber|Im Vergleich|Verglichen) [^.,;]{4,50} (?:ist|war|sind|waren|entspricht|entsprach|bedeutet) (?:das|dies)\b"
    ),
    "fr": regex.compile(
        r"(?:Cela|Ceci|Ce (?:chiffre|montant|résultat)) (?:représente|constitue|correspond|marque|traduit|est)\b"
        r"|(?:La (?:hausse|baisse|progression|croissance)|Le recul) (?:est|atteint|ressort|s'établit|s'élève)\b"
        r"|(?:Mais )?(?i:[aà]|hors|en) (?:données|périmètre|taux|changes?|effets?|organique)\b"
        r"|Ce(?:tte)? (?:recul|repli|hausse|baisse|progression|croissance) de\b"
        r"|(?:(?:Certes|Toutefois|Cependant|Néanmoins|En revanche|Mais),? (?:[^,.;0-9]{3,40}, )?)?(?i:ils?|elles?) "
        r"(?:s'inscri\w+|s'affich\w+|se contract\w+|est|sont|ressor\w+|progress\w+|recul\w+|augment\w+"
        r"|a (?:progressé|reculé|augmenté|crû|bondi|baissé))\b"
        r"|C'(?:est|était)\b|Il s'agit\b|Soit (?:une?|près|plus)\b"
    ),
    "es": regex.compile(
        r"(?:Es[ot][oe]?|Ello|(?:Es[at]|Dich)a (?:cifra|cantidad)|La cifra|Ese (?:importe|monto)) (?:es|supone|supuso|representa"
        r"|representó|significa|equivale|implica)\b"
        r"|(?:El|La) (?:aumento|incremento|crecimiento|descenso|subida|caída) (?:es|fue|ha sido)\b"
        r"|En términos (?:orgánicos|comparables|constantes)\b|A (?:tipos? de cambio|perímetro) constantes?\b"
        r"|Se trata\b|(?:Es|Son) (?:un|casi)\b"
    ),
}
"""How one does in other languages ("Das entspricht einem Plus von 5 Prozent")."""

_ON_THE_YEAR = regex.compile(r"_?=?[CY](?:\([$s](?:,[$s])*\)|[$s])?[_,=]{0,2}%[^M]*$")
"""How a Korean sentence does ("지난해 같은 기간보다 42.2% 증가한 수치다")."""

_THIS_ABROAD = regex.compile(r"(?:이는|이것은|이 (?:같은|수치|금액)\S*|특히|다만|[これ]+は|这|這|该|該|上述)")
"""What may open such a sentence: no noun of its own ("판매단가는 5% 올랐다")."""

_SOON = 8
"""Tokens within which such a sentence says by how much."""


_OF_SOMETHING = re.compile(r"(?:[Vrc]|Y,)(?P<noun>_)o$")
_HAD_SOMETHING = regex.compile(r"(?P<noun>_)o(?:[$#],?_?[UD][_oy]{0,2})?$")
"""``It reported investment income of $7 million, up``"""
_SUMS = regex.compile(r"\b(?:figure|total|level|result|number|amount|sum|range|mark|high|low|peak|record|one|that|same)s?\W*$")


def _is_of_something_else(sentence: Sentence, reading: Reading) -> bool:
    """Tell that a figure, or what it changed from, has a noun that is no metric ("against a reserve release of $8 million")."""
    found = (_OF_SOMETHING if reading.role == "prior" else _HAD_SOMETHING).search(sentence.tags, 0, reading.at)
    if reading.role not in ("prior", "actual", "change") or found is None:
        return False
    if reading.role != "prior" and not says(sentence.tokens[found.start() + 1], {"of"}):
        return False
    noun = sentence.tokens[found.start("noun")]
    return _SUMS.search(sentence.folded, noun.start, noun.end) is None


_UNKNOWN = regex.compile(
    r"(?:[A-Z][\w'-]*+\ (?:[a-z-]++\ ){0,3}?)?(?!The|It|That|This|Th[eo]se|They|There|Wh)(?P<noun>[\w-]+)\ "
    rf"(?:were|was|stood|came|totall?ed|(?:also\ )?{MOVED})\b"
)
"""``Inventories were 14% higher than a year ago at $17 billion``, ``Freight rates were $12 million vs. $13 million``"""
_MOVES_ITS = regex.compile(
    r"\b(?:doubl|tripl|quadrupl|rais|increas|boost|lift|expand|grow|cut|reduc|trimm|slash)[a-z]{0,3} (?:its|their) "
    rf"(?:[a-z-]++ ){{1,4}}(?:[^.;,$€£0-9]{{0,30}} )?from {ABOUT}$"
)
"""``plans to triple its smartphone shipments from around 5 million``: the same, of what it does something to"""
_NAMED_OR_EXPECTED = frozenset(f"{METRIC_TAG}NAEf")


def _is_of_unknown(sentence: Sentence, reading: Reading) -> bool:
    """Tell a figure of a sentence that begins with a noun which is no metric, nor another word for the figure just told."""
    if reading.role not in ("prior", "estimate") or sentence.language != ENGLISH or not sentence.tags.startswith(("_", "X", "K")):
        return False
    if not _NAMED_OR_EXPECTED.isdisjoint(sentence.tags[: reading.at]):
        return False
    if _MOVES_ITS.search(sentence.folded, sentence.span.start, reading.figure.extent.start) is not None:
        return True
    found = _UNKNOWN.match(sentence.folded, sentence.span.start)
    return found is not None and _SUMS.search(found["noun"]) is None


_COMING_OF = regex.compile(
    r"(?:[A-Z][\w'-]*+\ (?:[a-z-]++\ ){0,3}?)?(?!The|It|That|This|Th[eo]se|They|There|Wh)(?P<noun>[\w-]+)\ "
    r"(?:also\ |now\ |still\ )?(?:will|should|would"
    rf"|(?:is|are|was|were)\ (?:also\ |now\ |still\ )?(?:{EXPECTED}|likely))\b"
)
_MEANT = re.compile(
    rf"(?:{FIRM}|[a-z]*maker|guidance|outlook|forecast|view|target|goal|year|quarter|half|period|mid-?point|end|latter|former"
    r"|management|executives|officials|chief|which|results|business|[A-Z]\w*)"
)
"""What an outlook may begin with and still be of what was just told."""


def _is_coming_of_unknown(sentence: Sentence) -> bool:
    """Tell an outlook of a noun that is no metric ("Depreciation is expected to be $40 million")."""
    if sentence.language != ENGLISH or not sentence.tags.startswith(("_", "X")):
        return False
    found = _COMING_OF.match(sentence.folded, sentence.span.start)
    if found is None:
        return False
    noun = found["noun"].lower() if found.start("noun") == sentence.span.start else found["noun"]
    return _SUMS.search(noun) is None and _MEANT.fullmatch(noun) is None


_OWN_NOUN = regex.compile(
    r"\b(?!(?:about|achieve|adjusted|also|almost|another|came|anywhere|approximately|around|basis|between|come|coming|current"
    r"|deliver|diluted|down|each|earlier|earn|figure|first|fiscal|flat|forecast|fourth|from|full|fully|generate|growth|half"
    r"|have|held|high|increase|intact|just|kept|least|left|less|maintained|make|midpoint|more|nearly|next|only|order|over"
    r"|period|point|post|previous|previously|prior|quarter|range|ranging|reach|region|remain(?:s|ed)?|report|result|rise"
    r"|roughly|second|share|similar|some|somewhere|st(?:ands|ays|ayed|eady|ill)|than|that|third|this|today|total|unchanged"
    r"|under|until|vicinity|will|with|year"
    rf"|ending|ended|{'|'.join(MONTHS)})\b)[a-z]{{4,}}\b"
)
"""A word between "it expects" and a figure that says of what it is, though it is no metric ("free cash use of $10 million")."""


def _has_own_noun(sentence: Sentence, reading: Reading) -> bool:
    cue = next((t for t in reversed(sentence.tokens[: reading.at]) if t.tag in "GfEs$%#d;"), None)
    if cue is None or sentence.language != ENGLISH:
        return False
    return _OWN_NOUN.search(sentence.folded[cue.end : sentence.tokens[reading.at].start].lower()) is not None


_DROP_IN = re.compile(
    rf" {MOVE} in "
    r"(?!the |that |this |its |a |(?:local|constant|reported|dollar|organic|fiscal) |[A-Z0-9])[a-z-]+"
)
"""``That came alongside a 90% drop in one-time gains``: a change of something that has a name of its own"""


_SPENT = regex.compile(
    r"\b(?:invest(?:s|ed)|reinvested|spends?|spent|pays?|paid|poured|injected|ploughed|plowed|allocated|donated|borrowed|lent|raised)"
    rf"(?: (?:out|in|back))? {ABOUT}$"
)
_VERB_LENGTH = 40


def _is_spent(sentence: Sentence, reading: Reading) -> bool:
    """Tell what was spent or raised a year ago, beside which no level of it has been told ("Last year, it invested $6 million")."""
    at = reading.figure.extent.start
    spent = reading.role == "prior" and _SPENT.search(sentence.folded, max(sentence.span.start, at - _VERB_LENGTH), at)
    return bool(spent) and METRIC_TAG not in sentence.tags


def _may_refer_back(sentence: Sentence, reading: Reading, entry: Entry | None) -> bool:
    """Tell whether a figure without a metric may be of the metric that is being spoken of."""
    if reading.role == "margin" or reading.shape == OF_ANOTHER_PERIOD:
        return True
    if entry is not None or _is_of_something_else(sentence, reading) or _is_spent(sentence, reading):
        return False
    if reading.role == "actual":
        unnamed = METRIC_TAG not in sentence.tags or reading.figure.kind == "bare"  # "It earned 80", of cents
        return unnamed and answers_before(sentence.folded, sentence.span.start)
    if reading.role == "guide":
        clause = sentence.tags[sentence.tags.rfind(";", 0, reading.at) + 1 :]
        named = METRIC_TAG in clause or _has_own_noun(sentence, reading)
        return not (
            named or _is_coming_of_unknown(sentence) or is_of_own_verb(sentence.folded, sentence.span, reading.figure.extent)
        )
    if sentence.language in UNSPACED:
        return reading.role != "change" or (
            _ON_THE_YEAR.match(sentence.tags) is not None
            and (sentence.tags[0] != "_" or _THIS_ABROAD.match(sentence.folded, sentence.tokens[0].start) is not None)
        )
    begins = _REFERS_BACK_ABROAD.get(sentence.language, _REFERS_BACK).match(sentence.folded, sentence.span.start)
    return reading.role != "change" or (
        begins is not None
        and sum(token.start >= begins.end() for token in sentence.tokens[: reading.at]) <= _SOON
        and _DROP_IN.match(sentence.folded, reading.figure.extent.end) is None
    )


def _is_of_another(sentence: Sentence, reading: Reading, beside: Sequence[Reading]) -> bool:
    """Tell an expectation, or the old one, of a figure that nobody knows ("Shipments: 57,900 tons versus 57,120 expected")."""
    unit = reading.figure.unit or "count"
    told = ("guide", "skip") if reading.role == "previous" else ("actual",)
    before = [r for r in beside if r.at < reading.at and (r.figure.unit or "count") == unit]
    before = [r for r in before if r.role in told or (reading.role == "prior" and r.shape == PRICE)]
    if reading.role == "prior" and _RANGES_TO.match(sentence.tags, reading.at):
        before = [r for r in beside if r.at == reading.at + 2]  # "deposits grew from $3 million to $5 million"
    if reading.role not in ("estimate", "gap", "prior", "previous") or not before or before[-1].metric is not None:
        return False
    goes_on = reading.role == "previous" and before[-1].role == "guide" and METRIC_TAG not in sentence.tags
    goes_on = goes_on or answers_before(sentence.folded, sentence.span.start)
    if goes_on or _MIDDLE.match(sentence.folded, sentence.span.start) is not None:
        return False
    return name_of(sentence, before[-1], None)[0] is None


_RANGES_TO = regex.compile(r"[$#]t[$#]")
_MIDDLE = regex.compile(
    r"(?:At )?(?:the|The|That|Its) (?:mid-?point|middle|cent(?:er|re)|high end|low end|top|bottom|upper end|lower end)\b"
)
"""``The middle of the range, at $4.5 billion, is above the $4.2 billion consensus``: of the outlook just told"""


def _is_aside(sentence: Sentence, reading: Reading) -> bool:
    """Tell a figure of last year before anything is named ("Acme, which bought Globex for $7 billion last year, earned")."""
    return reading.role == "prior" and reading.shape == A_YEAR_AGO and METRIC_TAG in sentence.tags[reading.at :]
