"""
Verdicts: what a sentence says in words to have beaten, missed or met expectations.

"Topped estimates" may be all that is told of a metric.  Apart from the roles of figures, since it has patterns of its own,
and since what a word says is turned round in "a wider loss" and "a smaller fall".
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from earnsum.grammar.metrics import COSTS, EARNINGS
from earnsum.grammar.needs import Live, sieve
from earnsum.grammar.phrasing import VERDICTS, verdicts_of
from earnsum.grammar.reasons import find_reasons
from earnsum.grammar.says import BETTER, IN_LINE, MOVE, OF_FIGURE, ON_METRIC, RISE, SAYS, UNEXPECTED, WIDER, WIDER_TOO
from earnsum.grammar.shape import EXPECTED_MORE
from earnsum.grammar.sizes import PLACES, SIZES, size_in, verdict_on_move
from earnsum.grammar.surprises import is_surprise, verdict_on_surprise
from earnsum.grammar.tokens import ESTIMATE_TAG, OTHER_TAG, Cue, Token, entry_of, first_word, is_called, tags_of
from earnsum.model import Verdict
from earnsum.patterns import re, regex
from earnsum.text.languages import ENGLISH


class Claim(NamedTuple):
    """A verdict in words: what it is said of, and where it stands."""

    at: int
    subject: str
    verdict: Verdict
    shape: str
    metric: Cue | None = None
    exact: bool = False
    said_at: int = 0
    part: str | None = None
    """The part of the company that the words behind the verdict name (see `contrasts`)."""


@cache
def _says(language: str) -> tuple[list[tuple[str, regex.Pattern[str]]], Live]:
    """Return the verdicts in words of a language by name, and what tells which of them may be found."""
    says = verdicts_of(language, SAYS)
    return [(name, regex.compile(pattern)) for name, pattern in says], sieve(f"says.{language}", [pattern for _, pattern in says])


_NEITHER = frozenset({"tax_rate"})
"""``helped by a lower-than-expected tax rate``: a reason, and neither good nor bad by itself"""


def find_claims(tokens: Sequence[Token], tags: str, language: str) -> list[Claim]:
    """Find what is said to have beaten, missed or met expectations."""
    claims = list(_claims_of(tokens, tags, language))
    if language != ENGLISH or _SET_AGAINST.isdisjoint(tags):
        return claims
    for reason in find_reasons(tokens, tags):
        claims = [claim for claim in claims if claim.said_at != reason.said_at]
        if reason.is_of_either:
            continue
        left = [*tokens[: reason.start], *tokens[reason.end :]]
        beyond = [_moved(claim, reason.start, reason.end - reason.start) for claim in _claims_of(left, tags_of(left), language)]
        claims += [claim for claim in beyond if claim.said_at == reason.said_at]
    return claims


def _moved(claim: Claim, start: int, by: int) -> Claim:
    """Return a claim with its places counted in all the tokens, of which so many at `start` had been left out."""
    return claim._replace(
        at=claim.at + by if claim.at >= start else claim.at, said_at=claim.said_at + by if claim.said_at >= start else claim.said_at
    )


def _claims_of(tokens: Sequence[Token], tags: str, language: str) -> Iterator[Claim]:
    says, live = _says(language)
    for name, pattern in [says[number] for number in live(frozenset(tags))]:
        for match in pattern.finditer(tags):
            own = _OWN_FORECAST.match(tags, match.start("v"))
            if (
                own
                or _is_hoped(tokens, match.start("v"))
                or _compares_with_a_period(tokens, match.start("v"))
                or _is_growth_of_a_market(tokens, match.end())
            ):
                continue
            said = tokens[match.start("v")].mark
            words = said.words if isinstance(said, Cue) else ""
            for at in match.starts("met"):
                token = tokens[at]
                if is_called(token.mark, _NEITHER) or (
                    (words in SIZES or words in PLACES) and _is_other_loss(tokens, at, match.starts("met")[-1])
                ):
                    continue
                if words.startswith("entspr") and _EXPECTED.isdisjoint(tags):
                    continue  # "was einer Marge von 5 Prozent entspricht"
                if _is_of_a_start(name, tokens, at, match):
                    continue
                if _is_none(name, match.group(), words, tokens, at) or _may_be_either(tags, at, match.start("v"), words):
                    continue
                verdict = _judged(name, match, tokens, at, words, tags)
                if verdict is None:
                    continue
                subject, metric = subject_of(token)
                claim = Claim(
                    at=at,
                    subject=subject,
                    verdict=verdict,
                    shape=name,
                    exact=_is_exact(tokens[match.start("v")]),
                    said_at=match.start("v"),
                    metric=metric,
                )
                yield from _or_neither(claim, tokens, tags)


_HOPED = frozenset({"seen", "hopes", "hoped", "hoping", "aims", "aimed", "aiming"})


def _is_hoped(tokens: Sequence[Token], said: int) -> bool:
    """Tell what may yet beat or miss estimates ("profit seen topping forecasts", "profit to beat forecasts")."""
    before = tokens[said - 1] if said else None
    if before is None or tokens[said].tag not in "bm":
        return False
    named = tags_of(tokens[max(0, said - 2) : said]) in ("Mt", "Kt") and first_word(before) == "to"
    return named or (before.tag == OTHER_TAG and first_word(before) in _HOPED)


def _is_other_loss(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Tell a loss beside the level that alone moved ("swung to a loss and revenue fell more than expected")."""
    one, other = entry_of(tokens[at].mark), entry_of(tokens[last].mark)
    return one is not None and one.loss and other is not None and not other.loss


