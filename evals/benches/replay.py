"""How fast a history goes through the gate: messages a second, beside reading them only.

simmer bench replay --data FOLDER --json
"""

import time
from datetime import timedelta
from pathlib import Path

from agent.listening.threads import link_messages
from agent.replay import replay
from evals.labelled import read_sample
from evals.task import Figures, Options

SAMPLE = Path(__file__).parents[2] / "connectors" / "samples" / "zh"
"""What is measured where no folder is given."""
DEBOUNCE = timedelta(seconds=20)
"""A look follows the last message of a burst, as in the product."""


def measure(options: Options) -> Figures:
    """Replay with a look after each burst; the floor is one pass of linking alone.

    Times are those of this process on one core, the wordings loaded, so that they hold on a busy
    machine.
    """
    talk = read_sample(options.data or SAMPLE).talk
    times = [message.at for message in talk.messages]
    pairs = zip(times, [*times[1:], None], strict=True)
    looks = [at + DEBOUNCE for at, after in pairs if after is None or after - at > DEBOUNCE]
    next(replay(talk, looks[:1]), None)
    start = time.process_time()
    link_messages(talk.messages, talk.members.values())
    floor = time.process_time() - start
    start = time.process_time()
    spoke = sum(look.candidate is not None for look in replay(talk, looks))
    taken = time.process_time() - start
    return {
        "messages": len(times),
        "looks": len(looks),
        "messages_per_s": round(len(times) / taken),
        "ms_per_look": round(1000 * taken / len(looks), 2),
        "floor_messages_per_s": round(len(times) / floor),
        "drafts": spoke,
    }
