"""Companies: who reported, and where others are named."""

from __future__ import annotations

import pytest

from earnsum.model import Company
from earnsum.names.companies import find_company, find_item_head, find_names
from earnsum.names.datelines import dateline_end

REPORTERS = [
    ("Acme Foods (NASDAQ: ACF) said profit rose to $5 million.", "Acme Foods", "ACF", "NASDAQ"),
    ("Anvil maker Acme Oyj (OMX: ACME1) said today its net profit rose.", "Acme", "ACME1", "OMX"),
    ("Acme Corp. ACM, -0.99% shares fell after Acme said it earned $5 million.", "Acme", "ACM", None),
    ("Shares of Acme Inc. acm were down after Acme reported a loss.", "Acme", "ACM", None),
    ("Shares of Acme Inc. undefined fell after Acme reported a loss.", "Acme", None, None),
    ("Acme Group Oyj OMX Helsinki: ACM1V reported a profit of EUR 7 m.", "Acme Group", "ACM1V", "OMX Helsinki"),
    ("Acme & Sons Health Inc.'s ACSH, +2.5% stock jumped on its results.", "Acme & Sons Health", "ACSH", None),
    ("Acme (ACM) – Acme beat estimates by 3 cents.", "Acme", "ACM", None),
    ("Acme Kitchen — Shares of the chain fell after it lost 3 cents a share.", "Acme Kitchen", None, None),
    ("In July-September 2008, Acme's net sales grew to EUR 9 mn.", "Acme", None, None),
    ("The third quarter saw Initech swing back to a profit.", "Initech", None, None),
    ("Sales fell, said Jane Doe, chief executive of Acme. Doe said more. Acme earned $5 million.", "Acme", None, None),
    ("SPRINGFIELD, Oct 6 - Acme said profit rose.", "Acme", None, None),
    ("United Anvils, while cutting jobs, said profit fell. United said more.", "United Anvils", None, None),
    ("acme corp - sees q1 revenue of $5 mln\nq4 earnings per share $1", "Acme", None, None),
    ("acme's first quarter results exceed expectations.\nq1 sales $2 mln.", "Acme", None, None),
    ("acme steel q3 earnings per share $0.66.\nq3 sales rose.", "Acme Steel", None, None),
    ("the company reports q2 earnings per share of $1.\nq2 sales $5 mln.", None, None, None),
    ("membership income increased 9.1%.\nq4 revenue $5 mln.", None, None, None),
    ("homes delivered increased 17% to 2,242.\nreducing fy22 revenue guidance range.", None, None, None),
    ("temporarily suspended its dividend.\nearned net income of $5 mln.", None, None, None),
    ("reg-acme - first quarter results.\nacme steel q1 net income $5 mln.", "Acme Steel", None, None),
    ("acme steel suspends previously announced outlook.\nq1 sales $5 mln.", "Acme Steel", None, None),
    ("DALEFORD (XY) _ Acme Corp. (ACM) on Thursday reported a profit.", "Acme", "ACM", None),
    ('DALEFORD, Ill., Oct. 24, 2019 (Wire) -- Acme (the "Maker") (OTC: ACM) today reported a profit.', "Acme", "ACM", "OTC"),
    ("Old Daleford, PA - Acme Bancorp, Inc. (NASDAQ:ACMB) today reported a profit.", "Acme Bancorp", "ACMB", "NASDAQ"),
    ("Acme plc (ACM - see more) said profit rose.", "Acme", "ACM", None),
    ("Acme & Co. said profit rose. Acme earned $5 million.", "Acme", None, None),
    ("Acme Corp. stock fell nearly 8% after the retailer reported a loss.", "Acme", None, None),
    ("K7 Anvils Inc. (NASDAQ: KANV) said quarterly profit fell. K7 earned $5 million.", "K7 Anvils", "KANV", "NASDAQ"),
    ("The biggest anvil maker, Acme Steel, did not change its outlook.", "Acme Steel", None, None),
    ("Acme, owner of Hammerco, Nailco and Sawco, said profit rose.", "Acme", None, None),
    ("Norway's Acme reported a loss of $5 million. Acme lost money.", "Acme", None, None),
    ("Der Umsatz stieg um 5 Prozent auf 3 Milliarden Euro. Milliarden flossen.", None, None, None),
    ("Die Anvil AG hat den Umsatz um 5 Prozent auf 3 Milliarden Euro gesteigert.", "Anvil", None, None),
    ("Le chiffre d'affaires a progressé de 5 % à 3 milliards d'euros, selon le groupe.", None, None, None),
    (
        "MADRID (Agencia) - Anvil dijo que su beneficio subió un 8 por ciento en el trimestre, según el informe.",
        "Anvil",
        None,
        None,
    ),
    ("Los ingresos de Anvil ascendieron a 229 millones de euros, lo que supone un descenso del 6,3%.", "Anvil", None, None),
    (
        "El gigante chileno de los yunques Anvil Sur informó de un aumento de las ganancias y de los ingresos.",
        "Anvil Sur",
        None,
        None,
    ),
    (
        "Grupo Anvil, el conglomerado mexicano, se anotó un beneficio neto de 2.723 millones en el trimestre.",
        "Grupo Anvil",
        None,
        None,
    ),
    ("국내 1위 조선사 글로벡스가 3분기 흑자를 냈다.\n글로벡스는 영업이익 50억원을 기록했다.", "글로벡스", None, None),
    ("30일 후리은행에 따르면 순이익은 500억원이다. 후리은행은 이자이익이 늘었다고 설명했다.", "후리은행", None, None),
    ("반도체 장비업체 이니텍(123456)의 3분기 영업이익이 30억원이다. 매출은 500억원이다.", "이니텍", None, None),
    ("테라은행, 3분기 순이익 300억원\n테라은행은 순이익이 300억원이라고 밝혔다.", "테라은행", None, None),
    ("영업이익은 50억원으로 증가했다. 매출은 500억원이다.", None, None, None),
    ("Anvil S.A. ganó 200 millones de euros en el primer trimestre.", "Anvil", None, None),
    ("ASW's profit rises. AnvilSmithWorks grew sales: ASW earned $5 million.", "AnvilSmithWorks (ASW)", None, None),
    ("Anvil's profit beats estimates. AnvilSmithWorks Plc reported a profit of $5 million.", "AnvilSmithWorks", None, None),
    ("L Anvils swings to a profit. L Anvils Inc. earned $5 million.", "L Anvils", None, None),
    ("a2 Anvils Reports First Quarter Results. a2 Anvils, Inc. (NASDAQ: ACOM) earned $5 million.", "a2 Anvils", "ACOM", "NASDAQ"),
    ("US Anvils Group said it lost $5 million. US Anvils said sales fell.", "US Anvils Group", None, None),
    ("US Anvils' loss widens. US Anvils (UAN) reported a loss of $5 million.", "US Anvils", "UAN", None),
    ("Drugmaker Acme raised its outlook. Acme earned $5 million.", "Acme", None, None),
    ("Acme Easily Tops Estimates. Acme earned $5 million.", "Acme", None, None),
    ("Three Anvil Bancorp said profit rose.", "Anvil Bancorp", None, None),
    ("Two Anvil Bancorp said profit rose.", "Two Anvil Bancorp", None, None),
    ("Banco do Acme SA, the lender, said profit rose.", "Banco do Acme", None, None),
    ("The Irish carrier lost $5 million. Acme posted a loss.", "Acme", None, None),
    ("The Hong Kong landlord posted a profit of HK$5 million. Acme REIC earned more.", "Acme REIC", None, None),
    (
        "WAN shares fall on profit. West Anvil Newspapers Holdings reported a profit of $5 million.",
        "West Anvil Newspapers Holdings (WAN)",
        None,
        None,
    ),
    (
        "M&H profits jump. The recovery at Mark and Hammer goes on: M&H earned $5 million. Hammer fell.",
        "Mark and Hammer (M&H)",
        None,
        None,
    ),
    ("Dollar Anvil Inc. said profit rose. Dollar Anvil earned $5 million.", "Dollar Anvil", None, None),
    ("easyAnvil has warned on profits. easyAnvil lost $5 million.", "easyAnvil", None, None),
    ("Örnvik lowered its outlook. Örnvik lost $5 million.", "Örnvik", None, None),
    ("Operating profit rose to EUR 4 mn from EUR 3 mn in Q2.", None, None, None),
    ("The company recorded revenues of EUR 6 million in 2007.", None, None, None),
    ("Anvil Worldwide Holdings said it earned $5 million.", "Anvil Worldwide Holdings", None, None),
    ("* maintained quarterly dividend.\n* increasing full-year 2022 outlook.\n* q2 revenue $4 million.", None, None, None),
    (
        "* anvil foods raising its view.\n* strategic actions taken to lower costs.\n* q2 revenue $4 million.",
        "Anvil Foods",
        None,
        None,
    ),
    (
        "* h&j glue reaffirms outlook.\n* store-level sales by brand-new sites rose.\n* q2 revenue $4 million.",
        "H&J Glue",
        None,
        None,
    ),
    ("Furthermore, sales of anvils declined by 5.4% in the year.", None, None, None),
    ("Construction is to be completed in 2011.", None, None, None),
    ("The Acme representative Jane Doe said that the company earned $5 million.", "Acme", None, None),
    ("Acme Inc ACM.N posted a profit of $5 million.", "Acme", "ACM.N", None),
    ("Acme ACM.DE sold more anvils and earned $5 million.", "Acme", "ACM.DE", None),
    ("Acme Ltd <ACM.L> said it earned $5 million.", "Acme", "ACM.L", None),
    ("Anvil Hammer and Co (ANH.N) said profit rose.", "Anvil Hammer", "ANH.N", None),
    ("An-vil Inc (ANV.O) said profit rose.", "An-vil", "ANV.O", None),
    ("NYSE Group Inc (NGI.N) said profit rose.", "NYSE Group", "NGI.N", None),
    ("Chief Executive Jane Doe said Doe Tools Inc earned $5 million. Doe sold more.", "Doe Tools", None, None),
    ("Shares of San Daleford-based Acme (ACM - See More), a brewer, rose as it earned $5 million.", "Acme", "ACM", None),
    ("* anvil-works inc q2 revenue $4 million.\n* paid digital-only subscriptions rose.", "Anvil-works", None, None),
]


