// Installs the listeners of the board's other scripts, and goes where a run has asked to go.
let gone = 0;

export default function (component) {
  // Only one call listens at a time: an earlier one may not know that it has been replaced, and a
  // link that two of them follow takes two steps of history.
  window.openlineListening?.abort();
  const listening = (window.openlineListening = new AbortController());
  const { signal } = listening;
  document.addEventListener("keydown", hush, { signal });
  document.addEventListener("focusin", hold, { signal });
  for (const kind of ["keydown", "pointerdown"]) {
    document.addEventListener(kind, keepFocus, { signal, capture: true });
    document.addEventListener(kind, leadToFound, { signal, capture: true });
  }
  document.addEventListener("click", follow, { signal });
  document.addEventListener("click", closeMenu, { signal });
  document.addEventListener("keydown", closeAfterSearch, { signal });
  document.addEventListener("scrollend", keepPlace, { signal, capture: true });
  window.addEventListener("popstate", returnToPlace, { signal });
  document.documentElement.dataset.links = "followed";
  announceFeed();
  meetMenu();
  const { address, turn } = component.data;
  if (address && turn > gone) {
    gone = turn;
    goTo(address);
  }
  return () => listening.abort();
}
