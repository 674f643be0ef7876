"""Scope words: what narrows no metric, and what the parts of a company are called."""

from __future__ import annotations

from earnsum.names.words import NATIONALITIES

NOT_A_SCOPE = frozenset(
    """
    did does neither incurred event wake heels aftermath face midst net-new active-
    net total overall quarterly annual yearly full record strong weak poor poorer solid robust higher lower rising falling group
    consolidated worldwide nationwide global company company's firm its their our his the a an this that these those it and or of in
    for with from to by at on as who which first second third fourth fiscal latest recent previous current reported actual
    earlier watched flagged now combined aggregate gross diluted attributable per share year quarter month week half nine six three
    two months weeks ended said says stated revealed disclosed while also but yet albeit where when than more most much posted
    dealers report reports reporting results though although
    result financial operating operational healthy slow slower fast faster slight slightly sharp big better good great new surprise
    surprising post bumper one another similar same best worst highest lowest biggest largest smallest flat analyst analysts
    management railroad railway discounter retailer chipmaker miner driller producer brewer grocer maker giant lender
    automaker carmaker airline carrier flag insurer chain parent
    owner operator rare somewhere between
    increased decreased declining growing double single digit low mid high unit average estimated expected consensus top
    bottom line driven led helped boosted seen saw see sees being been were was are is has had have will would could should
    may might not no continued continuing strongest weakest shifted trailing preliminary audited unaudited adjusted organic
    comparable underlying day daily weekly monthly today yesterday total-year ongoing so all any some each every other such
    only just about around nearly roughly approximately almost up down including excluding plus minus versus against over
    under above below after before during since until because despite amid given due thanks according compared generate
    generated delivered generating producing made make making year-on-year corporate statutory constant currency normal
    normalized impressive disappointing stellar mixed decent modest posts put puts show shows showed announced announces assume
    assumes if whether late took take takes get gets propose proposes negative positive blended targeted eur usd inr rupee
    currency-adjusted currency-neutral significantly substantially considerably markedly notably comfortably marginally
    qtrly revised upbeat rosy soft tepid sluggish brisk sizable hefty quarter's year's month's street's market's shares
    stock stock's push pushed boost lift lifted grow drag drive records meanwhile nevertheless however separately
    nonetheless indeed besides close
    additionally moreover furthermore elsewhere still instead traded owned listed acquired ifrs as-reported pro-forma
    pre-tax pretax
    achieve achieved achieving deliver realize realise reach reached attain exceed exceeds exceeded beat beats both least
    among main period periods half-year whole time resilient currencies terms basis dollars euros statement addition
    total-company upper end
    newest oldest larger smaller stronger weaker worse bigger deeper steeper heftier so-called
    important all-important crucial vital lucrative pivotal
    local-currency constant-currency currency-neutral
    startup component homes houses stable excess interim headline standout owns own owning operates runs sells significant external
    denominated accumulated cumulative
    lucrative array garnered together
    issued issues implies implied imply implying suggests suggested suggest whose pre-provision pre-provisioning drove
    driving drives except companywide company-wide systemwide system-wide firmwide groupwide plans planned planning include
    includes included budgets budgeted long-term longer-term near-term medium-term mid-term minimum maximum
    won bagged secured received garner witness witnessed clock clocked
    ever written operative internal bunch history four five seven eight ten
    believe believes confirm confirmed confirms keep keeps kept guide guides guided maintain maintained maintains narrow
    narrowed narrows produce project projects reaffirm reaffirmed reaffirms reiterate reiterated reiterates retain retained
    retains revise revises tighten year-end tightened tightens trim trimmed trims
    admit admits admitted concede concedes conceded acknowledge acknowledges acknowledged
    slash slashing chop chopping prune pruning update updated updates upgrade upgraded
    upgrades discontinued
    ups hikes hiked nudges nudged think thinks thought reckon reckons hopes hoped predicts predicted warns warned cautioned cautions
    meant sent hurt ago like-for-like lfl broad-based group-wide wide metric measure gauge
    contributed contributes contributing brought brings bring managed there key
    gave give gives given giving provided provides provide providing set sets setting shared offered offers unveiled
    unveils introduced outlined outlines presented presents supplied withdrew withdrawn suspended pulled
    tallied racked chalked collected grossed realized realised rang enjoyed enjoys claimed touted touts eyed eyes eyeing
    called mustered amassed banked yielded crossed attracted drew draws fetched cranked churned sustained suffered
    suffers experienced
    christmas easter january february march april june july august september october november december jan feb aug sept oct nov dec
    anemic anaemic lackluster lacklustre dismal listless sagging flagging
    established existing mature major various companies noted notes insists insisted signaled signals indicated indicates
    marked defeated beaten trounced bettered romped cruised breezed stormed half-time
    clinched snared wrapped capped turned handed finished closed
    impacted affected dented eroded squeezed depressed pressured crimped
    left saved spent needed required sold ran held stayed remained pumped churned spat scored hauled reaped raked eked surprised
    pleased impressed followed preceded joined bolstered buoyed underpinned supported fuelled fueled powered propelled spurred
    triggered caused cushioned offset masked hid commanded counted tracked measured released filed published detailed recognised
    recognized wrote sparked carried worsened stabilised stabilized moderated swung flipped them him her itself themselves what
    muted subdued marginal steep sequential massive whopping consideration staggering handsome exponential manifold multifold
    therefore thus hence perhaps maybe rather quite very enough already annualised annualized restated subsequent consequent
    provisional final out dkk sek nok chf gbp jpy cny rmb krw brl aud cad
    """.split()
)
"""Words before a metric that narrow nothing."""

