"""Progress: how far a long piece of work is."""

from openline.intake.source import read_source
from openline.record.progress import part, silent
from openline.record.reading import read_record
from tests.asking import TODAY

LONG = b"channel,date,state\n" + b"".join(
    f"Line {i % 50},{1990 + i // 50 % 30},open\n".encode() for i in range(30_000)
)


def test_a_part_lies_within_the_whole() -> None:
    """A part begins where it is told to, and ends there too."""
    told: list[float] = []
    tell = part(lambda share, _: told.append(share), 0.2, 0.6)
    tell(0.0, "")
    tell(1.0, "")
    assert [round(share, 9) for share in told] == [0.2, 0.6]
    silent(0.5, "Nobody hears this")


def test_reading_tells_how_far_it_is() -> None:
    """Shares only grow, within 0 and 1, and the rows that were split are counted."""
    told: list[tuple[float, str]] = []
    record = read_record(LONG, TODAY, progress=lambda *now: told.append(now))
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert 0 <= shares[0] < shares[-1] < 1
    words = [text for _, text in told]
    assert "Splitting into rows: 20,000 so far" in words
    assert words[-1] == "Comparing the rows of each channel"
    assert record.digest == read_record(LONG, TODAY).digest


def test_the_rows_as_written_are_told_too() -> None:
    """What reads rows for mending tells how many there are so far."""
    told: list[tuple[float, str]] = []
    read_source(LONG, lambda *now: told.append(now))
    counts = [*range(5_000, 30_001, 5_000), 30_001]
    assert [text for _, text in told] == [
        f"Keeping rows as written: {count:,} so far" for count in counts
    ]
    assert 0.6 < told[3][0] < 0.7
