"""Words that mean about the same where somebody asks for something, and words that tell what is asked for.

They are those of questions about groups, persons and events, whatever the subject; of one subject a dossier says in
``asked_as`` how else people ask. Each group is a concept, called by the stem of its first word.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dossier.text.spelling import AUXILIARIES
from dossier.text.stems import stem

GROUPS = tuple(
    group.split()
    for group in (
        "form formed formation found founded founding founder founders establish established establishment create "
        "created creation begin began beginning beginnings start started origin origins originate emerge emerged "
        "emergence born birth birthplace inception launched begun commenced initial inaugural arise arose arrival "
        "arrive arrived appear appeared appearance inauguration made making make built build genesis dawn cradle roots "
        "forming surfaced surface materialised debut outset sprang sprung incorporated",
        "size big large number numbers many total headcount manpower membership estimate estimates strength huge "
        "sizable estimation totals thousands hundreds lots quantity figures headcounts amount amounts scale numerous "
        "numbering quantify sized",
        "fight fought fighting combat combats war wars battle counter countered countering warfare hostilities "
        "confrontation fightback combating crackdown crackdowns clampdown combatting offensive offensives",
        "militants soldiers troops combatants members member men insurgents guerrillas militias terrorists gunmen "
        "followers infantry military fighter fighters extremists extremist rebels "
        "warriors",
        "death deaths dead die died kill killed killing kills toll casualty casualties fatalities victims victim "
        "slain deadly murdered murder dying fatal lethal fatally perished dies lives deadliest bloodiest fatality "
        "mortality slaughter slaughtered butchered assassinate assassinated assassination injured wounded bodies",
        "lead leader led leaders leadership head heads emir amir chief boss commander commanders commands run runs "
        "command commanding commanded commandant headed leads kingpin helm supreme "
        "successor succeeded successors figurehead heading deputy",
        "back backs backed backer backers fund funds funded funding finance finances financed financing money "
        "sponsor sponsors supporter supporters supports support proxy puppet financial financially financier "
        "financiers sponsorship sponsored sponsoring donor donors bankroll bankrolled revenue revenues loans wealth "
        "rich supply bankrolling patron patrons benefactor paymaster budget budgets funder funders supplier "
        "suppliers supplied supplying bill bills subsidised",
        "attack attacks attacked hit hits struck bomb bombing bombings bombed blast strike strikes assault shooting "
        "massacre explosion raid airstrike airstrikes exploded explosives gunfire shot detonated suicide terror "
        "terrorism bomber bombers bombs bombardment ambush carnage raids raided onslaught atrocity atrocities "
        "outrage detonation blasts explosions exploding ambushed shootings rampage stormed storming",
        "target targets targeted victimised victimized",
        "reason reasons cause causes motive motives motivation because motivated motivates explain explains "
        "explanation drive drives driving drivers rationale grounds explanations justification justify pretext "
        "factor factors",
        "join joins joined joining recruit recruits recruiting recruitment recruited enlist attract attracts draws "
        "enrol enlisted enlistment volunteers converts entice enticed lure lured lures appeal appealing attractive "
        "attraction mobilise mobilisation",
        "enemy enemies rival rivals rivalry foe hostile conflict hate hatred feud dislike opponents opponent "
        "adversary adversaries antagonism rivalries oppose opposes opposed opposing opposition nemesis foes "
        "animosity friction tension tensions sworn",
        "ally allies allied alliance partner partners partnership friend friends cooperate cooperates cooperation "
        "collaborate collaboration collusion relation relations relationship ties tie links friendship friendly "
        "collaborating collude colludes colluding cooperating cooperated connection connections connected linked "
        "link bond partnered side accomplice accomplices collaborator collaborators coalition rapport "
        "befriend teamed",
        "want wants wanted aim aims goal goals objective objectives intention intentions seek seeks purpose ambition "
        "ambitions achieve purposes aspirations aspiration accomplish intend intends hope hopes after desire desires "
        "wish wishes dream dreams strive vision agenda mission endgame",
        "believe believes belief beliefs ideology ideological doctrine religion religious theology faith teaching "
        "teachings theological ideologically dogma worldview values scripture faiths convictions ideas "
        "tenets sect sects philosophy mindset brand",
        "base based bases headquarters located location hideout stronghold headquartered place places cell cells "
        "hideouts strongholds bastion haven safe sanctuary hiding hide operate operates operating active hub hubs "
        "centre centres camps camp nest lair whereabouts situated dwell reside resides residing stationed",
        "grow grows growth grown rise rises rising resurgence resurgent stronger strengthen strengthened comeback "
        "revival expand expansion grew regain regained regrowth recover recovered recovery rebound return returned "
        "returning reemerge gain gaining gained strengthens expanding expanded rebuild rebuilt surge surged surging "
        "swell swelled boost boosted bolster bolstered flourish flourished thrive thrives thrived escalate escalated "
        "increase increased increasing upsurge rebirth reappear reappeared regroup",
        "decline declined weak weaken weakened weaker defeat defeated destroy destroyed lose lost losses stopped "
        "stop beat beaten shrink shrinking destruction victory crush crushed eliminate eliminated eradicate "
        "eradicated wiped fade fading vanish dismantled setback setbacks declining defeating weakening win wins won "
        "winning overcome finish finished wane waned waning dwindle dwindled dwindling diminish diminished "
        "vanquished annihilated degrade degraded demise neutralised broken finishing ended",
        "threat threats threaten threatens threatened danger dangerous risk risks menace warning fear feared hazard "
        "harm unsafe scared menacing alarm concern concerns worry worries peril perilous alarming scary frightening "
        "endanger endangers endangered hazardous worried",
        "hype exaggerated exaggeration propaganda invention invented myth overblown fake real hoax overhyped "
        "overstated overrated inflated realistic genuine alarmism scaremongering sensational bogus phoney overplayed "
        "overblow overestimate overestimated fabricated fiction fictitious panic imaginary sensationalised overstate "
        "overstating exaggerate exaggerates exaggerating",
        "rocket rockets missile missiles",
        "downplay downplays downplayed downplaying minimise minimize minimises minimised belittle belittles trivialise "
        "underplay underestimate underestimates underestimated",
        "withdrawal withdraw withdrew pullout leave leaves left exit drawdown evacuation departure withdrawn "
        "withdrawing evacuate evacuated departed depart quit pulled retreat retreated exodus airlift",
        "fall fell collapse collapsed takeover capture captured fallen seize seized seizure overrun conquest "
        "conquered overthrow overthrown topple toppled downfall",
        "help helps protect protects protecting shelter shelters harbour harbor helped helping aid assist assistance "
        "helpful securing safeguard tolerate tolerates tolerated allow allows allowed enable cover complicit "
        "harbouring benefit benefits benefited nurture nurtured sheltering",
        "plan plans planned plot plots plotted planning conspiracy scheme",
        "differ difference differences different distinguish distinction disagree disagreement apart differing "
        "contrast unlike distinct versus vs same similar alike comparison distinctions dissimilar contrasts "
        "contrasting diverge diverges divergence compared",
        "foreign foreigner foreigners nationality nationalities ethnicity ethnic immigrants nationals outsiders "
        "migrants migrant",
        "future become expected prediction forecast prospects outlook anticipated predicted predict forecasts "
        "tomorrow ahead foresee foreseen anticipate trajectory scenario scenarios "
        "predicts predicting",
        "able ability capable capability capabilities capacity skills powerful potent capacities prowess competence "
        "competent sophistication sophisticated",
        "territory land rule govern power territorial ruled governing province terrain soil districts district",
        "arrest arrests arrested detained suspects charged charges custody trial prosecuted caught apprehended "
        "defendants nabbed detention detentions prosecution prosecutor prosecutors indicted indictment accused "
        "apprehend",
        "flier fliers flyers leaflet leaflets",
        "football soccer championship",
        "flight flights jet jets aircraft warplane warplanes aeroplane airplane",
        "refuse refused reject rejected deny denies denied denial unwilling rejection dismissed",
        "agree agrees agreement consensus deal accord truce pact treaty peace negotiation negotiations negotiate "
        "negotiated concur settlement ceasefire agreed treaties",
        "allegiance pledge pledged pledges defect defected defectors defection switched loyalty oath defecting "
        "switch switching swear swore fealty vow vowed pledging",
        "effect effects consequence consequences impact result results implications outcome affect affects affected "
        "repercussions ramifications aftermath fallout influence",
        "hospital maternity clinic ward hospitals childbirth maternal",
        "child children kid kids baby babies newborn newborns infant infants childhood daughter sons youngsters",
        "woman women girl girls mother mothers female",
        "say says said statement statements view views opinion opinions think thinks speak speaks talk tell tells "
        "told comment comments reaction react reacted response respond perceive describe stance stances rhetoric "
        "spokesman spokesmen spokesperson remark remarks portray describes described",
        "student students pupils university campus college undergraduate undergraduates academic academics graduates "
        "lecturers",
        "school schools education",
        "journalist journalists media press reporter reporters newspapers newspaper journalism broadcasters "
        "correspondents",
        "country countries nation nations abroad world international global globally transnational worldwide "
        "overseas internationally beyond",
        "pay pays paid salary salaries wages cash income earn earnings payroll dollars compensation wage stipend",
        "weapon weapons arms guns weaponry firearms rifles ammunition munitions armament",
        "clash clashes clashed skirmish",
        "quarrel dispute disputes split rift argue",
        "prison prisons prisoner prisoners jail jails jailbreak detainee escape escaped inmates inmate incarcerated "
        "imprisonment imprisoned captives",
        "border borders frontier cross crossed boundary boundaries crossing crossings",
        "website site page project platform web homepage",
        "author authors writer writers wrote written writes authored authorship published publisher researchers "
        "researcher scholars",
        "trust reliable reliability credible credibility accurate bias biased neutral neutrality unreliable distrust "
        "trusted trustworthy dependable partisan",
        "contact email mail reach message",
        "chart charts diagram graph graphs curves visual visualisation visualization tree diagrams",
        "recommend recommends recommendation recommendations advice policy policies strategy solution solutions "
        "should advise advised suggest suggestions countermeasures measures measure approach tackle address contain "
        "containing prevent prevention proposal proposals propose proposed remedy remedies roadmap responses handle "
        "handling option options counsel",
        "method methodology methods techniques technique procedure procedures process",
        "correction corrections errata mistakes errors corrected correcting wrong inaccuracies fix typo",
        "licence license copyright reuse licensing licensed permission rights reprint republish reproduce",
        "cite citing citation citations reference bibliography quoting quote quoted footnote referencing attribution "
        "attribute references referenced",
        "download downloads export dataset spreadsheet downloadable downloading",
    )
)

# “What is a …” asks what a word means as long as it has no more words.
LONGEST_MEANING = 4

# What is asked for, by the words that ask for it; the first word of each is its name.
INTENTS = tuple(
    words.split()
    for words in (
        "when date year day",
        "where birthplace location country countries province provinces",
        "who whom whose biography bio profile",
        "many much big large number numbers count headcount size total toll casualties estimate estimates",
        "why reason reasons cause causes motive motives motivation",
        "will future prediction predictions forecast outlook prospects",
        "should recommendation recommendations policy advice strategy solution",
        "meaning mean means define definition",
    )
)

# What asks for the site itself, wherever it stands; the reader may also speak to it, where no name is named.
OF_THE_SITE = frozenset(("website", "site", "webpage", "homepage"))
SPOKEN_TO = frozenset(("you", "your", "yours"))

# What begins a question to be answered with yes or no; what is to come or to be done is asked for by its own words.
WHETHER = tuple(one for one in AUXILIARIES if one not in ("will", "would", "should"))


@cache
def concepts() -> dict[str, str]:
    """The concept of each stem that has one."""
    found: dict[str, str] = {}
    for group in GROUPS:
        for word in group:
            found.setdefault(stem(word), stem(group[0]))
    return found


def intent(words: Sequence[str], *, is_named: bool = True, name_begins: bool = False) -> str:
    """What plain words ask for, by the first word that tells it; empty where none does.

    Words that begin as a question to be answered with yes or no ask for that, whatever follows. Where nothing
    ``is_named``, words that speak to somebody ask for the site, and what one thing is asks for what a word means. Where
    ``name_begins``, a name stands before these words, and none of them begins anything.
    """
    if not OF_THE_SITE.isdisjoint(words) or (not is_named and not SPOKEN_TO.isdisjoint(words)):
        return "site"
    if not is_named and tuple(words[:2]) == ("what", "is") and len(words) <= LONGEST_MEANING:
        return "meaning"
    if words and words[0] in WHETHER and not name_begins:
        return "whether"
    if tuple(words[:2]) == ("how", "to") and not name_begins:
        return "should"
    asked = {word: group[0] for group in INTENTS for word in group}
    return next((asked[word] for word in words if word in asked), "")
