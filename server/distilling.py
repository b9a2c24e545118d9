"""The job that distils one thread."""

from datetime import datetime

from community.jobs import Job


def distil_job(zone_id: int, root_id: int, at: datetime) -> Job:
    """Distil the thread that begins with a message."""
    return Job(
        name="distil",
        key=f"distil:{root_id}",
        room=f"distil:{zone_id}",
        due=at,
        payload={"zone": zone_id, "root": root_id},
    )