TRADES = frozenset(
    """
    accounting advertising banking broadcasting building catering clearing clothing computing consulting dining drilling
    engineering farming financing fishing flooring gaming grooming hailing heating homebuilding housing lending licensing lighting
    listing learning manufacturing marketing messaging mining networking
    outsourcing
    packaging printing processing publishing refining retailing roofing servicing shipping software staffing streaming testing
    trading training wholesaling
    """.split()
)
"""Words in -ing that name a business; the others are verbs ("generating revenue")."""

DOING = frozenset(
    "merchanting contracting broking brewing farming fishing plumbing heating lighting flooring roofing catering staffing trucking "
    "recycling programming drilling milling baking bottling ticketing snacking smelting crushing knitting cleaning bedding wiring "
    "welding forging casting tooling cabling molding moulding distilling canning weaving tutoring parking vending camping hunting "
    "cycling boating gardening landscaping cooking firefighting stamping coating merchandising "
    "bookselling breeding hosting auctioning".split()
)
"""Words in -ing that are a business by themselves, beside those known as trades."""

BUSINESSES = frozenset(
    """
    accounting advertising aerospace analytics apparel asset assets automation automotive aviation banking beauty broadband
    broadcasting
    business cable card cards care chemicals client cloud commercial community communications computing consulting
    consumer corporate
    credit data defense devices
    beer beverages displays drinks snacks spirits wines benefits annuities retirement funds interactive things
    diagnostics digital display education electronics energy engineering enterprise entertainment equipment
    exploration fashion finance financial fitness food foods games gaming government graphics group hardware health healthcare home
    hospitality industrial infrastructure insurance investment legal lending licensing logistics management manufacturing
    marine markets materials media medical mobile mobility mortgage motorcycles network networks networking news nutrition
    linear center centers experiences sports resorts ads renewables underwriting equities advisory direct-to-consumer
    online optical other parks payments performance pharma pharmaceutical pharmaceuticals platform platforms power print
    printing private production products professional programming property publishing refining retail risk sales science sciences
    security semiconductor service services software solutions specialty storage studio studios subscriptions support surgical
    systems tax technology technologies trade trading transport transportation travel upstream downstream midstream vehicles video
    liability casualty wealth
    web wellbeing wellness wholesale wireless and & of agriculture aluminium aluminum batteries battery cargo
    catering cement chips coal copper
    custody deposits e-commerce ecommerce film freight gas gold grocery homeware hotels imaging internet iron memory music
    oil ore passenger personal petrochemicals pharmacy pictures resources shipbuilding shipping steel telecom
    telecommunications telecoms television tourism treasury
    construction distribution forestry garden plastics semiconductors trucks turf
    adhesives airlines appliances beef betting biscuits buses cameras cannabis cardiovascular casino casinos chocolate
    cigarettes coatings coffee commerce commodities confectionery cosmetics cruises dairy defence dental dermatology diabetes
    diamonds drones eggs engines fertilisers fertilizers fintech fixed-line footwear fragrance fragrances furniture
    generics glass groceries haircare handbags handsets hosting hydro hydrogen immunology jewellery jewelry laptops leasing
    lithium lottery magazines meat messaging mortgages neurology newspapers nickel nuclear oncology ophthalmology optics paints
    paper parcels perfume pizza plantation plantations pork poultry printers pubs pulp rail recycling rental rentals residential
    restaurants robotics royalties seafood seeds servers shoes silver skincare smartphones solar supermarkets tablets tea
    textiles ticketing timber tires tobacco tools towers toys trucking turbines tv tyres uranium utilities vaccines vaping
    veterinary watches whisky wind wine zinc
    agri agri-business agribusiness airports cigarette fmcg hydrocarbon hydrocarbons paperboards petrochemical realty roads viscose
    broadcast brokerage cinemas comics cruise drayage dtc expedited filmed forwarding intermodal less-than-truckload ltl outdoor
    podcasting podcasts powersports railcars reservations theaters theatres theatrical tractors truckload wearables
    agrochemicals civil crop foodservice housebuilding ingredients lubricants polymers propulsion reinsurance speciality
    """.split()
)
"""Ordinary words that the parts of companies are named after."""

