"""A rule of each kind, three messages that go against it and three that only look like it."""

ZH: dict[str, tuple[str, list[str], list[str]]] = {
    "promotion": (
        "群里不发广告和拉票",
        [
            "帮我家娃投一票，第18号，谢谢大家",
            "我的视频号更新了，讲怎么排课的",
            "拼多多砍一刀，就差一个人了",
        ],
        [
            "昨天投票选的班长是谁",
            "这个广告文案我改了三版，哪版顺",
            "我不拉票，就问问评选几号截止",
        ],
    ),
    "links": (
        "外链不发，要点自己写两句",
        [
            "看这个 https://a.example.com/p/1",
            "www.b.example.com 讲得挺细",
            "资料在 pan.example.com/s/1abc",
        ],
        ["那个链接打不开", "链接我不发了，写两句：先看月单", "表头第3行写错了"],
    ),
    "voice": (
        "不发语音，打字方便大家翻",
        ["[语音] 12秒", "[语音]", "[语音 0:45]"],
        ["刚开完语音会，晚点写", "[语音通话] 已取消", "语音转文字怎么设置"],
    ),
    "files": (
        "安装包、附件一律不进群",
        ["[文件] 破解版.zip", "[文件: setup.exe]", "[附件] 合同.docx"],
        ["文件我放共享盘了", "附件三的格式是什么", "打包发货要几天"],
    ),
    "private_talk": (
        "私聊截图别发到群里",
        [
            "给大家看我和客户私聊的截图",
            "[聊天记录] 老周和我",
            "他私下跟我说：“那单我不想接”",
        ],
        ["截图里第二列是什么", "聊天的时候我一般先问预算", "对方同意了，贴一下私聊截图"],
    ),
    "politics": (
        "不谈政治",
        ["你们看特朗普昨天那个讲话没", "台海这阵势要打吧", "美国大选选情怎么看"],
        ["政治课的卷子改完了", "公司政策下周变", "会议室政治学那间空着"],
    ),
    "religion": (
        "禁止传教和宗教话题",
        ["周日来我们教会听听", "信主得平安，你们试试", "有查经小组，想来的说"],
        ["天主教堂那站下车", "我信你", "信息主管找你"],
    ),
    "answers": (
        "作业答案不直接发，讲思路",
        ["谁有第三章的答案发一下", "1.A 2.C 3.B 4.D", "实验报告借我抄一下"],
        ["第三题我卡在第二步", "作业几号交", "这个问题的答案要看规模，先别急"],
    ),
    "swearing": (
        "不说脏话",
        ["卧槽又崩了", "他妈的第三次了", "这表尼玛谁做的"],
        ["他骂我说“妈的”，我没回", "我操场跑完步了", "妈妈的话要听"],
    ),
    "rudeness": (
        "说话客气点，好好说话",
        ["闭嘴吧，没人问你", "你懂什么", "关你什么事"],
        ["你懂这个函数吗", "他让我闭嘴，我就没说了", "这事关你们组吗"],
    ),
    "everyone": (
        "不要@所有人",
        ["@所有人 有没有充电器", "借个打印机 @所有人", "@全体成员 我到了"],
        ["所有人都到了吗", "@大强 你到了吗", "全员会几点"],
    ),
    "money": (
        "群里不借钱不发红包",
        ["谁能借我两千块周转一下", "[红包] 恭喜发财", "有个水滴筹帮转一下"],
        ["借我一支笔", "钱的事跟财务说", "借调申请批了"],
    ),
    "subject": (
        "不聊房价和股票",
        ["你们那边房价跌了没", "股票今天跌惨了", "我们小区房价又降了"],
        ["房子漏水找谁", "股东会几点", "用房价数据集练手行吗"],
    ),
}
EN: dict[str, tuple[str, list[str], list[str]]] = {
    "promotion": (
        "No ads or self-promotion",
        [
            "please vote for my design, link in bio",
            "check out my new podcast, first episode is on feedback",
            "use my referral code and we both get ten off",
        ],
        [
            "how did the vote on the name go?",
            "the ad copy needs one more round",
            "I'm not going to sell anything here, just asking",
        ],
    ),
    "links": (
        "Please don't post links, say it in two lines",
        ["see https://a.example.com/p/1", "www.b.example.com has it", "docs.example.org/x did it"],
        ["that link is dead", "I won't post links, in short: ask first", "row 3 has a typo"],
    ),
    "voice": (
        "No voice messages",
        ["[voice message] 0:42", "[voice] 12s", "[audio] 1:03"],
        ["voice of the customer is on thursday", "I lost my voice", "[voice call] missed"],
    ),
    "files": (
        "No attachments in the room",
        ["[file] crack.zip", "[file: setup.exe]", "[attachment] contract.docx"],
        ["the file is on the shared drive", "filed it yesterday", "which attachment form?"],
    ),
    "private_talk": (
        "Never post screenshots of private chats",
        [
            "screenshot of our dms, look at this",
            'Ola\'s DM said: "I hate that client"',
            "here's what she messaged me privately about the offer",
        ],
        [
            "the screenshot shows row 4",
            "send me a dm later",
            "with her ok, a screenshot of our dms",
        ],
    ),
    "politics": (
        "No politics",
        ["did you see what trump said", "the tories will ruin it", "brexit broke our supply chain"],
        ["office politics wears me out", "our policy changes monday", "we elected a new team rep"],
    ),
    "religion": (
        "No preaching, no religion",
        [
            "jesus loves you, remember that",
            "we have a bible study on tuesday",
            "god has a plan for you",
        ],
        ["jesus, what a day", "the new hire is a godsend", "I believe in small steps"],
    ),
    "answers": (
        "Don't post homework answers",
        [
            "can someone send the answers to the week 3 quiz?",
            "1) a 2) c 3) b 4) d",
            "please do my homework, due tonight",
        ],
        [
            "stuck on step 2 of exercise 3",
            "when is the homework due?",
            "the answer depends on scale",
        ],
    ),
    "swearing": (
        "No swearing",
        ["what the fuck is this form", "this is bullshit", "wtf again"],
        ['he wrote "this is bullshit"', "a client called me an asshole", "the ship is late"],
    ),
    "rudeness": (
        "Be kind to each other",
        ["shut up, nobody cares", "who asked you", "are you stupid or what"],
        ["she told me to shut up, so I left", "I asked you on monday", "is it silly to start now?"],
    ),
    "everyone": (
        "Don't use @all",
        ["@all anyone got a charger?", "lunch? @everyone", "@channel I'm here"],
        ["all of you were great", "@Mei are you there?", "everyone is in"],
    ),
    "money": (
        "No fundraising, no lending",
        ["could you lend me 50 until friday", "my gofundme is live", "venmo me for the pizza"],
        ["lend a hand with the chairs?", "the budget is 50", "borrow my laptop if you like"],
    ),
    "subject": (
        "No talk about crypto or diets",
        ["crypto is crashing again", "anyone on crypto?", "diets never work for me"],
        ["the cryptic error is back", "edit the doc please", "the crypto dataset has two columns"],
    ),
}
