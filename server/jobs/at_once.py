"""The jobs that need no engine: they are done while the engines load, so a post never waits."""

from collections.abc import Awaitable, Callable, Mapping

from server.jobs.age import age
from server.jobs.deliver import deliver
from server.jobs.expire import expire
from server.jobs.import_lease import import_lease
from server.jobs.quiet import quiet
from server.jobs.tally import tally
from server.jobs.tell import tell
from server.work import Work

AT_ONCE: Mapping[str, Callable[[Work], Awaitable[None]]] = {
    "age": age,
    "deliver": deliver,
    "expire": expire,
    "import_lease": import_lease,
    "quiet": quiet,
    "tally": tally,
    "tell": tell,
}
