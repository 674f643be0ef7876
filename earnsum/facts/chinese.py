"""Chinese: what only Chinese news says, of brokers that expect, of a whole market's firms, and of dividends by the ten shares."""

from __future__ import annotations

from decimal import Decimal

from earnsum.model import Span
from earnsum.patterns import regex
from earnsum.text.marks import Quantity

_BROKER = regex.compile(
    r"(?P<who>大摩|小摩|高盛|摩根士丹利|摩根大通|瑞银|瑞信|花旗|美银|汇丰|里昂|野村|大和|麦格理|杰富瑞|中金|星展|交银国际|"
    r"\p{Han}{2}(?:证券|国际证券|投顾|资本)|研究机构|研究报告|研报)"
    r"[^,。;0-9]{0,10}?(?:预计|预期|预估|预测|料|估|认为|指出|将[^,。;]{0,12}目标价|上调|下调|维持|给予|发表|重申)"
)


def is_of_a_broker(folded: str, sentence: Span) -> bool:
    """Tell a sentence in which a broker, whom the title does not name, says what it expects: no outlook, nor a consensus."""
    found = _BROKER.search(folded, *sentence)
    if found is None or folded.startswith(("此前", "原先", "之前", "先前"), found.end("who")):
        return False
    return found["who"] not in folded.partition("\n")[0]


_LEAD = 120
_OF_A_MARKET = regex.compile(
    r"(?:全体|台股|沪深|[0-9]+家)?上市[柜公]+司(?:第|前|今年|整体|合计|总|共|财报|单季|[0-9上下]|业绩)|台股第?[1-4一二三四]季"
)


def is_of_a_market(folded: str) -> bool:
    """Tell a story on all the firms that are listed somewhere, by its title or lead."""
    return _OF_A_MARKET.search(folded, 0, _LEAD) is not None


_TEN = Decimal(10)


def of_one_share(folded: str, figure: Quantity) -> Quantity:
    """Return a dividend for each ten shares as that for one ("每10股派发现金红利3.5元")."""
    if regex.search(r"每(?:10|十)股", folded[max(0, figure.span.start - 24) : figure.span.start]) is None:
        return figure
    low, high = (end if end is None else end / _TEN for end in (figure.low, figure.high))
    return figure._replace(value=figure.value / _TEN, low=low, high=high)
