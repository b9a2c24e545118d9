import pytest

from knowledge_base.misfits import misfit


def told(question: str, text: str, title: str = "") -> str:
    return misfit(question, text, f"{title}\n{text}")


@pytest.mark.parametrize(
    ("code", "question", "text"),
    [
        ("case", "高一月考难度几比几", "七年级7:2:1,八九年级6:3:1"),
        ("case", "初一几点放学", "八到九年级五点放学"),
        ("", "八年级月考难度几比几", "七年级7:2:1,八九年级6:3:1"),
        ("", "初二月考难度几比几", "七年级7:2:1,八九年级6:3:1"),
        ("case", "2号电梯坏了打给谁", "1号电梯坏了打物业陈工"),
        ("case", "第四组什么时候交稿", "第2组周五交稿,迟了跟组长说"),
        ("case", "B班的教室在哪", "A班在三楼302"),
        ("case", "which key opens shed three?", "Shed 1 is opened with the brass key"),
        ("case", "Do I grease the M8 bolts too", "M10 bolts are greased every week"),
        ("price", "一张年票要多少钱", "年票在前台办,带身份证"),
        ("price", "how much does the spring course cost?", "The spring course has eight evenings"),
        ("outcome", "新排班最后推得怎么样", "从下周起三个店先用新排班"),
        ("outcome", "那个补丁管用吗", "可以先装厂家给的补丁"),
        ("outcome", "Did the quiet hour help?", "From May a quiet hour is tried on two wards"),
        ("outcome", "how did the pilot go", "The pilot begins in June with twelve pupils"),
        ("open", "搬家的日子定了没有", "搬家日期还没定,等物业通知"),
        ("open", "Is the new tariff approved?", "The new tariff is not decided before autumn"),
        ("open", "where is the glossary", "There is no glossary known to us yet"),
        ("place", "新工牌去哪里领", "新工牌要拍照,三天后做好"),
        ("place", "where do I collect my badge", "Badges need a photo and take three days"),
        ("duty", "超过两千的报销谁批", "每笔花销要有发票和用途"),
        ("duty", "Who approves travel abroad?", "Travel abroad needs two quotes and a reason"),
        ("open", "换了新锁以后还漏风吗", "换新锁后门不响了,漏风的事月底再看"),
        ("right", "Who signs off extra rooms?", "Extra rooms come with coffee, 90 each"),
        ("heir", "老何的钥匙分给谁了", "老何周五前把钥匙都擦好,登记完"),
        ("span", "借的投影仪可以用多久", "投影仪在前台登记,押身份证"),
        ("span", "how long may I keep a library laptop?", "Laptops are lent against a staff card"),
        ("subject", "实习生也能借设备吗", "正式员工可以借设备,一次三天"),
        ("subject", "do trainees also get the bonus", "Staff get the bonus after one year"),
    ],
)
def test_a_passage_of_another_case_or_without_what_is_asked_does_not_fit(
    code: str, question: str, text: str
) -> None:
    assert told(question, text) == code


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("2号电梯坏了打给谁", "1号和2号电梯坏了打物业陈工"),
        ("7000的设备谁批", "5000以下主管批,以上找总监"),
        ("第三周的作业几点截止", "第3周作业周三22:00截止"),
        ("which key opens shed three?", "Shed 3 is opened with the brass key"),
        ("compressor is at 97 degrees, is that bad", "Compressor 2: above 95 degrees shut it down"),
        ("一张年票要多少钱", "年票320元,在前台办"),
        ("how much does the spring course cost?", "The spring course is free for members"),
        ("那个补丁管用吗", "装了补丁以后死机从每天两次降到没有"),
        ("Did the quiet hour help?", "With a quiet hour, falls dropped from 5 to 2 a month"),
        ("does the old key still work in shed 1", "Shed 1 takes the old key"),
        ("搬家的日子定了没有", "搬家定在六月十二号"),
        ("who approves travel abroad?", "The head of department signs for travel abroad"),
        ("where do I collect my badge", "Badges are at the desk in the lobby"),
        ("换了新锁以后还漏风吗", "换了新锁就不漏风了"),
        ("who approves extra rooms", "The head of site signs for extra rooms"),
        ("老何的钥匙分给谁了", "钥匙归前台小周"),
        ("借的投影仪可以用多久", "投影仪一次借三天"),
        ("这几天食堂人多怎么办", "让各班错开来"),
        ("多久换一次滤芯", "滤芯每季度换"),
        ("how long may I keep a library laptop?", "Laptops are lent until the end of term"),
        ("how often are filters changed", "Filters are changed weekly"),
        ("实习生也能借设备吗", "实习生和正式员工都可以借设备"),
        ("即使迟到也要签到吗", "迟了也要在前台写名字"),
        ("is half an hour too short for a talk", "Talk for 45 minutes every two weeks"),
        ("怎么让新人开口", "先让他说一件小事"),
        ("", "先让他说一件小事"),
    ],
)
def test_a_passage_that_holds_it_fits_and_so_does_one_nothing_special_is_asked_of(
    question: str, text: str
) -> None:
    assert told(question, text) == ""


def test_the_title_may_name_the_case_the_text_leaves_out() -> None:
    assert told("2号电梯坏了打给谁", "打物业陈工,1号也一样", title="2号电梯坏了") == ""
