// Small conveniences on pages that work without them: the date slider, the timeline's brush, j/k between statements, / to the search.
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
  const cited = document.querySelector(".text .cited");
  // From a citation j goes on from the statement that it stands in.
  let at = cited ? items.findIndex((item) => item.dataset.at === document.querySelector(".text .cited[data-statement]")?.id) : -1;
  const choose = (next) => {
    document.querySelectorAll(".chosen").forEach((element) => element.classList.remove("chosen"));
    at = Math.max(0, Math.min(items.length - 1, next));
    items[at].classList.add("chosen");
    items[at].scrollIntoView({ block: "nearest" });
    const place = document.getElementById(items[at].dataset.at);
    if (place) { place.classList.add("chosen"); place.scrollIntoView({ block: "center" }); }
  };
  onKeys({ j: () => choose(at + 1), k: () => choose(at - 1) });
}

// Single keys, but not while somebody writes.
function onKeys(actions) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea") || !(event.key in actions)) return;
    event.preventDefault();
    actions[event.key]();
  });
}

// From hit to hit: what is chosen has the focus, so that Enter opens it.
function step(list) {
  const links = [...list.querySelectorAll("blockquote a, .who a")];
  if (!links.length) return;
  const move = (by) => {
    const at = links.indexOf(document.activeElement);
    const next = links[Math.max(0, Math.min(links.length - 1, at + by))];
    next.focus();
    next.closest("li").scrollIntoView({ block: "nearest" });
  };
  onKeys({ j: () => move(1), k: () => move(-1) });
}

// A drag across a timeline's days asks for that time only; the fields above do the same from the keyboard.
function brush(row) {
  const days = [...row.querySelectorAll("[data-since]")];
  let from = -1;
  let to = -1;
  const at = (event) => days.findIndex((day) => { const box = day.getBoundingClientRect(); return event.clientX >= box.left && event.clientX < box.right; });
  const show = () => days.forEach((day, n) => day.classList.toggle("picked", from >= 0 && n >= Math.min(from, to) && n <= Math.max(from, to)));
  row.addEventListener("dragstart", (event) => event.preventDefault());
  row.addEventListener("pointerdown", (event) => { from = to = at(event); });
  window.addEventListener("pointermove", (event) => { if (from >= 0 && at(event) >= 0) { to = at(event); if (to !== from) show(); } });
  window.addEventListener("pointerup", () => {
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    from = -1;
    if (first < 0 || first === last) { show(); return; }
    const asked = new URLSearchParams(location.search);
    asked.set("since", days[first].dataset.since);
    asked.set("until", days[last].dataset.until);
    location.search = asked;
  });
  document.querySelectorAll(".hint").forEach((hint) => { hint.hidden = false; });
}

document.querySelectorAll(".time .days").forEach(brush);
document.querySelectorAll(".slider").forEach(replay);
document.querySelectorAll(".coded").forEach(walk);
document.querySelectorAll(".hits").forEach(step);
onKeys({ "/": () => { const field = document.querySelector("input[type=search]"); if (field) field.focus(); else location.href = "/search"; } });
