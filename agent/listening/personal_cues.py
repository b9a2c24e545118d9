"""Forms of personal data, Chinese and English, searched in folded text (personal_data.fold)."""

import re

MAY_HOLD = re.compile(r"[\d@]|[一幺][三四五六七八九]|[号楼弄幢栋座门室层组]|单元")
"""Every form holds one of these: a digit, two spoken ones, or what counts flats and houses."""
NUMBER_OF_A_THING = re.compile(
    r"(订单号?|单号|运单|工号|学号|会议(号|id)|群号|qq号?|版本号?|v|书号|isbn|issn|股票(代码)?|编号|流水号?|ip|端口"
    r"|order|ticket|invoice|tracking|version|release|build|page|isbn|issue|meeting id)[\s::#号是is]{0,4}$",
    re.IGNORECASE,
)
"""What stands before a number that belongs to a thing, not to a person."""
DATE = re.compile(r"(19|20)\d{2}[-/. ]?(0?[1-9]|1[0-2])[-/. ]?([0-2]?\d|3[01])$")

MAIL = re.compile(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24}(?![A-Za-z0-9])"
)
IDENTITY = re.compile(
    r"(?<!\d)[1-9]\d{5}[ -]?(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dXx](?![A-Za-z\d])"
    r"|(?<![\d-])(?!000|9\d\d-(?!\d\d-))\d{3}-\d{2}-\d{4}(?![\d-])"
)
NAMED_IDENTITY = re.compile(
    r"(?:身份证|证件|护照|通行证|回乡证|台胞证|驾照|passport|driv(?:er'?s?|ing) licen[cs]e|licen[cs]e|national id|\bssn|social security)"
    r"[^\d\n]{0,14}?(?<![A-Za-z\d])([A-Za-z]{0,2}\d{7,14}(?:[Xx]|\d)?|\d{15}|\d{4}-\d{2}-\d{4})(?![A-Za-z\d])",
    re.IGNORECASE,
)
CARD = re.compile(r"(?<![A-Za-z\d.])\d(?:[ -]?\d){11,18}(?![\d])")
CARD_NAMED = re.compile(
    r"(卡号?|账[户号]|帐[户号]|[工农建招中交]行|银行|转账?|打到|打款|退费|对公|card|account|visa|amex|credit|debit)",
    re.IGNORECASE,
)
IBAN = re.compile(
    r"(?<![A-Za-z\d])[A-Za-z]{2}\d{2}(?: ?[A-Za-z\d]{4}){2,7}(?: ?[A-Za-z\d]{1,3})?(?![A-Za-z\d])"
)
PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-Z][·•. -]?(?=[A-Z]{0,5}\d)[A-HJ-NP-Z\d]{5,6}(?![A-Za-z\d])"
)
PHONE = re.compile(
    r"(?<![\d.])(?<!\d-)(?:(?:\+|00)?86[- ]?)?1[3-9]\d[-. ]?\d{4}[-. ]?\d{4}(?![\d])"
    r"|(?<![\d.])\(?0\d{2,3}\)?[- ]?[2-9]\d{6,7}(?![\d])|(?<!\d)[48]00-?\d{3}-?\d{4}(?!\d)"
    r"|[一幺][三四五六七八九](?:[-· ]?[零〇一幺二两三四五六七八九]){9}"
    r"|(?<![\w])\+\d{1,3}(?:[ .-]?\(?\d{1,5}\)?){2,5}(?![\d])"
    r"|(?<![\w.-])\(\d{2,4}\) ?\d{3}[ .-]?\d{3,4}(?![\d-])|(?<![\w.-])\d{3}[.-]\d{3}[.-]\d{4}(?![\d-])"
    r"|(?<![\w.,-])0\d{1,4}(?: \d{2,7}){1,4}(?![\d])|(?<![\w.-])\d{2}(?:[.-]\d{2}){3,4}(?![\d.-])"
)
NAMED_PHONE = re.compile(
    r"(?:\b(?:phone|tel|telephone|cell|mobile|fax|whatsapp|call(?: me| him| her| us)?|text me|dial|number(?: is)?|reach (?:me|him|her|us))\b"
    r"|电话|手机|联系方式|座机)[^\d\n(]{0,14}(\(?\d[\d ().-]{5,16}\d)(?![\d])",
    re.IGNORECASE,
)

