"""What people talk about when they talk of something a rule keeps out: wordings in two languages.

A rule names a topic in one word, a talk of it seldom says that word. `named` recognises the topic
in a rule, `spoken` a message that is on it: no trade, no task and no turn of speech that only
borrows the word.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One topic a rule may keep out."""

    named: re.Pattern[str]
    spoken: re.Pattern[str]


def _of(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


TOPICS: Mapping[str, Topic] = {
    "politics": Topic(
        named=_of(r"政治|时政|键政|国际局势", r"\b(politic\w*|elections?)\b"),
        spoken=_of(
            r"政治(?!课|老师|学院?|经济|面貌|部|审查|卷|题)|时政|大选|选总统|执政党|反对党|两会代表|中美关系|制裁",
            r"(?<!office )(?<!work )(?<!team )(?<!company )\bpolitic(s|al|ians?)\b(?! science)"
            r"|\b(elections?|parliament|congress|senate|prime minister|president of the (us|united states|country))\b",
        ),
    ),
    "religion": Topic(
        named=_of(r"宗教|传教|信仰", r"\b(religio\w+|faith|preach\w*|church)\b"),
        spoken=_of(
            r"宗教|信教|信佛|信神|佛教|道教|基督|天主教(?!堂.{0,4}站)|伊斯兰|穆斯林|和尚庙|(烧|上)香(?!港)|拜佛|算命|教会里",
            r"\b(religio\w+|christian(s|ity)?|muslims?|islam|hindus?|hinduism|buddhis[tm]s?|atheis[tm]s?"
            r"|catholics?|protestants?|the bible|prayers?|(believe|belief|faith) in god|church(es)?|mosques?)\b",
        ),
    ),
    "investing": Topic(
        named=_of(
            r"股票|炒股|荐股|股市|基金|理财|投资|炒币|虚拟币|加密(货)?币|比特币|币圈|期货",
            r"\b(stocks?|shares|crypto\w*|bitcoin|trading|invest\w*)\b",
        ),
        spoken=_of(
            r"股票|炒股|荐股|股市|大盘|[aA]股|港股|美股|涨停|跌停|抄底|割肉|牛市|熊市|[建加减清满补]仓|持仓|打新|个股(?!东)|龙头股"
            r"|(哪|这|那|几)(只|支)(股|基)|(买|卖|赎回|定投|养).{0,6}基金(?!会)|基金(?!会).{0,6}(涨|跌|亏|赚|绿|红|收益|净值|定投)"
            r"|比特币|以太坊|炒币|币圈|狗狗币|理财产品|期货|炒黄金",
            r"\b(stock (market|tips?|picks?|prices?|portfolio)|stocks(?! of)|(buy|sell|short|hold)(ing)? shares|penny stocks?"
            r"|crypto(currency|currencies|coins?)?|bitcoins?|btc|ethereum|dogecoin|altcoins?|index funds?|etfs?"
            r"|day ?trad(e|ing|ers?)|bull market|bear market|the (nasdaq|dow|s&p|ftse))\b",
        ),
    ),
    "gambling": Topic(
        named=_of(r"彩票|赌|博彩", r"\b(lotter(y|ies)|gambl\w*|bet(s|ting)?|casinos?)\b"),
        spoken=_of(
            r"彩票|双色球|大乐透|刮刮乐|体彩|福彩|下注|赌球|赌钱|赌场|博彩|(中|买).{0,3}彩(?!排|色|妆)|时时彩|六合彩",
            r"\b(lotter(y|ies)|powerball|scratch ?cards?|casinos?|sports? ?bet(s|ting)?|betting|gambl(e|ing)"
            r"|poker night|roulette|place a bet|bet on the)\b",
        ),
    ),
    "property": Topic(
        named=_of(r"房价|房产|楼市|买房|炒房", r"\b(house prices|property prices|real estate)\b"),
        spoken=_of(
            r"房价|楼市|炒房|买房|二手房|学区房|房贷|首付|新盘|楼盘|房子.{0,4}(涨|跌|升值|降价)",
            r"\b(house prices?|property (prices?|market|ladder)|real estate|mortgages?|buy(ing)? a (house|flat|condo))\b",
        ),
    ),
    "pay": Topic(
        named=_of(
            r"工资|薪(资|水|酬)|收入|年终奖|待遇",
            r"\b(salar(y|ies)|pay|wages?|compensation|bonus(es)?)\b",
        ),
        spoken=_of(
            r"工资|薪资|薪水|薪酬|月薪|年薪|年终奖|涨薪|加薪|降薪|税前|税后|底薪|到手.{0,4}(多少|\d)|一个月(多少钱|挣多少|拿多少)",
            r"\b(salar(y|ies)|wages?|pay ?(rises?|raises?|checks?|cuts?|grades?)|take-home|(yearly|annual|sign-on|christmas) bonus(es)?"
            r"|how much (do|does|are) (you|they|he|she|we|your \w+) (\w+ )?(make|earn|paid|get paid|making|earning))\b",
        ),
    ),
}
"""Every topic by its key."""
BORROWED = _of(
    r"(像|跟|和|如同|好比|等于|堪比|不如).{0,6}(彩票|赌博?|股票|炒股|买房|大盘|宗教|信仰|政治).{0,8}(一样|似的|一般|差不多|没区别|$)",
    r"\b(like|as (bad|good|random) as|more of an?|such an?|a bit of an?) "
    r"(\w+ ){0,3}(lotter\w+|gambl\w*|casino|bet|religion|church|stock market)\b|\bbet (you|that|it|i)\b|\byou bet\b",
)
"""A turn of speech that borrows the word."""
OF_A_TRADE = _of(
    r"^(软件|公司|行业|系统|平台|客户|项目|业务|数据|app|小程序|开发|课|老师|专业|部门?|经理|分析师|交易所|站|店|会计|核算|条|表|发放|岗)",
    r"^(\W+(compan(y|ies)|firms?|startups?|exchange|industry|clients?|customers?|software|platforms?|apps?|teams?"
    r"|projects?|teachers?|data|departments?|class(es)?|courses?|degree|photos?|images?|office|desk|api|page|form|system)\b)",
)
"""What follows the word where it only says what trade or task somebody has."""
