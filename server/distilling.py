"""The job that distils one thread."""

from datetime import datetime

from community.jobs import Job


def distil_job(zone_id: int, root_id: int, at: datetime, subject: str = "") -> Job:
    """Distil the thread that begins with a message.

    `subject`: the thread as it stood when it was found ripe; without one somebody asked for it, and
    whatever it teaches becomes a draft.
    """
    return Job(
        name="distil",
        key=f"distil:{root_id}",
        room=f"distil:{zone_id}",
        due=at,
        payload={"zone": zone_id, "root": root_id, "subject": subject},
    )