FIELDS = frozenset(
    """
    fiber fibre wireline fixed-line postpaid prepaid prescription prescriptions robotics drones avionics helicopters missiles
    satellites defence dairy bakery confectionery chocolate coffee tobacco vaping cosmetics skincare fragrances perfumes jewelry
    jewellery watches footwear womenswear menswear lingerie furniture kitchens appliances toys tires tyres elevators escalators
    turbines trains ferries cruises ports terminals towers parcels parcel seeds fertilizers fertilisers fertilizer pesticides
    vaccines oncology immunology diabetes obesity generics biosimilars dental orthopedics orthopaedics ophthalmology cardiology
    radiology dialysis sensors lasers optics printers laptops smartphones handsets headsets wearables servers processors cables
    coatings paints adhesives resins silicones titanium lithium nickel zinc silver diamonds uranium potash phosphate phosphates
    sugar timber pulp paper paperboard tissue glass bricks concrete asphalt aggregates homewares bingo betting poker lottery
    casinos newspapers magazines concerts cinemas theatres podcasts esports reinsurance pensions commodities brokerage leasing
    remittances marketplaces rentals timeshare utilities electricity solar nuclear hydrogen aerostructures aftermarket pets
    petcare haematology haemophilia hematology neuroscience consumables instruments implants
    """.split()
)
"""Goods and trades that sales are in ("sales in fiber rose"); elsewhere they may be what a company buys."""

NATIONAL = NATIONALITIES | frozenset(
    """
    african domestic global greater international overseas south southeast north latin u.k. u.s. uk us bulgarian ghanaian
    singaporean scandinavian iberian
    """.split()
)
"""Adjectives of place before a business ("U.S. banking")."""

GOODS = frozenset(
    "soup soups beer beers drug drugs steel oil gas coal toys tires tyres paper paints foods chocolate coffee shoes".split()
)
"""Goods that companies are called after, and sell beside others ("a 4% fall in soup sales" at Acme Soup)."""

_SOLD_BY = BUSINESSES | TRADES | FIELDS | GOODS
SOLD = (
    _SOLD_BY
    | {word.removesuffix("s") for word in _SOLD_BY}
    | frozenset(
        """
        domestic overseas foreign northern southern eastern western residential machine machinery cider licence license maintenance
        charter scheduled speciality sawn stainless process wind ticket room spare in-flight onboard fleet used pre-owned car
        truck bus van ship ski wood crane book fishing winter summer heavy light
        """.split()
    )
) - {"group", "and", "of", "&", "interactive", "direct"}
"""Words that open a sentence before "sales" and name what is sold, or where, rather than who sells it."""

PLACES = frozenset(
    """
    africa america americas asia australia austria belgium brazil britain canada chile china denmark east egypt europe finland
    france germany greece india indonesia ireland italy japan kenya korea latin malaysia mexico middle netherlands
    nigeria north
    norway pacific philippines poland portugal romania russia singapore south spain sweden switzerland taiwan thailand turkey uk
    ukraine us usa vietnam west
    apac argentina balkans baltics bangladesh benelux bulgaria cambodia caribbean colombia croatia czechia emea emirates estonia
    ethiopia ghana hungary iberia iran iraq israel kazakhstan kuwait latam latvia lithuania luxembourg morocco myanmar nordics
    oceania oman pakistan peru qatar scandinavia serbia slovakia slovenia tanzania uganda uruguay zambia zimbabwe
    """.split()
)
"""Places that parts are named after ("Acme India")."""

ON_THE_MAP = PLACES | NATIONAL

NEW_PLACES = frozenset({"zealand", "england", "south", "mexico"})
"""What "New" is of the name of, and no word of what is newly sold."""
SOLD_NEW = frozenset("vehicle vehicles car cars truck trucks boat boats".split())
"""What dealers sell new and used: "new vehicle revenue"."""


def is_on_the_map(name: str) -> bool:
    """Tell a name that is made of places and adjectives of place alone ("North America", "UK", "Rest of Asia")."""
    words = name.lower().removeprefix("rest of ").removeprefix("the ").split()
    return name.lower().startswith(_ELSEWHERE) or ON_THE_MAP.issuperset(words[:1] + [w for w in words[1:] if w not in ("and", "&")])


_ELSEWHERE = ("rest of the world", "rest of world")


CALENDAR = (
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Q[1-4](?:FY)?[0-9]*|H[12](?:FY)?[0-9]*|[CF]Y[0-9]*|Monday|Tuesday|Wednesday|Thursday|Friday"
)
"""Capitals behind "in" that are a time and no part, as alternatives of a pattern."""
