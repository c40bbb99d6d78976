"""The style of what is read: words that explain themselves, and the page Method."""

from typing import Final

__all__ = ["READING"]

_TERMS: Final = """
.ol-explained { position: relative; white-space: nowrap; }
.stHtml button.ol-term { font: inherit; letter-spacing: inherit; color: inherit; padding: 0;
  margin: 0; border: 0; background: none; cursor: help; text-decoration: underline dotted
  var(--axis) 1px; text-underline-offset: 3px; }
.stHtml button.ol-term:hover, .stHtml button.ol-term:focus {
  text-decoration-color: currentColor; }
.stHtml button.ol-term:focus-visible { outline: 2px solid var(--primary); outline-offset: 2px; }
.ol-tip { display: none; position: absolute; z-index: 20; left: -10px; top: 100%;
  width: max-content; max-width: 290px; padding: 7px 10px; white-space: normal;
  text-align: left; font: 400 13px/18px "Source Sans", sans-serif; letter-spacing: 0;
  color: var(--text); background: var(--hover); border: 1px solid var(--axis);
  border-radius: 2px; }
.st-key-ol_top > :last-child .ol-tip { left: auto; right: -10px; }
.ol-explained:hover .ol-tip, .ol-term:focus + .ol-tip { display: block; }
.ol-explained.ol-hushed .ol-tip { display: none; }
@media screen and (max-width: 1024px) {
  .ol-story > :last-child { order: -1; }
  .ol-tip, .st-key-ol_top > :last-child .ol-tip { position: fixed; left: 16px; right: 16px;
    top: auto; bottom: 16px; width: auto; max-width: 46em; font-size: 14px; line-height: 20px; }
}
@media print {
  .stHtml button.ol-term { text-decoration: none; }
  .ol-tip { display: none !important; }
}
"""
_METHOD: Final = """
.st-key-ol_method { display: grid; grid-template-columns: minmax(0, 1fr) 214px;
  column-gap: 56px; align-items: start; }
.st-key-ol_method > * { grid-row: 1; min-width: 0; width: auto; }
.st-key-ol_method > :first-child { grid-column: 2; position: sticky; top: 68px; }
.st-key-ol_method > :last-child { grid-column: 1; }
.ol-contents { font-size: 14px; line-height: 19px; border-left: 1px solid var(--grid);
  padding-left: 16px; max-height: calc(100vh - 100px); overflow-y: auto; }
.ol-contents > div { padding: 3px 0; }
.ol-contents-head { color: var(--muted); font-size: 13px; line-height: 18px; }
.ol-contents-head:not(:first-child) { margin-top: 12px; }
.st-key-ol_chapters { max-width: 46em; }
.st-key-ol_chapters h2 { font: 650 20px/26px "Source Sans", sans-serif; letter-spacing: 0;
  padding: 30px 0 2px; scroll-margin-top: 40px; }
.st-key-ol_chapters h3 { font: 650 16px/22px "Source Sans", sans-serif; letter-spacing: 0;
  padding: 16px 0 4px; }
.st-key-ol_chapters [data-testid="stElementContainer"]:first-child h2 { padding-top: 0; }
.st-key-ol_chapters p, .st-key-ol_chapters li, .ol-prose { font-size: 16px; line-height: 25px;
  overflow-wrap: anywhere; }
.st-key-ol_chapters li { margin: 4px 0 4px 18px; padding: 0; }
.st-key-ol_chapters blockquote { margin: 4px 0 16px; padding: 2px 0 2px 16px;
  border-left: 3px solid var(--axis); opacity: 1; }
.st-key-ol_chapters blockquote p { font-family: "Source Serif", serif; font-size: 17px;
  margin: 0; color: var(--text); }
.st-key-ol_chapters table { width: 100%; border-collapse: collapse; font-size: 14px;
  line-height: 19px; }
.st-key-ol_chapters th, .st-key-ol_chapters td { border: 0; text-align: left;
  vertical-align: top; padding: 7px 14px 7px 0; border-bottom: 1px solid var(--grid);
  overflow-wrap: break-word; }
.st-key-ol_chapters th { color: var(--muted); font-weight: 400; }
.st-key-ol_chapters code { font-size: 13px; color: inherit; background: var(--field);
  padding: 1px 4px; white-space: nowrap; }
.ol-prose { margin: 12px 0; }
.ol-words-head { font-size: 14px; line-height: 20px; color: var(--muted); margin-top: 14px;
  padding-bottom: 4px; border-bottom: 1px solid var(--grid); }
.stHtml dl.ol-words { margin: 0; padding: 0; }
.stHtml .ol-words > div { display: grid; grid-template-columns: 150px minmax(0, 1fr); gap: 14px;
  margin: 0; padding: 6px 0; border-bottom: 1px solid var(--grid); font-size: 15px;
  line-height: 21px; }
.stHtml .ol-words dt { font-weight: 650; margin: 0; padding: 0; }
.stHtml .ol-words dd { margin: 0; padding: 0; }
.ol-ink-confirmed { background: var(--text); }
.ol-ink-reported { background: var(--unknown); }
.ol-ink-inferred { background: var(--axis); }
.ol-three { grid-template-columns: repeat(3, minmax(0, 1fr)); }
.ol-row-bar { display: flex; height: 9px; margin-top: 5px; }
.ol-row-bar > span { print-color-adjust: exact; }
.ol-bar-cell { width: 110px; }
.st-key-ol_chapters .stHtml .ol-table :is(th, td) { overflow-wrap: break-word; }
.st-key-ol_chapters .stHtml .ol-sources td:first-child { overflow-wrap: anywhere;
  min-width: 150px; }
.ol-details { padding-top: 10px; font-size: 14px; line-height: 20px; }
.stHtml .ol-details summary { cursor: pointer; color: var(--link); }
.ol-details summary:focus-visible { outline: 2px solid var(--primary); outline-offset: 2px; }
.ol-others { columns: 190px 3; column-gap: 28px; padding-top: 10px; font-size: 13px;
  line-height: 19px; overflow-wrap: anywhere; }
@media screen and (max-width: 1024px) {
  .st-key-ol_method { grid-template-columns: minmax(0, 1fr); }
  .st-key-ol_method > * { grid-row: auto; }
  .st-key-ol_method > :first-child { grid-column: 1; position: static; padding-bottom: 20px; }
  .ol-contents { columns: 160px; max-height: none; border-left: 0; padding-left: 0; }
}
@media screen and (max-width: 640px) {
  .stHtml .ol-words > div { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .ol-counters.ol-three { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .st-key-ol_chapters table:has(th:nth-child(4)):not(.ol-sources) { display: block; }
  .st-key-ol_chapters table:has(th:nth-child(4)):not(.ol-sources) thead { display: none; }
  .st-key-ol_chapters table:has(th:nth-child(4)):not(.ol-sources) :is(tbody, tr, td) {
    display: block; border: 0; padding: 0; }
  .st-key-ol_chapters table:has(th:nth-child(4)):not(.ol-sources) tr { padding: 7px 0;
    border-bottom: 1px solid var(--grid); }
  .st-key-ol_chapters table:not(.ol-table):has(th:nth-child(4)) td:nth-child(3)::before {
    content: "filled: "; color: var(--muted); }
  .ol-wide-table td:nth-child(2):not(:empty)::before { content: "needed: ";
    color: var(--muted); }
  .ol-sources td:nth-child(n+4), .ol-sources th:nth-child(n+4) { display: none; }
}
@media print {
  .st-key-ol_method { display: block; }
  .st-key-ol_method > :first-child { display: none; }
  .st-key-ol_chapters { max-width: none; }
  .st-key-ol_chapters :is(h2, h3) { break-after: avoid; }
}
"""
READING: Final = _TERMS + _METHOD
"""The rules, on the tokens of the theme."""
