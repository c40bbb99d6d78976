"""The style of what is said of saved records: the revision, and that there is a newer one."""

from typing import Final

__all__ = ["NEWER"]

NEWER: Final = """
.ol-revision { font-size: 13px; line-height: 18px; color: var(--muted);
  overflow-wrap: anywhere; }
.ol-link-head { font-size: 14px; line-height: 20px; }
.ol-newer { font-size: 14px; line-height: 20px; margin: 0; overflow-wrap: anywhere; }
.ol-newer.ol-quiet { color: var(--muted); margin-top: 10px; }
.st-key-ol_newer:has(.ol-quiet) { gap: 0; }
.st-key-ol_newer:has(.ol-newer:not(.ol-quiet)) { position: fixed; z-index: 1000; bottom: 20px;
  left: 50%; transform: translateX(-50%); width: min(620px, calc(100vw - 24px));
  flex-flow: row wrap; align-items: center; gap: 10px 18px; padding: 12px 16px;
  background: var(--background); border: 1px solid var(--unknown);
  border-left: 3px solid var(--link); }
.st-key-ol_newer:has(.ol-newer:not(.ol-quiet)) > :first-child { flex: 1 1 300px; min-width: 0; }
.st-key-ol_newer:has(.ol-newer:not(.ol-quiet)) > :last-child { flex: none; width: auto; }
@media print { .st-key-ol_newer { display: none !important; } }
"""
