"""Today: read here alone, once a run."""

from datetime import date

from openline.settings import named_today

__all__ = ["today"]


def today() -> date:
    """Return today, or the day that `OPENLINE_TODAY` names.

    Raises `openline.settings.SettingError` where that is no day.
    """
    return named_today() or date.today()
