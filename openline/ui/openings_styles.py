"""The style of the page Openings: its window, its list in three lines a row, its signs."""

from typing import Final

__all__ = ["OPENINGS"]

OPENINGS: Final = """
.st-key-ol_openings_top { column-gap: 44px; flex-wrap: nowrap; }
.st-key-ol_openings_top > [data-testid="stLayoutWrapper"] { flex: 0 0 316px; }
.st-key-ol_openings_how { row-gap: 4px; }
[data-testid="stLayoutWrapper"]:has(> .st-key-ol_openings_how) { margin-top: -10px; }
.st-key-ol_window { gap: 8px; padding-top: 16px; }
.st-key-ol_openings_list { padding-top: 12px; }
.ol-move { display: grid; grid-template-columns: 92px 108px minmax(0, 1fr) minmax(0, 1fr);
  gap: 0 14px; font-size: 14px; line-height: 19px; padding: 8px 0;
  border-top: 1px solid var(--grid); overflow-wrap: anywhere; }
.ol-list-how { padding-bottom: 8px; }
.ol-signs .ol-list-how { border-bottom: 1px solid var(--grid); }
.ol-details { margin-top: -10px; }
.ol-details summary { font-size: 13px; line-height: 22px; color: var(--muted); cursor: pointer; }
.ol-details summary:hover { color: var(--text); }
.ol-details summary:focus-visible { outline: 2px solid var(--primary); outline-offset: 1px; }
.ol-scrolled { max-height: 400px; overflow: auto; }
.ol-scrolled:focus-visible { outline: 2px solid var(--primary); outline-offset: 1px; }
.stHtml .ol-counts th, .stHtml .ol-counts td { padding: 3px 12px 3px 0; overflow-wrap: normal; }
.stHtml .ol-counts th[scope="row"] { white-space: nowrap; }
.stHtml .ol-counts thead th { position: sticky; top: 0; background: var(--background); }
@media screen and (max-width: 1024px) {
  .st-key-ol_openings_top { flex-wrap: wrap; row-gap: 0; }
  .st-key-ol_openings_top > * { flex: 1 1 100%; }
  .ol-move { grid-template-columns: 96px 118px minmax(0, 1fr) minmax(0, 1.4fr); }
}
@media screen and (max-width: 640px) {
  .ol-move { grid-template-columns: auto minmax(0, 1fr); row-gap: 4px; }
  .ol-move > :nth-child(2) { display: flex; flex-wrap: wrap; column-gap: 6px; }
  .ol-move > :nth-child(n + 3) { grid-column: 1 / -1; }
  .st-key-ol_openings_head { flex-wrap: wrap; }
  .st-key-ol_openings_head > [data-testid="stLayoutWrapper"] { flex: 1 1 100%; }
}
@media print {
  .ol-move, .ol-signs .ol-item { break-inside: avoid; }
  .st-key-ol_openings_list, .st-key-ol_window, .ol-details { display: none !important; }
  .st-key-ol_openings_top, [data-testid="stLayoutWrapper"]:has(> .st-key-ol_openings_top),
  .st-key-ol_openings_how, [data-testid="stLayoutWrapper"]:has(> .st-key-ol_openings_how) {
    min-height: 0 !important; }
}
"""
"""The rules, on the tokens of the theme."""
