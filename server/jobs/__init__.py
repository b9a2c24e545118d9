"""What is done later: the one table of job names and their functions, each joining packages."""

from collections.abc import Awaitable, Callable, Mapping

from server.jobs.deliver import deliver
from server.jobs.expire import expire
from server.jobs.facilitate import facilitate
from server.jobs.history import history
from server.jobs.shelve import shelve
from server.work import Work

JOBS: Mapping[str, Callable[[Work], Awaitable[None]]] = {
    "deliver": deliver,
    "expire": expire,
    "facilitate": facilitate,
    "history": history,
    "shelve": shelve,
}
