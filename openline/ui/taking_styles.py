"""The style of what can be taken from a figure: quiet words at its heading."""

from typing import Final

__all__ = ["TAKING"]

TAKING: Final = """
[class*="st-key-ol_take_"] button, [class*="st-key-ol_save_"] button { min-height: 22px;
  padding: 0 0 0 10px; color: var(--link); }
[class*="st-key-ol_save_"] button p { font-size: 14px; line-height: 20px; }
[class*="st-key-ol_save_"] button:hover p { text-decoration: underline; }
[class*="st-key-ol_take_"] button p { position: relative; top: -1px; }
@media print { [class*="st-key-ol_take_"], [class*="st-key-ol_save_"] { display: none; } }
"""
"""Buttons that look like links, and are not printed."""
