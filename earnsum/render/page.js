"use strict";
// Hovering or focusing a row lights its figures in the text, and a figure its rows.  Without this
// script the links work all the same.
const lights = (element) => {
  const row = element.closest("tr[id]");
  if (row) return [row, ...document.querySelectorAll(`[data-rows~="${row.id}"]`)];
  const mark = element.closest("[data-rows]");
  return mark ? [mark, ...mark.dataset.rows.split(" ").map((id) => document.getElementById(id))] : [];
};
const light = (event, on) => lights(event.target).forEach((element) => element && element.classList.toggle("lit", on));
for (const [enter, leave] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
  document.addEventListener(enter, (event) => light(event, true));
  document.addEventListener(leave, (event) => light(event, false));
}

// A link into a folded text opens it.
const open = () => {
  const target = document.getElementById(location.hash.slice(1));
  const fold = target && target.closest("details");
  if (fold && !fold.open) { fold.open = true; target.scrollIntoView(); }
};
addEventListener("hashchange", open);
open();

for (const board of document.querySelectorAll("table.board")) {
  const body = board.tBodies[0];
  const filter = document.getElementById("filter");
  const lines = [...body.rows];
  const texts = lines.map((line) => line.textContent.toLowerCase());
  const count = document.getElementById("count");
  filter.closest("label").hidden = false;
  filter.addEventListener("input", () => {
    const words = filter.value.toLowerCase().split(/\s+/);
    lines.forEach((line, n) => { line.hidden = !words.every((word) => texts[n].includes(word)); });
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
      const key = (line) => line.cells[heading.cellIndex].dataset.v ?? line.cells[heading.cellIndex].textContent;
      const isNumber = heading.classList.contains("n");
      body.append(...[...body.rows].sort((a, b) => {
        const [x, y] = [key(a), key(b)];
        if (!x || !y) return (x ? 0 : 1) - (y ? 0 : 1);  // empty cells last, either way
        return sign * (isNumber ? x - y : x.localeCompare(y));
      }));
    });
  }
}
