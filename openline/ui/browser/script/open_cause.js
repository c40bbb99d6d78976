// Keeps the cause that is open on Gaps and the address in sync.
let shown = "";
let asked = null;  // what was reported and is not yet answered; Back undoes it
let acted = false; // whether the reader has done anything since it was shown
let turn = 0;
const heard = new WeakSet(); // elements in which it has been drawn before
window.addEventListener("popstate", () => { asked = null; });
for (const kind of ["wheel", "touchstart", "pointerdown", "keydown"]) {
  window.addEventListener(kind, () => { acted = true; }, { capture: true, passive: true });
}
const rowOf = (cause) => [...document.querySelectorAll(".ol-causes [data-cause]")]
  .find((row) => row.dataset.cause === cause);
function bringIntoView(row) {
  const { top, height } = row.getBoundingClientRect();
  if (top >= 0 && top + Math.min(height, 200) <= window.innerHeight) return;
  row.scrollIntoView({ block: height > window.innerHeight ? "start" : "center" });
}
function reveal(cause, tries, mine, opened) {
  // Figures above it are drawn later and shift it, so it is kept in view for a while.
  if (mine !== turn || (opened && acted)) return;
  const row = rowOf(cause);
  for (let at = row?.closest("details"); at; at = at.parentElement.closest("details")) {
    at.open = true;
  }
  if (row && !acted) bringIntoView(row);
  if (tries) setTimeout(() => reveal(cause, tries - 1, mine, opened || Boolean(row)), 100);
}
function turnTo(cause, tries) {
  const before = shown && shown !== cause ? rowOf(shown) : null;
  if (shown !== cause) acted = false;
  shown = cause;
  if (before?.open) before.open = false;
  const row = cause && rowOf(cause);
  turn += 1;
  if (cause && !row?.closest("details").open) reveal(cause, tries, turn, false);
}
export default function (component) {
  const { cause, tries } = component.data;
  if (asked === null || asked === cause) {
    asked = null;
    turnTo(cause, tries);
  }
  const report = (cause) => {
    shown = asked = cause;
    component.setTriggerValue("turned", { cause });
  };
  const onToggle = ({ target }) => {
    const turned = target.matches?.(".ol-cause") ? target.dataset.cause : "";
    if (turned && target.open !== (turned === shown)) report(target.open ? turned : "");
  };
  document.addEventListener("toggle", onToggle, true);
  // The reader can open the list before this listener is installed.
  const early = document.querySelector(".ol-causes > .ol-cause[open][data-cause]");
  if (!heard.has(component.parentElement) && !shown && early) report(early.dataset.cause);
  heard.add(component.parentElement);
  return () => document.removeEventListener("toggle", onToggle, true);
}