def subject_of(token: Token) -> tuple[str, Cue | None]:
    """Return what a verdict on what a token names is on, and the metric where that is one by itself."""
    subject = _SUBJECTS[token.tag]
    return subject, token.mark if subject == "metric" and isinstance(token.mark, Cue) else None


def _or_neither(claim: Claim, tokens: Sequence[Token], tags: str) -> Iterator[Claim]:
    """Yield a verdict, or those on two metrics of which neither met forecasts; none where neither "topped" them."""
    nor = _NOR.search(tags, 0, claim.at)
    if nor is None or all(first_word(token) != "nor" for token in tokens[nor.start() : claim.at]):
        yield claim
    elif claim.verdict == "in_line":
        claim = claim._replace(verdict="miss", exact=False)
        yield claim
        if isinstance(mark := tokens[nor.start()].mark, Cue) and tags[nor.start()] in _SUBJECTS:
            yield claim._replace(at=nor.start(), subject=_SUBJECTS[tags[nor.start()]], metric=mark)


def _judged(  # noqa: PLR0913, PLR0917 - what a verdict rests on
    name: str, match: regex.Match[str], tokens: Sequence[Token], at: int, words: str, tags: str
) -> Verdict | None:
    """Return the verdict that a shape's match gives on the metric at `at`; None where it does not tell which."""
    said = match.start("v")
    if name == MOVE:
        return verdict_on_move(tokens, said, match.start("move") if match["move"] else None)
    if name == EXPECTED_MORE and tags[said + 1 : said + 2] in ("U", "D"):  # "analysts had expected a bigger rise"
        came = verdict_on_move(tokens, said)
        return OPPOSITE.get(came, came) if came is not None else None
    if name == EXPECTED_MORE and words in _BETTER_OR_WORSE:
        return _BETTER_OR_WORSE[words]
    if at < said and is_surprise(words) and (verdict := verdict_on_surprise(tokens, at, tags, said)) is not None:
        return verdict
    judged = tokens[match.starts("met")[-1]] if name == WIDER else tokens[at]  # "a smaller earnings and EBITDA loss"
    verdict = _verdict(match.group("v"), judged, words, falling=_falls(tags, at, said, words))
    turned = name == EXPECTED_MORE or (name == RISE and _is_more_of_a_fall(match.group(), words))
    return OPPOSITE.get(verdict, verdict) if turned else verdict


def _is_none(name: str, found: str, words: str, tokens: Sequence[Token], at: int) -> bool:
    """Tell what looks like a verdict on the metric at `at`, by words that the tags do not tell apart, and is none."""
    if name == RISE and is_surprise(words):
        return "D" not in found  # "an unexpected rise in sales": it may have been expected to rise less
    if name == EXPECTED_MORE and words in _MOVES:  # a rise had been expected: of what rose, that tells nothing
        return _MOVES[words] not in found
    if name in (UNEXPECTED, IN_LINE):
        is_said = words == "in line" or words.endswith(_AS) if name == IN_LINE else tokens[at + 1].first == "unexpectedly"
        return not is_said
    if name == ON_METRIC:
        return _is_why_or_another(tokens, at)
    if name == OF_FIGURE and tags_of(tokens[at + 1 : at + 3]) == ",o":
        return first_word(tokens[at + 2]) not in _AT  # "earnings, excluding a charge, were 61 cents": not the charge
    reach = len(tokens) if name == MOVE else at + _FAR
    than = any(_says_than(token) or (name == MOVE and token.tag in _TIMES) for token in tokens[at + 1 : reach])
    # "increased revenue and a smaller loss than expected"
    return name in (WIDER, WIDER_TOO, MOVE) and not (than and (name != WIDER_TOO or words.endswith(_COMPARED)))


