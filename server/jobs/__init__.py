"""What is done later: the one table of job names and their functions, each joining packages."""

from collections.abc import Awaitable, Callable, Mapping

from server.jobs.age import age
from server.jobs.answer import answer
from server.jobs.deliver import deliver
from server.jobs.distil import distil
from server.jobs.expire import expire
from server.jobs.facilitate import facilitate
from server.jobs.history import history
from server.jobs.shelve import shelve
from server.work import Work

JOBS: Mapping[str, Callable[[Work], Awaitable[None]]] = {
    "age": age,
    "answer": answer,
    "deliver": deliver,
    "distil": distil,
    "expire": expire,
    "facilitate": facilitate,
    "history": history,
    "shelve": shelve,
}
