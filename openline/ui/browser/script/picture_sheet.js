// A picture's sheet: the drawing of a figure below its title and above its explanation and source,
// with the typeface embedded. Words are text nodes, so typed text is shown literally.
const SVG = "http://www.w3.org/2000/svg";
const FAMILY = '"Source Sans", sans-serif';
const TITLE = "600 18px", SMALL = "400 13px";
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
let faces;
let pen;

// The sheet in a size, as an element; `drawn(width)` returns the drawing of the figure.
async function sheetOf({ words, size, states, colours, clear, wide, drawn }) {
  await Promise.all([TITLE, SMALL].map((font) => document.fonts.load(`${font} ${FAMILY}`)));
  const figure = await drawn(size.width ? size.width - 2 * size.edge : wide);
  let width = extentOf(figure)[0] + 2 * size.edge;
  let plan = planned(figure, width, size, words, states);
  // A figure too high for a slide or a square gets a wider sheet of the same shape.
  if (size.ratio && plan.height * size.ratio > width) {
    width = Math.ceil(plan.height * size.ratio);
    plan = planned(await drawn(width - 2 * size.edge), width, size, words, states);
  }
  const height = size.ratio ? Math.max(plan.height, width / size.ratio) : plan.height;
  // Letters keep the typeface's own spacing instead of being aligned to the pixels of this size.
  const sheet = element("svg", { viewBox: `0 0 ${width} ${round(height)}`, "font-family": FAMILY,
    "text-rendering": "geometricPrecision" });
  sheet.append(await typeface(), element("title", {}, words.title));
  if (!clear) {
    sheet.append(element("rect", { width: "100%", height: "100%", fill: colours.background }));
  }
  lay(sheet, plan, size, colours, height);
  return { sheet, width, height: round(height) };
}

function extentOf(figure) {
  return figure.getAttribute("viewBox").split(" ").slice(2).map(Number);
}

function planned(figure, width, size, words, states) {
  const room = width - 2 * size.edge;
  const high = extentOf(figure)[1];
  const head = wrapped(words.title, TITLE, 24, room);
  const foot = [...words.explained, words.source].flatMap((said) => wrapped(said, SMALL, 19, room));
  const key = swatchRows(states, room);
  const above = size.edge + steps(head) + 22 * key.length + 10;
  return { figure, head, foot, key, above, high, height: above + high + 8 + steps(foot) + size.edge };
}

function lay(sheet, plan, size, colours, height) {
  let y = size.edge - 5;
  for (const line of plan.head) sheet.append(written(line, size.edge, (y += line.step), colours.text));
  if (plan.key.length) {
    sheet.append(stripes(colours), ...plan.key.flatMap((row, at) =>
      row.flatMap((entry) => swatch(entry, size.edge, y + 14 + 22 * at, colours))));
  }
  const group = element("g", { transform: `translate(${size.edge}, ${plan.above})`,
    style: plan.figure.getAttribute("style") });
  group.append(...[...plan.figure.childNodes].map((part) => document.importNode(part, true)));
  sheet.append(group);
  y = height - size.edge - steps(plan.foot) - 4;
  for (const line of plan.foot) sheet.append(written(line, size.edge, (y += line.step), colours.muted));
}

// The legend of the states' colours, in as many rows as it needs.
function swatchRows(states, room) {
  const rows = [];
  let x = 0;
  for (const state of states) {
    const taken = 26 + measured(state, SMALL);
    if (!rows.length || x + taken > room) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1).push({ state, x });
    x += taken + 18;
  }
  return rows;
}

function swatch({ state, x }, edge, y, colours) {
  const fills = { severed: colours.severed, open: colours.open, partial: "url(#ol-stripes)" };
  const stroke = fills[state] ? "none" : colours.unknown;
  const box = { x: edge + x, y, width: 19, height: 9, fill: fills[state] ?? "none", stroke };
  return [element("rect", box), element("text", { x: edge + x + 26, y: y + 9, fill: colours.muted,
    "font-size": "13px" }, state)];
}

function stripes(colours) {
  const made = element("pattern", { id: "ol-stripes", width: 4.2, height: 4.2,
    patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
  made.append(element("rect", { width: 4.2, height: 4.2, fill: colours.partial_ground }),
    element("rect", { width: 2.2, height: 4.2, fill: colours.partial }));
  return made;
}

// Lines of words, none wider than the room: a wider word continues on the next line.
function wrapped(words, font, step, room) {
  const lines = [];
  for (const word of shown(words).split(/[ \t\r\n]+/).filter(Boolean)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (measured(longer, font) <= room) {
      lines[Math.max(0, lines.length - 1)] = longer;
    } else {
      lines.push(...broken(word, font, room));
    }
  }
  return lines.map((line) => ({ line, font, step }));
}

function broken(word, font, room) {
  const parts = [""];
  for (const letter of word) {
    if (parts.at(-1) && measured(parts.at(-1) + letter, font) > room) parts.push("");
    parts[parts.length - 1] += letter;
  }
  return parts;
}

function measured(words, font) {
  pen ??= document.createElement("canvas").getContext("2d");
  pen.textRendering = "geometricPrecision";
  pen.font = `${font} ${FAMILY}`;
  return pen.measureText(words).width;
}

function written({ line, font }, x, y, fill) {
  const [weight, size] = font.split(" ");
  return element("text", { x, y, fill, "font-weight": weight, "font-size": size }, line);
}

function element(name, attributes, words) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (words !== undefined) made.textContent = shown(words);
  return made;
}

// Characters that XML cannot hold, and invisible ones, become the replacement mark.
function shown(words) {
  return words.replace(UNSEEN, "\ufffd");
}

async function typeface() {
  faces ??= Promise.all(ownFaces().map(inside)).then((rules) => rules.join(" "));
  return element("style", {}, await faces);
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

function steps(lines) {
  return lines.reduce((total, line) => total + line.step, 0);
}

function round(number) {
  return Math.round(100 * number) / 100;
}
