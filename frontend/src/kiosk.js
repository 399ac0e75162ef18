// The script of screens on the shop floor. Such a page must hold for months without a hand: it lives from one stream, says
// when it is old and why, and fetches itself anew at night and when the server has another version. Everything here makes
// better what also works without it (the page then fetches itself anew every half minute). Runs on Chromium 85.
import { learn, now } from "./clock.js";
import * as age from "./kiosk/age.js";
import * as leaves from "./kiosk/leaves.js";
import { Link, TICK } from "./kiosk/link.js";
import * as mood from "./kiosk/mood.js";
import { ask } from "./kiosk/renewal.js";
import * as sound from "./kiosk/sound.js";
import { swap } from "./kiosk/swap.js";
import * as times from "./times.js";

const html = document.documentElement;
const SLOW_TICK = 10;
const YEAR = 31_536_000;
/** Time of day at which the page is fetched anew, spread over half an hour. */
const NIGHTLY = { hour: 3, minute: Math.floor(Math.random() * 30) };
const SETTLE = 1500;
/** How often a connected screen gives a sign of life, in ticks. */
const SEEN = 30;
/** What the server says to whose token counts no more; anything else may be a proxy that has its own word. */
const DISCONNECTED = ["waiting", "over"];

const version = document.getElementById("k-version")?.content;
let ticks = 0;
let heardAt = new Date(now()).toISOString();
let outdated = false;
let renewing = false;
let reloadedFor = times.hour(now());
let asking = sound.needing();
let awake = null;

const link = new Link(
  {
    EventSource: window.EventSource,
    page: location.href,
    ask,
    reload: () => location.reload(),
    present: () => performance.now(),
    setTimeout: (work, after) => setTimeout(work, after),
    clearTimeout: (id) => clearTimeout(id),
    random: Math.random,
  },
  address,
  { message, heartbeat },
);

function address() {
  const mark = document.getElementById("board")?.dataset.mark ?? "-1";
  const asOf = document.getElementById("k-current")?.dataset.asOf ?? "";
  const stream = html.dataset.stream;
  return `${stream}${stream.includes("?") ? "&" : "?"}rev=${mark}&of=${encodeURIComponent(asOf)}`;
}

function message(data) {
  heard();
  const changed = swap(data);
  if (changed.includes("k-version")) {
    outdated ||= Boolean(version) && document.getElementById("k-version").content !== version;
  }
  if (changed.length > 0) draw(true);
  listen();
}

function heartbeat(iso) {
  learn(iso);
  heard();
  draw(false);
  if (outdated) renew();
}

function heard() {
  heardAt = new Date(now()).toISOString();
}

/** Fetches the page anew, once the server answers. */
async function renew(load = () => link.fetchAnew()) {
  if (renewing) return;
  renewing = true;
  renewing = await load();
}

/** Brings all that depends on the time up to date; all time elements only now and then, since that is work for a TV. */
function draw(all) {
  const present = now();
  const time = times.hour(present);
  age.show(link.lost, heardAt, present);
  leaves.show(present);
  mood.show(time);
  say("k-clock", time);
  say("k-date", times.date(present));
  const selector = all || ticks % SLOW_TICK === 0 ? "time[data-time]" : 'time[data-time="age"], #k-lost';
  for (const element of document.querySelectorAll(selector)) {
    const at = Date.parse(element.getAttribute("datetime"));
    const text = Number.isNaN(at) ? "" : times.words(element.dataset.time, at, present);
    if (element.textContent !== text) element.textContent = text;
  }
  nightly(time);
}

function say(id, text) {
  const element = document.getElementById(id);
  if (element && element.textContent !== text) element.textContent = text;
}

/** Once a night, so that nothing that a browser gathers in months is there for long. */
function nightly(time) {
  const [hour, minute] = time.split(":").map(Number);
  if (time === reloadedFor || hour !== NIGHTLY.hour || minute < NIGHTLY.minute) return;
  reloadedFor = time;
  if (!link.lost && performance.now() > 3_600_000) renew();
}

/** A printer that newly needs hands is heard, where that is asked for. */
function listen() {
  const before = asking;
  asking = sound.needing();
  if (document.getElementById("board")?.dataset.sound !== "true") return;
  if (sound.anyNew(before, asking)) sound.play();
  const quiet = document.getElementById("k-quiet");
  if (quiet) quiet.hidden = sound.ready();
}

/** Tells the server what this browser draws on, where the page was drawn for something else. */
function measure() {
  const size = `${window.innerWidth}x${window.innerHeight}`;
  if (html.dataset.size === size && html.dataset.fit === "told") return;
  if (new URL(location.href).searchParams.has("size")) return;
  const told = () => document.cookie.split("; ").includes(`viewport=${size}`);
  const before = told();
  // biome-ignore lint/suspicious/noDocumentCookie: the newer interface is not in the browsers of older TVs
  document.cookie = `viewport=${size}; path=${location.pathname}; max-age=${YEAR}; SameSite=Lax`;
  // Where cookies are refused it stays as it is: reloading would never end.
  if (before || !told()) return;
  // A TV that wakes up often changes its size before its network is there: then with the next heartbeat.
  outdated = true;
  renew(() => link.load());
}

async function stayAwake() {
  if (document.hidden || (awake && !awake.released)) return;
  try {
    awake = await navigator.wakeLock?.request("screen");
  } catch {
    // Not now: there are more chances.
  }
}

/** Tells the server that this screen lives and on what size; whose token counts no more has another page to show. */
async function seen() {
  if (!html.dataset.seen) return;
  try {
    const size = `${window.innerWidth}x${window.innerHeight}`;
    const answer = await ask(`${html.dataset.seen}?size=${size}`);
    if (answer.ok && DISCONNECTED.includes(answer.text)) renew();
  } catch {
    // The stream tells better whether the server is there.
  }
}

function tick() {
  ticks += 1;
  link.tick();
  draw(false);
  if (ticks % SEEN === 1) {
    seen();
    stayAwake();
  }
}

let resized;
window.addEventListener("resize", () => {
  clearTimeout(resized);
  resized = setTimeout(measure, SETTLE);
});
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  stayAwake();
  draw(true);
});
for (const gesture of ["keydown", "pointerdown"]) document.addEventListener(gesture, () => setTimeout(listen, SETTLE));

measure();
draw(true);
listen();
link.start();
stayAwake();
setInterval(tick, TICK);
