"""The style of a printed page: one column of an A4 sheet, with nothing cut off at its edges.

A figure keeps on paper the width that it has on the screen, unless the browser lays it out anew
for the print. So a drawing that is wider than the sheet shrinks to it: exactly where the style
can reckon with the drawing's own width (the arc tangent divides a length by another), else by
steps.
"""

from typing import Final

__all__ = ["PRINT"]

PRINT: Final = """
@page { size: A4; margin: 9mm; }
@media print {
  :root { --sheet: 1060px; }
  header, section[data-testid="stSidebar"], .stButton, .stDownloadButton, .st-key-ol_controls,
  .st-key-ol_pages, .st-key-ol_fresh, .st-key-ol_board_head .ol-how,
  [data-testid="stLayoutWrapper"]:has(> .st-key-ol_board),
  [data-testid="stSidebarCollapsedControl"], .st-key-openline_width {
    display: none !important; }
  .st-key-ol_top, [data-testid="stLayoutWrapper"]:has(> .st-key-ol_top) {
    min-height: 0 !important; }
  .stApp, .stAppViewContainer, [data-testid="stAppViewContainer"], .stMain,
  [data-testid="stMain"], .stMainBlockContainer { position: static !important;
    overflow: visible !important; min-width: var(--sheet); height: auto !important;
    background: transparent !important; }
  html, body, #root > div { background: transparent !important; }
  .stMainBlockContainer { padding: 0 !important; max-width: var(--sheet) !important; }
  .ol-print { display: block; }
  .stHtml .ol-print .ol-table :is(td, th):is(:first-child, :last-child) { white-space: nowrap; }
  .ol-table tr, .ol-observation, .stPlotlyChart { break-inside: avoid; }
  .ol-heading, .ol-how, .ol-legend,
  [data-testid="stLayoutWrapper"]:has(> [class*="_head"], > [class*="_how"]),
  .stElementContainer:not(:has(table)):has(> .stHtml > :is(.ol-heading, .ol-how):last-child) {
    break-after: avoid; break-inside: avoid; }
  [data-testid="stElementContainer"]:has(> .stFullScreenFrame .stPlotlyChart),
  .stFullScreenFrame:has(.stPlotlyChart), .stPlotlyChart, .stPlotlyChart .js-plotly-plot,
  .stPlotlyChart .plot-container, .stPlotlyChart .svg-container {
    height: auto !important; min-height: 0 !important; }
  .stPlotlyChart { overflow: clip; }
  .stPlotlyChart .main-svg { max-width: none !important; }
  .main-svg:is([width^="106"], [width^="107"], [width^="108"], [width^="109"]) { zoom: 0.963; }
  .main-svg[width^="11"] { zoom: 0.883; }
  .main-svg[width^="12"] { zoom: 0.815; }
  .main-svg[width] { zoom: min(1, tan(atan2(var(--sheet), attr(width px)))); }
  .stPlotlyChart .main-svg:first-child { position: relative !important; }
}
"""
"""The rules that the style of every page ends with."""