_PART = r"[\u4e00-\u9fff]"
_AREA = rf"(?:{_PART}{{2,8}}?(?:省|自治区|市|新区|区|县|镇|乡|街道))"
_COUNT = r"[A-Za-z甲乙丙丁\d一二三四五六七八九十]{1,5}"
_STRONG = r"(?:路|街|大道|巷|胡同|小区|新村|花园|公寓|家园|苑|大厦|广场|弄|段)"
_WEAK = r"(?:(?<!校)区|里|村|园|城|庄|府|湾|坊|院|组|屯)"
_UNIT = r"(?:号院|号楼|弄|幢|栋|座|单元|门(?=\d)|室|层|组(?=\d))"
ADDRESS = re.compile(
    rf"{_AREA}{{0,4}}{_PART}{{1,8}}?(?:"
    rf"{_STRONG}[东南西北中]?(?:[一二三四五六七八九十\d]{{1,3}}[段区组])?(?:{_COUNT}(?:{_UNIT}|号|楼))+"
    rf"|{_WEAK}[东南西北中]?(?:[一二三四五六七八九十\d]{{1,3}}[段区])?[东南西北]?区?(?:{_COUNT}{_UNIT}|{_COUNT}组\d+号)+(?:{_COUNT}(?:号|楼))?"
    rf")(?:\d{{2,4}}室?)?(?:传达室|门卫|收发室)?"
)
ADDRESS_LEADS = re.compile(
    r"^(?:.{0,3}?(?:地址(?:是|写|:)?|住址|住在?|寄(?:到|给|往)?|送到?|家在|就?在|写(?:成|的)?|收货|快递|搬到|约|到|是|的))+(?=.{4})"
)
_CAPITAL = r"(?:[A-Z][\w'’.-]*|d[aeo]s?|del?|la|of)"
_TAIL = r"(?:,? ?\n? ?(?:(?:Apt|Suite|Unit|Flat|Floor|Room|#)\.? ?\w+|\d{1,4} [A-Z]\w{1,4}\b|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?|\d{4,6}(?:-\d{3,4})?)){0,5}"
ADDRESS_ABROAD = re.compile(
    rf"(?<![\w.])\d{{1,5}}[A-Za-z]? (?:{_CAPITAL} ){{1,4}}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Boulevard|Blvd|Drive|Dr|Way|Court|Ct|Square|Terrace|Place|Pl|Close|Crescent|Highway|Hwy)\b\.?(?:,? ?\n? ?(?:Apt|Suite|Unit|Flat|Floor|Room)\.? ?\w+)?(?:,? \n?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?(?=[,.\n]|$))?"
    rf"|(?<![\w.])\d{{1,5}} (?:\d{{1,5}} )?(?:Rua|Calle|Avenida|Rue|Via|Piazza|Plaza|Rúa|Rynek|ul\.)(?: {_CAPITAL}){{1,5}}(?: \d{{1,5}})?{_TAIL}"
    rf"|(?<![\w.])\d{{1,5}} (?:[^\W\d_][\w'’.-]* ){{1,4}}\d{{1,5}}[A-Z]?,? ?\n? ?(?:Apt|Suite|Unit|Flat)\.? ?\w+{_TAIL}"
    r"|(?<!\w)(?:ul\. )?[A-ZÆØÅÄÖÜŠČŽ][^\W\d_]{2,}(?:straße|strasse|straat|gata|gatan|gate|vegen|vej|vænget|weg|gade|vägen|utca|tie|katu|ova) \d{1,4}\b"
    r"|\b(?:P\.? ?O\.? Box|Postbox|Postfach) \d+"
)
