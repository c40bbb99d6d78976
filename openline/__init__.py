"""Openline: which lines between militaries are open, which are severed, and since when.

    import openline

    record = openline.read("channels.csv")
    record.status(as_of="2023-10-05")

`read` returns a `Record`, whose methods return the tables; `examples` names the bundled files. A
file that cannot be read raises `RecordError`, a question that cannot be answered `QuestionError`.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openline.library import QuestionError, Record, RecordError, examples, read

__all__ = ["QuestionError", "Record", "RecordError", "examples", "read"]


def __getattr__(name: str) -> Any:
    """Return a public name, imported on first use: commands do not need it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from openline import library  # noqa: PLC0415 - see above

    return getattr(library, name)


def __dir__() -> list[str]:
    """Return the public names, for completion."""
    return __all__