@pytest.mark.parametrize(("text", "name", "ticker", "exchange"), REPORTERS, ids=[case[0][:40] for case in REPORTERS])
def test_the_reporting_company_is_found(text: str, name: str | None, ticker: str | None, exchange: str | None) -> None:
    assert find_company(text, None) == Company(name=name, ticker=ticker, exchange=exchange)


MORE = "The company earned $5 million, or 10 cents a share, up from $4 million. Revenue rose 3% to $90 million.\n\n"
TITLED = [
    ("Acme cuts dividend as profit falls", "Investors in Acme must make do with less.", "Acme"),
    ("Acme Anvil Falls After Results Miss Projections", "Acme Anvil Stores Inc. said profit rose.", "Acme Anvil Stores"),
    (
        "Acme Stores GAAP EPS of $0.97 misses by $0.03",
        "- Acme Stores press release (NASDAQ:ACM): Q1 GAAP EPS of $0.97.",
        "Acme Stores",
    ),
    ("Acme warns of another hard year", "Acme, the largest maker of anvils, gave warning of losses.", "Acme"),
    ("Acme plc (ACM) Q3 Earnings Beat Estimates", "Based in Daleford, Acme plc (ACM - see more) makes anvils.", "Acme"),
    (
        "Anvilo operator sticks to outlook",
        "DALEFORD - The anvil company, Acme Steel, did not change it. Anvilo's shops sold more.",
        "Acme Steel",
    ),
    ("Acme Slumps on Miss", "Anvils.com - Acme (NASDAQ:) slumped after missing forecasts.", "Acme"),
    ("Ack's quarterly profit up 36 percent", "Acme-Acker today reported a jump in profit. Acme-Acker earned more.", "Acme-Acker"),
    ("AIM Shares Plunge", "Anvils in Motion reported a lower profit. AIM said sales fell.", "Anvils in Motion (AIM)"),
    ("A&H first-half profit falls", "Acme & Hammer has seen its profit fall. A&H's shops sold less.", "Acme & Hammer (A&H)"),
    ("ACME CORP <ACM> 4TH QTR NET", "Shr 12 cts vs 10 cts\n    Net 1,200,000 vs 1,000,000\n    Revs 9.0 mln vs 8.0 mln", "ACME"),
    (
        "FORGE AND HAMMER INC <FNH> SETS PAYOUT",
        "Qtly div five cts vs five cts\n    Pay May 1\n    Record April 3",
        "FORGE AND HAMMER",
    ),
    (
        "Dax profit up as trading rises",
        "Dax Stock Market Inc ( DXM.O ), which runs an exchange, said profit rose.",
        "Dax Stock Market",
    ),
    ("Anvil profit falls", "J.J. Anvil Co ( JJA.N ) earned less. Anvil said it sold more.", "J.J. Anvil"),
    ("Hammer profit falls", "Anvil-Hammer Inc ( AHM.N ) earned less.", "Anvil-Hammer"),
    ("Anvil profit falls", "Anvil-Hammer Inc ( AHM.N ) earned less. Anvil expects to sell more.", "Anvil-Hammer"),
    ("Anvil profit falls", "AnvilHammer ( AHM.N ) earned less. Anvil expects to sell more.", "AnvilHammer"),
    ("Acme outlook pleases", "Acme's had a good quarter. Acme Inc earned more, and Acme's said it would sell more.", "Acme"),
    ("Acme Pushes Price Cuts as Costs Fall", "Acme reported profit that was higher. Acme's sales rose 4%.", "Acme"),
    ("Acme Anvil Price Cuts Hurt Profit", "Acme Anvil reported profit that was lower. Acme Anvil's sales fell.", "Acme Anvil"),
    (
        "Dax profit jumps on sale",
        "Dax Stock Market Inc ( DXM.O ) earned more. Hooli ( HLI.O ) bought what it sold.",
        "Dax Stock Market",
    ),
    ("Doe profit falls", "Doe Inc earned less. It was a hard year, said Jane Doe, its chief executive. Doe sold less.", "Doe"),
    (
        "Saddler bags sales",
        "Doelli has reported a record profit. Doelli sold more. It was good, said chairman Jan Doelli.",
        "Doelli",
    ),
    ("Roe's anvils sell", "Jack Roe's Acme Anvils reported a profit. It was good, said chairman Jack Roe.", "Acme Anvils"),
    ("Roe's Acme Anvils posts profit", "Jack Roe's Acme Anvils reported a profit. Roe said it was good.", "Acme Anvils"),
    ("Acme to sell bonds", "Acme will sell bonds, said Acme Treasurer Jane Doe. Acme ACM.N earned less.", "Acme"),
    ("CORRECTED-Acme profit rises", "DALEFORD, Oct 6 - Acme said profit rose.", "Acme"),
    ("Anvilo owner Acme posts a profit", "Acme posted a profit. Anvilo's sales rose. Anvilo is growing.", "Acme"),
]


