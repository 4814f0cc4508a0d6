"""Common words of English: one that no text holds is no slip of another, and tells little of what is asked for.

What names a thing or a person is left out: whoever asks for it is to learn that no text has it.
"""

from __future__ import annotations

from functools import cache

from dossier.search.phrases import PHRASES
from dossier.search.thesaurus import GROUPS, INTENTS
from dossier.text.spelling import ASKING, AUXILIARIES, FILLERS
from dossier.text.stems import stem

COMMON = """
abandon absolutely absorb accept access accidentally accommodate accompany according account achieve acknowledge
acquire across act actual adapt add adequate adjust admire admit adopt advance advantage advertise afford afraid
afterwards again age ago agenda ahead aggressive alive almost alone along already also although altogether always
amazing amid among amount analyse analysis ancient anger angry announce annual another answer anybody anymore anyone
anything anyway anywhere apparent appeal appoint appreciate approve approximately argue arm around arrange aside ask
asleep aspect assess assign associate assume assure attach attempt attend attention attitude audience automatic
available average avoid aware away awful bad badly ban barely bargain bear become before begin behave behaviour behind
benefit besides best better between beyond big biggest bit blame block blow body bored both bother bottom brave
break breakdown breakthrough brief briefly bring broad broadly brutal bunch burn busy buy calculate call calm came
campaign cancel care careful carefully carry case catch category celebrate century certain certainly challenge chance
change chaos character characteristic cheap check choice choose circumstance cite claim class classify clear clearly
close closely collect come common commonly communicate community compare compete complain complete completely complex
complicated comprehensive concentrate conclude conclusion condition conduct confirm confuse confused consider
considerable consist constant constantly consult contact content context continue contribute control convert convince
cooperate cope copy core correct cost could count couple course cover craft crazy credit crime crisis critical
criticise criticism crowd crucial cruel cruelty current currently curious cut damage dangerous dare dark data
deal dealing debate decade decide decision declare dedicate deep deeply defend defence deficit define definitely
degree delay deliberate deliver demand demonstrate depend describe deserve desire despite detail detailed determine
develop development devote diminish direct direction directly disappear discover discuss discussion divide document
dominate double doubt down dramatic dress drop due during duty each eager early earlier easily easy economic
economy edge effective effectively effort either elaborate else elsewhere embrace emphasis employ encounter encourage
end endanger endure energy engage enhance enjoy enormous enough ensure enter entire entirely equal equip era
especially essential essentially evaluate even event eventually ever every everybody everyone everything everywhere
evidence evident evil evolve exact exactly examine example exceed excellent except excuse execute exercise exist
existence existing expand expect expensive experience expert explore expose express extend extent extra extreme
extremely face facilitate fact factor fail failure fair fairly fall false familiar famous far fast fault favour
favourite feature feel feeling few field file fill final finally find fine finish firm first fit flee flow focus fool
force forever forget forgive forth fortunate forward free freedom frequent frequently fresh fully function fundamental
further furthermore gather general generally generate get getting give given glad go goes going gone good gradually
grant great greatly ground group guarantee guess guide guilty habit half handle hang happen happened happening happens
happy hard hardly have hear heard heavily heavy hence hide high highlight highly hold honest honestly horrible
horrific huge human hundred hunt hurt idea ideal identify identity ignore illegal image imagine immediate immediately
imply importance important impose impossible impress improve include including income increase increasingly incredible
indeed indicate individual inevitable influence inform information initially initiate innocent inside insist inspire
instance instead intense intensify interact interest interested interesting internal interpret interview introduce
invade invest investigate invite involve involved involvement isolate issue item jealous job judge just justify keen
keep key kind knew know knowledge known lack large largely last late lately later latest laugh launch law lazy lead
learn least left legal legitimate length less lesson let letter level lie life light like likelihood likely limit
limited line list listen literally little live local logical long longer look loose loosely lot loud love low luck
lucky mad main mainly maintain major majority make manage manner many mark massive match material matter maximum maybe
mean meaning means meanwhile measure mediate meet meeting mental mention mere merely middle might mild mind minimal
minimum minor minute miss missing mistake mix modern modest moment month mood moral more moreover mostly motivate
mount move moving much multiple must mutual name named namely narrow nasty nature near nearby nearly necessarily
necessary need negative neglect neither nervous never nevertheless new newest next nice nobody none normal normally
notable note nothing notice notorious nowhere number numerous obey object obligation observe obtain obvious obviously
occasion occasionally occupy occur odd offer office often okay old oldest once one ones online only onto open opening
openly operation opinion opportunity opposite option order ordinary organise original originally other others
otherwise ought outline outside overall overcome owe own owner pace paint pair part participate particular
particularly partly pass past pattern peaceful peak people perfect perform perhaps period permanent permit persist
person personal personally persuade phase phenomenon physical pick picture piece play pleasant please plenty
plus point police politely political politics poor poorly popular popularity populate portray pose position positive
possess possibility possible possibly potential potentially practical practically practice pro pros cons praise
precise precisely prefer preference prepare presence present preserve pretend pretty previous previously primarily
primary principal prior priority private probably problem proceed produce professional profit profile progress
prohibit promise promote prompt proof proper properly proportion propose prove provide provoke public publicly publish
pull punish pure purely push put qualify quality quick quickly quiet quite quote radical raise random range rank rapid
rapidly rare rarely rate rather ratio reach read readily ready reality realise really reason reasonable reasonably
recall receive recent recently reckon recognise record reduce refer refuse regard regarding regardless regime regret
regular regularly regulate reinforce relate relative relatively release relevant relief relieve rely remain remark
remarkable remember remind remote remove repeat repeatedly replace reply report reportedly represent reputation
request require research resemble reserve resist resolve resort resource respect respective respond response
responsibility responsible rest restore restrict result retain retreat reveal reverse review revise reward rich right
rightly rise role roll roots rough roughly round routine rude rule ruin rumour rumours run rush sad safe safety
satisfy save scale scare scared scary scenario scope score second secondly secret secretly section secure seem
seemingly seen select sell send sense sensible sensitive separate separately sequence series serious seriously serve
service set setting settle several severe severely shake shall shape share sharp sharply shift shock shocking short
shortly shoot shot show shown shut sick side sign significance significant significantly silent silly similar
similarly simple simply simultaneous since sit situation slight slightly slow slowly small smaller smallest smart
smooth social society soft sole solely solid solve somebody somehow someone something sometimes somewhat somewhere
soon sophisticated sorry sort soul sound source spare speak special specialise specific specifically spend split spot
spread spring stage stand standard start state status stay steady steal step stick still stood story straight strange
stranger stress strict strictly striking strong strongly structure struggle stuck study stuff stupid style subject
submit subsequent subsequently substantial succeed success successful successfully such sudden suddenly suffer
sufficient suitable sum summary super supply suppose supposed sure surely surprise surprised surprising surprisingly
surround survey survive suspect sustain swear swift symbol sympathy system take taken taking talent talk task teach
team tear technically temporary tend tendency term terms terrible terrifying test text thank thanks theme theory
therefore thing think third thorough though thought threaten through throughout throw thus tight till time times tiny
tired title together tomorrow tone tonight too tool top topic total totally touch tough toward towards track trade
tradition traditional transfer transform transition translate treat treatment trend trick tried trigger trouble
troubled true truly truth try trying turn twice type typical typically ugly ultimate ultimately unable uncertain
unclear undergo underlying understand understood undertake unexpected unfair unfortunately uniform unique unit unite
universal unknown unless unlikely until unusual upcoming update upon upper upset urge urgent usage use used useful
useless user using usual usually utter vague valid valuable value variety various vary vast verify version very via
vicious view vigorous violate violence violent virtually visible visit vital voice volume voluntary volunteer vote
vulnerable wait wake walk wander want warm warn waste watch wave way wear week weird welcome well went whatever
whenever whereas wherever whether while whole wholly widely wide widespread wild willing wise wish within without
witness wonder wonderful word work worked working works worldwide worse worst worth would write wrong year yearly
years yes yesterday yet young younger youth zero
"""


@cache
def common_stems() -> tuple[str, ...]:
    """The stems of common words and of all words of the thesaurus, each once, in the order of the alphabet."""
    grouped = (word for group in (*GROUPS, *INTENTS) for word in group)
    of_phrases = (word for phrases in PHRASES.values() for phrase in phrases for word in phrase.split())
    asking = (*ASKING, *AUXILIARIES, *FILLERS)
    return tuple(sorted({stem(word) for word in (*COMMON.split(), *grouped, *of_phrases, *asking)}))
