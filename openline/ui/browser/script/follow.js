// Follows a click on a link of the board, and goes to an address or a place on the page.
function goTo(address) {
  if (address.startsWith("#")) return goToPlace(address.slice(1));
  const target = new URL(address, document.baseURI);
  const place = target.hash.slice(1);
  target.hash = "";
  // An embedded page stays embedded.
  if (new URLSearchParams(location.search).get("embed") === "true") target.searchParams.set("embed", "true");
  history.pushState({}, "", target);
  window.dispatchEvent(new PopStateEvent("popstate"));
  document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
  if (place) goToPlace(place);
}
function goToPlace(name) {
  const block = name.startsWith("~") ? "nearest" : "start";
  const place = name.replace("~", "");
  const looked = setInterval(() => {
    const found = document.querySelector(`#${place}, .st-key-${place}`);
    if (!found || document.querySelector("[data-test-script-state=running]")) return;
    clearInterval(looked);
    found.scrollIntoView({ block });
    found.querySelector("input, textarea, select")?.focus({ preventScroll: true });
  }, 150);
  setTimeout(() => clearInterval(looked), 15000);
}
function follow(event) {
  const address = event.target.closest?.("a.ol-link")?.getAttribute("href");
  const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (!address || /^(https?:|#)/.test(address) || elsewhere || event.button) return;
  event.preventDefault();
  goTo(address);
}
