"""Words that mean about the same where somebody asks for something, and words that tell what is asked for.

They are those of questions about groups, persons and events, whatever the subject; of one subject a dossier says in
``asked_as`` how else people ask. Each group is a concept, called by the stem of its first word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from dossier.text.spelling import AUXILIARIES
from dossier.text.stems import stem

GROUPS = tuple(
    group.split()
    for group in (
        "form formed formation found founded founding founder founders establish established establishment create "
        "created creation begin began beginning beginnings start started origin origins originate emerge emerged "
        "emergence born birth birthplace inception launched begun commenced initial inaugural arise arose arrival "
        "arrive arrived appear appeared appearance inauguration made making make built build",
        "size big large number numbers many total headcount manpower membership estimate estimates strength huge "
        "sizable estimation totals thousands hundreds lots quantity figures headcounts",
        "fight fought fighting combat combats war wars battle counter countered countering warfare hostilities "
        "insurgency confrontation fightback combating",
        "militants soldiers troops combatants members member men insurgents guerrillas militias "
        "terrorists gunmen followers infantry military",
        "death deaths dead die died kill killed killing kills toll casualty casualties fatalities victims victim "
        "slain deadly murdered murder dying fatal lethal fatally perished dies lives deadliest bloodiest",
        "lead leader led leaders leadership head heads emir amir chief boss commander commanders commands run runs "
        "command commanding commanded commandant headed leads kingpin",
        "back backs backed backer backers fund funds funded funding finance finances financed financing money "
        "sponsor sponsors supporter supporters supports support proxy puppet financial financially financier "
        "financiers sponsorship sponsored sponsoring donor donors bankroll bankrolled revenue revenues loans "
        "wealth rich supply",
        "attack attacks attacked hit hits struck bomb bombing bombings bombed blast strike strikes assault "
        "shooting massacre explosion raid airstrike airstrikes exploded explosives gunfire shot detonated suicide "
        "terror terrorism bomber bombers bombs bombardment ambush carnage",
        "target targets targeted victimised victimized",
        "reason reasons cause causes motive motives motivation because motivated motivates explain explains "
        "explanation drive drives driving drivers",
        "join joins joined joining recruit recruits recruiting recruitment recruited enlist attract attracts draws",
        "enemy enemies rival rivals rivalry foe hostile conflict hate hatred feud dislike opponents opponent "
        "adversary adversaries antagonism rivalries oppose opposes opposed opposing opposition",
        "ally allies allied alliance partner partners partnership friend friends cooperate cooperates cooperation "
        "collaborate collaboration collusion relation relations relationship ties tie links friendship friendly "
        "collaborating collude colludes colluding cooperating cooperated connection connections connected linked "
        "link bond partnered side",
        "want wants wanted aim aims goal goals objective objectives intention intentions seek seeks purpose "
        "ambition ambitions achieve purposes aspirations aspiration accomplish intend intends hope hopes after",
        "believe believes belief beliefs ideology ideological doctrine religion religious theology faith teaching "
        "teachings theological ideologically dogma worldview values scripture faiths convictions ideas",
        "base based bases headquarters located location hideout stronghold headquartered place places cell cells "
        "hideouts strongholds bastion haven safe sanctuary hiding hide operate operates operating active",
        "grow grows growth grown rise rises rising resurgence resurgent stronger strengthen strengthened comeback "
        "revival expand expansion grew regain regained regrowth recover recovered recovery rebound return returned "
        "returning reemerge gain gaining gained strengthens expanding expanded rebuild rebuilt",
        "decline declined weak weaken weakened weaker defeat defeated destroy destroyed lose lost losses stopped "
        "stop beat beaten shrink shrinking destruction victory crush crushed eliminate eliminated eradicate "
        "eradicated wiped fade fading vanish dismantled setback setbacks declining defeating weakening win wins "
        "won winning overcome",
        "threat threats threaten threatens threatened danger dangerous risk risks menace warning fear feared "
        "hazard harm unsafe scared menacing alarm concern concerns worry worries",
        "hype exaggerated exaggeration propaganda invention invented myth overblown fake real hoax overhyped "
        "overstated overrated inflated realistic genuine alarmism scaremongering sensational",
        "rocket rockets missile missiles",
        "withdrawal withdraw withdrew pullout leave leaves left exit drawdown evacuation departure withdrawn "
        "withdrawing evacuate evacuated departed depart quit pulled",
        "fall fell collapse collapsed takeover capture captured fallen seize seized seizure overrun conquest "
        "conquered overthrow overthrown topple toppled downfall",
        "help helps protect protects protecting shelter shelters harbour harbor helped helping aid assist "
        "assistance helpful securing safeguard tolerate tolerates tolerated allow allows allowed enable cover "
        "complicit",
        "plan plans planned plot plots plotted planning conspiracy scheme",
        "differ difference differences different distinguish distinction disagree disagreement apart differing "
        "contrast unlike distinct versus vs same similar alike comparison",
        "foreign foreigner foreigners nationality nationalities ethnicity ethnic immigrants nationals outsiders",
        "future become expected prediction forecast prospects outlook anticipated predicted predict forecasts tomorrow",
        "able ability capable capability capabilities capacity skills powerful potent capacities",
        "territory land rule govern power territorial ruled governing province",
        "arrest arrests arrested detained suspects charged charges custody trial prosecuted caught apprehended "
        "defendants",
        "flier fliers flyers leaflet leaflets",
        "refuse refused reject rejected deny denies denied denial unwilling rejection dismissed",
        "agree agrees agreement consensus deal accord truce pact treaty peace negotiation negotiations negotiate "
        "negotiated",
        "allegiance pledge pledged pledges defect defected defectors defection switched loyalty oath bayah "
        "defecting switch switching",
        "effect effects consequence consequences impact result results implications outcome affect affects affected",
        "hospital maternity clinic ward hospitals childbirth maternal",
        "child children kid kids baby babies newborn newborns infant infants childhood daughter sons youngsters",
        "woman women girl girls mother mothers female",
        "say says said statement statements view views opinion opinions think thinks speak speaks talk tell tells "
        "told comment comments reaction react reacted response respond perceive describe",
        "student students pupils university campus college undergraduate undergraduates academic academics "
        "graduates lecturers",
        "school schools education",
        "journalist journalists media press reporter reporters newspapers newspaper journalism broadcasters "
        "correspondents",
        "country countries nation nations abroad world international global globally transnational worldwide "
        "overseas internationally foreignland beyond",
        "pay pays paid salary salaries wages cash income earn earnings payroll dollars compensation wage stipend",
        "weapon weapons arms guns weaponry firearms rifles ammunition munitions armament",
        "clash clashes clashed skirmish",
        "quarrel dispute disputes split rift argue",
        "prison prisons prisoner prisoners jail jails jailbreak detainee escape escaped inmates inmate "
        "incarcerated imprisonment imprisoned captives",
        "border borders frontier cross crossed boundary boundaries crossing crossings",
        "website site page project platform web homepage",
        "author authors writer writers wrote written writes authored authorship published publisher researchers "
        "researcher scholars",
        "trust reliable reliability credible credibility accurate bias biased neutral neutrality unreliable "
        "distrust trusted trustworthy dependable partisan",
        "contact email mail reach message",
        "chart charts diagram graph graphs curves visual visualisation visualization",
        "recommend recommends recommendation recommendations advice policy policies strategy solution solutions "
        "should advise advised suggest suggestions countermeasures measures measure approach tackle address "
        "contain containing prevent prevention",
        "method methodology methods techniques technique procedure procedures process",
        "correction corrections errata mistakes errors corrected correcting wrong inaccuracies fix typo",
        "licence license copyright reuse licensing licensed permission rights",
        "cite citing citation citations reference bibliography quoting quote quoted footnote referencing",
        "download downloads export dataset spreadsheet downloadable downloading",
    )
)

LONGEST_PHRASE = 6

# What is asked for, by the words that ask for it; the first word of each is its name.
INTENTS = tuple(
    words.split()
    for words in (
        "when date year day",
        "where birthplace location country countries province provinces",
        "who whom whose",
        "many much big large number numbers count headcount size total toll casualties estimate estimates",
        "why reason reasons cause causes motive motives motivation",
        "will future prediction predictions forecast outlook prospects",
        "should recommendation recommendations policy advice strategy solution",
        "meaning mean means define definition",
    )
)

# Words that mean one thing together: the word that stands for them, and none where they only lead up to what is asked.
PHRASES: Mapping[str, tuple[str, ...]] = {
    "return": ("came back", "come back", "comes back", "coming back", "go back", "went back", "bounce back", "bounced back"),
    "seize": ("take over", "takes over", "took over", "taken over", "taking over", "come to power", "came to power",
              "take power", "took power", "took control", "gain control", "gained control"),
    "withdraw": ("pull out", "pulled out", "pulling out", "move out", "moved out", "get out", "got out", "walk out"),
    "found": ("set up", "sets up", "setting up", "come into being", "came into being", "came about", "come about"),
    "origin": ("come from", "came from", "comes from", "grow out of", "grew out of"),
    "cooperate": ("work together", "works together", "working together", "worked together", "work with", "works with",
                  "working with", "team up", "teamed up", "join forces", "joined forces", "get along", "hand in hand",
                  "in league"),
    "join": ("sign up", "signed up", "go over", "went over", "get into", "become members"),
    "bomb": ("blow up", "blew up", "blown up", "blow itself up", "blew himself up"),
    "escape": ("break out", "broke out", "breaking out", "let out", "set free"),
    "defeat": ("wipe out", "wiped out", "root out", "rooted out", "get rid of", "got rid of", "put down", "give up"),
    "oppose": ("stand up to", "stood up to", "go against", "against each other"),
    "differ": ("set apart", "sets apart", "tell apart", "in common"),
    "back": ("stand behind", "stands behind", "stood behind"),
    "lead": ("in charge", "at the top", "calls the shots", "top man"),
    "exaggerate": ("made up", "make up", "blown out of proportion", "scare story", "not real"),
    "threat": ("how worried", "pose a danger", "at risk"),
    "death": ("lost their lives", "lose their lives", "body count", "how deadly"),
    "money": ("get paid", "get its money"),
    "": ("can you tell me", "could you tell me", "please tell me", "tell me", "tell me about", "i want to know",
         "i would like to know", "i d like to know", "do you know", "does anyone know", "can someone explain",
         "can you explain", "could you explain", "explain to me", "what do you know about", "i am looking for",
         "i m looking for", "looking for", "information about", "information on", "info on", "info about",
         "facts about", "everything about", "all about", "more about", "give me", "show me", "is it true that",
         "is it true", "is it the case that", "what can you tell me about", "for my essay", "for a school project",
         "a summary of", "summary of", "an overview of", "quick question"),
}

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


def meant(words: Sequence[str]) -> list[str]:
    """Plain words with the words that phrases stand for in their place; at each place the longest phrase counts."""
    found, place = list[str](), 0
    while place < len(words):
        runs = (tuple(words[place : place + length]) for length in range(LONGEST_PHRASE, 1, -1))
        run = next((one for one in runs if one in _phrases()), None)
        found += _phrases()[run].split() if run else [words[place]]
        place += len(run) if run else 1
    return found or list(words)


@cache
def _phrases() -> dict[tuple[str, ...], str]:
    return {tuple(phrase.split()): word for word, phrases in PHRASES.items() for phrase in phrases}


def intent(words: Sequence[str], *, is_named: bool = True) -> str:
    """What plain words ask for, by the first word that tells it; empty where none does.

    Words that begin as a question to be answered with yes or no ask for that, whatever follows. Where nothing ``is_named``, words
    that speak to somebody ask for the site.
    """
    if not OF_THE_SITE.isdisjoint(words) or (not is_named and not SPOKEN_TO.isdisjoint(words)):
        return "site"
    if words and words[0] in WHETHER:
        return "whether"
    if tuple(words[:2]) == ("how", "to"):
        return "should"
    asked = {word: group[0] for group in INTENTS for word in group}
    return next((asked[word] for word in words if word in asked), "")