_COMPARED = ("er", "worse", "more", "less")
"""How a comparative ends."""
_MAKE = frozenset({"made", "make", "makes", "making"})
_BEGINNINGS = frozenset({"start", "beginning", "progress", "debut"})


def _is_of_a_start(name: str, tokens: Sequence[Token], at: int, match: regex.Match[str]) -> bool:
    """Tell what was no better earned ("made a better-than-expected start"), or of a time not over ("sales since July")."""
    if any(first_word(token) == "since" for token in tokens[at + 1 : match.start("v")]):
        return True
    made = name == BETTER and first_word(tokens[at]) in _MAKE
    return made and any(first_word(token) in _BEGINNINGS for token in tokens[match.end() : match.end() + 1])


_AT = frozenset("at reaching hitting totaling totalling coming landing de à von mit".split())
_AS = (" as expected", " as forecast", " as predicted", " as anticipated")
"""``Revenue was about as expected``; by itself "as expected" says as often what the company had let know"""


def _is_why_or_another(tokens: Sequence[Token], at: int) -> bool:
    """Tell a metric behind "topped estimates" that is what brought it about, or is told beside, or the estimate's own."""
    if _BESIDE.search((tags := tags_of(tokens))[:at]) and tags.startswith("o$", at + 1):
        return True
    before = next(token for token in reversed(tokens[:at]) if token.tag not in "KB")
    if before.tag == ESTIMATE_TAG:  # "missed the consensus earnings", but not "met forecasts for earnings"
        return not (isinstance(before.mark, Cue) and before.mark.words.endswith((" for", " of", " on")))
    if before.tag == "/":  # "beat forecasts as profit rose": of sales that rose it may be why
        return first_word(before) not in _WHEN or not is_called(tokens[at].mark, EARNINGS)
    # "profit tops forecasts on vaccine sales"
    return before.tag == OTHER_TAG and _BY_WHICH.search(tags_of(tokens[:at])) is not None


_BESIDE = re.compile(r"Mo?s[UD_yn,s]{0,3}[bmiqw][_oABK]{0,3}[NfE],?a_?B?$")
"""``Earnings of 93 cents a share topped estimates on revenue of $2 billion``: what came a share has"""

_WHEN = frozenset(("as", "after", "when"))
_MOVES = {
    **dict.fromkeys(("plus", "anstieg", "zuwachs", "wachstum", "steigerung", "hausse", "progression", "croissance", "alza"), "D"),
    **dict.fromkeys(("minus", "rückgang", "baisse", "recul", "repli", "caída", "descenso"), "U"),
}
"""Moves that may have been expected, and the tag of one the other way, which alone tells how it was beside them"""

_BETTER_OR_WORSE: dict[str, Verdict] = {"better": "miss", "worse": "beat"}
"""What was expected, of a loss as of a profit"""


_NOR = re.compile(r"(?:^|[M10_][_oKn]{0,3})![_BK]{0,2}$")
"""``Neither earnings nor its revenue`` …, ``Nor did revenue`` …"""


_SUBJECTS = {"M": "metric", "2": "both", "1": "revenue", "0": "eps", "s": "eps", "e": "results"}
"""What a verdict is on, by the tag of what is named."""

_EXPECTED = frozenset("NAEf")
_SET_AGAINST = _EXPECTED.union("jkCS")
"""Tags without one of which nothing is said to have beaten anything"""

_TIMES = "qw"
"""Tags of "twice the" and "half the", which compare by themselves."""
_FAR = 7
"""Tokens within which "than" follows what is compared."""


def _is_more_of_a_fall(tags: str, words: str) -> bool:
    """Tell a fall that is a surprise, or by its size ("a higher-than-expected decline in sales"), from a better one."""
    return "D" in tags and (is_surprise(words) or words.startswith(("higher ", "lower ", "greater ", "larger ")))


def _compares_with_a_period(tokens: Sequence[Token], at: int) -> bool:
    """Tell a word of comparison behind which only a period stands, which shapes do not see: "in line with 2013"."""
    said, behind = tokens[at].mark, tokens[at + 1 : at + 2]
    preposed = isinstance(said, Cue) and said.words.endswith((" with", " than", " of"))
    pauses = bool(behind) and behind[0].tag in _PAUSES and behind[0].start > tokens[at].end
    return preposed and (not behind or (pauses and first_word(behind[0]) != "where"))


