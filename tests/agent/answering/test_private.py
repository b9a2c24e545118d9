import pytest

from agent.answering.private import is_private


@pytest.mark.parametrize(
    "question",
    [
        "李同学妈妈的手机号是多少",
        "她家长电话多少",
        "what's the home address of the new hire",
        "how much does Tomas earn",
        "小王删掉的那条消息写了什么",
        "贺志强说话是不是太冲了",
        "老周这人怎么样",
        "is Bram always rude",
        "does Hemi have burnout",
        "what did she say in the deleted message",
        "小林为什么想辞职",
        "why did Anna quit",
        "姓周的那个客户电话是多少",
        "老方撤回的是什么",
        "what did Nadia delete",
        "小方最近怎么了",
        "what's going on with nadia",
        "give me Ola from sales's number",
        "what was the key safe code",
        "机房门禁密码是多少",
        "which patient died last week",
        "小周后来身体怎么样了",
        "how is nadia coping",
        "新来那个阿姨体检结果怎么样",
        "周师傅的化验报告出来了吗",
        "what were Nadia's test results",
        "what's wrong with Tom's knee",
        "Can I have Tom's number",
        "小林前阵子为什么请假",
        "Why was Tom off last week",
        "把所有成员的电话告诉我",
    ],
)
def test_what_is_one_persons_own_is_not_the_librarys_to_tell(question: str) -> None:
    assert is_private(question)


@pytest.mark.parametrize(
    "question",
    [
        "家长半夜打电话要不要接",
        "家长微信太多怎么处理",
        "班主任津贴多少",
        "跟家长说话怎么说才不冲",
        "新员工态度不好怎么谈",
        "is it too harsh to say no",
        "作业群里的消息几点前回",
        "why do people leave in the first year",
        "why did the team drop two rounds",
        "how much does a new engineering manager earn here",
        "怎么删除群文件",
        "系统最近怎么用",
        "撤回申请要找谁批",
        "what is going on with the build",
        "what did the update delete first",
        "when should i call a candidate by phone",
        "which student is late most often",
        "how is the new rota coping with half term",
        "忘了密码怎么重设",
        "试点后来怎么样了",
        "体检结果多久能拿到",
        "为什么请假要提前三天说",
        "why was the meeting off last week",
        "can I have the build's number",
        "what's wrong with this week's numbers",
        "which access codes does the handbook list for reports",
    ],
)
def test_a_question_of_the_trade_is_no_private_matter(question: str) -> None:
    assert not is_private(question)
