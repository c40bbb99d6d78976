"""What the end of an interval is: its last day, or the first day after it."""

from dataclasses import replace
from typing import Final

from openline.intake.choices import Choices, DateReading
from openline.intake.end_days import EndDays
from openline.record.columns import END
from openline.record.dates import show_date
from openline.sentences.runs import count
from openline.ui.records.choice import Choice, draw_apply, draw_asked, is_left, question
from openline.ui.records.draft import Draft
from openline.ui.records.surveyed import surveyed

_LAST: Final = "the last day of the interval"
_AFTER: Final = "leave it: the first day after"


def draw_ends(draft: Draft) -> None:
    """Draw the choice of what the end of an interval is, in a file that has any."""
    reading_before = draft.choices.dates.get(END, DateReading())
    if reading_before.last_day or is_left(draft, "ends"):
        return
    ends = surveyed(draft).ends
    if not ends.examples:
        return
    how = "In this format an interval ends on the first day after it; many logs give its last day."
    with question("What the end of an interval is", how):
        examples = ", ".join(map(show_date, ends.examples))
        proposal = _LAST if ends.last > ends.after else None
        about = f"such as {examples}{reasons(ends)}"
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
