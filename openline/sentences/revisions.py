"""The words above two revisions of a record that stand side by side."""

from openline.sentences.saved import Saved, revision_words


def revisions_title(first: int, second: int) -> str:
    """Head what changed between two revisions, given by their numbers, the earlier first.

    >>> revisions_title(2, 3), revisions_title(1, 3)
    ('What revision 3 changed', 'What changed from revision 1 to revision 3')
    """
    if second == first + 1:
        return f"What revision {second:,} changed"
    return f"What changed from revision {first:,} to revision {second:,}"


def revisions_how(other: Saved, *, is_first: bool) -> str:
    """Say which revision the shown one is set against, and what is compared."""
    what = "Compared with" if is_first else "Compared with the later"
    note = f", “{other.note}”" if other.note else ""
    words = f"{what} {revision_words(other)}{note}."
    return f"{words} All rows count, whatever the filters and the days above."
