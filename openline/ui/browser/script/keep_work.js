// The tab remembers the file being worked on, and the browser remembers who saved last.
const WHO = "openline-saver";
function saver() {
  try {
    return localStorage.getItem(WHO);
  } catch {
    return null;
  }
}
function meet({ data, setStateValue }) {
  const kept = remembered();
  const who = saver();
  const isOther = kept?.token && kept.token !== data.token;
  if (!data.met && (isOther || (who && !data.saver))) {
    setStateValue("found", { ...(isOther ? kept : {}), asked: data.token, saver: who });
    return;
  }
  try {
    if (data.name) {
      sessionStorage.setItem(PLACE, JSON.stringify({ token: data.token, name: data.name }));
    } else {
      sessionStorage.removeItem(PLACE);
    }
    if (data.has_saved && data.saver) localStorage.setItem(WHO, data.saver);
  } catch {}
}
export default function (component) {
  const { data, setStateValue } = component;
  tab.settled.then(() => meet({ data, setStateValue }));
}
