"""The style of the page Gaps: its lists, which open, and the control of its silences."""

from typing import Final

__all__ = ["GAPS"]

GAPS: Final = """
.ol-sections { display: flex; flex-wrap: wrap; gap: 2px 22px; margin-top: 6px;
  font-size: 14px; line-height: 22px; }
.stHtml .ol-section[id] { scroll-margin-top: 70px; padding-top: 0; outline: none; }
.ol-list { font-size: 14px; line-height: 20px; }
.stHtml summary.ol-opener { cursor: pointer; color: var(--link); padding: 2px 0;
  width: max-content; max-width: 100%; }
.stHtml summary.ol-opener:hover { text-decoration: underline; }
.stHtml summary.ol-opener:focus-visible { outline: 2px solid var(--primary); outline-offset: 1px; }
.ol-list .ol-table { margin-top: 6px; table-layout: fixed; }
.ol-more > summary.ol-opener { font-size: 14px; line-height: 20px; padding: 8px 0; }
.ol-gaps th:nth-child(1) { width: 27%; }
.ol-gaps th:nth-child(2) { width: 13%; }
.ol-gaps th:nth-child(3) { width: 13%; padding-right: 24px; }
.stHtml .ol-gaps td:nth-child(3) { padding-right: 24px; }
.ol-gaps th:nth-child(4) { width: 21%; }
.ol-gaps td:nth-child(4) > :last-child { color: var(--muted); }
.ol-past th:nth-child(1) { width: 27%; }
.st-key-ol_gaps_severed_head, .st-key-ol_gaps_silent_head { padding-top: 26px; }
[data-testid="stLayoutWrapper"]:has(> [class*="st-key-ol_gaps_"][class*="_how"]),
[data-testid="stLayoutWrapper"]:has(> .st-key-ol_survival_how) { margin-top: -10px; }
.st-key-ol_gaps_least { font-size: 14px; flex-wrap: nowrap; }
@media screen and (max-width: 640px) {
  .st-key-ol_gaps_silent_head { flex-wrap: wrap; }
  .st-key-ol_gaps_silent_head > [data-testid="stLayoutWrapper"] { flex: 1 1 100%; }
  .ol-list thead { display: none; }
  .ol-past tr { display: block; padding: 8px 0; border-bottom: 1px solid var(--grid); }
  .stHtml .ol-past td { display: block; border: 0; padding: 2px 0 0; }
  .ol-gaps tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 2px 14px;
    padding: 8px 0; border-bottom: 1px solid var(--grid); }
  .stHtml .ol-gaps tr td { border: 0; padding: 0; width: auto; }
  .ol-gaps td:first-child, .ol-gaps td:nth-child(n + 4) { grid-column: 1 / -1; }
}
@media print {
  .ol-sections { display: none; }
  .st-key-ol_gaps_least { display: none !important; }
  :is(.ol-list, .ol-more)::details-content { content-visibility: visible; block-size: auto; }
  .stHtml summary.ol-opener { color: var(--muted); list-style: none; }
  .ol-more > summary { display: none; }
}
"""
"""The rules, on the tokens of the theme."""
