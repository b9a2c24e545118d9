"""Where a community lives: the connector to its platform, and what that takes."""

from community.delivery import Capabilities
from community.people import Community
from connectors.base import Connector
from connectors.room import EVERYTHING
from server.deps import Deps

ROOM = "room"


def connector_of(deps: Deps, home: Community) -> Connector | None:
    """The connector of a community; None where it lives in the built-in room."""
    return deps.connectors.get(str(home.settings.get("platform", ROOM)))


def capabilities_of(deps: Deps, home: Community) -> Capabilities:
    """What may be posted where a community lives."""
    connector = connector_of(deps, home)
    return EVERYTHING if connector is None else connector.capabilities
