// Back and Forward return to where the page stood: each entry of the history knows its place.
function keepPlace(event) {
  if (event.target.dataset?.testid !== "stMain") return;
  history.replaceState({ ...history.state, place: event.target.scrollTop }, "");
}
function returnToPlace(event) {
  const place = event.isTrusted ? event.state?.place : 0;
  if (!place) return;
  const end = () => {
    clearInterval(looked);
    for (const kind of ["wheel", "touchmove", "keydown"]) document.removeEventListener(kind, end);
  };
  const looked = setInterval(() => {
    const main = document.querySelector("[data-testid=stMain]");
    const runs = document.querySelector("[data-test-script-state=running]");
    if (runs || !main || main.scrollHeight - main.clientHeight < place) return;
    end();
    main.scrollTo(0, place);
  }, 100);
  // Whoever scrolls meanwhile is somewhere already.
  for (const kind of ["wheel", "touchmove", "keydown"]) document.addEventListener(kind, end);
  setTimeout(end, 8000);
}
