"""The words of limits: what a file may have, and what has no room."""


def limit_words(
    *,
    megabytes: int,
    rows: int,
    columns: int,
    channels: int,
    cells: int,
    line: int,
    letters: int,
) -> str:
    """Say what a file that is brought may have at most; `letters` are those of a cell, `line`
    are bytes."""
    return (
        f"Up to {megabytes:,} MB, {rows:,} rows, {columns:,} columns, {channels:,} channels and "
        f"{cells:,} cells; "
        f"{letters:,} characters per cell and {line:,} bytes per line."
    )


def no_room_words(megabytes: int) -> str:
    """Say that something was not done for want of room, and who can make some.

    `megabytes` is the room for the files of all tabs.
    """
    return (
        f"There is no room for this: the files in all open tabs may take {megabytes:,} MB "
        "together. Nothing was changed. Close tabs whose work is saved, have colleagues close "
        "theirs, and try again; or upload a smaller file. Whoever runs the board can allow more."
    )
