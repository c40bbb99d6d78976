// The dialog that makes a picture of a figure, and saves it as PNG or SVG.
const METRE = 1000;
// An aborted run answers nothing: after this many milliseconds the drawing is requested again, and
// the next time after twice as many, because each request aborts a run in progress. After this many
// attempts the dialog says that the board does not answer.
const WAIT = 2000, MOST_TIMES = 4;
const asked = new Map(); // pending drawings, by the turn of the request
const dialogs = new WeakMap(); // the data that each dialog has received and drawn
let turns = 0;

export default function (component) {
  const { data, parentElement } = component;
  const dialog = parentElement.querySelector("dialog");
  const kept = dialogs.get(dialog) ?? { drawings: new Map() };
  dialogs.set(dialog, kept);
  if (data.drawing) asked.get(data.drawing.turn)?.(data.drawing.svg);
  const told = JSON.stringify({ ...data, drawing: null, keeps: null, unkept: null });
  if (kept.told !== told) begin(dialog, data, kept, told);
  kept.ask = (wanted) => component.setTriggerValue("asked", wanted);
  // Keys typed here must not reach the board.
  dialog.onkeydown = (event) => event.stopPropagation();
  dialog.onclick = ({ target }) => {
    if (target === dialog) dialog.close();
  };
  passOn(component);
  const opens = parentElement.querySelector(".opens");
  opens.onclick = () => {
    dialog.showModal();
    show(dialog, data, kept);
  };
  opens.style.visibility = "visible";
  const form = dialog.querySelector("form");
  form.oninput = () => show(dialog, data, kept);
  for (const button of form.querySelectorAll("[data-format]")) {
    button.onclick = () => save(dialog, data, kept, button);
  }
}

// A new view has new words: they replace what was typed for the previous one.
function begin(dialog, data, kept, told) {
  const { title, source, size, theme } = dialog.querySelector("form").elements;
  kept.told = told;
  kept.drawings.clear();
  title.value = data.title;
  source.value = data.source;
  theme.value = data.theme;
  const chosen = size.value || data.sizes[0].name;
  size.replaceChildren(...data.sizes.map(({ name, words }) => new Option(words, name)));
  size.value = chosen;
}

async function show(dialog, data, kept) {
  const turn = (kept.shows = (kept.shows ?? 0) + 1);
  const extent = dialog.querySelector(".extent");
  try {
    const made = await composed(dialog, data, kept);
    if (turn !== kept.shows) return;
    const preview = dialog.querySelector(".preview");
    preview.classList.toggle("clear", made.clear);
    preview.replaceChildren(made.sheet);
    extent.textContent = extentWords(made);
  } catch {
    if (turn === kept.shows) extent.textContent = "The board does not answer; try again.";
  }
}

async function save(dialog, data, kept, button) {
  const extent = dialog.querySelector(".extent");
  button.disabled = true;
  try {
    const made = await composed(dialog, data, kept);
    const vector = vectorOf(made);
    const format = button.dataset.format;
    const suffix = [made.size.name, made.theme].filter((word) => word !== "screen" && word !== data.theme);
    const name = [data.file, ...suffix].join("_");
    hand(format === "svg" ? vector : await raster(vector, made), `${name}.${format}`);
    dialog.close();
  } catch {
    extent.textContent = "The board does not answer; nothing was saved. Try again.";
  } finally {
    button.disabled = false;
  }
}

async function composed(dialog, data, kept) {
  const { title, source, size, theme, clear } = dialog.querySelector("form").elements;
  const chosen = data.sizes.find(({ name }) => name === size.value);
  const words = { title: title.value, source: source.value, explained: data.explained };
  const drawn = (width) => drawing(kept, { layout: chosen.layout || data.layout, theme: theme.value, width });
  const made = await sheetOf({ words, size: chosen, states: data.states, drawn,
    colours: data.colours[theme.value], clear: clear.checked, wide: onScreen(data) });
  const pixels = chosen.pixels || Math.round(data.scale * made.width);
  return { ...made, size: chosen, theme: theme.value, clear: clear.checked, pixels };
}

// The figure's width on the screen; 0, for its own width, where it is not in a chart.
function onScreen({ chart }) {
  const drawn = document.querySelector(`.st-key-${chart} .js-plotly-plot`);
  return drawn?.getBoundingClientRect().width ?? 0;
}

async function drawing(kept, wanted) {
  const name = JSON.stringify(wanted);
  if (!kept.drawings.has(name)) kept.drawings.set(name, answered(kept, wanted));
  try {
    return await kept.drawings.get(name);
  } catch (error) {
    kept.drawings.delete(name);
    throw error;
  }
}

function answered(kept, wanted) {
  const turn = `${performance.now()}-${(turns += 1)}`;
  return new Promise((done, fail) => {
    let late;
    const ask = (times) => {
      kept.ask({ ...wanted, turn });
      const again = () => (times < MOST_TIMES ? ask(times + 1) : fail(new Error("silent")));
      late = setTimeout(again, WAIT * 2 ** (times - 1));
    };
    asked.set(turn, (text) => {
      clearTimeout(late);
      asked.delete(turn);
      done(new DOMParser().parseFromString(text, "image/svg+xml").documentElement);
    });
    ask(1);
  });
}

function extentWords({ size, pixels, width, height }) {
  const tall = (across) => Math.round((across * height) / width).toLocaleString("en");
  const png = `PNG ${pixels.toLocaleString("en")} × ${tall(pixels)} pixels`;
  return size.mm ? `${png}, 300 an inch; SVG ${size.mm} × ${tall(size.mm)} mm`
    : `${png}; SVG ${Math.round(width).toLocaleString("en")} × ${tall(width)} pixels`;
}

function vectorOf({ sheet, size, width, height }) {
  const unit = size.mm ? size.mm / width : 1;
  const copy = sheet.cloneNode(true);
  copy.setAttribute("width", `${round(width * unit)}${size.mm ? "mm" : ""}`);
  copy.setAttribute("height", `${round(height * unit)}${size.mm ? "mm" : ""}`);
  return new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" });
}

async function raster(vector, { pixels, width, height, size }) {
  const address = URL.createObjectURL(vector);
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = pixels;
  canvas.height = Math.round(pixels * height / width);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  // `toBlob` waits until the page is idle: seven seconds if that never happens.
  const made = await (await fetch(canvas.toDataURL("image/png"))).blob();
  return size.mm ? dense(made, Math.round(pixels * METRE / size.mm)) : made;
}

// Writes the pixels per metre into a PNG, after its header, which is 33 bytes long.
async function dense(made, perMetre) {
  const chunk = new DataView(new ArrayBuffer(21));
  chunk.setUint32(0, 9);
  chunk.setUint32(4, 0x70485973);
  chunk.setUint32(8, perMetre);
  chunk.setUint32(12, perMetre);
  chunk.setUint8(16, 1);
  chunk.setUint32(17, checksum(new Uint8Array(chunk.buffer, 4, 13)));
  return new Blob([made.slice(0, 33), chunk.buffer, made.slice(33)], { type: "image/png" });
}

function checksum(bytes) {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return (rest ^ 0xffffffff) >>> 0;
}

function hand(file, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
