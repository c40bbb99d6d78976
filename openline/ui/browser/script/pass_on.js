// The dialog with the lines that embed a figure, to copy.
function passOn({ parentElement, data, setTriggerValue }) {
  const dialog = parentElement.querySelector("dialog.lines");
  dialog.onkeydown = (event) => event.stopPropagation();
  dialog.onclick = ({ target }) => {
    if (target === dialog) dialog.close();
  };
  const frame = dialog.querySelector("[name=frame]");
  if (frame) frame.value = data.frame;
  const { form, cite } = dialog.querySelector("form").elements;
  const chosen = form.value || Object.keys(data.cite)[0];
  form.replaceChildren(...Object.keys(data.cite).map((name) => new Option(name)));
  form.value = chosen;
  cite.value = data.cite[chosen];
  form.oninput = () => (cite.value = data.cite[form.value]);
  for (const button of dialog.querySelectorAll("[data-copies]")) {
    const field = dialog.querySelector(`[name=${button.dataset.copies}]`);
    button.onclick = () => copyFrom(field, button.nextElementSibling);
  }
  dialog.querySelector("[data-unkept]").textContent = data.unkept;
  const opens = parentElement.querySelector(".shows");
  opens.onclick = () => {
    for (const told of dialog.querySelectorAll("[role=status]")) told.textContent = "";
    dialog.showModal();
    if (data.keeps) setTriggerValue("cited", true);
  };
  opens.style.visibility = "visible";
}

// Browsers close the clipboard over plain http: there the words are selected and copied.
async function copyFrom(field, told) {
  try {
    await navigator.clipboard.writeText(field.value);
    told.textContent = "Copied";
  } catch {
    field.select();
    told.textContent = document.execCommand("copy") ? "Copied" : "Selected: copy it with the keyboard";
  }
}
