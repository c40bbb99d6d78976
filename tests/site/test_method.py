"""The page Method of a site."""

import re

from openline.markup.text import joined
from openline.record.columns import COLUMNS
from openline.sentences.glossary import GLOSSARY
from openline.settings import METHOD_FILE
from openline.site.method import method_page
from openline.site.page import page_html
from tests.site.built import Document, site_of

_PLAIN = re.compile(r"[^\w]+")


def test_it_says_what_the_written_method_says_and_loses_no_word() -> None:
    """With the words and the columns, as on the board."""
    seen = Document(joined(method_page().body))
    said = _PLAIN.sub("", seen.words)
    text = re.sub(r"^\|[ |-]+\|$", "", METHOD_FILE.read_text(encoding="utf-8"), flags=re.M)
    for block in re.split(r"\n\n|\n\|", text.removeprefix("# Method")):
        assert _PLAIN.sub("", block) in said, block
    assert seen.wrong == []
    assert not {"*", "`", "|"} & set(seen.words)
    assert all(term.meaning in seen.words for part in GLOSSARY for term in part.terms)
    assert all(column.meaning in seen.words for column in COLUMNS)


def test_the_foot_of_every_page_leads_there_and_its_contents_to_its_chapters() -> None:
    """By addresses that are there, each once."""
    text = page_html(site_of(), method_page())
    assert 'href="method.html">Method</a>' in text
    seen = Document(text)
    inside = {address[1:] for address in seen.addresses if address.startswith("#")}
    assert len(inside) == 20
    assert inside <= set(seen.ids)
