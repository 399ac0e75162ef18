// Rewrites <time data-time="clock|near|ago|least|waited|brief|hours|until|stamp|age"> in the browser's zone, or in the one that <html data-zone>
// names (screens of the shop floor), and lets spans tick. The words are those of
// io.nordwand.web.Times, which writes the same for readers without JavaScript.
import { now } from "./clock.js";

const TICK = 1000;
const SLOW_TICK = 5;
const MINUTE = 60_000;
const DAY = 86_400_000;
const NEAR = 22 * 3_600_000;
const SHORT = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

/** A span in words: "under 1 min", "23 min", "2 h 05 min", "1 d 3 h". */
export function span(milliseconds) {
  const minutes = Math.max(0, Math.floor(milliseconds / MINUTE));
  if (minutes === 0) return "under 1 min";
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} h ${String(minutes % 60).padStart(2, "0")} min`;
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** The largest unit that a span fills: "23 min", "3 h", "2 d". */
export function brief(milliseconds) {
  const minutes = Math.max(0, Math.floor(milliseconds / MINUTE));
  return minutes < 60 ? `${minutes} min` : hours(milliseconds);
}

/** The same in hours at least: "<1 h", "3 h", "2 d". */
export function hours(milliseconds) {
  const full = Math.max(0, Math.floor(milliseconds / MINUTE / 60));
  if (full === 0) return "<1 h";
  return full < 24 ? `${full} h` : `${Math.floor(full / 24)} d`;
}

/** Age of data, which is a matter of seconds: "3 s ago", "23 min ago"; on a German screen "vor 3 s". */
export function age(milliseconds) {
  const text = milliseconds < MINUTE ? `${Math.max(0, Math.floor(milliseconds / 1000))} s` : span(milliseconds);
  return language().startsWith("de") ? `vor ${text}` : `${text} ago`;
}

/** Clock time: today "14:54", within six days "Fri 06:10", else "3 Feb", from 300 days on "3 Feb 2024". */
export function clock(at, present) {
  const days = Math.abs(dayNumber(at) - dayNumber(present));
  if (days === 0) return format(SHORT, at);
  if (days >= 300) return format({ day: "numeric", month: "short", year: "numeric" }, at);
  if (days > 6) return format({ day: "numeric", month: "short" }, at);
  return `${format({ weekday: "short" }, at)} ${format(SHORT, at)}`;
}

/** Clock time, "14:54", whatever the day. */
export function hour(at) {
  return format(SHORT, at);
}

/** Day of the week and date, "Thu 12 Feb". */
export function date(at) {
  return `${format({ weekday: "short" }, at)} ${format({ day: "numeric", month: "short" }, at)}`;
}

/** Clock time of something near, "14:54" up to 22 hours away, else as clock. */
export function near(at, present) {
  return Math.abs(at - present) < NEAR ? hour(at) : clock(at, present);
}

/** Day and clock time to the second, for records: "12 Feb 14:32:08". */
export function stamp(at) {
  return `${format({ day: "numeric", month: "short" }, at)} ${format({ ...SHORT, second: "2-digit" }, at)}`;
}

/** Day, date, time and zone, for the hover text. */
export function absolute(at) {
  return format(
    {
      ...SHORT,
      second: "2-digit",
      weekday: "long",
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZoneName: "short",
    },
    at,
  );
}

const formats = new Map();

function format(options, at) {
  return formatter(options).format(at);
}

function formatter(options) {
  const key = JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(language(), { ...options, timeZone: zone() }));
  return formats.get(key);
}

/** The page's zone; undefined for the browser's own. A zone that this browser does not know is its own, too. */
function zone() {
  const name = globalThis.document?.documentElement.dataset.zone;
  try {
    return name ? new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone : undefined;
  } catch {
    return undefined;
  }
}

/** The page's language; plain English is written the British way, as the server does. */
function language() {
  const lang = globalThis.document?.documentElement.lang;
  return !lang || lang === "en" ? "en-GB" : lang;
}

/** Days since 1970 by the calendar of the page's zone. */
function dayNumber(at) {
  const parts = {};
  const options = { year: "numeric", month: "numeric", day: "numeric" };
  for (const { type, value } of formatter(options).formatToParts(at)) parts[type] = value;
  return Math.round(Date.UTC(Number(parts.year), Number(parts.month) - 1, Number(parts.day)) / DAY);
}

/** What a time element of that kind says. */
export function words(kind, at, present) {
  if (kind === "clock") return clock(at, present);
  if (kind === "near") return near(at, present);
  if (kind === "stamp") return stamp(at);
  if (kind === "age") return age(present - at);
  if (kind === "brief") return brief(present - at);
  if (kind === "hours") return hours(present - at);
  if (kind === "waited" && present - at < MINUTE) return "0 min";
  if (kind === "least" && present - at < MINUTE) return "some seconds";
  return span(kind === "until" ? at - present : present - at);
}

/** Writes one element anew, touching the page only where something changed. */
export function write(element, present) {
  const at = Date.parse(element.getAttribute("datetime"));
  if (Number.isNaN(at)) return;
  const text = words(element.dataset.time, at, present);
  if (element.textContent !== text) element.textContent = text;
  const title = absolute(at);
  if (element.title !== title) element.title = title;
}

/** Writes all times in or at an element. */
export function writeAll(root) {
  const present = now();
  if (root.matches?.("time[data-time]")) write(root, present);
  for (const element of root.querySelectorAll("time[data-time]")) write(element, present);
}

/** Writes all times of the page now, as it ticks, and what comes later. */
export function start() {
  writeAll(document);
  let ticks = 0;
  setInterval(() => {
    ticks += 1;
    if (document.hidden) return;
    if (ticks % SLOW_TICK === 0) writeAll(document);
    else for (const element of document.querySelectorAll('time[data-time="age"]')) write(element, now());
  }, TICK);
  document.addEventListener("visibilitychange", () => document.hidden || writeAll(document));
  document.addEventListener("htmx:after:settle", ({ detail }) => {
    for (const node of detail.newContent) if (node.nodeType === Node.ELEMENT_NODE) writeAll(node);
  });
}
