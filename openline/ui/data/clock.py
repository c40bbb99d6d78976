"""Today, and the moment of a save: read here alone."""

from datetime import UTC, date, datetime

from openline.settings import named_today


def today() -> date:
    """Return today, or the day that `OPENLINE_TODAY` names.

    Raises `openline.settings.SettingError` where that is no day.
    """
    return named_today() or date.today()


def moment() -> datetime:
    """Return this moment in UTC, for what is saved; no setting changes it."""
    return datetime.now(UTC)  # noqa: TID251 - the one place where a moment is asked for
