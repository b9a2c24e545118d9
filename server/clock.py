"""What tells the moment: the product's own clock, or one that a test turns."""

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]
