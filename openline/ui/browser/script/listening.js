// Listens for what the other scripts of the board answer, and goes where a run has asked to go.
let gone = 0;

export default function (component) {
  // Listeners of this call alone: what an earlier one leaves behind takes away only its own.
  const listeners = [
    ["keydown", (event) => hush(event)],
    ["click", (event) => follow(event)],
    ["click", (event) => closeMenu(event)],
    ["keydown", (event) => closeAfterSearch(event)],
    ["scrollend", (event) => keepPlace(event), true],
  ];
  for (const listener of listeners) document.addEventListener(...listener);
  document.documentElement.dataset.links = "followed";
  window.addEventListener("popstate", returnToPlace);
  announceFeed();
  meetMenu();
  const { address, turn } = component.data;
  if (address && turn > gone) {
    gone = turn;
    goTo(address);
  }
  return () => {
    listeners.forEach((listener) => document.removeEventListener(...listener));
    window.removeEventListener("popstate", returnToPlace);
  };
}
