"""Wordings that say whether a thing is needed, allowed or enough, in both languages."""

import re

_NOT = r"(?:not|n't)"
UNNEEDED = re.compile(
    r"不用|不必|无需|无须|不需要?|用不着|没必要|没有必要"
    r"|\b(?:do|does|did)(?:n't| not) (?:need|have)(?: to)?\b|\bneed(?:n't| not)\b|\bno need\b"
    r"|\b(?:(?:is|are)n't|not) (?:required|needed|necessary)\b|\boptional\b"
)
"""It can be left out."""
INSUFFICIENT = re.compile(
    r"不行|不够|不算数?|不作数|行不通|不好使|不可行"
    rf"|\b(?:is|are|was|wo|will)?\s?{_NOT} (?:good )?(?:be )?"
    r"(?:enough|fine|ok|okay|sufficient|all right|do)\b"
)
"""It does not do."""
FORBIDDEN = re.compile(
    r"不(?:可以|能够?|准|许|得|让|允许|应该|该|要|可)|(?<![特分区性级])别(?!人|的|说|处|家)|禁止|严禁"
    r"|\b(?:may|must|should|shall|can|could)(?:n't| not)\b|\bcannot\b|\bcan't\b|\bnever\b"
    rf"|\b(?:is|are)?\s?{_NOT} (?:allowed|permitted)(?: to)?\b|\bforbidden\b|\bbanned\b"
    r"|\b(?:do|does|wo|will)(?:n't| not) (?:let|allow)\b|\bdon't\b"
)
"""It must not be, or one is not let."""
DENIED = re.compile(
    r"不(?!过|仅|但|管|同|错|少|论|然|断|如)|\b(?:do|does|wo)n't\b|\b(?:do|does|will) not\b"
)
"""It is not done."""
ENOUGH = re.compile(
    r"就(?:行|好|可以|够|能|放|成)了?|够了|够用|也行|都行|即可|没问题|行了?$"
    r"|\b(?:good )?enough\b|\bfine\b|\bok\b|\bokay\b|\bsufficient\b|\ball right\b|\bwill do\b"
)
"""It does."""
NEED = re.compile(
    r"必须|需要|须|一定|一律|才(?:能|可以|行)|(?<![不想只主重])要(?!是|么|求)"
    r"|\bmust\b|\b(?:have|has) to\b|\bneeds?\b|\brequired?s?\b|\bshall\b"
)
"""It has to be."""
MAY = re.compile(
    r"可以|能(?!力|量)|允许|准许|放(?=人|行|进|出)|让|随便"
    r"|\bmay\b|\bcan\b|\ballow(?:s|ed)?\b|\bpermitted\b|\blets?\b|\bwelcome to\b|\bfree to\b"
)
"""One may, or is let."""
UNSAID = re.compile(
    r"以前|原来|本来|过去|上次|那时|没(?!问题|必要|有必要)|(?:要是|如果|万一|假如).*$|据说|听说"
    r"|\b(?:used to|didn't|wasn't|weren't|hadn't|before|back then|if|unless|maybe|i think)\b"
)
"""Told of the past, as a guess or for a case: nothing to hold against anybody."""
STANCE_WORDS = re.compile(
    "|".join(each.pattern for each in (UNNEEDED, INSUFFICIENT, FORBIDDEN, ENOUGH, NEED, MAY))
    + r"|[光只里不就才]|一声|一句|直接|\b(?:them|it|any more|anymore|already|go|goes|s)\b"
)
"""What says how a clause stands to its subject is no part of the subject."""
