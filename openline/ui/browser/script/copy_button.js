// Copies a link, on plain http too, where browsers close the clipboard.
export default function (component) {
  const { data, parentElement } = component;
  const button = parentElement.querySelector("button");
  const told = parentElement.querySelector("span");
  const byHand = () => {
    const field = document.createElement("textarea");
    field.value = data.link;
    field.style.position = "fixed";
    field.style.opacity = "0";
    button.after(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    return copied;
  };
  button.onclick = async () => {
    let copied = false;
    try {
      await navigator.clipboard.writeText(data.link);
      copied = true;
    } catch {
      copied = byHand();
    }
    told.textContent = copied ? "Copied." : "Select the address above and copy it.";
  };
}
