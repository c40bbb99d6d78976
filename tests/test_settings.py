"""The settings in the environment."""

from datetime import date

import pytest

from openline.record.limits import Extent
from openline.settings import (
    BUNDLED_FILE,
    FRAMES_VARIABLE,
    HOSTS_VARIABLE,
    KEEP_MINUTES,
    LOOK_SECONDS,
    MARKING_VARIABLE,
    MAX_CELLS,
    MAX_CHANNELS,
    MAX_COLUMNS,
    MAX_LETTERS,
    MAX_LINE,
    MAX_MB,
    MAX_PASTED,
    MAX_ROWS,
    SESSION_MB,
    STORE_MB,
    TODAY_VARIABLE,
    WORK_MB,
    Limits,
    SettingError,
    framing_origins,
    marking,
    named_today,
    own_hosts,
    session_budget,
    store_quota,
    upload_limits,
    work_budget,
)


def test_the_bundled_record_is_there() -> None:
    """The file that the board shows by default is included."""
    assert BUNDLED_FILE.is_file()


def test_today_can_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day in the variable is today; an empty variable names no day."""
    monkeypatch.setenv(TODAY_VARIABLE, " 2023-10-05 ")
    assert named_today() == date(2023, 10, 5)
    monkeypatch.setenv(TODAY_VARIABLE, "")
    assert named_today() is None


@pytest.mark.parametrize("text", ["05.10.2023", "2023-10", "tomorrow"])
def test_what_is_no_day_is_refused(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """The message names the variable, what it says and what to write."""
    monkeypatch.setenv(TODAY_VARIABLE, text)
    with pytest.raises(SettingError, match=f"OPENLINE_TODAY is '{text}'.*write 2023-10-05"):
        named_today()


def test_limits_are_those_of_the_product_unless_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are 50 MB and a million rows, or the environment's values."""
    monkeypatch.delenv(MAX_MB.variable, raising=False)
    monkeypatch.delenv(MAX_ROWS.variable, raising=False)
    assert upload_limits() == Limits(50, 1_000_000)
    assert Limits().size == 50_000_000
    monkeypatch.setenv(MAX_MB.variable, "200")
    monkeypatch.setenv(MAX_ROWS.variable, " 7 ")
    monkeypatch.setenv(MAX_COLUMNS.variable, "30")
    assert upload_limits() == Limits(200, 7, 30)


def test_limits_within_a_file_can_be_named_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """These are cells, bytes in a line, and letters in a cell and in pasted text."""
    found = Limits()
    assert (found.cells, found.line, found.letters) == (4_000_000, 2_000_000, 32_767)
    assert found.pasted == 1_000_000
    for number, variable in enumerate(
        (MAX_CELLS.variable, MAX_LINE.variable, MAX_LETTERS.variable, MAX_PASTED.variable), start=1
    ):
        monkeypatch.setenv(variable, str(number))
    assert upload_limits() == Limits(cells=1, line=2, letters=3, pasted=4)
    monkeypatch.setenv(MAX_CHANNELS.variable, "5")
    assert upload_limits().channels == 5
    assert upload_limits().extent == Extent(1, 2)
    monkeypatch.setenv(MAX_PASTED.variable, "6000000")
    with pytest.raises(SettingError, match="OPENLINE_MAX_PASTED is '6000000'; the most is 5000000"):
        upload_limits()


def test_how_long_work_is_kept_can_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is ten minutes, or the environment's value."""
    monkeypatch.delenv(KEEP_MINUTES.variable, raising=False)
    assert KEEP_MINUTES.read() == 10
    monkeypatch.setenv(KEEP_MINUTES.variable, "90")
    assert KEEP_MINUTES.read() == 90


def test_how_often_a_page_looks_for_a_newer_revision_can_be_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is every eight seconds, or the environment's value, but at least once an hour."""
    monkeypatch.delenv(LOOK_SECONDS.variable, raising=False)
    assert LOOK_SECONDS.read() == 8
    monkeypatch.setenv(LOOK_SECONDS.variable, "60")
    assert LOOK_SECONDS.read() == 60
    monkeypatch.setenv(LOOK_SECONDS.variable, "3601")
    with pytest.raises(SettingError, match="the most is 3600"):
        LOOK_SECONDS.read()


