"""Public holidays by country, and the weekend days worked in their stead (the library `holidays`).

China's calendar has the State Council's make-up weekends; a year that is not announced yet has its
fixed feasts and no make-up days.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache, lru_cache
from types import MappingProxyType

from holidays import HolidayBase, country_holidays

COUNTRIES = (
    *("CN", "HK", "MO", "TW", "SG", "MY", "JP", "KR", "TH", "VN", "PH", "ID", "IN"),
    *("GB", "IE", "US", "CA", "AU", "NZ", "ZA", "NG", "KE"),
    *("DE", "AT", "CH", "FR", "BE", "NL", "LU", "ES", "PT", "IT", "GR"),
    *("DK", "SE", "NO", "FI", "PL", "CZ", "HU", "RO", "TR", "IL", "AE", "SA", "EG"),
    *("MX", "BR", "AR", "CL", "CO", "PE"),
)
"""ISO 3166 codes of the countries a community may follow."""
OF_PLACE: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("Shanghai", "Chongqing", "Harbin", "Urumqi", "PRC", "Beijing"), "CN"),
        "Hong_Kong": "HK",
        "Macau": "MO",
        "Taipei": "TW",
        "Singapore": "SG",
        "Tokyo": "JP",
        "Seoul": "KR",
        "Kuala_Lumpur": "MY",
        "Bangkok": "TH",
        "Ho_Chi_Minh": "VN",
        "Manila": "PH",
        "Jakarta": "ID",
        "Kolkata": "IN",
        "Calcutta": "IN",
        "London": "GB",
        "Dublin": "IE",
        "Berlin": "DE",
        "Vienna": "AT",
        "Zurich": "CH",
        "Paris": "FR",
        "Brussels": "BE",
        "Amsterdam": "NL",
        "Luxembourg": "LU",
        "Madrid": "ES",
        "Lisbon": "PT",
        "Rome": "IT",
        "Athens": "GR",
        "Copenhagen": "DK",
        "Stockholm": "SE",
        "Oslo": "NO",
        "Helsinki": "FI",
        "Warsaw": "PL",
        "Prague": "CZ",
        "Budapest": "HU",
        "Bucharest": "RO",
        "Istanbul": "TR",
        "Jerusalem": "IL",
        "Dubai": "AE",
        "Riyadh": "SA",
        "Cairo": "EG",
        "Johannesburg": "ZA",
        "Lagos": "NG",
        "Nairobi": "KE",
        "Auckland": "NZ",
        "Mexico_City": "MX",
        "Sao_Paulo": "BR",
        "Buenos_Aires": "AR",
        "Santiago": "CL",
        "Bogota": "CO",
        "Lima": "PE",
        **dict.fromkeys(("Sydney", "Melbourne", "Brisbane", "Perth", "Adelaide"), "AU"),
        **dict.fromkeys(("New_York", "Chicago", "Denver", "Los_Angeles"), "US"),
        **dict.fromkeys(("Toronto", "Vancouver"), "CA"),
    }
)
"""The country of a timezone by its city, where the tie is clear."""
NAMES = {"zh": "zh_CN", "en": "en_US"}
LONGEST = timedelta(days=14)
"""No run of days off is looked through further."""
DAY = timedelta(days=1)


BY_PLACE = "auto"
"""The setting of a community that leaves the choice to its timezone."""
NOWHERE = "none"
"""The setting of a community that follows no country."""


def country_of(timezone: str) -> str:
    """The country whose calendar a community in this timezone follows; "" where none is clear."""
    return OF_PLACE.get(timezone.rpartition("/")[2], "")


@lru_cache(maxsize=8192)
def is_worked(country: str, day: date) -> bool:
    """Whether people work on this day: make-up weekends count, public holidays do not."""
    return _calendar(country).is_working_day(day)


@lru_cache(maxsize=8192)
def is_feast(country: str, day: date) -> bool:
    """Whether it is a public holiday, or a weekend day that lies between two."""
    calendar = _calendar(country)
    if day in calendar:
        return True
    if calendar.is_working_day(day):
        return False
    return all(_leads_to_feast(calendar, day, step) for step in (-DAY, DAY))


def _leads_to_feast(calendar: HolidayBase, day: date, step: timedelta) -> bool:
    """Whether the next day in this direction that is no mere weekend is a public holiday."""
    near = day + step
    while near not in calendar and not calendar.is_working_day(near):
        if abs(near - day) > LONGEST:
            return False
        near += step
    return near in calendar


def name_of(country: str, day: date, language: str) -> str:
    """What a public holiday is called; "" where it has no name of its own."""
    return _named(country, NAMES[language]).get(day) or ""


@cache
def _calendar(country: str) -> HolidayBase:
    """A calendar that fills itself in year by year as it is asked."""
    return country_holidays(country)


@cache
def _named(country: str, language: str) -> HolidayBase:
    return country_holidays(country, language=language)