@pytest.mark.parametrize(("title", "lead", "name"), TITLED, ids=[case[0][:40] for case in TITLED])
def test_title_and_lead_together_tell_the_company(title: str, lead: str, name: str) -> None:
    assert find_company(f"{title}\n\n{lead}\n\n{MORE}", title, len(title)).name == name


@pytest.mark.parametrize(
    "sentence",
    [
        "FFO beat estimates by 3 cents.",
        "Online sales rose 4%.",
        "Catastrophe losses fell to $5 million.",
        "Smithing revenue rose, and smithing income too.",
        "Estimates call for a profit.",
        "NOI-weighted sales rose.",
    ],
)
def test_measures_and_plain_nouns_are_no_companies(sentence: str) -> None:
    text = f"Acme profit rises\n\nAcme Corp. said profit rose.\n\n{sentence}"
    assert {mark.name for mark in find_names(text)} == {"Acme"}


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("DALEFORD, Mich. -- Acme", "Acme"),
        ("DALEFORD Nov 6 - Acme", "Acme"),
        ("Daleford, Finland - Acme", "Acme"),
        ("Daleford (Wire) - Acme", "Acme"),
        ("DALEAPOLIS (AP) — Acme", "Acme"),
        ("Daleford, Southern Finland (AFP) July 19, 2013 Acme", "Acme"),
        ("GLOBEX (GBX) - Shares", "GLOBEX (GBX) - Shares"),
        ("GLOBEX - Shares of GLOBEX", "GLOBEX - Shares of GLOBEX"),
        ("Acme, Globex - Shares", "Acme, Globex - Shares"),
        ("Acme, Inc. - Shares", "Acme, Inc. - Shares"),
    ],
)
def test_a_dateline_is_told_from_an_items_head(line: str, rest: str) -> None:
    assert line[dateline_end(line, 0) :] == rest


