// Back and Forward restore the scroll position: each entry of the history has its own.
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
  // A reader who scrolls meanwhile has already chosen a place.
  for (const kind of ["wheel", "touchmove", "keydown"]) document.addEventListener(kind, end);
  setTimeout(end, 8000);
}
