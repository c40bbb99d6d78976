"""The style of two sections of Gaps: time to reopening, and the causes."""

from typing import Final

__all__ = ["HEALING"]

_SURVIVAL: Final = """
.st-key-ol_survival_head, .st-key-ol_causes_head { padding-top: 26px; }
.st-key-ol_survival_how { flex-wrap: nowrap; }
.st-key-ol_survival_how > :first-child { flex: 1 1 0; min-width: 0; }
.st-key-ol_survival_controls [data-testid="stElementContainer"] { flex: none; }
.st-key-ol_survival_table [class*="st-key-ol_save_"] button { padding-left: 0; }
.ol-few { columns: 300px 3; padding-top: 12px; }
.ol-few > div { font-size: 14px; line-height: 19px; overflow-wrap: anywhere; }
.ol-few > div > div:not(:last-child) { break-after: avoid-column; }
.ol-few-fold summary { font-size: 14px; line-height: 20px; color: var(--link); cursor: pointer;
  padding: 6px 0; }
.ol-few-fold summary:focus-visible { outline: 2px solid var(--primary); outline-offset: 1px; }
.ol-few-fold .ol-few > div { padding-bottom: 0; }
.ol-few-line { padding-top: 4px; display: flex; gap: 14px; justify-content: space-between; }
.ol-few-length { flex: none; max-width: 50%; text-align: right; }
.ol-few-line .ol-severed { font-weight: 700; }
"""
_CAUSES: Final = """
.ol-causes { margin-top: 12px; }
.ol-causes, .ol-causes summary { font-size: 14px; line-height: 19px; }
.ol-causes details { border-bottom: 1px solid var(--grid); }
.ol-cause-row { display: grid; gap: 4px 20px; align-items: start; padding: 7px 0 7px 18px;
  grid-template-columns: minmax(150px, 1.2fr) 74px minmax(120px, 1fr)
    minmax(110px, 210px) minmax(84px, 128px);
  overflow-wrap: anywhere; }
.ol-causes summary { cursor: pointer; list-style: none; position: relative; }
.ol-causes summary::-webkit-details-marker { display: none; }
.ol-causes summary::before { content: ""; position: absolute; left: 3px; top: 13px;
  border: 4px solid transparent; border-left: 6px solid var(--muted); border-right: 0; }
.ol-causes details[open] > summary::before { transform: rotate(90deg); }
.ol-causes summary:hover .ol-strong { text-decoration: underline; }
.ol-causes summary:focus-visible { outline: 2px solid var(--primary); outline-offset: -1px; }
.ol-cause-head { color: var(--muted); border-bottom: 1px solid var(--axis); }
.ol-cause-1 { text-align: right; }
.ol-cause-days { display: block; font-size: 13px; line-height: 18px; color: var(--muted); }
.ol-cause-more { padding: 7px 0 7px 18px; color: var(--link); }
.ol-cause-fold > details { margin-left: 18px; }
.ol-cause-fold > details:last-child { border-bottom: 0; }
.ol-strip { display: block; position: relative; height: 19px; margin: 0 8px 0 4px; }
.ol-strip-year { position: absolute; transform: translateX(-50%); white-space: nowrap; }
.ol-strip-year:first-child { transform: none; margin-left: -4px; }
.ol-strip-stem { position: absolute; left: 0; top: 9px; height: 1px; background: var(--axis); }
.ol-strip-dot { position: absolute; top: 6px; width: 7px; height: 7px; margin-left: -3.5px;
  border-radius: 50%; background: var(--severed); print-color-adjust: exact; }
.ol-strip-arrow { position: absolute; top: 4px; margin-left: -4px; width: 0; height: 0;
  border: 5.5px solid transparent; border-left: 9px solid var(--severed); border-right: 0;
  print-color-adjust: exact; }
.ol-fold-table { margin: 0 0 14px 18px; width: calc(100% - 18px); }
.ol-fold-table th:nth-child(2) { width: 17%; }
.ol-fold-table th:nth-child(3) { width: 12%; }
.ol-fold-table th:nth-child(4), .ol-fold-table th:nth-child(5) { width: 15%; }
.ol-fold-table th:nth-child(6) { width: 20%; }
.stHtml .ol-fold-table tr:last-child td { border-bottom: 0; }
.ol-cause-rest { padding: 7px 0 7px 18px; }
"""
_NARROW: Final = """
@media screen and (max-width: 1100px) {
  .ol-cause-row { grid-template-columns: minmax(110px, 1.4fr) 68px minmax(40px, 1fr)
      minmax(84px, 150px) minmax(70px, 100px);
    column-gap: 14px; }
}
@media screen and (max-width: 640px) {
  .st-key-ol_survival_head, .st-key-ol_survival_how { flex-wrap: wrap; }
  .st-key-ol_survival_how > :first-child { flex: 1 1 100%; }
  .st-key-ol_survival_head > [data-testid="stLayoutWrapper"] { flex: 1 1 100%; }
  .ol-cause-row { grid-template-columns: minmax(0, 1fr) auto; }
  .ol-cause-2, .ol-cause-3, .ol-cause-4 { grid-column: 1 / -1; }
  .ol-cause-head .ol-cause-3, .ol-cause-head .ol-cause-4 { display: none; }
  .ol-labelled thead { display: none; }
  .ol-labelled, .ol-labelled tbody { display: block; }
  .ol-labelled tr { display: block; padding: 8px 0; border-bottom: 1px solid var(--grid); }
  .stHtml .ol-table.ol-labelled td { display: block; position: relative;
    padding: 1px 0 1px 102px; border: 0; text-align: left; }
  .ol-labelled td:empty { display: none !important; }
  .ol-labelled td::before { content: attr(data-label); position: absolute; left: 0;
    color: var(--muted); }
  .stHtml .ol-table.ol-labelled td:first-child { padding-left: 0; }
  .ol-labelled td:first-child::before { content: none !important; }
}
@media print {
  .st-key-ol_survival_controls, .st-key-ol_survival_table { display: none !important; }
  .ol-causes details, .ol-few > div { break-inside: avoid; }
}
"""
HEALING: Final = _SURVIVAL + _CAUSES + _NARROW
"""The style of both sections, for wide and narrow windows and for print."""
