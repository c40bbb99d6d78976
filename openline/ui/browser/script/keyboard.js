// The keyboard focus stays where it was: it returns to an element that a run redraws, and to a
// button that was disabled while it worked; on another page it goes to the headline.
const SIDEBAR_BUTTONS = '[data-testid*="Sidebar"][data-testid$="Button"]';
const WORKING = 1500;
const LONGEST = 15000;
let held;
let kept;
let awaited = false;
function hold(event) {
  const element = event.composedPath()[0];
  if (!(element instanceof Element)) return;
  const room = element.closest('[class*="st-key-"]');
  const key = [...(room?.classList ?? [])].find((name) => name.startsWith("st-key-"));
  held = { element, room: `.${key}`, name: nameOf(element) };
}
function nameOf(element) {
  return element.getAttribute("aria-label") ?? element.textContent;
}
// The elements that can have the focus next, the nearest first.
function heirs({ element, room, name }) {
  const alike = [...document.querySelectorAll(`${room} :is(${element.localName}, input)`)];
  const buttons = element.closest(SIDEBAR_BUTTONS)
    ? document.querySelectorAll(`${SIDEBAR_BUTTONS}, ${SIDEBAR_BUTTONS} button`)
    : [];
  const named = alike.filter((one) => nameOf(one) === name);
  const fields = alike.filter((one) => one.localName === "input");
  return [element, ...buttons, ...named, ...fields, ...alike.reverse()];
}
function headlineOf() {
  const headline = document.querySelector(".ol-headline");
  if (headline) headline.tabIndex = -1;
  return headline;
}
// The position of the choice of pages that an element is in, if it is in one.
function placeOf(element) {
  const pager = element.closest("[data-testid=stPagination]");
  const main = pager?.closest("[data-testid=stMain]");
  return main && { pager, top: Math.round(pager.getBoundingClientRect().top + main.scrollTop) };
}
function keepFocus(event) {
  // While another page is loading there is nothing to focus.
  if (event.key === "Tab" && awaited && document.activeElement === document.body) {
    event.preventDefault();
    return;
  }
  clearInterval(kept);
  awaited = false;
  if (event.type !== "keydown" || !held || !["Enter", " "].includes(event.key)) return;
  const { pathname } = window.location;
  const from = held;
  const began = Date.now();
  let top = placeOf(held.element)?.top;
  kept = setInterval(() => {
    const waited = Date.now() - began;
    const isLeft = window.location.pathname !== pathname;
    awaited = isLeft && waited < LONGEST;
    if (waited > LONGEST) clearInterval(kept);
    const works = from.element.isConnected && from.element.disabled && waited < WORKING;
    if (document.querySelector("[data-test-script-state=running]")) return;
    if (works && !isLeft) return;
    if (isLeft && document.activeElement === from.element) from.element.blur();
    const next = isLeft || waited > WORKING ? headlineOf() : null;
    for (const heir of isLeft ? [next] : [...heirs(from), next]) {
      if (document.activeElement !== document.body) break;
      heir?.focus({ preventScroll: true });
    }
    // A longer page of a list would push its choice of pages out of the window.
    const place = placeOf(document.activeElement);
    if (place && top !== undefined && place.top !== top) place.pager.scrollIntoView({ block: "nearest" });
    top = place?.top;
  }, 100);
}
