// Escape closes an explanation until the pointer and the focus have left its word.
function hush(event) {
  if (event.key !== "Escape") return;
  for (const word of document.querySelectorAll(".ol-explained:is(:hover, :focus-within)")) {
    word.classList.add("ol-hushed");
    const heard = () => word.classList.remove("ol-hushed");
    word.addEventListener("mouseleave", heard, { once: true });
    word.addEventListener("focusout", heard, { once: true });
  }
}
