"""What a page says from when it is sent until the board's own style sheet has loaded: otherwise a
first visit would show grey placeholders without a word.

The words appear after a delay, so that a quick start does not flash; they lie above everything
else, so that nothing moves when they go; and screen readers announce them once. Anything drawn
before its style is hidden. `openline/ui/browser/style/page.css` ends both.
"""

from typing import Final

from openline.figures.theme import DARK, FAMILY, LIGHT

_STYLE: Final = f"""
.ol-waiting {{ display: none; }}
@media screen and (scripting: enabled) {{
  .ol-waiting {{ display: var(--ol-waiting, block); position: fixed; z-index: 1000;
    inset: 38% 0 auto; text-align: center; pointer-events: none; color-scheme: light dark; }}
  .ol-waiting span {{ display: inline-block; padding: 6px 12px; font: 16px/24px {FAMILY};
    background: light-dark({LIGHT.background}, {DARK.background});
    color: light-dark({LIGHT.muted}, {DARK.muted}); animation: ol-waiting 0.2s 0.4s both; }}
  @keyframes ol-waiting {{ from {{ visibility: hidden; opacity: 0; }} }}
  :where(.stHtml) {{ opacity: var(--ol-drawn, 0); }}
}}
"""
WAITING: Final = (
    f"<style>{_STYLE}</style>"
    '<div class="ol-waiting" role="status"><span>Loading the board…</span></div>'
)
"""The words, with the style that shows and removes them."""