def test_memory_has_budgets_that_can_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both budgets, for the files of all sessions and for those that one has set aside, are set in
    megabytes and returned in bytes."""
    assert (work_budget(), session_budget()) == (800_000_000, 150_000_000)
    monkeypatch.setenv(WORK_MB.variable, "2")
    monkeypatch.setenv(SESSION_MB.variable, "3")
    assert (work_budget(), session_budget()) == (2_000_000, 3_000_000)


def test_the_store_has_no_quota_unless_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """By default the store can grow without limit; a number of megabytes is returned in bytes."""
    monkeypatch.delenv(STORE_MB.variable, raising=False)
    assert store_quota() is None
    monkeypatch.setenv(STORE_MB.variable, " 500 ")
    assert store_quota() == 500_000_000
    monkeypatch.setenv(STORE_MB.variable, "none")
    with pytest.raises(SettingError, match="OPENLINE_STORE_MB is 'none'"):
        store_quota()


@pytest.mark.parametrize("text", ["many", "0", "-1", "1.5"])
def test_what_is_no_limit_is_refused(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """The message names the variable, what it says and what to write."""
    monkeypatch.setenv(MAX_MB.variable, text)
    with pytest.raises(SettingError, match=f"OPENLINE_MAX_MB is '{text}'.*write 50"):
        upload_limits()


def test_names_and_sites_are_listed_with_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blanks and empty entries do not matter; by default nothing is listed."""
    monkeypatch.delenv(HOSTS_VARIABLE, raising=False)
    monkeypatch.delenv(FRAMES_VARIABLE, raising=False)
    assert (own_hosts(), framing_origins()) == ((), ())
    monkeypatch.setenv(HOSTS_VARIABLE, " board.example.org, ,*.house.example,* ")
    monkeypatch.setenv(FRAMES_VARIABLE, "https://a.example:8443,http://*.b.example")
    assert own_hosts() == ("board.example.org", "*.house.example", "*")
    assert framing_origins() == ("https://a.example:8443", "http://*.b.example")


@pytest.mark.parametrize("text", ["http://board", "board:8501", "a b", "a,b;c", "é"])
def test_what_is_no_name_of_a_host_is_refused(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """The message gives the value found and what to write."""
    monkeypatch.setenv(HOSTS_VARIABLE, text)
    with pytest.raises(SettingError, match=r"OPENLINE_HOSTS names .*write board\.example\.org"):
        own_hosts()


@pytest.mark.parametrize("text", ["site.example", "https://a/b", "'none'", "https://a; x"])
def test_what_is_no_origin_is_refused(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Nothing else can get into the policy sent to browsers."""
    monkeypatch.setenv(FRAMES_VARIABLE, text)
    with pytest.raises(SettingError, match=r"OPENLINE_FRAMED_BY names .*write https://site"):
        framing_origins()


def test_a_marking_is_one_line_of_bounded_length(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs of blanks and line ends become one blank; a marking that is too long is refused, not
    cut."""
    monkeypatch.delenv(MARKING_VARIABLE, raising=False)
    assert marking() == ""
    monkeypatch.setenv(MARKING_VARIABLE, " OFFICIAL\n  USE ")
    assert marking() == "OFFICIAL USE"
    monkeypatch.setenv(MARKING_VARIABLE, "x" * 101)
    with pytest.raises(
        SettingError, match="OPENLINE_MARKING has 101 characters; write at most 100"
    ):
        marking()
    with pytest.raises(SettingError, match="--marking has 100000 characters"):
        marking("x" * 100_000)


def test_a_marking_shows_everywhere_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the same in the window and on paper: bytes that are not text break no page, and
    direction marks reverse nothing."""
    monkeypatch.setenv(MARKING_VARIABLE, "A\udcff \u202eSECRET")
    assert marking() == marking("A\udcff \u202eSECRET") == "A� �SECRET"
