"""The style of what is said of saved records: the revision, and that there is a newer one."""

from typing import Final

__all__ = ["NEWER"]

_BAR: Final = ".st-key-ol_newer:has(.ol-newer:not(.ol-quiet))"
"""The note while it floats over the page."""
_WRAPPER: Final = "[data-testid=stLayoutWrapper]:has(> .st-key-ol_newer_place)"

NEWER: Final = f"""
.ol-revision {{ font-size: 13px; line-height: 18px; color: var(--muted); margin-top: -8px;
  overflow-wrap: anywhere; }}
.ol-link-head {{ font-size: 14px; line-height: 20px; }}
.st-key-ol_newer_memory {{ display: none; }}
.ol-newer {{ font-size: 14px; line-height: 20px; margin: 0; overflow-wrap: anywhere; }}
.ol-newer.ol-quiet {{ color: var(--muted); }}
.ol-quiet .ol-strong {{ font-weight: 400; }}
.st-key-ol_newer {{ gap: 4px 16px; }}
.st-key-ol_newer button[kind="tertiary"] {{ color: var(--link); min-height: 0; padding: 0; }}
{_WRAPPER}:not(:has(.ol-quiet)) {{ position: absolute; }}
{_BAR} {{ position: fixed; z-index: 1000; bottom: 20px; left: 50%;
  transform: translateX(-50%); width: min(700px, calc(100vw - 24px)); padding: 14px 18px;
  background: var(--background); border: 1px solid var(--unknown);
  border-left: 3px solid var(--link); }}
{_BAR} > :first-child {{ flex: 1 1 300px; min-width: 0; }}
{_BAR} > :not(:first-child) {{ flex: none; width: auto; }}
@media print {{ {_WRAPPER} {{ display: none !important; }} }}
"""
