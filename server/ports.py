"""The port to listen on, or the next free one."""

import socket

PORTS_TRIED = 20


def free_socket(host: str, port: int) -> socket.socket:
    """A socket on the wished port, or on the next free one after it."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    last: OSError | None = None
    for number in range(port, port + PORTS_TRIED if port else 1):
        bound = socket.socket(family)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((host, number))
            bound.listen(128)
        except OSError as error:
            bound.close()
            last = error
        else:
            return bound
    assert last is not None
    raise last
