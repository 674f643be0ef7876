"use strict";
// Hovering or focusing a row lights its figures in the text, and a figure its rows; a link between them
// opens what is folded.  Without this script the links work all the same.
const lights = (element) => {
  const row = element.closest("tr[id]");
  if (row) return [row, ...row.closest("article").querySelectorAll(`[data-rows~="${row.id}"]`)];
  const mark = element.closest("[data-rows]");
  return mark ? [mark, ...mark.dataset.rows.split(" ").map((id) => document.getElementById(id))] : [];
};
const light = (event, on) => lights(event.target).forEach((element) => element && element.classList.toggle("lit", on));
for (const [enter, leave] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
  document.addEventListener(enter, (event) => light(event, true));
  document.addEventListener(leave, (event) => light(event, false));
}

const unfold = (hash) => {
  const target = document.getElementById(hash.slice(1));
  const fold = target && target.closest("details");
  if (fold) fold.open = true;
  return target;
};
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (link) unfold(link.hash);
  // A click beside the links of a row leads to its sentence.
  const row = !link && !String(getSelection()) && event.target.closest("tr[id]");
  if (row) row.querySelector("a")?.click();
});
addEventListener("hashchange", () => unfold(location.hash)?.scrollIntoView());
unfold(location.hash)?.scrollIntoView();

for (const board of document.querySelectorAll("table.board")) {
  const body = board.tBodies[0];
  const filter = document.getElementById("filter");
  const count = document.getElementById("count");
  const lines = [...body.rows];
  const texts = lines.map((line) => line.textContent.toLowerCase());
  const articles = lines.map((line) => document.getElementById(line.querySelector("a")?.hash.slice(1)));
  filter.closest("[hidden]").hidden = false;
  filter.addEventListener("input", () => {
    const words = filter.value.toLowerCase().split(/\s+/);
    lines.forEach((line, n) => {
      line.hidden = !words.every((word) => texts[n].includes(word));
      if (articles[n]) articles[n].hidden = line.hidden;
    });
    count.textContent = `${lines.filter((line) => !line.hidden).length} / ${lines.length}`;
  });
  for (const heading of board.querySelectorAll("thead th")) {
    const button = document.createElement("button");
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const sign = heading.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      for (const other of board.querySelectorAll("[aria-sort]")) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
      const isNumber = heading.classList.contains("n");
      const keyed = [...body.rows].map((line) => {
        const cell = line.cells[heading.cellIndex];
        return [isNumber ? cell.dataset.v : cell.textContent, line];
      });
      keyed.sort(([x], [y]) => {
        if (!x || !y) return (x ? 0 : 1) - (y ? 0 : 1);  // empty cells last, either way
        return sign * (isNumber ? x - y : x.localeCompare(y));
      });
      body.append(...keyed.map(([, line]) => line));
    });
  }
}
