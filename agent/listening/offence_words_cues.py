"""English words that hurt, each with the ways in which they are aimed at a person or a group.

A word alone is none: it must be said of "you", of somebody named, or of a group of people. What is
quoted, reported, reclaimed or said against prejudice is taken out by `HARMLESS` first.
"""

from collections.abc import Mapping

from agent.listening.cue import Cue

_PERSON = (
    r"(?:idiots?|morons?|imbeciles?|cretins?|losers?|clowns?|muppets?|half-?wits?|dim-?wits?|nit-?wits?"
    r"|dumb-?ass(?:es)?|jack-?ass(?:es)?|twats?|prats?|pricks?|wankers?|tossers?|scum(?:bags?)?|bastards?"
    r"|ass-?holes?|arse-?holes?|dick-?heads?|knob-?heads?|fools?|liars?|cowards?|creeps?|freaks?|weirdos?"
    r"|parasites?|leech(?:es)?|vermin|scroungers?|degenerates?|simpletons?|dunces?|buffoons?|bigots?"
    r"|bitch(?:es)?|cunts?|whores?|sluts?|retards?|spa[sz]+(?:es|tics?)?)"
)
_BEAST = r"(?:cows?|pigs?|rats?|snakes?|dogs?|animals?|monkeys?|donkeys?|sheep|zombies?|weasels?|bab(?:y|ies)|brats?|jokes?)"
_LOW = (
    r"(?:stupid|dumb|thick|dense|dim|pathetic|useless|worthless|brain-?dead|brainless|clueless|spineless"
    r"|gutless|incompetent|ignorant|disgusting|despicable|vile|hopeless|deluded|talentless|trash|garbage"
    r"|lazy|ugly|a (?:disgrace|failure|nobody|joke|waste of (?:space|oxygen|air|time)|piece of (?:shit|work|crap)))"
)
_MUCH = (
    r"(?:(?:a|an|the|all|just|such|so|really|quite|honestly|clearly|absolute(?:ly)?|utter(?:ly)?|total(?:ly)?"
    r"|complete(?:ly)?|fucking|bloody|damn|most|biggest|big|fat|little|lying|lazy|old|sad|stupid|dumb"
    r"|pathetic|useless|thick|ugly|dirty|miserable|ungrateful|arrogant|ignorant|bunch|pack|load|lot|of)\s+)*"
)
_YOU = r"\b(?:you|u|ya)(?:\s+(?:people|lot|guys|all|folks))?(?:\s*['’]re|\s+are|\s+r)\s+"
_CALLED = r"\b(?:you|u|ya)(?:\s+(?:people|lot|guys|all))?\s+(?:(?:absolute|utter|total|complete|fucking|bloody|damn|big|fat|little|lying|lazy|old|sad|stupid|dumb|pathetic|useless|thick|ugly|dirty|miserable|ungrateful|arrogant|ignorant)\s+)*"
_THEM = (
    r"(?:\b(?:he|she|they|those people|these people)(?:\s+(?:is|are|was|were)|\s*['’](?:s|re))\s+"
    r"|(?-i:\b[A-Z][a-z]{2,14})\s+is\s+)"
)
_GROUP = (
    r"(?:women|girls|females|wom[ae]n|men|immigrants?|migrants?|foreigners?|refugees?|asylum seekers|old people|the elderly|pensioners"
    r"|boomers?|millennials?|gen[ -]?z|teenagers?|young people|kids (?:today|these days)|gyps(?:y|ies)|travell?ers|muslims?|jews|christians"
    r"|catholics|hindus|blacks|black people|whites|white people|asians?|indians?|chinese|mexicans?|poles|romanians|arabs|africans"
    r"|nigerians|pakistanis|turks|gays?|lesbians?|homosexuals|trans(?:gender)? people|transsexuals|the disabled|disabled (?:people|ones|kids)"
    r"|poor people|the poor|fat people|the homeless|homeless people|northerners|southerners|autistic people|people with (?:autism|adhd))"
)
_NATION = (
    r"(?:polish|romanian|bulgarian|albanian|turkish|indian|chinese|mexican|african|arab|russian|irish|german|french|italian|greek|spanish"
    r"|nigerian|pakistani|syrian|ukrainian|foreign|immigrant|muslim|jewish|black|asian|brown|gay|trans|disabled|autistic|female|older|young) "
    r"(?:lads?|guys?|ones?|workers?|people|women|men|girls?|boys?|staff|kids|teachers?|nurses?|drivers?|students?|families)"
)
_ANY = rf"(?:{_GROUP}|(?:the |all |those |these )?{_NATION})"
_SPURNS = (
    r"(?:tak(?:e|es|ing) you|listen(?:s|ing)? to you|likes? you|trusts? you|respects? you|cares? (?:about|what) you|ask(?:ed|s) (?:you\b(?! for| to| about| if| how| what)|for your)"
    r"|wants? (?:you|to hear)|believes? you|miss(?:es)? you|needs? you|can stand you|reads? your|interested in (?:you|what you))"
)
_BAD = (
    r"(?:lazy|stupid|dumb|dirty|filthy|criminals?|thieves|liars|pigs|animals|leeches|parasites|hysterical|terrorists?|rats|vermin"
    r"|brain-?dead|zombies|weak|inferior|too emotional|cheap|greedy|violent|useless|a burden|a plague|backward|primitive|sick|perverts?"
    r"|disgusting|unnatural|all the same|not made for|scroungers?|the problem|a cancer)"
)

