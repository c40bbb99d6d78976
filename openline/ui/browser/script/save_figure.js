// Draws a figure again as a picture of its own: Plotly's own download leaves out the typeface,
// the ground and the title. This puts the figure on the page's ground under its title and what
// is looked at, with the typeface inside.
const SVG = "http://www.w3.org/2000/svg";
const EDGE = 24, SCALE = 3, FAMILY = '"Source Sans", sans-serif';
let faces;

export default function (component) {
  const { data, parentElement } = component;
  const colour = (name) => {
    const probe = document.createElement("i");
    probe.style.color = `var(--${name})`;
    parentElement.append(probe);
    const found = getComputedStyle(probe).color;
    probe.remove();
    return found;
  };
  const save = async (format) => {
    const chart = await drawnChart(`.st-key-${data.chart} .js-plotly-plot`);
    if (!chart) return;
    const drawn = await drawing(chart, data, colour);
    const text = new XMLSerializer().serializeToString(drawn);
    const vector = new Blob([text], { type: "image/svg+xml" });
    hand(format === "svg" ? vector : await raster(vector, drawn), `${data.file}.${format}`);
  };
  parentElement.querySelectorAll("button").forEach((button) => {
    button.onclick = () => save(button.dataset.format);
    button.style.visibility = "visible";
  });
}

async function drawnChart(place) {
  for (let tries = 0; tries < 50; tries += 1) {
    const chart = document.querySelector(place);
    if (chart?.querySelector(".main-svg")) return chart;
    await new Promise((done) => setTimeout(done, 100));
  }
  return null;
}

async function drawing(chart, data, colour) {
  const { width, height } = chart.getBoundingClientRect();
  const head = [
    ...wrapped(data.title, "600 18px", 24, width).map((line) => [line, colour("text")]),
    ...wrapped(data.below, "400 13px", 19, width).map((line) => [line, colour("muted")]),
  ];
  const legend = data.states.length ? 22 : 0;
  const foot = data.explained.flatMap((words) => wrapped(words, "400 13px", 19, width));
  const titled = EDGE + sum(head.map(([line]) => line.step));
  const top = titled + legend + 12;
  const tall = top + height + (foot.length ? 10 : 0) + sum(foot.map((line) => line.step)) + EDGE;
  const sheet = element("svg", { xmlns: SVG, width: width + 2 * EDGE, height: tall,
    viewBox: `0 0 ${width + 2 * EDGE} ${tall}` });
  const style = element("style", {});
  style.textContent = `${await embedded()} .crisp { shape-rendering: crispEdges; }`;
  sheet.append(style, element("title", {}, data.title));
  sheet.append(element("rect", { width: "100%", height: "100%", fill: colour("background") }));
  let y = EDGE - 5;
  for (const [line, fill] of head) sheet.append(text(line, (y += line.step), fill));
  if (legend) sheet.append(swatches(data.states, titled + 14, colour));
  sheet.append(figure(chart, top));
  y = top + height + 8;
  for (const line of foot) sheet.append(text(line, (y += line.step), colour("muted")));
  return sheet;
}

function figure(chart, top) {
  const group = element("g", { transform: `translate(${EDGE}, ${top})` });
  for (const layer of chart.querySelectorAll(".main-svg")) {
    const copy = layer.cloneNode(true);
    copy.querySelectorAll(".hoverlayer, .draglayer, .dragcover").forEach((part) => part.remove());
    copy.removeAttribute("style");
    copy.setAttribute("overflow", "visible");
    // Lines that keep their width at any size would be a third as wide in a picture of three times.
    for (const part of copy.querySelectorAll("[style*=vector-effect]")) {
      part.style.removeProperty("vector-effect");
    }
    group.append(copy);
  }
  return group;
}

function swatches(states, y, colour) {
  const group = element("g", {});
  const stripes = element("pattern", { id: "ol-stripes", width: 4.2, height: 4.2,
    patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
  stripes.append(element("rect", { width: 4.2, height: 4.2, fill: colour("partial-ground") }),
    element("rect", { width: 2.2, height: 4.2, fill: colour("partial") }));
  group.append(stripes);
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `400 13px ${FAMILY}`;
  let x = EDGE;
  for (const state of states) {
    const fill = state === "partial" ? "url(#ol-stripes)"
      : colour(state === "unknown" ? "background" : state);
    const stroke = state === "unknown" ? colour("unknown") : "none";
    group.append(element("rect", { x, y, width: 19, height: 9, fill, stroke }));
    group.append(element("text", { x: x + 26, y: y + 9, fill: colour("muted"),
      "font-family": FAMILY, "font-size": "13px" }, state));
    x += 26 + pen.measureText(state).width + 18;
  }
  return group;
}

function wrapped(words, font, step, width) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${font} ${FAMILY}`;
  const lines = [];
  for (const word of words.split(" ")) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => ({ line, font, step }));
}

function text({ line, font }, y, fill) {
  const [weight, size] = font.split(" ");
  return element("text", { x: EDGE, y, fill, "font-family": FAMILY, "font-weight": weight,
    "font-size": size }, line);
}

function element(name, attributes, words) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key !== "xmlns") made.setAttribute(key, value);
  }
  if (words !== undefined) made.textContent = words;
  return made;
}

function embedded() {
  faces ??= Promise.all(ownFaces().map(inside)).then((rules) => rules.join(" "));
  return faces;
}

function ownFaces() {
  const rules = [...document.styleSheets].flatMap((sheet) => {
    try {
      return [...sheet.cssRules].map((rule) => [rule, sheet.href ?? document.baseURI]);
    } catch {
      return [];
    }
  });
  return rules.filter(([rule]) => rule instanceof CSSFontFaceRule &&
    /Source Sans/.test(rule.style.fontFamily) && rule.style.fontStyle !== "italic");
}

async function inside([rule, base]) {
  const found = /url\(["']?([^"')]+)["']?\)/.exec(rule.style.src);
  if (!found) return "";
  const file = await (await fetch(new URL(found[1], base))).blob();
  const inline = await new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.readAsDataURL(file);
  });
  return rule.cssText.replace(found[1], inline);
}

async function raster(vector, drawn) {
  const address = URL.createObjectURL(vector);
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = SCALE * drawn.getAttribute("width");
  canvas.height = SCALE * drawn.getAttribute("height");
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
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

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
