"""Common words of English: one that no text holds is no slip of another, and tells little of what is asked for.

What names a thing or a person is left out: whoever asks for it is to learn that no text has it. So is what the
thesaurus, the phrases or the words that ask have already.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dossier.search.phrases import PHRASES
from dossier.search.thesaurus import GROUPS, INTENTS
from dossier.text.spelling import ASKING, AUXILIARIES, FILLERS
from dossier.text.stems import stem

COMMON = """
abandon absolutely absorb accept access accidentally accommodate accompany account acknowledge acquire across act
actual adapt add adequate adjust admire admit adopt advance advantage advertise afford afraid afterwards again age
aggressive alive almost alone already also although altogether always amazing amid among analyse analysis ancient
anger angry announce annual answer anybody anymore anything anyway anywhere apparent appoint appreciate approve
approximately arm around arrange aside ask asleep aspect assess assign associate assume assure attach attempt attend
attention attitude audience automatic available average avoid aware away awful badly ban barely bargain bear behave
behaviour besides best better between biggest bit blame block bored both bother bottom brave breakdown breakthrough
brief briefly bring broad broadly brutal bunch burn busy buy calculate calm campaign cancel care careful carefully
carry catch category celebrate century certain certainly challenge chance change chaos character characteristic
cheap check choice choose circumstance claim class classify clear clearly close closely collect commonly communicate
community compare compete complain complete completely complex complicated comprehensive concentrate conclude
conclusion condition conduct confirm confuse confused consider considerable consist constant constantly consult
content context continue contribute convert convince cope copy core correct cost couple course craft crazy credit
crime crisis critical criticise criticism crowd crucial cruel cruelty curious current currently cut damage dare dark
data dealing debate decade decide decision declare dedicate deep deeply defence defend deficit definitely degree
delay deliberate deliver demand demonstrate deserve despite detail detailed determine develop development devote
direct direction directly disappear discover discuss discussion divide document dominate double doubt dramatic dress
drop due during duty eager earlier early easily easy economic economy edge effective effectively effort either
elaborate else elsewhere embrace emphasis employ encounter encourage end endure energy engage enhance enjoy enormous
enough ensure enter entire entirely equal equip era especially essential essentially evaluate even event eventually
every everybody everyone everywhere evidence evident evil evolve exact exactly examine example exceed excellent
except excuse execute exercise exist existence existing expect expensive experience expert explore expose express
extend extent extra extreme extremely face facilitate fact fail failure fair fairly false familiar famous far fast
fault favour favourite feature feel feeling few field file fill final finally fine firm fit flee flow focus fool
force forever forget forgive forth fortunate freedom frequent frequently fresh fully function fundamental further
furthermore gather general generally generate getting given glad gone gradually grant great greatly group guarantee
guess guide guilty habit half hang happened happening happy hard hardly hear heard heavily heavy hence high
highlight highly hold honest honestly horrible horrific human hundred hunt hurt idea ideal identify identity ignore
illegal image imagine immediate immediately imply importance important impose impossible impress improve include
including increasingly incredible indeed indicate individual inevitable inform initially initiate innocent inside
insist inspire instance instead intense intensify interact interest interested interesting internal interpret
interview introduce invade invest investigate invite involve involved involvement isolate issue item jealous job
judge just keen keep key kind knew knowledge known lack largely late lately later latest laugh launch law lazy learn
least legal legitimate length less lesson letter level lie light likelihood likely limit limited line listen
literally little live local logical longer loose loosely lot loud love low luck lucky mad main mainly maintain major
majority manage manner mark massive match material matter maximum maybe meanwhile mediate meet meeting mental
mention mere merely middle might mild minimal minimum minor minute miss missing mistake mix modern modest month mood
moral moreover mostly motivate mount moving multiple must mutual name named namely narrow nasty nature near nearby
nearly necessarily necessary negative neglect neither nervous never nevertheless new newest nice nobody none normal
normally notable note nothing notice notorious nowhere obey object obligation observe obtain obvious obviously
occasion occasionally occupy occur odd offer office often okay old oldest ones online only onto open opening openly
operation opportunity opposite order ordinary organise original originally others otherwise ought outline outside
overall owe own owner pace paint pair participate particular particularly partly pass past pattern peaceful peak
people perfect perform perhaps period permanent permit persist person personal personally persuade phase phenomenon
physical picture piece pleasant plenty plus point police politely political politics poor poorly popular popularity
populate position positive possess possibility possible possibly potential potentially practical practically
practice praise precise precisely prefer preference prepare presence present preserve pretend pretty previous
previously primarily primary principal prior priority private pro probably problem proceed produce professional
profit progress prohibit promise promote prompt proof proper properly prove provide provoke public publicly publish
punish pure purely push qualify quality quickly quiet quite radical raise random range rank rapid rapidly rare
rarely rate rather ratio read readily ready realise reality reasonable reasonably recall receive recent recently
reckon recognise record reduce refer regard regarding regardless regime regret regular regularly regulate reinforce
relate relative relatively release relevant relief relieve remain remarkable remember remind remote remove repeat
repeatedly replace reply report reportedly represent reputation request require research resemble reserve resist
resolve resort resource respect respective responsibility responsible rest restore restrict retain reveal reverse
review revise reward rightly role roll rough roughly routine rude ruin rumour rumours rush sad safety satisfy save
scope score secondly secret secretly section secure seem seemingly select sell send sense sensible sensitive
separate separately sequence series serious seriously serve service settle several severe severely shake shall shape
share sharp sharply shift shock shocking shoot shortly shown shut sick significance significant significantly silent
silly similarly simple simply simultaneous since sit situation slight slightly slow slowly small smaller smallest
smart smooth social society soft sole solely solid solve somebody somehow something sometimes somewhat somewhere
soon sorry sort soul sound source spare special specialise specific specifically spend spot spread spring stage
standard state status stay steady steal step stick still straight strange stranger stress strict strictly striking
strong strongly structure struggle stuck study stuff stupid style subject submit subsequent subsequently substantial
succeed success successful successfully such sudden suddenly suffer sufficient suitable sum super suppose supposed
sure surely surprise surprised surprising surprisingly surround survey survive suspect sustain swift symbol sympathy
system talent task teach tear technically temporary tend tendency terrible terrifying test text thank thanks theme
theory therefore thing third thorough though thought through throughout throw thus tight till times tiny tired title
tone tonight too tool topic totally touch tough toward towards track trade tradition traditional transfer transform
transition translate treat treatment trend trick tried trigger trouble troubled truly truth try trying twice type
typical typically ugly ultimate ultimately unable uncertain unclear undergo underlying understand understood
undertake unexpected unfair unfortunately uniform unique unit unite universal unknown unless unlikely until unusual
upcoming update upon upper upset urge urgent usage use used useful useless user using usual usually utter vague
valid valuable value variety various vary vast verify version very via vicious vigorous violate violence violent
virtually visible visit vital voice volume voluntary volunteer vote vulnerable wait wake wander warm warn waste
watch wave wear week weird welcome well whatever whenever whereas wherever whether while whole wholly wide widely
widespread wild willing wise within without witness wonder wonderful word worse worst worth write yearly years yes
yesterday yet young younger youth zero
"""


@cache
def common_stems() -> tuple[str, ...]:
    """The stems of common words and of all words of the thesaurus, each once, in the order of the alphabet."""
    return tuple(sorted(set(map(stem, (*COMMON.split(), *known_elsewhere())))))


def known_elsewhere() -> Iterator[str]:
    """The common words that other lists have, some of them twice."""
    yield from (word for group in (*GROUPS, *INTENTS) for word in group)
    yield from (word for phrases in PHRASES.values() for phrase in phrases for word in phrase.split())
    yield from (*ASKING, *AUXILIARIES, *FILLERS)
