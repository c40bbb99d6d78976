"""Openline: which lines between militaries are open, which are severed, and since when.

    import openline

    record = openline.read("channels.csv")
    record.status(as_of="2023-10-05")

`read` gives a `Record`, whose methods are the tables; `examples` names the files that come with it.
What cannot be read raises `RecordError`, and what cannot be asked `QuestionError`.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openline.library import QuestionError, Record, RecordError, examples, read

__all__ = ["QuestionError", "Record", "RecordError", "examples", "read"]


def __getattr__(name: str) -> Any:
    """Return a public name, imported when it is first asked for: commands do not need it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from openline import library  # noqa: PLC0415 - see above

    return getattr(library, name)


def __dir__() -> list[str]:
    """Return the public names, for completion."""
    return __all__
