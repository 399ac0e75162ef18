// Watches the page's live stream. The server sends a heartbeat every 5 s; when it stays away, or the stream breaks and
// does not come back, the page says so and looks its age. It recovers by itself.
import { learn } from "./clock.js";
import * as freshness from "./freshness.js";
import { isCurrent, isStream, streamElement } from "./stream.js";
import { writeAll } from "./times.js";
import { Watch } from "./watch.js";
import { lostServer } from "./words.js";

const TICK = 1000;
/** A tick that comes that late means that the tab or the whole computer slept. */
const SLEPT = 5000;
const FIRST_RETRY = 1000;
const LAST_RETRY = 8000;

const closed = new WeakSet();

let watch;
let connection = null;
let ticked;
let kicked = 0;
let retry = FIRST_RETRY;
let retrying = null;

export function start(htmx) {
  const present = performance.now();
  watch = new Watch(present);
  ticked = present;

  document.addEventListener("htmx:sse:before:connection", (event) => {
    if (isObsolete(event)) event.preventDefault();
    else connection = event.detail.connection;
  });
  document.addEventListener("htmx:sse:after:connection", (event) => {
    if (isObsolete(event)) {
      event.detail.connection.abortController.abort();
      return;
    }
    retry = FIRST_RETRY;
    watch.connected();
  });
  document.addEventListener("htmx:sse:close", ({ detail }) => closed.add(detail.connection));
  document.addEventListener("htmx:sse:before:message", ({ detail: { message } }) => {
    watch.heard(performance.now());
    if (message.event === "heartbeat") learn(message.data);
  });
  document.addEventListener("htmx:sse:after:message", look);
  document.addEventListener("htmx:sse:error", failed);

  // The extension retries a stream that broke, but not one that could not be opened in the first place.
  document.addEventListener("htmx:error", ({ detail: { ctx } }) => reopen(htmx, ctx?.sourceElement));
  document.addEventListener("htmx:before:response", (event) => {
    const { sourceElement } = event.detail.ctx;
    if (!isStream(sourceElement)) return;
    event.preventDefault();
    reopen(htmx, sourceElement);
  });

  document.addEventListener("visibilitychange", () => document.hidden || resume());
  window.addEventListener("pageshow", ({ persisted }) => persisted && resume());
  window.addEventListener("online", hurry);
  setInterval(tick, TICK);
  look();
}

/**
 * Whether a connection is not the page's any more. The extension goes on with a connection that it has closed as long
 * as its element is there, and a swap may have given that element another URL: two streams would write one page.
 */
function isObsolete({ target, detail }) {
  return closed.has(detail.connection) || !isCurrent(target, detail.connection.url);
}

function failed() {
  watch.failed(performance.now());
  look();
}

function reopen(htmx, element) {
  if (!isStream(element) || retrying) return;
  failed();
  retrying = setTimeout(() => {
    retrying = null;
    if (element.isConnected) htmx.process(element, true);
  }, retry);
  retry = Math.min(2 * retry, LAST_RETRY);
}

/** Back from a hidden tab, from sleep or from the browser's page cache: the silence until now says nothing. */
function resume() {
  ticked = performance.now();
  watch.heard(ticked);
  hurry();
  look();
}

/** Tries at once instead of waiting for the next attempt. */
function hurry() {
  connection?.delayCanceller?.();
}

function tick() {
  if (document.hidden) return;
  const present = performance.now();
  if (present - ticked > SLEPT) resume();
  ticked = present;
  look();
  if (watch.silent(present) && connection?.reader && present - kicked > LAST_RETRY) {
    // The connection stands and nothing comes: hang up, so that the extension connects anew.
    kicked = present;
    connection.reader.cancel();
  }
}

function look() {
  const lost = streamElement() !== null && watch.lost(performance.now());
  freshness.show(lost);
  say(lost);
}

function say(lost) {
  const banner = document.querySelector("#notices [data-lost-server]") ?? (lost ? makeBanner() : null);
  if (!banner || banner.hidden === !lost) return;
  const asOf = freshness.asOf();
  for (const time of banner.querySelectorAll("time")) {
    if (asOf) time.setAttribute("datetime", asOf);
    time.dataset.time ??= "clock";
  }
  writeAll(banner);
  banner.hidden = !lost;
}

function makeBanner() {
  const notices = document.getElementById("notices");
  if (!notices) return null;
  const banner = document.createElement("div");
  banner.className = "banner banner--lost";
  banner.dataset.lostServer = "";
  banner.setAttribute("role", "alert");
  banner.hidden = true;
  const text = document.createElement("p");
  const title = document.createElement("strong");
  title.textContent = lostServer.title;
  text.append(title, ` ${lostServer.text}`);
  if (freshness.asOf()) text.append(` ${lostServer.asOf} `, document.createElement("time"), ".");
  banner.append(text);
  notices.prepend(banner);
  return banner;
}
