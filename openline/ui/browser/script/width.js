// Reports the window's width, and listens for what the other scripts of the board answer.
let gone = 0;

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
  // Listeners of this call alone: what an earlier one leaves behind takes away only its own.
  const onKey = (event) => hush(event);
  const onClick = (event) => follow(event);
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", onClick);
  const onInput = (event) => dash(event);
  document.addEventListener("beforeinput", onInput, true);
  document.documentElement.dataset.links = "followed";
  tell();
  const { address, turn } = component.data;
  if (address && turn > gone) {
    gone = turn;
    goTo(address);
  }
  return () => {
    narrow.removeEventListener("change", tell);
    medium.removeEventListener("change", tell);
    document.removeEventListener("keydown", onKey);
    document.removeEventListener("click", onClick);
    document.removeEventListener("beforeinput", onInput, true);
  };
}
