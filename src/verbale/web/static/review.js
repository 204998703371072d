// The review's keys, which press the page's own buttons and links, and spans by selecting text. The pages work without it.
"use strict";

const list = document.querySelector(".judging");
const article = document.querySelector("article.text");
const items = list ? [...list.children] : [];
const form = document.querySelector(".edit");

// A place in the text in code points, as the record counts; scripts count in UTF-16 units.
const points = (text) => [...text].length;

function offset(node, at) {
  const range = document.createRange();
  range.setStart(article, 0);
  range.setEnd(node, at);
  return points(range.toString());
}

function selection() {
  const chosen = getSelection();
  if (!chosen.rangeCount || chosen.isCollapsed) return null;
  const range = chosen.getRangeAt(0);
  if (!article.contains(range.startContainer) || !article.contains(range.endContainer)) return null;
  const from = offset(range.startContainer, range.startOffset);
  const words = range.toString();
  const lead = points(words) - points(words.trimStart());
  return words.trim() ? [from + lead, from + lead + points(words.trim())] : null;
}

// Marks the characters of the statement in hand, wherever spans begin and end.
function paint(from, until) {
  article.querySelectorAll(".chosen").forEach((element) => element.classList.remove("chosen"));
  const inside = [...article.children].filter((element) => {
    const start = Number(element.id.slice(3));
    return element.classList.contains("content") && start >= from && start < until;
  });
  inside.forEach((element) => element.classList.add("chosen"));
  const place = inside[0] || [...article.children].reverse().find((element) => Number(element.id.slice(3)) <= from);
  if (place) place.scrollIntoView({ block: "center" });
}

let at = -1;

function choose(next, focus = true) {
  if (!items.length) return;
  at = Math.max(0, Math.min(items.length - 1, next));
  items.forEach((item, n) => item.classList.toggle("chosen", n === at));
  paint(Number(items[at].dataset.at), Number(items[at].dataset.until));
  if (focus) items[at].focus({ preventScroll: true });
  items[at].scrollIntoView({ block: "nearest" });
  if (!form) history.replaceState(null, "", `#${items[at].id}`);
}

function first() {
  if (form) return items.indexOf(form.closest("li"));
  const asked = location.hash.slice(1);
  if (asked.startsWith("at-")) {
    const place = Number(asked.slice(3));
    return items.findIndex((item) => Number(item.dataset.at) <= place && place < Number(item.dataset.until));
  }
  return items.findIndex((item) => item.id === asked);
}

function spans() {
  const characters = [...article.textContent];
  const show = (input) => {
    const pairs = input.value.split(",").map((part) => part.trim().split("-").map(Number));
    const fine = pairs.every(([from, until]) => from >= 0 && from < until && until <= characters.length);
    form.querySelector(`[data-preview="${input.dataset.role}"]`).textContent =
      input.value.trim() && fine ? pairs.map(([from, until]) => characters.slice(from, until).join("")).join(" … ") : "—";
  };
  let last = null;
  document.addEventListener("selectionchange", () => { last = selection() || last; });
  form.querySelectorAll(".only-script").forEach((element) => { element.hidden = false; });
  form.querySelectorAll("[data-role]").forEach((input) => { show(input); input.addEventListener("input", () => show(input)); });
  form.querySelectorAll("[data-set], [data-add]").forEach((button) => {
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => {
      if (!last) return;
      const input = form.querySelector(`[data-role="${button.dataset.set || button.dataset.add}"]`);
      const before = button.dataset.add && input.value.trim() ? input.value.split(",").map((part) => part.trim()) : [];
      input.value = [...before, last.join("-")].sort((one, other) => parseInt(one, 10) - parseInt(other, 10)).join(",");
      show(input);
    });
  });
}

function press(key) {
  const scope = key === "u" ? document : items[at];
  const target = scope && scope.querySelector(`[data-key="${key}"]`);
  if (target && !target.disabled) target.click();
}

document.addEventListener("keydown", (event) => {
  if (form?.contains(event.target) && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.querySelector('[name="action"]').click();
  } else if (form && event.key === "Escape") {
    form.querySelector("[data-leave]").click();
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  if (event.key === "j") choose(at + 1);
  else if (event.key === "k") choose(at - 1);
  else if (event.key === "?") { const keys = document.querySelector(".keys"); keys.open = !keys.open; }
  else if ("axemu".includes(event.key)) press(event.key);
});

list?.addEventListener("click", (event) => {
  const item = event.target.closest("li");
  if (item && !event.target.closest("a, button, input, select, label")) choose(items.indexOf(item));
});

const begun = first();
if (begun >= 0) choose(begun, !form);
else if (items.length && new URLSearchParams(location.search).has("said")) choose(0);
if (form) {
  if (form.querySelector("[data-role]")) spans();
  form.querySelector("[autofocus]")?.focus({ preventScroll: true });
}
