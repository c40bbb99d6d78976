"""The style of the page Records."""

from typing import Final

__all__ = ["RECORDS"]

_NARROW: Final = """
  .stHtml .ol-problems, .stHtml .ol-problems :is(tbody, tr, td) { display: block; border: 0;
    padding: 0; width: auto; }
  .stHtml .ol-problems td:is(:nth-child(1), :nth-child(2), :nth-child(3)) {
    display: inline-block; width: auto; padding-right: 10px; }
  .stHtml .ol-problems td:nth-child(2):empty { display: none; }
  .stHtml .ol-problems thead { display: none; }
  .stHtml .ol-problems tr { padding: 7px 0; border-bottom: 1px solid var(--grid); }
  .ol-problems .ol-lines-word { display: inline; }
  .stHtml .ol-problems td:last-child { color: var(--muted); }
"""
"""Problems one below the other, where a table of them would be too narrow."""

RECORDS: Final = (
    """
.ol-section { padding-top: 22px; }
.stHtml ol.ol-steps { display: flex; flex-wrap: wrap; gap: 4px 8px; font-size: 14px;
  line-height: 20px; padding: 14px 0 2px; margin: 0; color: var(--muted); list-style: none; }
.stHtml .ol-steps li { margin: 0; padding: 0; font-size: 14px; }
.ol-steps .ol-now { color: var(--text); font-weight: 700; }
.ol-steps li + li::before { content: "›"; padding-right: 8px; color: var(--muted);
  font-weight: 400; }
.stHtml .ol-problems td:nth-child(1) { width: 92px; }
.stHtml .ol-problems td:nth-child(2) { width: 128px; }
.stHtml .ol-problems td:nth-child(3) { width: 118px; }
.stHtml .ol-problems td { overflow-wrap: anywhere; }
.stHtml .ol-problems code, .ol-file code { font-size: 13px; color: inherit;
  background: var(--field); padding: 1px 4px; }
.ol-lines-word { display: none; }
.st-key-ol_records_problems { flex-wrap: nowrap; }
.ol-file { overflow-x: auto; border-top: 1px solid var(--axis);
  border-bottom: 1px solid var(--axis); }
.ol-file:focus-visible { outline: 2px solid var(--primary); outline-offset: 1px; }
.stHtml .ol-file .ol-table { width: auto; min-width: 100%; font-size: 13px; line-height: 18px; }
.stHtml .ol-file :is(th, td) { padding: 5px 10px 5px 6px; white-space: nowrap; max-width: 260px;
  overflow: hidden; text-overflow: ellipsis; overflow-wrap: normal; }
.stHtml .ol-file :is(th, td).ol-figure { color: var(--muted); }
.stHtml .ol-file tr:last-child td { border-bottom: 0; }
.stHtml .ol-file .ol-fault { box-shadow: inset 0 -2px 0 var(--partial);
  background: var(--field); }
.stHtml .ol-file .ol-fault-error { box-shadow: inset 0 -2px 0 var(--severed); font-weight: 600;
  color: var(--text); }
.ol-changes { font-size: 15px; line-height: 22px; margin: 6px 0; max-width: 60em;
  overflow-wrap: anywhere; }
.ol-standing { columns: 320px 2; column-gap: 44px; }
.ol-standing .ol-item { break-inside: avoid; padding: 3px 0; border-bottom: 0; }
[class*="st-key-records_link_"] { align-items: center; flex-wrap: nowrap; }
[class*="st-key-records_link_"] .stCode { max-width: 100%; }
.st-key-records_share { gap: 6px; }
:is(.st-key-records_share, .st-key-records_actions) [data-testid="stPageLink"] p,
.st-key-records_problems_csv button p { color: var(--link); }
.stHtml .ol-examples { width: auto; }
.stHtml .ol-examples td { padding-right: 32px; }
[class*="st-key-records_row_"] { flex-wrap: nowrap; border-bottom: 1px solid var(--grid);
  padding-bottom: 6px; }
[class*="st-key-records_row_"] .stHtml { overflow-wrap: anywhere; font-size: 14px;
  line-height: 19px; }
.st-key-records_form_fields { display: grid; gap: 14px 28px; align-items: start;
  grid-template-columns: repeat(auto-fill, minmax(260px, 1fr)); }
[class*="st-key-records_field_"] { gap: 4px; padding-left: 10px;
  border-left: 3px solid transparent; }
[class*="st-key-records_field_"] .stHtml { font-size: 14px; line-height: 20px;
  overflow-wrap: anywhere; }
[class*="st-key-records_field_warning"] { border-left-color: var(--partial); }
[class*="st-key-records_field_error"] { border-left-color: var(--severed); }
.ol-records-list .ol-now td:first-child { box-shadow: inset 3px 0 0 var(--primary); }
.stHtml .ol-records-list .ol-now td:first-child { padding-left: 10px; }
.stHtml .ol-records-list :is(th, td):nth-child(2) { text-align: right; width: 90px; }
[data-testid="stLayoutWrapper"]:has(> .st-key-records_bar) { position: sticky; bottom: 0;
  z-index: 90; }
.st-key-records_bar { flex-wrap: nowrap; padding: 10px 0 12px; background: var(--background);
  border-top: 1px solid var(--axis); }
.st-key-records_bar .stHtml { font-size: 15px; line-height: 21px; overflow-wrap: anywhere; }
.st-key-records_bar > :last-child { flex: none; width: auto; }
button[kind="primary"]:not(:disabled), button[kind="primary"]:not(:disabled) p {
  color: var(--background); }
.ol-bar-step { display: flex; flex-wrap: wrap; gap: 0 12px; font-size: 14px; line-height: 20px; }
.stApp:has(.st-key-records_bar) .st-key-ol_newer { margin-bottom: 76px; }
:is(.ol-place, .st-key-records_mend_new, .st-key-records_fields, .st-key-records_saver,
  .st-key-records_wrong, [class*="st-key-records_choice_"]) { scroll-margin: 70px 0 90px; }
.st-key-records_form_fields { scroll-margin: 190px 0 90px; }
.st-key-records_carried [class*="st-key-records_taken_"] { align-items: center; gap: 4px 16px;
  flex-wrap: nowrap; border-bottom: 1px solid var(--grid); }
.st-key-records_carried [class*="st-key-records_taken_"] .stHtml { font-size: 14px;
  line-height: 20px; overflow-wrap: anywhere; }
.st-key-records_carried [data-testid="stVerticalBlock"] { gap: 2px; }
.st-key-records_carried button[kind="tertiary"] { color: var(--link); min-height: 28px; }
.ol-cause { font-size: 16px; line-height: 23px; }
.ol-effects summary { cursor: pointer; font-size: 14px; line-height: 24px; color: var(--link); }
.ol-effects summary:focus-visible { outline: 2px solid var(--primary); outline-offset: 1px; }
[data-testid="stLayoutWrapper"]:has(> [class*="st-key-records_beside"]) {
  container: beside / inline-size; }
@media screen { @container beside (min-width: 860px) {
  [class*="st-key-records_beside"] { display: grid; gap: 0 36px; align-items: start;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  [class*="st-key-records_beside"]:has(> :only-child) { grid-template-columns: minmax(0, 1fr); }
  :is(.st-key-records_beside, .st-key-records_beside_choices) > :last-child:not(:only-child) {
    position: sticky; top: 64px; }
"""
    + _NARROW
    + """} }
@media screen and (max-width: 640px) {
"""
    + _NARROW
    + """}
@media screen and (max-width: 640px) {
  [class*="st-key-records_row_"] { flex-wrap: wrap; }
  .st-key-records_bar { padding: 6px 0 8px; gap: 8px; }
  .st-key-records_bar .stHtml { font-size: 14px; line-height: 18px; }
  .st-key-records_bar .ol-muted { display: none; }
  .st-key-records_bar button { white-space: normal; max-width: 170px; line-height: 18px; }
}
"""
)
"""The rules, on the tokens of the theme."""
