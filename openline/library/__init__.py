"""The library: a record read in a notebook or a script, and its tables as frames."""

from openline.library.asking import QuestionError
from openline.library.reading import RecordError, examples, read
from openline.library.record import Record

__all__ = ["QuestionError", "Record", "RecordError", "examples", "read"]
