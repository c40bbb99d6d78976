"""Text dressed for HTML."""

import pytest
from hypothesis import given, strategies

from openline.markup.text import BREAK, Markup, escape, joined, rich, tag, unbroken
from openline.record.hidden import visible
from openline.sentences.runs import Run
from tests.markup.reading import read_html

_TEXTS = strategies.text(
    alphabet=strategies.characters(exclude_characters="\x00\r", exclude_categories=["Cs"])
)


@given(_TEXTS)
def test_any_text_comes_back_as_itself(text: str) -> None:
    """A browser reads escaped text as the text it was, with no element in it, and as � what
    cannot be seen."""
    seen = read_html(f"<p>{escape(text)}</p>")
    assert (seen.tags, seen.words) == (["p"], visible(text))


@given(_TEXTS)
def test_any_text_within_markup_is_text(text: str) -> None:
    """In an element, in its attributes, beside another one, and where markup is put together."""
    shown = str(escape(text))
    assert _whole(tag("p", text, title=text)) == f'<p title="{shown}">{shown}</p>'
    assert _whole(tag("b", (text, [BREAK, text]))) == f"<b>{shown}<br>{shown}</b>"
    assert text + BREAK + text == f"{shown}<br>{shown}"
    assert BREAK.join([text, text]) == _whole(joined(text, BREAK, text)) == f"{shown}<br>{shown}"
    assert Markup("<i>{}</i>").format(text) == f"<i>{shown}</i>"


def _whole(markup: str) -> str:
    """Return markup without what sets names from the right apart."""
    return markup.replace("<bdi>", "").replace("</bdi>", "")


@given(_TEXTS)
def test_any_text_in_lines_comes_back_as_itself(text: str) -> None:
    """What keeps pieces on one line, and names in their place, takes nothing away."""
    assert read_html(f"<p>{unbroken(text)}</p>").words == visible(text)


def test_names_from_right_to_left_do_not_change_places() -> None:
    """Each side is set apart, and a short one stays on its line with the dash before it; an
    attribute and a sentence from the right are whole."""
    first, second = "\u05d0\u05dc\u05e3", "\u05d1\u05d9\u05ea"
    sides = f"{first}–{second}"
    assert tag("p", sides, title=sides) == (
        f'<p title="{sides}"><bdi>{first}</bdi>–<bdi>{second}</bdi></p>'
    )
    assert rich((Run(f"the {sides} line"),)) == (
        f'the <bdi>{first}</bdi><span class="ol-one-line">–<bdi>{second}</bdi></span> line'
    )
    assert unbroken(f"{first}, {second} –") == f"{first}, {second} –"


def test_what_is_dressed_stays_as_it_is() -> None:
    """Nothing is escaped twice."""
    inner = tag("b", "a & b")
    assert escape(inner) == inner
    assert tag("p", inner) == "<p><b>a &amp; b</b></p>"


def test_attributes_are_given_by_name() -> None:
    """A low line stands for a hyphen; what is None or False is left out, True stands alone."""
    made = tag("p", "", "x", aria_label='"', tabindex=0, open=True, hidden=False, title=None)
    assert made == '<p class="x" aria-label="&#34;" tabindex="0" open></p>'


def test_a_picture_has_no_end() -> None:
    """Nor has a field: nothing stands within."""
    assert joined(tag("img", alt="x"), tag("input", id="y")) == '<img alt="x"><input id="y">'


@pytest.mark.parametrize("missing", [None, float("nan")])
def test_a_missing_value_is_empty(missing: object) -> None:
    """What a record does not have is shown as nothing."""
    assert escape(missing) == ""


def test_runs_get_the_class_of_their_role() -> None:
    """A state's word is a span of the state's class, and short ones stay on one line."""
    assert rich((Run("On "), Run("1 open", "open"))) == (
        'On <span class="ol-open ol-one-line">1 open</span>'
    )


def test_pairs_are_kept_from_breaking() -> None:
    """A short pair stays on one line; many sides may break, and hostile text stays text."""
    assert rich((Run("2 China–United States channels"),)) == (
        '2 <span class="ol-one-line">China–United</span> States channels'
    )
    closed = rich((Run("6 China–United States channels closed", "severed"),))
    assert closed.startswith('<span class="ol-severed">6 <span class="ol-one-line">China–United<')
    assert rich((Run("France–Israel–Lebanon–UNIFIL"),)) == "France–Israel–Lebanon–UNIFIL"
    assert read_html(rich((Run("<b>–<i>"),))).tags == ["span"]
    assert rich((Run("2022–"),)) == "2022–"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("severed (18 seen since 30 Jun 2024), 1", "severed (18 seen since [30 Jun 2024),] 1"),
        ("since 14 Feb – 31 Dec 1991.", "since [14 Feb –] [31 Dec 1991.]"),
        ("on 14–16 Aug 2023 (Talks)", "on [14–16 Aug 2023] (Talks)"),
        ("for 12,600–12,920 days. Of 3", "for [12,600–12,920 days.] Of 3"),
        ("Herald, Talks, 2025-06-14; x", "Herald, Talks, [2025-06-14;] x"),
        ("in May 2 sides & 3 Marches", "in May 2 sides &amp; 3 Marches"),
    ],
)
def test_a_date_and_a_length_stay_on_one_line(text: str, shown: str) -> None:
    """No line ends within a date or between a number of days and its unit."""
    kept = unbroken(text).replace('<span class="ol-one-line">', "[").replace("</span>", "]")
    assert kept == shown
    assert rich((Run(text),)) == unbroken(text)