HURTS: Mapping[str, Cue] = {
    "insult": Cue(
        rf"{_YOU}{_MUCH}(?:{_PERSON}|{_LOW})(?!\s+(?:question|idea|rule|mistake|thing|form|excuse|joke)s?)\b",
        rf"{_YOU}{_MUCH}(?:{_BEAST})\b(?<!\bsheep)(?!\s+(?:at|of a))",
        rf"{_CALLED}{_PERSON}\b|\bu(?:r| r) {_MUCH}(?:{_PERSON}|{_LOW})\b|\byour (?:such an? |an? )?(?:{_PERSON}|useless|pathetic|stupid|dumb)\s*[.!]*$",
        r"\byou\s+(?:absolute |utter |total |fucking |bloody |sad )*(?:stupid|dumb|thick|pathetic|useless|worthless|brain-?dead|ignorant|lazy|ugly|disgusting)\s+(?:little\b|(?:\w+\s+)?(?:man|woman|person|people|boy|girl|excuse for))\b",
        rf"{_THEM}(?:{_MUCH})(?:{_PERSON}|a (?:lying|fat|stupid|lazy|dirty) {_BEAST})\b",
        rf"{_THEM}(?:just |simply |really |such )?a (?:waste of (?:space|oxygen|air)|disgrace|joke|piece of (?:shit|crap))\b",
        rf"\b(?:what|such) an?\s+{_MUCH}{_PERSON}\b",
        rf"\b(?:this|that|these|those)\s+{_MUCH}(?:idiot|moron|imbecile|cretin|loser|clown|half-?wit|dim-?wit|fool|dickhead|asshole|arsehole|bitch|cunt|retard|scumbag)s?\b",
        r"\b(?:thick|dense|dumb|dim|stupid|useless) as (?:a|an|two|they|you|mince|your|his|her)\b|\bas (?:thick|dense|dumb|dim|stupid|useless) as (?:you|him|her|they|a|two)\b",
        r"\b(?:your (?:\w+ )?(?:ugly|stupid|fat|dumb) (?:face|head|mouth|brain|ass|arse))\b|\bsorry excuse for an?\b|\b(?:big|cry) ?baby\b",
        r"\b(?:piece of (?:shit|crap)|pos)\b(?=.*\byou)|\byou.{0,20}\b(?:piece of (?:shit|crap)|waste of (?:space|oxygen|air|skin))\b",
    ),
    "silence": Cue(
        r"\bshut (?:the (?:fuck|hell) )?up\b|\bshut (?:it(?=\s*(?:[,.!]|$))|your (?:\w+ )?(?:mouth|face|trap|gob|pie ?hole)\b)|\b(?:stfu|gtfo|kys)\b"
        r"|\b(?:fuck|piss|sod|bugger|naff) off\b|\bfuck (?:you|u)\b|\bgo to hell\b|\bget (?:lost|stuffed|bent)\b|\bscrew you\b",
        r"\b(?:nobody|no ?one|not one of us|who) (?:here )?(?:cares|asked|likes?|wants|needs|gives a \w+)(?: about)?(?: for)?(?: you(?:r\b|\b(?!r))| what you| \w+ for your| to hear)",
        r"\bdo (?:us|everyone|everybody|me) (?:all )?a favou?r and (?:leave|shut|go|quit|stop|die|disappear)\b"
        r"|\b(?:leave|get out of|quit) (?:this|the|our) (?:group|room|chat|channel|team|country)\b(?=.{0,30}(?:you|idiot|moron|loser|$))(?<!to leave this group)"
        r"|\bkeep your (?:nose|mouth|opinions?)\b|\bgrow (?:up|a pair|some)(?: or| and|,? you)|\bsit down and (?:shut|be)\b|\bnobody asked\b"
        r"|\byou should be (?:ashamed|embarrassed)\b|\bshame on you\b|\bmind your own\b|\bgo (?:cry|whine) (?:about|to|somewhere)\b|\bstop (?:whining|crying|moaning),? (?:you|and)\b",
    ),
    "competence": Cue(
        r"\b(?:my|a|your|any) (?:dog|cat|goldfish|hamster|parrot|gran(?:ny|dma)?|grandmother|\w+[- ]year[- ]old|child|kid|monkey|chimp|toddler|trained monkey|potato|toaster)s? "
        r"(?:could|can|would|understands?|knows?|does|has|have|is|writes?|codes?|spells?)\b.{0,50}\b(?:better|more|than you|smarter|faster)\b",
        r"\b(?:i['’]ve|i have) (?:seen|met|had|known) \w+ with (?:more|better) \w+ than (?:you|him|her|them)\b|\b(?:more|better) (?:sense|brains?|manners|clue) than (?:you|him|her)\b",
        r"\bdid (?:you|he|she|they) (?:get|win|find|buy|print) (?:your|his|her|their) \w+ (?:\w+ )?(?:out of|in|from|at|on) an? (?:\w+ )?(?:cereal|raffle|lottery|cracker|cornflakes?|vending|flea)",
        r"\bleave (?:the |that |it |this )?(?:\w+ )?to (?:people|those|somebody|someone|the (?:adults|grown-?ups|professionals|experts)|us who)\b(?=.*\b(?:who|can|know|adults|grown)|.*$)",
        r"\bif (?:brains|stupidity|ignorance|sense|ideas) (?:were|was)\b|\b(?:one|a few) (?:sandwich|brick|card|fry|fries|screw)(?:es|s)? (?:short|loose)\b|\blights are on\b.{0,20}\b(?:nobody|no ?one)\b|\bnot the sharpest\b",
        r"\byou (?:clearly |obviously |really |honestly |still )?(?:have|['’]ve got|got) (?:no|zero|not a) (?:clue|idea|sense|brain|talent|business)(?: (?:of )?(?:what|how) (?:you|to)| here|,| as|$|\.)(?! how much)",
        r"\byou(?:['’]ll| will) never (?:make|be|amount|understand|learn|get (?:it|anywhere)|manage|pass)\b(?!.{0,20}(?:alone|be forgotten|walk|believe|guess))",
        r"\b(?:are|can|do|did) (?:you|u) even (?:able|capable|read|know|think|try|understand|listen|work|spell|count)\b|\bcan(?:['’]t| ?not) you (?:even )?(?:read|count|spell|think)\b|\blearn to (?:read|count|spell|think)\b",
        r"\b(?:unlike you|even you (?:can|could|should|must|might))\b|\bsome of us (?:actually )?(?:know|work|do|can|read|think)\b.{0,40}\bunlike\b",
        r"\byou (?:could(?:n['’]t| not)|can['’]?t|can ?not) (?:even )?(?:run a bath|organi[sz]e|tie your|find your|spell|count to|manage a|lead a|pour|boil)\b",
        r"\b(?:you(?:['’]re| are)|he['’]s|she['’]s|they['’]re|\w+ is) (?:just |far |way |clearly |obviously )?too (?:dumb|stupid|thick|slow|lazy|dim|dense|ignorant)\b(?!.{0,6}for (?:me|us) all)",
        r"\b(?:use|try using|engage) your (?:brain|head)\b|\bthink before you (?:post|speak|write|open)\b|\bwho (?:let|made|put|hired|gave) (?:you|him|her|this)\b.{0,40}\b(?:near|in charge|a (?:job|licen[cs]e)|half|idiot|moron|clown)\b",
    ),
    "mockery": Cue(
        r"\b(?:would|could)(?:n['’]t| not| never) (?:let|trust|leave|hire|pay|follow|ask) (?:you|him|her|them|a (?:man|woman|person) like you)\b.{0,40}\b(?:near|with|to|let alone|in charge|water|hold|run|watch|if)\b",
        r"\b(?:your|his|her) (?:mum|mom|mummy|mommy|mother|dad|daddy|nanny|wife|husband) (?:still )?(?:do|does|help|helps|pack|packs|write|writes|tie|ties|dress|dresses|let|lets|know|wipe)\b|\bdo(?:es)? (?:your|his|her) (?:mum|mom|mummy|mommy|mother|dad|daddy) (?:still )?",
        r"\b(?:about )?as (?:useful|much use|bright|sharp|clever|smart) as an?\b|\b(?:everything|anything|whatever) (?:you|he|she) (?:touch|do|write|say|post|make|build)(?:e?s)? (?:turns? (?:in)?to|is|ends? (?:up )?(?:as|in)) (?:pure |utter |total )?(?:crap|shit|garbage|trash|rubbish|dust|a mess)",
        r"\bimagine being (?:this|that|so|as)\b|\bhow (?:do|did|have|can) you (?:even |still |ever )?(?:get|got|keep|kept|hold|land|find|manage|survive|function|dress|breathe)\b.{0,20}\b(?:job|degree|alive|licen[cs]e|role|yourself|this far|at all)\b",
        r"\b(?:draw|explain|write|spell) (?:you |it |that )?(?:(?:out )?(?:for you )?in crayon|you a picture|for the slow|again for the (?:slow|dumb|stupid))|\b(?:hands up|anyone) (?:if|who) (?:thinks|believes) (?:he|she|you)\b",
        r"\b(?:even )?a (?:\w+ )?(?:monkey|chimp|child|toddler|goat|potato|toaster|drunk|blind man|dead fish|trained (?:dog|seal)|five-year-old)\b.{0,30}\b(?:could|would|can|has|have|does|makes?|knows?)\b.{0,40}\b(?:fewer|less|better|more|than|do (?:it|that|this|your)|your job|it too)\b",
        r"\byou(?:['’]re| are) (?:only |just |really |once again )?(?:embarrassing|humiliating|ridiculing) (?:yourself|us)\b|\b(?:nobody|no ?one)\b(?:(?!answered|because).){0,40}\b"
        rf"{_SPURNS}\b|\b(?:crawl|slither|go) back (?:under|into|to) (?:your|the|whatever) (?:\w+ )?(?:rock|hole|cave|swamp|sewer|mother|kindergarten|nursery|crib|gutter)\b",
        r"\byou(?:['’]re| are) (?:so |really |just |such |the most |unbelievably |beyond )*(?:annoying|insufferable|unbearable|irritating|tiresome|repulsive|insane|delusional|toxic|a (?:nuisance|pest|plague|burden|fraud|fake|cheat|thief|snob|bore|waste|pain))\b(?! me\b| us in)",
        r"\b(?:village|resident|local|office) (?:idiot|clown|fool|moron)\b(?! (?:scene|costume|part|role|play))|\bthat['’]s what you are\b|\b(?:a |your )?face (?:like (?:yours|that|his|hers)|only a mother)|\bif i (?:had|looked|were|was) (?:a face |a brain |a body )?(?:like |as )?(?:you|yours)\b.{0,40}\bi['’]d\b",
        r"\b(?:the|that|this|our) (?:cripple|spastic|retard|mong|fatty|midget|freak|psycho|schizo)\b|\bdiversity (?:hire|quota)s?\b(?=.*\b(?:instead|brains|what|just|only|another|got)\b)|\bwants? a (?:medal|cookie|gold star)\b",
        rf"\b{_ANY}(?: drivers| managers| bosses| doctors)?,? (?:what (?:did|do|can) (?:you|we) expect|figures|of course|no surprise|am i right)\b|\battention[- ]seek(?:er|ing)\b|\bjust (?:an?|another) (?:spoiled|spoilt|entitled|jealous|bitter|hysterical|jumped-up)\b",
    ),
    "contempt": Cue(
        r"\b(?:ma(?:de|kes)|making) (?:me|us|everyone|everybody|people) (?:dumber|stupider|sick)\b(?=.*\byou|\s*(?:just )?(?:reading|listening)|$)|\byou make (?:me|us) (?:sick|want to)\b",
        r"\b(?:you(?:['’]re| are)?|your|congratulations|congrats|thanks for|nice job|well done).{0,30}\bwast(?:e|ed|ing) (?:of )?(?:everyone|everybody|our|my|all|people)(?:['’]?s| our)? time\b",
        r",\s*(?:genius|einstein|sherlock|smart-?arse|smart-?ass|princess|snowflake|sweetheart|sunshine)\s*[.!?]*$",
        r"\b(?:garbage|trash|worthless|sub-?human|disgusting|sick|vile|rotten) (?:human|person|people|beings?|excuses?)s?\b|\bwhat kind of (?:\w+ )?(?:garbage|trash|idiot|moron|scum|monster)\b"
        r"|\b(?:these|those|you|such) people are (?:all |just |nothing but |like )?(?:animals|vermin|scum|trash|garbage|rats|monkeys|savages|parasites|pigs|filth)\b|\bhuman (?:garbage|trash|waste)\b",
        r"\b(?:an? )?(?:embarrassment|disgrace) to (?:the|us|this|our|your|everyone|humanity)\b|\bnobody (?:respects|believes|trusts|can stand|wants) you\b|\bno wonder (?:nobody|no ?one|your|you(?:['’]re| are| got))\b",
    ),
    "threat": Cue(
        r"(?:^|[.!?,]\s*|\b(?:go|just|please|should|and|to) )kill (?:yourself|urself)\b|\b(?:drop dead|go die|neck yourself|end yourself)\b|\b(?:i|we) hope (?:you|he|she|they) (?:die|dies|get|gets|choke|rot|lose|fail|fails|suffer|never|end)\b(?!.{0,12}(?:better|well|some|rest|the job|it|back|a break|home|worry|stop))",
        r"\b(?:make|ruin|destroy) (?:your|his|her) life\b|\b(?:i|we) know where (?:you|he|she) (?:live|work|park|sleep)s?\b|\bwatch (?:yourself|your (?:back|step|mouth))\b",
        r"\b(?:teach|show) (?:you|him|her|them) (?:a lesson|who)\b|\b(?:people like (?:you|him|her)|you|they|he|she)(?: all)? (?:should|ought to|deserve to|need to) (?:all )?(?:be (?:put down|shot|hanged|deported|locked up|steril\w+|beaten|slapped)|die|rot|hang)\b",
        r"\byou(?:['’]ll| will) (?:pay for|regret|be sorry)\b|\bi(?:['’]ll| will|['’]m going to) (?:find|hurt|break|end|smash|beat|destroy|come for|deal with) (?:you|your)\b|\bwait (?:till|until) i\b.{0,20}\byou\b",
    ),
    "slur": Cue(
        r"\b(?:fag(?:got)?s?|trann(?:y|ies)|wet-?backs?|niggers?|niggas?|kikes?|gooks?|ragheads?|towelheads?|spics?|paki(?:s)?|pike(?:y|ys|ies)|gyppos?|chinks?(?! in)|mongoloids?|cunts?|shemales?|beaners?)\b",
        r"\b(?:such a|a|an|like a|total|fucking|bunch of|stupid|you) (?:\w+ )?(?:retard|spa[sz]|cripple|midget|mong|psycho|schizo|whore|slut|bitch|homo)(?:s|es)?\b|(?:^|,\s*)(?:bitch(?:es)?|retard|whore)\s*[.!]*$|\bretarded\b(?! (?:growth|time|potential))",
    ),
    "group": Cue(
        rf"\b{_ANY}(?: today| these days| here| nowadays)?\s+(?:are|is|r|were|have (?:all )?become)\s+(?:all |just |simply |always |so |too |nothing but |basically |naturally |by nature )*{_BAD}",
        rf"\b{_ANY}\s+(?:simply |just |really |all )?(?:can['’]?t|cannot|could never|should(?:n['’]t| not| never)|don['’]?t|do not|aren['’]t|are not|isn['’]t|will never)\s+(?:just |simply |really |even |ever )*"
        r"(?:be (?:allowed|trusted|near|in|teach)|do (?:maths?|science|anything)|drive|code|lead|teach|think|belong|deserve|vote|work|talk|speak|made|cut out|fit|handle|run|understand|integrate|wash|raise|learn)",
        rf"\b{_ANY}\s+(?:will|would|only|always|just|all)\s+(?:\w+ )?(?:rob|steal|cheat|lie|lies|scam|cop(?:y|ies)|breed|complain|want|take|slow|ruin|cause|smell)s?\b",
        rf"\b{_ANY}\s+(?:have no|has no|lack|smell|stink|ruin(?:ed)?|steal|breed|slow)\b|\btypical (?:{_GROUP}|woman|man|girl|boomer|foreigner|immigrant)\b|\bwhat you get for (?:hiring|letting|having) (?:in )?{_GROUP}",
        r"\bgo back to (?:where|your (?:own )?(?:country|village|home))\b|\byou (?:lot|people) (?:from \w+ ?\w* )?(?:can['’]?t|can ?not|never|always|should go|don['’]?t belong|are all|smell|ruin)\b|\b(?:your|their|his|her) kind (?:\w+ )?(?:are|is|don['’]?t|doesn['’]?t|always|never|belongs?)\b|\bwhat (?:can|do) you expect(?: from)? (?:a|from (?:a|an|those|these))\b.{0,20}\b(?:woman|girl|immigrant|foreigner|gypsy|old)",
    ),
}
"""By family. Each is seldom wrong alone; none needs a second."""