def test_a_title_names_its_subject_before_the_rivals() -> None:
    title = "Acme Q3 profit rises"
    told = "The brewer earned $5 million. Its rival Globex reported a loss. Globex said it lost $2 million.\n\nAcme's sales rose."
    text = f"{title}\n\n{told}"
    assert find_company(text, title, len(title)).name == "Acme"


def test_analysts_houses_are_no_companies() -> None:
    text = "Initech analysts expected $2, and the Globex consensus was $3, according to Hooli. Acme earned $5 a share."
    assert {mark.name for mark in find_names(text)} == {"Acme"}


def test_a_market_report_names_no_company() -> None:
    title = "Stocks slip as oil slides"
    told = "The S&P 500 lost 1% on Monday.\n\nTraders in New York were cautious, and the Dow Jones Industrial Average fell. "
    text = f"{title}\n\n{told * 5}"
    assert find_company(text, title, len(title)) == Company()


def test_a_name_in_full_and_its_capitals_are_one() -> None:
    text = "Acme Consultancy Services (ACS) said profit rose. ACS earned $5 million."
    assert {mark.name for mark in find_names(text)} == {"Acme Consultancy Services (ACS)"}
    assert find_company(text, None).ticker is None


def test_every_mention_is_marked_with_the_fullest_name() -> None:
    text = "Shares of Acme Foods Inc. fell. Acme lost $2 million, and Globex Corp. earned $3 million. Acme's sales rose."
    marks = find_names(text)
    assert [mark.name for mark in marks] == ["Acme Foods", "Acme Foods", "Globex", "Acme Foods"]
    assert [mark.span.of(text) for mark in marks] == ["Acme Foods Inc", "Acme", "Globex Corp", "Acme"]


