// A duplicated tab starts afresh: the browser gave it a copy of the first tab's storage.
// When a page loads, it asks the other tabs whether one of them holds what its storage remembers.
// If it was duplicated, the first tab does, and this one forgets it; after a reload none answers.
// What the tab remembers is its own once `tab.settled`. Several components can include this script.
const PLACE = "openline-work";
function remembered() {
  try {
    return JSON.parse(sessionStorage.getItem(PLACE));
  } catch {
    return null;
  }
}
function listening() {
  const token = remembered()?.token;
  const made = { settled: Promise.resolve() };
  try {
    const others = new BroadcastChannel("openline-tabs");
    let isAsking = Boolean(token);
    others.onmessage = ({ data }) => {
      if (isAsking && data.holds === token) sessionStorage.removeItem(PLACE);
      const mine = isAsking ? null : remembered()?.token;
      if (mine && data.asks === mine) others.postMessage({ holds: mine });
    };
    if (isAsking) {
      others.postMessage({ asks: token });
      made.settled = new Promise((resolve) => setTimeout(resolve, 300));
      made.settled.then(() => (isAsking = false));
    }
  } catch {}
  return made;
}
const tab = (window.openlineTab ??= listening());