HARMLESS = Cue(
    r"\b(?:told|tells|asked|wanted|telling) (?:me|us|her|him|them|people|my \w+)\b.{0,12}\bto\b|\b(?:called|calls?|calling|named|labell?ed) (?:me|us|her|him|them|you|people|somebody|someone|each other|anyone|women|men|kids|one another)\b",
    r"\b(?:said|says|wrote|writes|shouted|yelled|screamed|heard|hears|was told|were told|read|quote|verbatim)\b.{0,60}",
    r"\bthe (?:word|term|phrase|slur|joke|line)\b|\b(?:racist|sexist|homophobic|ableist|prejudiced?|discriminat\w+|stereotypes?|slurs?)\b",
    r"\b(?:don['’]?t|do not|never|please (?:don['’]?t|stop)|stop|let['’]s not|shouldn['’]t|should not|no reason to) (?:\w+ )?(?:call|calling|say|saying|mak(?:e|ing) (?:jokes|fun)|joke|laugh|tell|telling|use|using|insult)",
    r"\b(?:saying|claiming|thinking|believing|assuming|the idea|the myth|anyone who (?:says|thinks)|whoever says)\b.{0,60}\b(?:wrong|nonsense|false|unfair|lie|harm\w*|hurts?|outdated|not ok|not true)\b",
    r"\bnot all\b|\bi['’]?(?:m| am|d be| was| felt| feel| look| sound)\b.{0,24}\b(?:idiot|moron|stupid|dumb|pathetic|useless|fool|lazy|loser|clown|failure)|\bus (?:old|fat|poor|gay|queer)\b|\b(?:as|being) an? (?:\w+ )?(?:woman|man|immigrant|gay|queer|fat|old|disabled|black|muslim|jew)\b|\bwe (?:\w+ )?(?:nerds|freaks|idiots|old)\b",
    r"\bshut up[,!?]+ (?:really|no way|seriously|that['’]s|congrat|you did)|\b(?:no way|really)[,!?]+ shut up\b|\byou(?:['’]re| are) (?:killing|a (?:beast|monster|machine|animal) (?:at|with|on|in))\b",
    r"\b(?:has|have|needs?) to change\b|\blet['’]s remember\b|\b(?:are|is) (?:not|n['’]t) (?:lazy|stupid|slow|dumb|weak|useless|criminals?|the problem)\b|\bnobody (?:here )?is (?:stupid|dumb|an idiot)\b",
)
"""Reported, reclaimed, said of oneself, or said against prejudice; among friends."""
