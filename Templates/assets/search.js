// Shows the rows whose name has what is typed, and no others.

import { fold } from "./fold.js";
import { say, t } from "./words.js";

const input = document.getElementById("search");

function search() {
  const wanted = fold(input.value);
  let found = 0;
  for (const row of document.querySelectorAll("#table tbody:not(.pins) tr")) {
    const name = row.querySelector("bdi")?.textContent;
    const fits = wanted === "" || (name !== undefined && fold(name).includes(wanted));
    row.hidden = !fits;
    if (fits) found += 1;
  }
  if (wanted === "") say("");
  else say(found === 0 ? t("search.none") : t("search.count", { n: found }));
}

export function find(text) {
  input.value = text;
  search();
}

input.addEventListener("input", search);
input.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  input.value = "";
  search();
});
document.addEventListener("edition", () => { if (input.value) search(); });
