"""Words that mean one thing together where somebody asks for something."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

LONGEST_PHRASE = 6
# Words that mean one thing together: the word that stands for them, and none where they only lead up to what is asked.
PHRASES: Mapping[str, tuple[str, ...]] = {
    word: tuple(phrase.strip() for phrase in phrases.split(";"))
    for word, phrases in {
        "return": "came back; come back; comes back; coming back; go back; went back; bounce back; bounced back; "
        "gain ground; gained ground; make a comeback; made a comeback; making a comeback",
        "seize": "take over; takes over; took over; taken over; taking over; come to power; came to power; take "
        "power; took power; took control; gain control; gained control",
        "withdraw": "pull out; pulled out; pulling out; move out; moved out; get out; got out; walk out",
        "found": "set up; sets up; setting up; come into being; came into being; came about; come about; get "
        "going; got going; get started; got started; first seen; show up; showed up; turn up; turned up; "
        "pop up; popped up",
        "origin": "come from; came from; comes from; grow out of; grew out of",
        "cooperate": "work together; works together; working together; worked together; work with; works with; working "
        "with; team up; teamed up; join forces; joined forces; get along; hand in hand; in league; cosy "
        "up; cosying up; cozy up; cozying up; get on with; on good terms; in bed with; hand in glove; on "
        "the same side",
        "join": "sign up; signed up; go over; went over; get into; become members",
        "bomb": "blow up; blew up; blown up; blow himself up; blew himself up; blow themselves up; blew themselves up; "
        "blow itself up; blew itself up",
        "escape": "break out; broke out; breaking out; let out; set free",
        "defeat": "wipe out; wiped out; root out; rooted out; get rid of; got rid of; put down; give up; last legs; "
        "on its knees; finish off; finished off; died out; die out; on the wane; on the ropes; beat back; "
        "driven out; drive out; stamped out; stamp out; on the run",
        "fight": "take on; takes on; taking on; took on",
        "deputy": "second in command; number two; right hand man",
        "oppose": "stand up to; stood up to; go against; against each other",
        "differ": "set apart; sets apart; tell apart; in common",
        "back": "stand behind; stands behind; stood behind; pull the strings; pulls the strings; pulling the "
        "strings; foot the bill; pays the bills; pay the bills",
        "lead": "in charge; at the top; calls the shots; top man; call the shots; at the helm; in command",
        "exaggerate": "made up; blown out of proportion; scare story; not real",
        "threat": "how worried; pose a danger; in danger",
        "death": "lost their lives; lose their lives; body count; how deadly; lost his life; lives were lost; "
        "lives lost",
        "money": "get paid; get its money; get their money",
        "attack": "go after; goes after; went after; going after; lash out",
        "trust": "count on; rely on; relies on; bank on; depend on",
        "recommend": "way forward; what can be done; needs to be done; is to be done; next steps; should be done; be "
        "dealt with",
        "future": "what next; what is next; come next; comes next; lies ahead; in the long run; happen next; "
        "happens next",
        "enemy": "hate each other; hate one another; at odds; falling out; fell out; bad blood; at loggerheads",
        "arrest": "picked up; pick up; taken into custody; rounded up; round up",
        "prison": "behind bars",
        "base": "holed up; home base",
        "chart": "family tree; org chart; mind map",
        "why": "how come; what for; what makes; what made; what led to; what explains; for what reason; for "
        "which reason",
        "when": "in what year; in which year; which year; what year; at what time; what time; what date; which "
        "date; on what day; what day; on which day; how long ago",
        "where": "in which country; in what country; what part of; which part of; in what parts; what parts of; "
        "which parts of; in what part; wheres",
        "will": "going to",
        "target": "at risk",
        "tolerate": "turn a blind eye; turning a blind eye; turned a blind eye; look the other way; looking the other "
        "way; put up with",
        "downplay": "play down; plays down; played down; playing down",
        "what": "whats",
        "who": "whos",
        "how": "hows",
        "": "can you tell me; could you tell me; please tell me; tell me; tell me about; i want to know; i "
        "would like to know; i d like to know; do you know; does anyone know; can someone explain; can "
        "you explain; could you explain; explain to me; what do you know about; i am looking for; i m "
        "looking for; looking for; information about; information on; info on; info about; facts about; "
        "everything about; all about; more about; give me; show me; is it true that; is it true; is it "
        "the case that; what can you tell me about; for my essay; for a school project; a summary of; "
        "summary of; an overview of; quick question; on earth; the hell; at all; or what; or not; once "
        "and for all; these days; right now; at the moment; in the first place; in your opinion; "
        "according to you; pros and cons; advantages and disadvantages; for and against; i need to know; "
        "need to know; i would like to find out; find out; long term; short term; tell us about; made up of",
    }.items()
}


def meant(words: Sequence[str]) -> list[str]:
    """Plain words with the words that phrases stand for in their place; at each place the longest phrase counts."""
    found, place = list[str](), 0
    while place < len(words):
        runs = (tuple(words[place : place + length]) for length in range(LONGEST_PHRASE, 0, -1))
        run = next((one for one in runs if one in _phrases()), None)
        found += _phrases()[run].split() if run else [words[place]]
        place += len(run) if run else 1
    return found or list(words)


@cache
def _phrases() -> dict[tuple[str, ...], str]:
    return {tuple(phrase.split()): word for word, phrases in PHRASES.items() for phrase in phrases}
