"""What the end of an interval is: its last day, or the first day after it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from openline.intake.arranging import Arrangement, arranged_rows
from openline.intake.cell_reading import cell_readers
from openline.intake.choices import Choices, DateReading
from openline.intake.end_days import EndDays, count_end_days
from openline.intake.left_out import left_out_lines
from openline.intake.source import Source
from openline.record.columns import CHANNEL, DATE, END, PARTIES, START
from openline.record.dates import DateRange, parse_date, show_date
from openline.record.delimited import normal_name
from openline.sentences.runs import count
from openline.ui.data.remembered import remembered
from openline.ui.records.choice import Choice, draw_apply, draw_asked, is_left, question
from openline.ui.records.draft import Draft

_LAST: Final = "the last day of the interval"
_AFTER: Final = "leave it: the first day after"


def draw_ends(draft: Draft, source: Source) -> None:
    """Draw the choice of what the end of an interval is, in a file that has any."""
    reading_before = draft.choices.dates.get(END, DateReading())
    if reading_before.last_day or is_left(draft, "ends"):
        return
    given = draft.text, draft.choices, draft.edits
    ends = remembered("end_days", given, lambda: count_end_days(interval_rows(draft, source)))
    if not ends.examples:
        return
    how = "The format has the first day after an interval as its end; many logs have its last day."
    with question("What the end of an interval is", how):
        shown = ", ".join(map(show_date, ends.examples))
        proposal = _LAST if ends.last > ends.after else None
        about = f"such as {shown}{reasons(ends)}"
        asked = Choice(END, about, (_LAST,), f"ends_{draft.turn}", "The end is", proposal, _AFTER)
        answers = draw_asked([asked], "ends")
        reading = replace(reading_before, last_day=True)
        more = Choices(dates={END: reading})
        disabled = not answers.chosen
        draw_apply(draft, lambda before: before.joined(more), "ends", disabled, answers)


def reasons(ends: EndDays) -> str:
    """Return what the rows speak for, to end a sentence with."""
    said = []
    if ends.last:
        said.append(f"{count(ends.last, 'row')} can only have the last day")
    if ends.after:
        said.append(f"{count(ends.after, 'row')} the first day after")
    return f"; {', '.join(said)}" if said else ""


def interval_rows(draft: Draft, source: Source) -> Iterator[tuple[str, str, str]]:
    """Give the channel, the start and the end of each row as they are read by now."""
    columns = Arrangement.of(source, draft.choices)
    names = [normal_name(name) for name in columns.names]
    if DATE in names or not {START, END} <= {*names}:
        return
    readers = cell_readers(draft.choices, columns.names)
    wanted = [names.index(name) if name in names else -1 for name in (PARTIES, CHANNEL, START, END)]
    left_out = left_out_lines(source, draft.choices)
    for _, cells in arranged_rows(source, columns, draft.edits, left_out):
        read = readers.read(cells)
        texts = [read[at].strip() if 0 <= at < len(read) else "" for at in wanted]
        if isinstance(parse_date(texts[3]), DateRange):
            yield f"{texts[0]}\n{texts[1]}", texts[2], texts[3]
