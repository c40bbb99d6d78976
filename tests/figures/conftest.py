"""Frames for figures, made by the real analysis from a few lines of a record."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pandas as pd
import pytest

from openline.analysis.evidence import gather
from openline.figures.frames import Frames
from openline.record.reading import read_record

FramesOf = Callable[..., Frames]
_HEADER = "channel,parties,date,event,state,summary,source,cause"


@pytest.fixture(scope="session")
def frames_of() -> FramesOf:
    """A function that gives the frames of record lines as of a day."""

    def build(*lines: str, day: date = date(2024, 1, 1)) -> Frames:
        record = read_record("\n".join([_HEADER, *lines]).encode(), date(2026, 1, 1))
        assert not record.has_errors, record.problems
        return Frames.of(gather(record, day))

    return build


@pytest.fixture(scope="session")
def many(frames_of: FramesOf) -> Frames:
    """300 channels of 60 sets of parties, each open since 2015 and every third severed in 2020."""
    lines = [f"Line {i},Side {i % 60}; Zed,2015-03-0{1 + i % 9},,open,,," for i in range(300)]
    lines += [f"Line {i},Side {i % 60}; Zed,2020-02-03,,severed,,," for i in range(0, 300, 3)]
    return frames_of(*lines)


@pytest.fixture(scope="session")
def few(frames_of: FramesOf) -> Frames:
    """Four channels of one set of parties, in four states, with marks."""
    return frames_of(
        "Hotline,A; B,2016-01-01,,open,Opened.,Wire,",
        "Hotline,A; B,2022-08-05,refusal,severed,No answer.,Wire,Visit",
        "Hotline,A; B,2023-03-01,overture,,Asked for a call.,Wire,",
        "Talks,A; B,2017,,partial,,,",
        "Talks,A; B,2023-11-20,contact,,A round was held.,,",
        "Ministers,A; B,2018-06,,open,,,",
        "Ministers,A; B,2023-12-31,contact,,They met.,,",
        "Old forum,A; B,2015-01-01,,open,,,",
        "Old forum,A; B,2019-01-01,,unknown,,,",
    )


@pytest.fixture(scope="session")
def compared_of() -> Callable[..., pd.DataFrame]:
    """A function that gives a comparison of rows: channel, state then, state now, change."""

    def build(*rows: tuple[str, str | None, str, str], **columns: Any) -> pd.DataFrame:
        frame = pd.DataFrame(rows, columns=["channel", "from_state", "to_state", "change"])
        more = {"parties": "A; B", "contacts": 2, "overtures": 1, "refusals": 0, "moves": 1}
        cited = {
            "moved_text": "2023-05-01",
            "cause": None,
            "actor": None,
            "summary": "It was.",
            "source": "Wire",
        }
        return frame.assign(channel_id=range(len(rows)), **(more | cited | columns))

    return build


@pytest.fixture(scope="session")
def all_changes(compared_of: Callable[..., pd.DataFrame]) -> pd.DataFrame:
    """A channel of each change, in the order in which they are told."""
    return compared_of(
        ("Raised", "severed", "partial", "opened"),
        ("Fallen", "open", "severed", "closed"),
        ("Young", None, "open", "new"),
        ("Over", "partial", "ended", "ended"),
        ("Lost", "open", "unknown", "unclear"),
        ("Calm", "open", "open", "unchanged"),
    )
