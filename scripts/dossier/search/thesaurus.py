"""Words that mean about the same where somebody asks for something, and words that tell what is asked for.

They are those of questions about groups, persons and events, whatever the subject; of one subject a dossier says in
``asked_as`` how else people ask. Each group is a concept, called by the stem of its first word.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dossier.text.stems import stem

GROUPS = tuple(
    group.split()
    for group in (
        "form formed formation found founded founding founder founders establish established establishment create "
        "created creation begin began beginning beginnings start started origin origins originate emerge emerged "
        "emergence born birth birthplace inception launched",
        "size big large number numbers many total headcount manpower membership estimate estimates strength",
        "fight fought fighting combat combats war wars battle counter countered countering",
        "militants soldiers troops combatants members member men",
        "death deaths dead die died kill killed killing kills toll casualty casualties fatalities victims victim "
        "slain deadly murdered murder",
        "lead leader led leaders leadership head heads emir amir chief boss commander commanders commands run runs",
        "back backs backed backer backers fund funds funded funding finance finances financed financing money "
        "sponsor sponsors supporter supporters supports support proxy puppet",
        "attack attacks attacked hit hits struck bomb bombing bombings bombed blast strike strikes assault "
        "shooting massacre explosion raid airstrike airstrikes",
        "target targets targeted",
        "reason reasons cause causes motive motives motivation",
        "join joins joined joining recruit recruits recruiting recruitment recruited enlist attract attracts draws",
        "enemy enemies rival rivals rivalry foe hostile conflict hate hatred feud",
        "ally allies allied alliance partner partners partnership friend friends cooperate cooperates cooperation "
        "collaborate collaboration collusion relation relations relationship ties tie links",
        "want wants wanted aim aims goal goals objective objectives intention intentions seek seeks purpose "
        "ambition ambitions achieve",
        "believe believes belief beliefs ideology ideological doctrine religion religious theology faith teaching "
        "teachings",
        "base based bases headquarters located location hideout stronghold",
        "grow grows growth grown rise rises rising resurgence resurgent stronger strengthen strengthened comeback "
        "revival expand expansion",
        "decline declined weak weaken weakened weaker defeat defeated destroy destroyed lose lost losses stopped "
        "stop beat beaten shrink shrinking",
        "threat threats threaten threatens threatened danger dangerous risk risks menace warning",
        "hype exaggerated exaggeration propaganda invention invented myth overblown fake real",
        "rocket rockets missile missiles",
        "withdrawal withdraw withdrew pullout leave leaves left exit drawdown evacuation departure",
        "fall fell collapse collapsed takeover capture captured",
        "help helps protect protects protecting shelter shelters harbour harbor helped helping aid assist assistance",
        "plan plans planned plot plots plotted",
        "differ difference differences different distinguish distinction disagree disagreement apart",
        "foreign foreigner foreigners nationality nationalities",
        "future become expected prediction forecast prospects outlook",
        "able ability capable capability capabilities capacity",
        "territory land rule govern power",
        "arrest arrests arrested detained suspects charged charges",
        "flier fliers flyers leaflet leaflets",
        "refuse refused reject rejected deny denies denied denial",
        "agree agrees agreement consensus deal accord truce pact",
        "allegiance pledge pledged pledges defect defected defectors defection switched",
        "effect effects consequence consequences impact result results",
        "hospital maternity clinic ward",
        "child children kid kids baby babies newborn newborns infant infants",
        "woman women girl girls mother mothers female",
        "say says said statement statements view views opinion opinions think thinks speak speaks talk tell tells",
        "student students pupils university campus college",
        "school schools education",
        "journalist journalists media press reporter reporters",
        "country countries nation nations abroad world international global globally transnational worldwide",
        "pay pays paid salary salaries wages cash income",
        "weapon weapons arms guns",
        "clash clashes clashed skirmish",
        "quarrel dispute disputes split rift argue",
        "prison prisons prisoner prisoners jail jails jailbreak detainee escape escaped",
        "border borders frontier cross crossed",
        "website site page",
        "author authors writer writers wrote written writes",
        "trust reliable reliability credible credibility accurate bias biased neutral neutrality",
        "contact email mail",
        "chart charts diagram graph graphs",
        "recommend recommends recommendation recommendations advice policy policies strategy solution solutions should",
        "method methodology methods",
        "correction corrections errata mistakes errors",
        "licence license copyright reuse",
        "cite citing citation citations reference",
        "download downloads export dataset spreadsheet",
    )
)

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


@cache
def concepts() -> dict[str, str]:
    """The concept of each stem that has one."""
    found: dict[str, str] = {}
    for group in GROUPS:
        for word in group:
            found.setdefault(stem(word), stem(group[0]))
    return found


def intent(words: Sequence[str]) -> str:
    """What plain words ask for, by the first word that tells it; empty where none does."""
    asked = {word: group[0] for group in INTENTS for word in group}
    return next((asked[word] for word in words if word in asked), "")
