// A search leads to its results: Enter in Find moves the focus to the line that counts them, once
// it is drawn. Further typing there continues in Find.
const FIND = '[data-testid=stSidebar] input[aria-label="Find"]';
let searched;
function leadToFound(event) {
  clearInterval(searched);
  const field = event.target.closest?.(FIND);
  if (!field || event.key !== "Enter" || event.isComposing) return;
  const words = field.value.trim().split(/\s+/).join(" ");
  const began = Date.now();
  searched = setInterval(() => {
    const said = document.querySelector("[data-found]");
    if (!words || Date.now() - began > LONGEST) clearInterval(searched);
    if (said?.dataset.found !== words) return;
    if (document.querySelector("[data-test-script-state=running]")) return;
    clearInterval(searched);
    clearInterval(kept);
    said.tabIndex = -1;
    said.onkeydown = typeOn;
    said.focus();
  }, 100);
}
function typeOn(event) {
  const types = event.key.length === 1 && event.key !== " ";
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (types || event.key === "Backspace") document.querySelector(FIND)?.focus();
}
