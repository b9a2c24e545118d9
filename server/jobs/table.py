"""The one table of job names and their functions, each joining packages."""

from collections.abc import Awaitable, Callable, Mapping

from server.jobs.answer import answer
from server.jobs.at_once import AT_ONCE
from server.jobs.distil import distil
from server.jobs.distil_period import distil_period
from server.jobs.facilitate import facilitate
from server.jobs.history import history
from server.jobs.owe import owe
from server.jobs.pains import pains
from server.jobs.reask import reask
from server.jobs.shelve import shelve
from server.jobs.upkeep import upkeep
from server.work import Work

JOBS: Mapping[str, Callable[[Work], Awaitable[None]]] = {
    **AT_ONCE,
    "answer": answer,
    "distil": distil,
    "distil_period": distil_period,
    "facilitate": facilitate,
    "history": history,
    "owe": owe,
    "pains": pains,
    "reask": reask,
    "shelve": shelve,
    "upkeep": upkeep,
}
