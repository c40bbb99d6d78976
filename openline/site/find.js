// Finds channels in the list that stands beside this page. Text is set as text, never as HTML.
(() => {
  "use strict";
  const MOST = 100;
  const box = document.getElementById("find");
  const field = document.getElementById("words");
  const told = document.getElementById("told");
  const found = document.getElementById("found");

  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  const line = ([name, parties, , state, page, summary]) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const word = document.createElement("span");
    const said = document.createElement("span");
    link.href = page;
    link.textContent = `${parties}, ${name}`;
    word.textContent = state;
    word.className = `ol-word ol-${state}`;
    said.textContent = summary;
    said.className = "said";
    item.append(link, " ", word, " ", said);
    return item;
  };

  const show = (rows) => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    const hits = words.length ? rows.filter(([, text]) => words.every((word) => text.includes(word))) : [];
    found.replaceChildren(...hits.slice(0, MOST).map(([row]) => line(row)));
    const more = hits.length > MOST ? `, of which the first ${MOST} are listed` : "";
    told.textContent = words.length ? `${hits.length} channel${hits.length === 1 ? "" : "s"}${more}` : "";
  };

  fetch("find.json")
    .then((answer) => answer.json())
    .then((list) => {
      const rows = list.map((row) => [row, plain([...row.slice(0, 4), row[5]].join(" "))]);
      field.value = new URLSearchParams(location.search).get("q") || field.value;
      box.hidden = false;
      field.addEventListener("input", () => show(rows));
      show(rows);
    })
    .catch(() => {
      told.textContent = "The list cannot be loaded by a page opened from a disk; it needs a web server.";
    });
})();
