"""Two questions to a scene under the names they had before."""

from agent.listening.scene import Scene
from community.conversation import Message


def opens(scene: Scene, message: Message) -> bool:
    """Whether it starts something instead of answering."""
    return scene.opens(message)


def is_private_person(scene: Scene, member_id: int | None) -> bool:
    """Whether nothing may be told of this member."""
    return scene.is_private(member_id)
