"""Link accuracy of a labelled community."""

from pathlib import Path

from community.conversation import Link, LinkSource, MessageKind
from evals.scorers.links import accuracy, read_labelled

CHAT = """{"members": [{"platformId": "a", "accountName": "Anna"},
 {"platformId": "b", "accountName": "Bo", "groupNickname": "B"}],
 "messages": [
 {"platformMessageId": "m1", "sender": "a", "timestamp": 1772406225, "type": 0, "content": "hi"},
 {"platformMessageId": "m2", "sender": "b", "timestamp": 1772406226, "type": 25,
  "content": "yes", "replyToMessageId": "m1"},
 {"platformMessageId": "m3", "sender": "a", "timestamp": 1772406227, "type": 80,
  "content": "B joined"}]}"""
LINKS = '{"id": "m1", "parent": null}\n{"id": "m2", "parent": "m1"}\n'


def test_accuracy_counts_right_parents_and_right_nones_of_labelled_messages(tmp_path: Path) -> None:
    (tmp_path / "chat.json").write_text(CHAT)
    (tmp_path / "links.jsonl").write_text(LINKS)
    labelled = read_labelled(tmp_path)
    assert labelled.parents == {1: None, 2: 1}
    assert labelled.messages[1].reply_to_id == 1
    assert labelled.messages[2].kind is MessageKind.SYSTEM
    none = tuple(
        Link(message_id=i, parent_id=None, confidence=1, by=LinkSource.MODEL) for i in (1, 2, 3)
    )
    assert accuracy(none, labelled.parents) == 0.5
