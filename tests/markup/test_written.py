"""The project's own written pages, as markup."""

import pytest

from openline.markup.written import anchor_of, split_passages, written


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("One *line*\nand **two**.", "<p>One <em>line</em>\nand <strong>two</strong>.</p>"),
        ("First.\n\nSecond < third.", "<p>First.</p><p>Second &lt; third.</p>"),
        (
            "- one\n  goes on\n- `two`",
            "<ul><li>one\n  goes on\n</li><li><code>two</code></li></ul>",
        ),
        ("Above:\n- one", "<p>Above:</p><ul><li>one</li></ul>"),
        ("> a = b\n> ÷ c", "<blockquote><p>a = b\n÷ c</p></blockquote>"),
        (
            "| a | b |\n| --- | --- |\n| 1 | **2** |",
            (
                '<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>'
                "<tbody><tr><td>1</td><td><strong>2</strong></td></tr></tbody></table>"
            ),
        ),
    ],
)
def test_each_form_is_its_element(text: str, shown: str) -> None:
    """Paragraphs, lists, quotations and tables; text stays text."""
    assert written(text) == shown


def test_a_page_is_parted_at_its_headings() -> None:
    """What stands before the first has none."""
    parts = split_passages("# Page\n\nFirst.\n\n## One\n\nText.\n\n## Two\nMore.")
    assert [(part.title, part.text) for part in parts] == [
        ("", "First."),
        ("One", "Text."),
        ("Two", "More."),
    ]
    assert anchor_of("The as-of day") == "the-as-of-day"
