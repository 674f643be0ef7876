"""The thread of a story: what its sentences leave to those behind them, which need not say it again."""

from collections.abc import Sequence
from typing import NamedTuple

from earnsum.facts.headings import metric_of_list, with_metric_of_list
from earnsum.grammar.again import with_metric_again
from earnsum.grammar.pronouns import with_antecedent
from earnsum.grammar.pronouns_abroad import with_antecedent_abroad, with_same_profit
from earnsum.grammar.roles import Role
from earnsum.grammar.tokens import ANALYSTS_TAG, OTHER_TAG, Cue, Token, says, tags_of
from earnsum.grammar.told import Fact
from earnsum.lexicon import METRIC_TAG
from earnsum.model import Company, Span
from earnsum.parts.levels import Whole
from earnsum.parts.titles import part_before_colon, part_titled
from earnsum.parts.topics import Speaker
from earnsum.patterns import re
from earnsum.periods.carried import Carried
from earnsum.reading.scan import Scan
from earnsum.text.languages import ENGLISH, JAPANESE
from earnsum.text.marks import PeriodMark


class Thread(NamedTuple):
    """
    What a sentence takes over from those before it.

    `before` is the last that was read, `tokens` are the last one's as they stood in it, `opened` facts were told before its
    paragraph; `titled` is the part that a title above the paragraph names; `expects`: the paragraph says what was expected;
    `dated` is the period of a list; `quarterly`: a list says what changed from the quarter before; `rival` is who
    spoke at the end of the paragraph before.
    """

    before: Span | None = None
    tokens: Sequence[Token] = ()
    opened: int = 0
    titled: str | None = None
    speaker: Speaker = Speaker()
    period: Carried = Carried()
    profit: Token | None = None
    heading: Role | None = None
    listed: Cue | None = None
    expects: bool = False
    dated: PeriodMark | None = None
    quarterly: bool = False
    wholes: tuple[Whole, ...] = ()
    rival: str | None = None


def into_paragraph(thread: Thread, scan: Scan, sentence: Span, company: Company, told: int) -> Thread:
    """Return what goes on in the new paragraph that a sentence opens, before which so many facts were told."""
    is_title, part = part_titled(scan.folded, sentence, company)
    titled = part if is_title else thread.titled
    topic = part_before_colon(scan.folded, sentence, company) or titled
    speaker = thread.speaker
    if topic is not None or not speaker.apart:  # the next paragraph may call the part told of here "the unit"
        levels = speaker.levels if topic == speaker.topic else ()
        speaker = Speaker(part=speaker.topic or speaker.part, topic=topic, titled=topic is not None, levels=levels)
    return thread._replace(
        tokens=thread.tokens,
        opened=told,
        titled=titled,
        speaker=speaker,
        period=thread.period.into_paragraph(),
        expects=False,
        rival=thread.speaker.other,
    )


_REFERS = re.compile(
    r"\s*\"?(?:Its|The average|[\w ]{0,20}\b[Aa]nalysts|Wall Street"
    r"|Th(?:at|is) (?:would |also )?(?:is|was|be|(?:represent|mark|compare|mean|follow|beat|top)(?:s|ed)?|came|missed))\b"
)
"""How a sentence begins that goes on about who has just spoken."""


def on_its_own(thread: Thread, folded: str, sentence: Span, facts: Sequence[Fact]) -> Thread:
    """
    Return what goes on to a sentence that may open a paragraph whose break was lost: nobody speaks but the company.

    Where another one did, with no fact of the company's, and the sentence only refers to it, it opens nothing.
    """
    speaker = thread.speaker
    refers = speaker.other is not None and not (facts and facts[-1].sentence == thread.before)
    if speaker.apart or (refers and _REFERS.match(folded, *sentence)):
        return thread
    return thread._replace(speaker=Speaker(part=speaker.topic or speaker.part), rival=speaker.other)


def with_references(
    tokens: Sequence[Token], scan: Scan, sentence: Span, periods: Sequence[PeriodMark], thread: Thread
) -> tuple[list[Token], Thread]:
    """Return a sentence's tokens with the metrics that it only refers to ("it", a list's title), and what goes on from it."""
    profit = thread.profit
    if scan.language == ENGLISH:
        if tokens and says(tokens[0], {"they"}) and tags_of(thread.tokens[:2]).lstrip(OTHER_TAG).startswith(ANALYSTS_TAG):
            tokens = [tokens[0]._replace(tag=ANALYSTS_TAG), *tokens[1:]]  # "Analysts are skeptical. They predict a profit of $4"
        named = with_antecedent(tokens, thread.tokens, dated=bool(periods))
    else:
        named = with_antecedent_abroad(tokens, thread.tokens, scan.language)
    if scan.language == JAPANESE:
        named, profit = with_same_profit(named, profit)
    listed = metric_of_list(scan.folded, sentence, named, thread.listed)
    named = with_metric_again(scan.folded, with_metric_of_list(named, listed), periods)
    told = named if METRIC_TAG not in tags_of(tokens) else tokens  # "In stores they fell. Online they rose"
    return named, thread._replace(tokens=told, profit=profit, listed=listed)
