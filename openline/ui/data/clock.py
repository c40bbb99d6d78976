"""Today, and the moment of a save: only this module reads them."""

from datetime import UTC, date, datetime

from openline.settings import named_today


def today() -> date:
    """Return today, or the day that `OPENLINE_TODAY` names.

    Raises `openline.settings.SettingError` where that is not a day.
    """
    return named_today() or date.today()


def moment() -> datetime:
    """Return this moment in UTC, for saving; no setting changes it."""
    return datetime.now(UTC)  # noqa: TID251 - the one place that reads the time