GERMAN = """Globex steigert Gewinn

Der Autobauer Globex hat im dritten Quartal seinen Gewinn gesteigert. Der Umsatz und der Gewinn stiegen. Analysten hatten mit
weniger gerechnet, der Umsatz war aber auch so gut. Globex erwartet einen Umsatz von 12 Milliarden Euro. Das Ergebnis vor Steuern
soll in diesem Jahr um ein Viertel steigen, hieß es. Die Dividende bleibt gleich, wie der Vorstand am Montag sagte. Ein neues Werk
entsteht in der Nähe der Stadt."""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (GERMAN, "Globex"),
        ("アクメ、純利益2割増\n\nアクメ電機は8日、4〜6月期の純利益が20%増だったと発表した。", "アクメ電機"),
        ("애크미전자 3분기 영업이익 1조원\n\n애크미전자는 3분기 영업이익이 1조원이라고 밝혔다.", "애크미전자"),
    ],
)
def test_other_languages_name_the_company_in_the_title(text: str, name: str) -> None:
    title = text.partition("\n")[0]
    assert find_company(text, title, len(title)).name == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Acme (ACM) – The maker of anvils", "Acme"),
        ("J.B. Acme — Shares fell", "J.B. Acme"),
        ("• Acme & Sons: Shares fell", "Acme & Sons"),
        ("Revenue: $5 billion expected", None),
        ("TOKYO - Acme said", None),
        ("LONDON, Oct 6 - Acme said", None),
        ("Nothing of the sort stands here", None),
    ],
)
def test_an_items_head_is_read(line: str, name: str | None) -> None:
    head = find_item_head(line)
    assert (head.name if head else None) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Next raises forecast\n\nNext has lifted its forecast after sales rose 6%. The chain sees a better year next year.",
            "Next",
        ),
        ("acme lifts its outlook\n\nacme raised its outlook as revenue rose 11%. acme made a profit of 346 million euros.", "acme"),
        ("Globex's sales fall\n\nGlobex's said same-store sales fell 1.5%. The chain earned $3.13 a share.", "Globex's"),
        ("GU Q2 profit up\n\nGlobex Universal posted a profit of Rs 25 crore. GUL's revenue was flat.", "Globex Universal"),
        ("GlUn profit climbs\n\nGlobex Universal Co earned $2.5 billion. GlUn's revenue rose 8%.", "Globex Universal"),
        (
            "GU profit drops\n\nGlobex-Universal Co. said net income was $1.5 billion. GU sees sales of $30 billion.",
            "Globex-Universal",
        ),
        (
            "Profit up\n\nTaiwan Semiconductor Works Co said profit rose 54%. Taiwan Semiconductor sees growth.",
            "Taiwan Semiconductor Works",
        ),
        ("Tech Globex profit up 12%\n\nTech Globex Corp. (TGX.O) said net income rose to $20 million.", "Tech Globex"),
        ("Under Globex's profit falls\n\nUnder Globex Inc said it earned $20 million. Under Globex shares fell.", "Under Globex"),
        ("Existing anvil sales slump\n\nSales of used anvils fell 9.6 percent in February. Existing sales were down.", ""),
        ("Insurer Globex's profit up\n\nInsurer Globex Inc said it earned $20 million. The insurer sees growth.", "Globex"),
    ],
)
def test_a_name_like_another_word_or_in_another_form_is_found(text: str, name: str) -> None:
    found = find_company(text, text.partition("\n")[0]).name
    assert (found or "").partition(" (")[0] == name
