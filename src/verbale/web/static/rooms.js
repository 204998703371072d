// Small conveniences on pages that work without them: the date slider, and j/k between an article's statements.
"use strict";

const DAY = 86400000;

function replay(slider) {
  const begins = Date.parse(slider.dataset.begins);
  const ends = Date.parse(slider.dataset.ends);
  const input = slider.querySelector("input");
  const output = slider.querySelector("output");
  const asked = new URLSearchParams(location.search);
  const dayOf = (steps) => new Date(begins + steps * DAY).toISOString().slice(0, 10);
  input.max = Math.round((ends - begins) / DAY);
  input.value = asked.get("as_of") ? Math.round((Date.parse(asked.get("as_of")) - begins) / DAY) : input.max;
  const tell = () => { output.textContent = dayOf(Number(input.value)); };
  input.addEventListener("input", tell);
  input.addEventListener("change", () => { asked.set("as_of", dayOf(Number(input.value))); location.search = asked; });
  tell();
  slider.hidden = false;
}

function walk(list) {
  const items = [...list.children];
  let at = -1;
  const choose = (next) => {
    document.querySelectorAll(".chosen").forEach((element) => element.classList.remove("chosen"));
    at = Math.max(0, Math.min(items.length - 1, next));
    items[at].classList.add("chosen");
    items[at].scrollIntoView({ block: "nearest" });
    const place = document.getElementById(items[at].dataset.at);
    if (place) { place.classList.add("chosen"); place.scrollIntoView({ block: "center" }); }
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    if (event.key === "j") choose(at + 1);
    if (event.key === "k") choose(at - 1);
  });
}

document.querySelectorAll(".slider").forEach(replay);
document.querySelectorAll(".coded").forEach(walk);
