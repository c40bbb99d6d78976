// The dialog with what else can be had of a figure: lines to copy.
function passOn(parentElement, data) {
  const dialog = parentElement.querySelector("dialog.lines");
  dialog.onkeydown = (event) => event.stopPropagation();
  dialog.onclick = ({ target }) => {
    if (target === dialog) dialog.close();
  };
  dialog.querySelector("[name=frame]").value = data.frame;
  for (const button of dialog.querySelectorAll("[data-copies]")) {
    const field = dialog.querySelector(`[name=${button.dataset.copies}]`);
    button.onclick = () => copyFrom(field, button.nextElementSibling);
  }
  const opens = parentElement.querySelector(".shows");
  opens.onclick = () => {
    for (const told of dialog.querySelectorAll("[role=status]")) told.textContent = "";
    dialog.showModal();
  };
  opens.style.visibility = "visible";
}

// Browsers keep the clipboard shut on plain http: there the words are selected and copied.
async function copyFrom(field, told) {
  try {
    await navigator.clipboard.writeText(field.value);
    told.textContent = "Copied";
  } catch {
    field.select();
    told.textContent = document.execCommand("copy") ? "Copied" : "Selected: copy it with the keyboard";
  }
}
