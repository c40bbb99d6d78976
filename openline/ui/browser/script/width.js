// Reports the window's width, as one of three words, whenever that word changes.
export default function (component) {
  const { setStateValue } = component;
  const narrow = window.matchMedia("(max-width: 640px)");
  const medium = window.matchMedia("(max-width: 1100px)");
  let told = component.data.known;
  const tell = () => {
    const word = narrow.matches ? "n" : medium.matches ? "m" : "w";
    if (word !== told) {
      told = word;
      setStateValue("width", word);
    }
  };
  narrow.addEventListener("change", tell);
  medium.addEventListener("change", tell);
  tell();
  return () => {
    narrow.removeEventListener("change", tell);
    medium.removeEventListener("change", tell);
  };
}
