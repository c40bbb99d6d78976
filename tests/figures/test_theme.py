"""The theme keeps states apart and words readable, recomputed from its own colours."""

from itertools import combinations

import numpy as np
import pytest

from openline.figures.sizes import SIZES
from openline.figures.theme import DARK, LIGHT, Theme, css_variables
from openline.record.columns import STATUS_WORDS

THEMES = {"light": LIGHT, "dark": DARK}
# Machado, Oliveira and Fernandes (2009), severity 1.0, applied to linear RGB.
VISIONS = {
    "normal": np.eye(3),
    "protan": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deutan": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritan": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
    "grey": np.tile([0.2126, 0.7152, 0.0722], (3, 1)),
}
# The least difference between states that the specification of the look gives, and in second
# place that between the solid colours: severed, open and the stripe of partial.
SPECIFIED = {
    "light": {
        "normal": (24.8, 40.2),
        "protan": (24.4, 25.8),
        "deutan": (23.9, 32.2),
        "tritan": (25.0, 31.4),
        "grey": (15.5, 6.2),
    },
    "dark": {
        "normal": (33.4, 34.9),
        "protan": (24.0, 20.4),
        "deutan": (25.2, 17.1),
        "tritan": (24.5, 15.1),
        "grey": (1.4, 12.0),
    },
}
# Contrasts on the page that the specification gives, light and dark.
CONTRASTS = {
    "text": (15.5, 14.3),
    "muted": (6.0, 7.6),
    "link": (8.3, 9.6),
    "severed": (11.3, 8.3),
    "open": (3.9, 3.3),
    "open_word": (6.9, 8.3),
    "partial": (3.1, 5.0),
    "partial_word": (5.9, 9.6),
    "unknown": (3.8, 5.7),
}
# Where partial against open rests on the stripes, not on the mean colour.
STRIPES_ONLY = {("dark", "grey")}


def _linear(colour: str) -> np.ndarray:
    rgb = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def _lab(linear: np.ndarray) -> np.ndarray:
    to_xyz = np.array(
        [
            [0.4124564, 0.3575761, 0.1804375],
            [0.2126729, 0.7151522, 0.0721750],
            [0.0193339, 0.1191920, 0.9503041],
        ]
    )
    xyz = to_xyz @ linear.clip(0, 1) / np.array([0.95047, 1.0, 1.08883])
    f = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def _mean_hue(first: float, second: float) -> float:
    if abs(first - second) <= 180:
        return (first + second) / 2
    return (first + second + (360 if first + second < 360 else -360)) / 2


def delta_e(one: np.ndarray, two: np.ndarray) -> float:
    """The CIEDE2000 difference of two Lab colours (Sharma, Wu and Dalal 2005)."""
    mean_c = (np.hypot(*one[1:]) + np.hypot(*two[1:])) / 2
    g = 0.5 * (1 - np.sqrt(mean_c**7 / (mean_c**7 + 25.0**7)))
    (c1, h1), (c2, h2) = (
        (np.hypot(lab[1] * (1 + g), lab[2]), np.degrees(np.arctan2(lab[2], lab[1] * (1 + g))) % 360)
        for lab in (one, two)
    )
    dh = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    lightness, chroma = (one[0] + two[0]) / 2, (c1 + c2) / 2
    hue = h1 + h2 if c1 * c2 == 0 else _mean_hue(h1, h2)
    cosines = [np.cos(np.radians(k * hue + o)) for k, o in ((1, -30), (2, 0), (3, 6), (4, -63))]
    t = 1 + np.dot([-0.17, 0.24, 0.32, -0.20], cosines)
    s_l = 1 + 0.015 * (lightness - 50) ** 2 / np.sqrt(20 + (lightness - 50) ** 2)
    s_c, s_h = 1 + 0.045 * chroma, 1 + 0.015 * chroma * t
    turn = np.radians(60 * np.exp(-(((hue - 275) / 25) ** 2)))
    r_t = -2 * np.sqrt(chroma**7 / (chroma**7 + 25.0**7)) * np.sin(turn)
    d_h = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(dh / 2)) / s_h
    d_c, d_l = (c2 - c1) / s_c, (two[0] - one[0]) / s_l
    return float(np.sqrt(d_l**2 + d_c**2 + d_h**2 + r_t * d_c * d_h))


