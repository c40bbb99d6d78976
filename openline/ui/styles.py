"""The style of pages, on the figures' own tokens; and how they print."""

from collections.abc import Mapping
from typing import Final

from openline.figures import css_variables
from openline.ui.compare_styles import COMPARE
from openline.ui.gaps_styles import GAPS
from openline.ui.healing_styles import HEALING
from openline.ui.newer_styles import NEWER
from openline.ui.openings_styles import OPENINGS
from openline.ui.print_styles import PRINT
from openline.ui.reading_styles import READING
from openline.ui.records_styles import RECORDS
from openline.ui.taking_styles import TAKING

__all__ = ["grown", "reserved", "style_sheet"]

_TYPE: Final = """
.stApp { font-variant-numeric: tabular-nums lining-nums; }
.stMainBlockContainer { max-width: 1224px; }
.stHtml { color: var(--text); }
.ol-serif, .ol-headline { font-family: "Source Serif", serif; }
.ol-strong { font-weight: 700; }
.ol-muted { color: var(--muted); }
.ol-severed { color: var(--severed-word); }
.ol-partial { color: var(--partial-word); }
.ol-open { color: var(--open-word); }
.ol-unknown { color: var(--unknown-word); }
.ol-ended { color: var(--ended-word); }
.ol-word { font-weight: 700; }
.ol-one-line { white-space: nowrap; }
.stHtml a.ol-link { color: var(--link); text-decoration: none; unicode-bidi: isolate; }
.stHtml :is(p, .ol-how, .ol-second, .ol-prose, .ol-caption, .ol-note, .ol-eyebrow) a.ol-link {
  text-decoration: underline; text-underline-offset: 2px; }
.stHtml a.ol-link:hover { text-decoration: underline; }
.stHtml a.ol-link:focus-visible { outline: 2px solid var(--primary); outline-offset: 1px; }
[data-testid="stMultiSelectTagsContainer"] [data-tag],
[data-testid="stMultiSelectTagsContainer"] [data-tag] * { color: var(--background); }
[data-testid="stPageLink"] a:focus-visible { outline: 2px solid var(--primary); }
.ol-mark { font: 650 22px/30px "Source Serif", serif; color: var(--text); }
.ol-context { font-size: 13.5px; line-height: 20px; padding-bottom: 9px;
  border-bottom: 1px solid var(--grid); overflow-wrap: anywhere; color: var(--text); }
.ol-note { font-size: 14px; line-height: 20px; margin: 10px 0 0; padding-left: 10px;
  border-left: 3px solid var(--link); overflow-wrap: anywhere; max-width: 60em; }
.ol-note.ol-warning { border-left-color: var(--partial); }
.ol-headline { font-weight: 600; font-size: 29px; line-height: 36px; letter-spacing: -0.2px;
  text-wrap: balance; overflow-wrap: anywhere; }
.ol-headline .ol-aside { font-weight: 400; font-size: 0.72em; letter-spacing: 0;
  color: var(--muted); }
.ol-second { font-size: 16.5px; line-height: 25px; max-width: 48em; margin: 4px 0 0;
  text-wrap: pretty; overflow-wrap: anywhere; }
.ol-eyebrow { font-size: 14px; line-height: 20px; margin-bottom: 4px; }
.ol-heading { font-size: 18px; line-height: 24px; font-weight: 650; overflow-wrap: anywhere; }
.ol-how { font-size: 14px; line-height: 20px; color: var(--muted); max-width: 60em; }
.ol-empty { font-size: 16.5px; line-height: 25px; padding: 24px 0; }
"""
_TOP: Final = """
.st-key-ol_top { display: grid; grid-template-columns: minmax(0, 1fr) 316px;
  grid-template-rows: auto 1fr; gap: 12px 44px; align-items: start; }
.st-key-ol_top > * { grid-column: 1; width: auto; min-width: 0; }
.st-key-ol_top > :last-child { grid-column: 2; grid-row: 1 / span 2; }
.ol-top { padding-top: 14px; }
.ol-counters { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr));
  max-width: 656px; margin: 14px 0 8px; }
.ol-number { font-size: 30px; line-height: 34px; font-weight: 600; }
.ol-counter .ol-word { font-size: 15px; font-weight: 600; }
.ol-change { font-size: 13px; line-height: 17px; color: var(--muted); }
.ol-cells { display: flex; gap: 1.5px; height: 13px; max-width: 656px; }
.ol-cells.ol-dense { gap: 0; }
.ol-cell { flex: 1 1 0; min-width: 0; box-sizing: border-box; print-color-adjust: exact; }
.ol-fill-severed { background: var(--severed); }
.ol-fill-partial { background: var(--partial-swatch); }
.ol-fill-open { background: var(--open); }
.ol-fill-unknown { background: var(--background); border: 1px solid var(--unknown); }
.ol-cell.ol-stale { opacity: 0.4; }
.ol-caption { font-size: 13px; line-height: 18px; margin-top: 6px; }
.ol-list-head { padding-bottom: 4px; border-bottom: 1px solid var(--grid); }
.ol-item { font-size: 14px; line-height: 19px; padding: 7px 0; overflow-wrap: anywhere;
  border-bottom: 1px solid var(--grid); }
.ol-item:last-child { border-bottom: 0; }
.ol-going { border-left: 3px solid var(--text); padding-left: 9px; }
.ol-item .ol-severed, .ol-item .ol-partial, .ol-item .ol-open, .ol-item .ol-unknown,
.ol-item .ol-ended { font-weight: 700; }
"""
_FIGURE: Final = """
.ol-legend { font-size: 13px; line-height: 22px; color: var(--muted); display: flex;
  flex-wrap: wrap; column-gap: 18px; }
.ol-legend > span { white-space: nowrap; }
.ol-swatch { display: inline-block; width: 19px; height: 9px; margin-right: 8px;
  box-sizing: border-box; print-color-adjust: exact; }
.ol-swatch.ol-thin { height: 4px; vertical-align: 3px; }
.ol-glyph { margin-right: 6px; color: var(--text); }
.st-key-ol_board_head { justify-content: flex-end; padding-bottom: 4px; }
.ol-keys { position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; }
.stApp:has(.st-key-ol_board:focus-within) .ol-keys { position: static; clip-path: none;
  white-space: normal; color: var(--text); }
.st-key-ol_controls [data-testid="stElementContainer"] { flex: none; }
"""
_TABLES: Final = """
.ol-table { width: 100%; border-collapse: collapse; font-size: 14px; line-height: 19px; }
.stHtml .ol-table th, .stHtml .ol-table td { text-align: left; vertical-align: top;
  padding: 6px 12px 6px 0; border: 0; border-bottom: 1px solid var(--grid);
  overflow-wrap: anywhere; color: inherit; }
.stHtml .ol-table th { color: var(--muted); font-weight: 400; }
.stHtml .ol-table td.ol-figure, .stHtml .ol-table th.ol-figure { text-align: right;
  white-space: nowrap; }
.ol-source { font-size: 13px; line-height: 18px; }
.ol-print { display: none; }
.ol-two { display: grid; grid-template-columns: minmax(0, 1fr) 316px; gap: 44px;
  padding-top: 26px; }
.ol-observation { display: grid; grid-template-columns: 112px 76px minmax(0, 1fr); gap: 14px;
  font-size: 14px; line-height: 19px; padding: 8px 0; border-top: 1px solid var(--grid);
  overflow-wrap: anywhere; }
.ol-side-section { margin-bottom: 24px; }
.ol-side-section .ol-how { padding-bottom: 6px; border-bottom: 1px solid var(--grid); }
.ol-side-section .ol-cells { margin: 8px 0 4px; }
.ol-channel-head { padding-top: 14px; }
.ol-groups { columns: 300px 3; column-gap: 44px; padding-top: 14px; }
.ol-groups > div { break-inside: avoid; padding-bottom: 20px; }
.ol-choice { font-size: 14px; line-height: 24px; overflow-wrap: anywhere; }
"""
_SCREEN: Final = """
@media screen and (min-width: 641px) {
  .st-key-ol_board_head { flex-wrap: nowrap; }
  .st-key-ol_board_head > :first-child { min-width: 0; }
}
@media screen and (max-width: 1024px) {
  .st-key-ol_top, .ol-two { grid-template-columns: minmax(0, 1fr); }
  .st-key-ol_top > :last-child { grid-column: 1; grid-row: auto; }
  .ol-two { gap: 26px; }
}
@media screen and (max-width: 640px) {
  .ol-headline { font-size: 23px; line-height: 29px; }
  .ol-second { font-size: 16px; line-height: 23px; }
  .ol-counters { grid-template-columns: repeat(2, minmax(0, 1fr)); row-gap: 8px; }
  .st-key-ol_head { flex-wrap: wrap; }
  .st-key-ol_head > [data-testid="stLayoutWrapper"] { flex: 1 1 100%; }
  .ol-observation { grid-template-columns: minmax(0, 1fr) auto; gap: 4px 14px; }
  .ol-observation > :nth-child(2) { display: flex; gap: 8px; }
  .ol-observation > :last-child { grid-column: 1 / -1; }
}
"""


def style_sheet(places: Mapping[str, int]) -> str:
    """Return the style of every page, as markup; `places` are the least heights of the
    containers that have one, by key."""
    least = "".join(_grown(key, height) for key, height in places.items())
    rooms = (READING, COMPARE, GAPS, OPENINGS, HEALING, TAKING, RECORDS, NEWER)
    parts = (css_variables(), _TYPE, _TOP, _FIGURE, _TABLES, *rooms, least, _SCREEN, PRINT)
    return f"<style>{''.join(parts)}</style>"


def _grown(key: str, height: int) -> str:
    """Let a place grow with its content, which its given height would cut off."""
    place = f".st-key-{key}"
    return (
        f"{place}, [data-testid=stLayoutWrapper]:has(> {place}) {{ height: auto; "
        f"min-height: {height}px; flex: none; overflow: visible; }}\n"
    )


def grown(key: str, height: int) -> str:
    """Return a style that lets a container of a given height grow, as markup."""
    return f"<style>{_grown(key, height)}</style>"


def reserved(key: str, height: int) -> str:
    """Return a style that keeps a figure's place until it arrives, as markup."""
    return f"<style>.st-key-{key} {{ min-height: {height}px; }}</style>"
