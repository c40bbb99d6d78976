// In a narrow window the menu covers the page: choosing a page in it closes it, and so does a
// search. If it was left open, loading a page closes it.
let met = false;
function closeMenu(event) {
  if (event.target.closest?.("[data-testid=stSidebar] [data-testid=stPageLink] a")) hideMenu();
}
function closeAfterSearch(event) {
  const field = event.target.closest?.(FIND);
  if (field && event.key === "Enter" && !event.isComposing) hideMenu();
}
function meetMenu() {
  if (met) return;
  met = true;
  hideMenu();
}
function hideMenu() {
  if (!window.matchMedia("(max-width: 768px)").matches) return;
  const close = document.querySelector("[data-testid=stSidebarCollapseButton] button");
  setTimeout(() => close?.click());
}
