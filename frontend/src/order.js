// Puts a list in order: by dragging a handle, by the handle and the arrow keys, or by the buttons of each row, which
// without this script ask the server for the list with one row a place further. Nothing is sent before the plan is asked for.

const LIST = "ol[data-order]";

/** Index at which an item dragged to y belongs, among the others' boxes in order: before the first whose middle is lower. */
export function place(boxes, y) {
  const index = boxes.findIndex((box) => y < box.top + box.height / 2);
  return index < 0 ? boxes.length : index;
}

/** The sentence with its title, place and number of places. */
export function sentence(pattern, title, n, of) {
  const words = { t: title, n, m: of };
  return pattern.replace(/%([tnm])/g, (_, word) => String(words[word]));
}

/** Index that a key moves an item to, or null when it moves nothing. */
export function target(key, index, length) {
  const last = length - 1;
  const to = { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: last }[key];
  return to === undefined ? null : Math.min(Math.max(to, 0), last);
}

let held = null;

export function start() {
  document.addEventListener("htmx:after:swap", prepare);
  document.addEventListener("click", click);
  // Before the dialog and everything else: Escape is for what is held first.
  document.addEventListener("keydown", keydown, true);
  document.addEventListener("focusout", ({ target }) => {
    if (held && !held.pointer && !held.moving && target === held.grip) drop();
  });
  document.addEventListener("pointerdown", pointerdown);
  document.addEventListener("pointermove", pointermove);
  document.addEventListener("pointerup", ({ pointerId }) => held?.pointer === pointerId && drop());
  document.addEventListener("pointercancel", ({ pointerId }) => held?.pointer === pointerId && putBack());
  prepare();
}

function prepare() {
  for (const list of document.querySelectorAll(`${LIST}:not([data-ready])`)) {
    list.dataset.ready = "";
    const inOwnWords = list.closest("form")?.querySelector("[data-order-how]");
    if (inOwnWords) inOwnWords.hidden = false;
    for (const grip of list.querySelectorAll("[data-grip]")) grip.hidden = false;
    number(list);
  }
}

function grab(grip, pointer = null) {
  const item = grip.closest("li");
  const list = item.closest(LIST);
  held = { grip, item, list, pointer, next: item.nextElementSibling };
  item.dataset.held = "";
  grip.setAttribute("aria-pressed", "true");
  if (pointer === null) say("grabbed");
}

function release() {
  const { grip, item } = held;
  delete item.dataset.held;
  grip.setAttribute("aria-pressed", "false");
}

function drop() {
  release();
  say("dropped");
  held = null;
}

function putBack() {
  move(held.item, held.next);
  release();
  say("back");
  held = null;
}

/** Moves the item; the focus stays, though a browser takes it from what leaves the document. */
function move(item, before) {
  if (before === item || item.nextElementSibling === before) return false;
  const focused = item.contains(document.activeElement) ? document.activeElement : null;
  if (held) held.moving = true;
  item.parentElement.insertBefore(item, before);
  focused?.focus({ preventScroll: true });
  if (held) held.moving = false;
  number(item.parentElement);
  return true;
}

function number(list) {
  const items = [...list.children];
  items.forEach((item, index) => {
    item.querySelector("[data-order-n]").textContent = String(index + 1);
    item.querySelector("[name=up]").setAttribute("aria-disabled", String(index === 0));
    item.querySelector("[name=down]").setAttribute("aria-disabled", String(index === items.length - 1));
  });
}

function say(what, { item, list } = held) {
  const said = list.closest("form").querySelector("[data-order-said]");
  const pattern = list.dataset[`said${what[0].toUpperCase()}${what.slice(1)}`];
  said.textContent = sentence(pattern, item.dataset.title, [...list.children].indexOf(item) + 1, list.children.length);
}

function click(event) {
  const button = event.target.closest?.(`${LIST} :is([name=up], [name=down])`);
  if (button) {
    event.preventDefault();
    const item = button.closest("li");
    const before = button.name === "up" ? item.previousElementSibling : item.nextElementSibling?.nextElementSibling;
    const moves = button.name === "up" ? before : item.nextElementSibling;
    if (moves) {
      move(item, before ?? null);
      item.scrollIntoView({ block: "nearest" });
    }
    say("moved", { item, list: item.closest(LIST) });
    return;
  }
  const grip = event.target.closest?.(`${LIST} [data-grip]`);
  // A screen reader clicks where others press a key; detail is 0 then.
  if (grip && event.detail === 0 && !grip.dataset.keyed) toggle(grip);
}

function toggle(grip) {
  if (held) drop();
  else grab(grip);
}

function keydown(event) {
  if (held && event.key === "Escape") {
    event.preventDefault();
    event.stopPropagation();
    putBack();
    return;
  }
  const grip = event.target.closest?.(`${LIST} [data-grip]`);
  if (!grip || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === " " || event.key === "Enter") {
    event.preventDefault();
    if (!event.repeat) toggle(grip);
  } else if (held?.grip === grip) {
    step(event);
  }
}

function step(event) {
  const { item, list } = held;
  const others = [...list.children];
  const from = others.indexOf(item);
  const to = target(event.key, from, others.length);
  if (to === null) return;
  event.preventDefault();
  event.stopPropagation();
  move(item, to > from ? others[to].nextElementSibling : others[to]);
  item.scrollIntoView({ block: "nearest" });
  say("moved");
}

function pointerdown(event) {
  const grip = event.target.closest?.(`${LIST} [data-grip]`);
  if (!grip || event.button !== 0 || held?.pointer != null) return;
  if (held) drop();
  event.preventDefault();
  grip.focus({ preventScroll: true });
  grab(grip, event.pointerId);
}

function pointermove(event) {
  if (!held || held.pointer !== event.pointerId) return;
  event.preventDefault();
  const { item, list } = held;
  scroll(list, event.clientY);
  const others = [...list.children].filter((each) => each !== item);
  const to = place(
    others.map((each) => each.getBoundingClientRect()),
    event.clientY,
  );
  move(item, others[to] ?? null);
}

/** Near its edges the list goes along. */
function scroll(list, y) {
  const box = list.getBoundingClientRect();
  const edge = Math.min(48, box.height / 4);
  if (y < box.top + edge) list.scrollTop -= 12;
  else if (y > box.bottom - edge) list.scrollTop += 12;
}
