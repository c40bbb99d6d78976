"""The words never to use, and where to find prose: in the documents and in the strings of the
code."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

__all__ = ["WORDS", "Prose", "Word", "of_code", "of_document", "unwanted"]


@dataclass(frozen=True, slots=True)
class Word:
    """Words never to write, as a pattern in which a blank can match a line's end; what to write
    instead; and a phrase that the pattern must find."""

    pattern: str
    instead: str
    phrase: str


@dataclass(frozen=True, slots=True)
class Prose:
    """A stretch of prose and the line on which it begins."""

    text: str
    line: int


WORDS: Final = (
    Word(r"mend(s|ed|ing)?", "fix", "Mend the file"),
    Word(r"anew", "again, redraw, reprint", "Severed anew"),
    Word(r"parted by", "separated by", "names, parted by commas"),
    Word(r"bring(s|ing)?|brought", "add, upload, include", "Bring a file"),
    Word(r"(go|goes|going|went) on(?! sale)", "continue, ongoing", "a gap that goes on"),
    Word(r"not\b[^.,;:]{0,40} any more", "no longer", "It is not kept any more"),
    Word(r"nobody\b[^.,;:]{0,20} any more", "no longer", "that nobody uses any more"),
    Word(r"some (seconds|minutes|hours)", "a few minutes", "after some minutes"),
    Word(r"started again", "restarted, began again", "the board was started again"),
    Word(r"load(s|ed|ing)? (it|(the|this) page|this one) again", "reload", "Load the page again"),
    Word(
        r"(?<!there\s)(is|are) no (?!longer\b|more\b|less\b|use\b)[\w`*“…]+",
        "is not a",
        "'opened' is no state",
    ),
    Word(r"(is|are) none of", "is not one of", "The actor is none of the parties"),
    Word(
        r"stands?(?! for\b|-)", "is, appears, counts, holds", "the state stands beside its length"
    ),
    Word(r"standing (beside|below|above|otherwise)", "different, beside", "standing otherwise"),
    Word(r"belongs? into", "belongs in", "The limit belongs into the proxy"),
    Word(r"by now", "now, so far", "the rows as they are read by now"),
    Word(
        r"(has|have|there|saved) already(?! been\b| \w+(ed|en|ad)\b)",
        "already exists, already has",
        "a name that is there already",
    ),
    Word(r"(take|takes|taken|took) (it |them )?back", "undo", "Take it back"),
    Word(r"(take|takes|taken|took) (it |them |the \w+ )?over", "carry over", "rows taken over"),
    Word(r"put aside", "set aside", "talks.csv was put aside"),
    Word(r"lasted so long", "lasted this long", "the fewer had lasted so long"),
    Word(r"not over when", "still ongoing when", "not over when last seen"),
    Word(r"than how many", "outlasted how many", "and than how many it is longer"),
    Word(r"(on|from) a telephone", "phone", "as wide from a telephone"),
    Word(r"doubled", "duplicate", "a tab that was doubled"),
    Word(r"without a word", "silently", "dropped without a word"),
    Word(r"whoever keeps", "whoever maintains", "Ask whoever keeps it"),
    Word(r"(ones|lines|cells|tabs) too", "including, even", "Hidden ones too"),
    Word(
        r"(row|line|cell|bar) an? (channel|span|day|pair|cell|channel's)",
        "one row per channel",
        "The board has a row a channel",
    ),
    Word(r"wait(s|ing)? in a line", "queue", "others wait in a line"),
    Word(r"(a|the|two) houses?('s)?", "organisation", "the house's network"),
    Word(r"unless told(?! otherwise)", "by default, unless set", "no limit unless told"),
    Word(r"unless named", "unless set", "50 unless named"),
    Word(r"(read|spell|spelled|worded) (\w+ ){0,2}alike", "in the same way", "read alike"),
    Word(r"(?<!you\s)says? otherwise", "differ", "rows that say otherwise"),
    Word(r"(it|this|day|comparison|contacts) go(es)? by", "use, be decided by", "It goes by days"),
    Word(r"(is|are) not to be seen", "hidden", "a field that is not to be seen"),
    Word(r"other bytes?", "altered, different", "never shows the other bytes"),
    Word(r"past the board", "behind the board's back", "changed past the board"),
    Word(r"days a state is carried", "Carry a state for at most (days)", "Days a state is carried"),
    Word(r"mov(e|es|ed|ing) (a|no|the) state", "change the state", "that moved no state"),
    Word(r"(download|CSV|list|below|it) has all(?! \w)", "has them all", "the download has all"),
    Word(r"by one press", "with one click", "read as rows by one press"),
    Word(r"not understood as", "cannot be read as", "is not understood as a day"),
    Word(r"held back for", "reserved for", "held back for a later version"),
    Word(r"to mail|be mailed", "email", "a file to mail"),
    Word(r"unless given", "by default", "ten years unless given"),
    Word(r"repeat for", "can be repeated", "only the level; repeat for or"),
    Word(r"have it read|has it read", "read it", "Next: have it read from there"),
    Word(r"in a form that is read", "that can be read", "is not in a form that is read"),
)
_FENCE: Final = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
_CODE: Final = re.compile(r"`[^`]*`")
_PROSE: Final = re.compile(r"[^\W\d_]{2}\S* |[A-Z][a-z]+\b")
"""How to tell prose among strings: it has two words, or one that begins like a label. Names of keys
have neither."""


def of_document(path: Path) -> list[Prose]:
    """Return a document's prose as one stretch, with code blanked out and line numbers
    unchanged."""
    text = path.read_text(encoding="utf-8")
    for code in (_FENCE, _CODE):
        text = code.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    return [Prose(text, 1)]


def of_code(path: Path) -> list[Prose]:
    """Return the strings of a module that are prose, without docstrings; dots replace the values in
    an f-string."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    left_out = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [prose for prose in _strings(tree, left_out) if _PROSE.search(prose.text)]


def _strings(node: ast.AST, left_out: set[int]) -> Iterator[Prose]:
    if id(node) in left_out and isinstance(node, ast.Constant):
        return
    if isinstance(node, ast.JoinedStr):
        yield Prose("".join(_part(part) for part in node.values), node.lineno)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield Prose(node.value, node.lineno)
    for child in ast.iter_child_nodes(node):
        if not (isinstance(node, ast.JoinedStr) and isinstance(child, ast.Constant)):
            yield from _strings(child, left_out)


def _part(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else "…"


def unwanted(path: Path, stretches: list[Prose]) -> list[str]:
    """Return the forbidden words, each with file, line and what to say instead."""
    return [
        f"{path}:{prose.line + prose.text.count(chr(10), 0, found.start())}: "
        f"“{' '.join(found[0].split())}”; say: {word.instead}"
        for prose in stretches
        for word in WORDS
        for found in re.finditer(_pattern(word), prose.text, re.IGNORECASE)
    ]


def _pattern(word: Word) -> str:
    return rf"\b(?:{word.pattern.replace(' ', '[ ]')})\b".replace("[ ]", r"\s+")
