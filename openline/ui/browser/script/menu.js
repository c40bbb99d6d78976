// On a narrow window the menu covers the page: choosing a page in it closes it.
function closeMenu(event) {
  const link = event.target.closest?.("[data-testid=stSidebar] [data-testid=stPageLink] a");
  if (!link || !window.matchMedia("(max-width: 768px)").matches) return;
  const close = document.querySelector("[data-testid=stSidebarCollapseButton] button");
  setTimeout(() => close?.click());
}
