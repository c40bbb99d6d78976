// The browser remembers the day on which it last saw each record, and reports the one before this
// visit.
const VISITS = "openline-visits";
const MOST_VISITS = 50;
function visited(record, day, seen) {
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem(VISITS)) ?? {};
  } catch {}
  const last = kept[record];
  const before = last?.on === day ? last.before : last?.seen;
  delete kept[record];
  const others = Object.entries(kept).slice(1 - MOST_VISITS);
  try {
    const now = { on: day, seen, before };
    localStorage.setItem(VISITS, JSON.stringify({ ...Object.fromEntries(others), [record]: now }));
  } catch {}
  return before;
}
export default function (component) {
  const { record, day, seen, known } = component.data;
  const before = visited(record, day, seen);
  const told = JSON.stringify([record, before]);
  if (typeof before === "string" && told !== known) component.setStateValue("visit", told);
}