_PAUSES = ",;:)/&"


def _is_growth_of_a_market(tokens: Sequence[Token], end: int) -> bool:
    """Tell how a market fared, which is no expectation: "outpacing the overall market's average gain"."""
    behind = tokens[end : end + 1]
    return bool(behind) and behind[0].tag in "UD" and tokens[end - 1].tag == "A" and first_word(tokens[end - 1]) == "market"


_BY_WHICH = re.compile(r"M[_o]{0,2}[bmiqw][_oA]{0,3}[NfE][ao]_$")


_OWN_FORECAST = re.compile(r"[bmiqw]_?K_?[fE](?!_?A)")
"""``missing its forecast of flat growth``, ``faster than it expected``: no expectation of analysts"""


_BY_OR_TO = re.compile(r"D[_on]*%[_n]?t[s$][_,]*$")


def _may_be_either(tags: str, metric: int, said: int, words: str) -> bool:
    """Tell words that may be of a fall as well as of the level it led to: "fell 20% to $80 million, more than expected"."""
    return words in ("more than", "less than", "more than expected", "less than expected") and (
        _BY_OR_TO.search(tags[metric:said]) is not None
    )


def _says_than(token: Token) -> bool:
    """Tell "than", by itself or with what was expected."""
    return isinstance(token.mark, Cue) and token.mark.words.partition(" ")[0] == "than"


EXACTLY = frozenset(
    {
        *("exactly what", "precisely what", "just what", "which is what", "which was what", "the same as", "equal to"),
        *("exactly as expected", "equaled", "equalled"),
    }
)
"""In-line words that say that the estimate was the figure itself."""


def _is_exact(token: Token) -> bool:
    return isinstance(token.mark, Cue) and token.mark.words in EXACTLY


_FALLS = re.compile(r"D[_ony]*%?[_,/]*$")
_FALLS_TO = re.compile(r"D[_on]*%?(?:[_n]?t[s$])?[_,]*$")
_OF_MOVES = ("faster", "quicker", "slower", "steeper", "sharper", "deeper", "bigger", "larger", "smaller")
"""How words begin that are of a move, and not of the level it led to."""
_FALL_IN = re.compile(r"(?:D[no]?|v)_?$")


def _falls(tags: str, metric: int, said: int, words: str) -> bool:
    """
    Tell whether what is said to be more or less is a fall: "sales fell less than expected", "the drop in sales was smaller".

    So is "trimmed its dividend more than expected".
    """
    if words.rpartition(" ")[2] in PLACES or words.startswith("exceed"):
        return False
    falls = _FALLS_TO if words.startswith(_OF_MOVES) and words != "smaller than" else _FALLS
    return falls.search(tags[metric:said]) is not None or (
        metric < said and _FALL_IN.search(tags[max(0, metric - 3) : metric]) is not None and tags[metric:said].strip("_oMBy") == ""
    )


_LARGER = tuple("higher lower höher niedriger größer geringer kleiner supérieur inférieur inferior superior".split())
"""How a word begins that says of a loss only how large it is."""

OPPOSITE: dict[Verdict, Verdict] = {"beat": "miss", "miss": "beat"}
"""What the other way round is; in line stays so."""


def _verdict(tag: str, subject: Token, words: str, *, falling: bool = False) -> Verdict:
    """Return the verdict that a cue gives; "a wider loss" is worse, "a wider profit" better."""
    entry = entry_of(subject.mark)
    bad = entry is not None and (entry.loss or entry.metric in COSTS)
    if is_surprise(words) and subject.tag == "M":
        return "miss" if bad else "beat"
    if (size := size_in(words)) is not None and subject.tag == "M":
        bad ^= falling
        return "beat" if (size == "less") == bad else "miss"
    if tag in VERDICTS:
        larger = entry is not None and entry.loss and words.startswith(_LARGER)  # "higher-than-expected loss"
        costly = tag in "jkqw" and (larger or is_called(subject.mark, COSTS))  # "lower-than-expected impairments"
        return OPPOSITE.get(VERDICTS[tag], VERDICTS[tag]) if costly else VERDICTS[tag]
    if "D" in tag[1:] or falling:  # "a bigger-than-expected drop in profit", "profit fell a steeper-than-expected 5%"
        bad = not bad
    return "miss" if (tag[0] in "UC") == bad else "beat"
