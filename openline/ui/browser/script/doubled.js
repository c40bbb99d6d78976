// A tab that was doubled begins anew: the browser gave it a copy of the first one's storage.
// Each page asks the other tabs, when it is loaded, whether one of them holds what its storage
// remembers. The first tab does, and the doubled one forgets it; after a reload nobody answers.
// What the tab remembers is its own once `tab.settled`. Several components may bring this.
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
