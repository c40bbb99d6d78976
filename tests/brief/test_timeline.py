"""The timeline of a brief."""

from openline.brief.timeline import timeline_of
from tests.brief.briefed import HOSTILE, briefed
from tests.markup.reading import read_html


def test_every_channel_is_drawn_and_told() -> None:
    """The figure says in words what it shows, and its drawing has the names."""
    made = timeline_of(briefed())
    assert 'role="img" aria-label="Timeline of 3 channels from ' in made
    words = read_html(made).words
    assert all(name in words for name in ("Hotline", "Talks", "Link"))
    assert "State of each channel, " in words


def test_it_is_drawn_for_paper_and_for_a_telephone() -> None:
    """Each is shown in its place alone, as the style says."""
    made = timeline_of(briefed())
    assert [made.count(f'class="{kind}"') for kind in ("paper", "phone")] == [1, 1]


def test_many_channels_are_rows_that_fit_on_the_first_sheet() -> None:
    """Rows closer together, in one drawing; of several parties lines, in columns."""
    days = "2020-01-01,change,open,,,,,"
    one = timeline_of(briefed(lines=tuple(f"Line {i},A; B,{days}" for i in range(30))))
    several = timeline_of(briefed(lines=tuple(f"Line {i},A; B{i},{days}" for i in range(30))))
    assert '<figure class="drawings" ' in one
    assert '<figure class="drawings columns" ' in several


def test_without_channels_there_is_no_figure() -> None:
    """Where no channel matches."""
    assert timeline_of(briefed(parties=("Nobody",))) == ""


def test_names_are_text() -> None:
    """Whatever a record calls a channel or its parties."""
    lines = (f'"{HOSTILE.replace(chr(34), chr(34) * 2)}",A; B,2020-01-01,change,open,,,,,',)
    tags = read_html(timeline_of(briefed(lines=lines))).tags
    assert "img" not in tags