def least_difference(theme: Theme, vision: str) -> float:
    """The least difference between the fills of states, partial as the eye mixes stripe and
    ground, unknown as the page."""
    share = SIZES.pattern_solidity
    mixed = share * _linear(theme.partial) + (1 - share) * _linear(theme.partial_ground)
    colours = [_linear(theme.severed), mixed, _linear(theme.open), _linear(theme.background)]
    seen = [_lab(VISIONS[vision] @ colour) for colour in colours]
    return min(delta_e(*pair) for pair in combinations(seen, 2))


def stripe_difference(theme: Theme, vision: str) -> float:
    """The least difference between the solid colours: severed, open and the stripe of partial."""
    solid = (theme.partial, theme.severed, theme.open)
    seen = [_lab(VISIONS[vision] @ _linear(colour)) for colour in solid]
    return min(delta_e(*pair) for pair in combinations(seen, 2))


def contrast(one: str, two: str) -> float:
    """The contrast of two colours as WCAG 2 defines it."""
    weights = np.array([0.2126, 0.7152, 0.0722])
    dark, light = sorted(float(weights @ _linear(colour)) for colour in (one, two))
    return (light + 0.05) / (dark + 0.05)


def test_difference_agrees_with_published_pairs() -> None:
    """The formula gives the values of the test data of Sharma, Wu and Dalal (2005)."""
    pairs = [
        ([50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425),
        ([50, 2.5, 0], [73, 25, -18], 27.1492),
        ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
    ]
    for one, two, expected in pairs:
        assert delta_e(np.array(one), np.array(two)) == pytest.approx(expected, abs=1e-3)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("vision", VISIONS)
def test_states_stay_apart(theme: str, vision: str) -> None:
    """States differ by at least 15 for every eye, but where the stripes alone tell them apart."""
    if (theme, vision) in STRIPES_ONLY:
        stripe, open_ = (
            _lab(VISIONS[vision] @ _linear(c)) for c in (THEMES[theme].partial, THEMES[theme].open)
        )
        assert delta_e(stripe, open_) >= 10
        return
    assert least_difference(THEMES[theme], vision) >= 15


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("vision", VISIONS)
def test_differences_are_those_of_the_specification(theme: str, vision: str) -> None:
    """The colours give the least differences that the look was judged by, to a tenth."""
    mixed, stripe = SPECIFIED[theme][vision]
    assert least_difference(THEMES[theme], vision) == pytest.approx(mixed, abs=0.11)
    assert stripe_difference(THEMES[theme], vision) == pytest.approx(stripe, abs=0.11)


@pytest.mark.parametrize("token", CONTRASTS)
def test_contrasts_are_those_of_the_specification(token: str) -> None:
    """Words and marks have the contrast on the page that the look was judged by, to a tenth."""
    for theme, wanted in zip((LIGHT, DARK), CONTRASTS[token], strict=True):
        found = contrast(getattr(theme, token), theme.background)
        assert found == pytest.approx(wanted, abs=0.06)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_words_have_the_contrast_of_text(theme: Theme) -> None:
    """Text, muted text, links and the words of states reach 4.5 on page, sidebar and hover."""
    words = [theme.text, theme.muted, theme.link, *map(theme.word, STATUS_WORDS)]
    grounds = [theme.background, theme.hover]
    assert min(contrast(word, ground) for word in words for ground in grounds) >= 4.5
    sidebar = [contrast(word, theme.sidebar) for word in (theme.text, theme.muted)]
    assert min(sidebar) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_marks_have_the_contrast_of_graphics(theme: Theme) -> None:
    """The marks of states reach 3 against the page."""
    marks = [theme.severed, theme.open, theme.partial, theme.unknown]
    assert min(contrast(mark, theme.background) for mark in marks) >= 3


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_words_in_bands_are_readable(theme: Theme) -> None:
    """Lengths inside the bars of a band reach 4.5 on their bar."""
    assert contrast(theme.on_open, theme.open) >= 4.5
    assert contrast(theme.on_severed, theme.severed) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_severed_is_furthest_from_the_page(theme: Theme) -> None:
    """Severed has the greatest contrast of all marks, in either theme."""
    others = [theme.open, theme.partial, theme.unknown]
    furthest = contrast(theme.severed, theme.background)
    assert furthest > max(contrast(other, theme.background) for other in others)


def test_css_has_both_values_of_each_token() -> None:
    """Pages get each token with its light and its dark value, under the token's name."""
    css = css_variables()
    assert "--severed: light-dark(#720a19, #fc938d);" in css
    assert "--open-word: light-dark(#0f625e, #5cc0ba);" in css
    assert css.count("light-dark(") == len(Theme.__slots__)
