"""Who opted out is in an export as a number: no name, no word of theirs, nowhere. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from community.conversation import Message
from community.people import Member
from server.printing.lettering import unnamed


@dataclass(frozen=True, slots=True)
class Veil:
    """The members of a community and what stands for those who opted out."""

    people: Mapping[int, Member]
    names: Mapping[str, str]

    def is_hidden(self, member_id: int | None) -> bool:
        """Whether somebody's words stay here."""
        member = self.people.get(member_id or 0)
        return member is not None and member.opted_out

    def text(self, words: str, *by: int | None) -> str | None:
        """A text with the names of hidden people replaced; None where one of them said it."""
        if any(self.is_hidden(member_id) for member_id in by):
            return None
        return unnamed(words, self.names, "") if self.names else words

    def told(self, words: str, cited: Iterable[int], said: Mapping[int, Message]) -> str | None:
        """A text that rests on messages: None where one of them is hidden or was private."""
        known = [said[id_] for id_ in cited if id_ in said]
        if any(message.to_id is not None for message in known):
            return None
        return self.text(words, *(message.author_id for message in known))


def pseudonym(member: Member) -> str:
    """What stands for a member who opted out."""
    return f"member-{member.id}"


def veil_of(members: Iterable[Member]) -> Veil:
    """The veil of a community."""
    people = {member.id: member for member in members}
    hidden = [member for member in people.values() if member.opted_out]
    names = {
        name: pseudonym(member) for member in hidden for name in (member.name, *member.aliases)
    }
    return Veil(people, names)
