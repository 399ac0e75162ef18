// Keyboard: "/" goes to the search field, the arrow keys move among printers; Enter is the link's own.

const SEARCH = ".search .input";
const ITEM = '[id^="printer-"], [id^="lane-"]';
const ITEMS = '#fleet [id^="printer-"], #queue-rows > [id^="lane-"]';

/**
 * Index of the item to go to from the current one (-1: none yet). Left and right follow the reading order and wrap; up
 * and down go to the nearest item of the next row, wherever the next section's columns stand, and stay at the edge.
 */
export function next(boxes, current, key) {
  if (boxes.length === 0) return -1;
  if (key === "Home") return 0;
  if (key === "End") return boxes.length - 1;
  if (current < 0) return 0;
  if (key === "ArrowRight") return (current + 1) % boxes.length;
  if (key === "ArrowLeft") return (current + boxes.length - 1) % boxes.length;
  const from = boxes[current];
  const down = key === "ArrowDown";
  // Boxes of one row may differ a little in height and place; their tops count.
  const beyond = boxes
    .map((box, index) => ({
      index,
      rows: down ? box.top - from.top : from.top - box.top,
      side: Math.abs(box.left - from.left),
    }))
    .filter(({ rows }) => rows > from.height / 4);
  if (beyond.length === 0) return current;
  const nearest = Math.min(...beyond.map(({ rows }) => rows));
  return beyond
    .filter(({ rows }) => rows < nearest + from.height / 4)
    .reduce((best, each) => (each.side < best.side ? each : best)).index;
}

export function start() {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    // On some keyboards "/" is typed with shift.
    if (event.shiftKey && event.key !== "/") return;
    if (document.querySelector("dialog:modal")) return;
    if (event.key === "/") search(event);
    else if (/^(Arrow(Up|Down|Left|Right)|Home|End)$/.test(event.key)) move(event);
  });
}

function search(event) {
  const field = document.querySelector(SEARCH);
  if (!field || isTyping(document.activeElement)) return;
  event.preventDefault();
  field.focus();
  field.select();
}

function move(event) {
  const active = document.activeElement;
  const links = [...document.querySelectorAll(ITEMS)].map((item) => item.querySelector("a[href]")).filter(Boolean);
  const current = links.indexOf(active);
  const fromSearch = active?.matches(SEARCH) && event.key === "ArrowDown";
  const fromPage = (active === document.body || active?.id === "main") && event.key.startsWith("Arrow");
  if (links.length === 0 || (current < 0 && !fromSearch && !fromPage)) return;
  const boxes = links.map((link) => link.closest(ITEM).getBoundingClientRect());
  const to = links[next(boxes, current, event.key)];
  event.preventDefault();
  to.focus();
  to.scrollIntoView({ block: "nearest" });
}

function isTyping(element) {
  return Boolean(element?.matches("input, textarea, select, [contenteditable]"));
}
