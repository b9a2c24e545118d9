"""The jobs that distil: one thread, or the threads of a stretch of time together."""

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


def period_job(zone_id: int, since: datetime, until: datetime, about: str, at: datetime) -> Job:
    """Distil the threads that began in a stretch of time into one draft; `about` is their topic."""
    return Job(
        name="distil_period",
        key=f"distil:{zone_id}:{since.isoformat()}:{until.isoformat()}:{about}",
        room=f"distil:{zone_id}",
        due=at,
        payload={
            "zone": zone_id,
            "since": since.isoformat(),
            "until": until.isoformat(),
            "about": about,
        },
    )
