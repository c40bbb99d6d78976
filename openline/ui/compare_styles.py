"""The style of what only Compare has."""

from typing import Final

__all__ = ["COMPARE"]

COMPARE: Final = """
.st-key-ol_days { padding-top: 8px; }
.st-key-ol_dumbbell_head { padding-top: 14px; }
.ol-two-bars { display: grid; grid-template-columns: max-content minmax(0, 1fr) max-content;
  gap: 6px 10px; align-items: center; max-width: 760px; }
.ol-two-bars .ol-cells { max-width: none; }
.ol-two-bars .ol-change { line-height: 13px; }
.ol-swatch.ol-then { width: 11px; height: 8px; vertical-align: 1px; }
.ol-swatch.ol-now { width: 22px; height: 12px; vertical-align: -1px; }
.ol-list-title { padding-top: 26px; }
.stHtml table.ol-changes { width: 100%; max-width: none; margin: 6px 0 0; font-size: 14px;
  line-height: 19px; }
.stHtml .ol-changes th { white-space: nowrap; }
.stHtml .ol-changes td:first-child { width: 24%; }
.stHtml .ol-changes td.ol-kept { white-space: nowrap; }
.stHtml .ol-changes td.ol-figure { padding-right: 18px; }
.ol-unit { display: none; }
.ol-unchanged { border-top: 1px solid var(--axis); padding-top: 6px; }
.ol-summary { font-size: 13.5px; line-height: 24px; cursor: pointer; }
.ol-summary:focus-visible { outline: 2px solid var(--primary); outline-offset: 1px; }
@media screen and (max-width: 1250px) {
  .stHtml .ol-changes thead { display: none; }
  .stHtml .ol-changes, .stHtml .ol-changes tbody { display: block; }
  .stHtml .ol-changes tr { display: grid; padding: 7px 0;
    grid-template-columns: 220px repeat(6, max-content) minmax(0, 1fr); column-gap: 14px;
    border-bottom: 1px solid var(--grid); }
  .stHtml .ol-changes td { border: 0; padding: 0; }
  .stHtml .ol-changes td:first-child { grid-area: 1 / 1 / span 2 / 2; width: auto; }
  .stHtml .ol-changes td:last-child { grid-area: 2 / 2 / 3 / -1; }
  .stHtml .ol-changes td.ol-figure { padding: 0; color: var(--muted); }
  .stHtml .ol-changes .ol-zero { display: none; }
  .ol-unit { display: inline; }
  .stHtml .ol-changes td.ol-then::after { content: "\\2192"; color: var(--muted);
    padding-left: 14px; }
}
@media screen and (max-width: 640px) {
  .ol-cells.ol-many { gap: 0; }
  .stHtml .ol-changes tr { display: flex; flex-wrap: wrap; column-gap: 10px; }
  .stHtml .ol-changes td:first-child, .stHtml .ol-changes td:last-child { flex: 1 1 100%; }
  .stHtml .ol-changes td.ol-then::after { padding-left: 10px; }
}
@media print {
  [data-testid="stLayoutWrapper"]:has(> .st-key-ol_days) { display: none !important; }
}
"""
