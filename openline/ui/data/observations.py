"""Which row of a record an address means by the name of an observation."""

from openline.record.observation_names import named_row
from openline.record.record import Record
from openline.ui.data.shared import shared
from openline.view.view import View


def row_named(view: View, record: Record) -> int | None:
    """Return the index of the observation that a view names, None where it names none, or the
    record has none of that name."""
    if view.observation is None:
        return None
    return _row_named(record.digest, view.observation, view.channel, view.parties, record)


@shared
def _row_named(
    digest: str, name: str, channels: tuple[str, ...], parties: tuple[str, ...], _record: Record
) -> int | None:
    return named_row(_record, name, channels, parties)
