// Puts the drawings of a figure in their place, which only print shows.
export default function (component) {
  const { data, parentElement } = component;
  const place = parentElement.querySelector("section");
  place.className = data.drawings.length > 1 ? "columns" : "";
  place.replaceChildren(...data.drawings.map((text) => {
    const drawn = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    return document.importNode(drawn, true);
  }));
}
