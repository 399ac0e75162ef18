// How old the page's figures are. The server writes a level into #freshness (data-level) with the time of the last good
// poll (data-as-of, ISO) and the poll's interval (data-interval, seconds); from then on the age decides here.
import { now } from "./clock.js";

const LEVELS = ["live", "late", "lost"];
const LOST = 120_000;

/** Level by age alone: late after three polls, lost after two minutes; null if there is no time to go by. */
export function level(asOf, intervalSeconds, present) {
  const age = present - Date.parse(asOf);
  const late = 3000 * Number(intervalSeconds);
  if (Number.isNaN(age) || !(late > 0)) return null;
  if (age > Math.max(LOST, late)) return "lost";
  return age > late ? "late" : "live";
}

/** The worst of some levels; words that are not a level do not count. */
export function worst(...levels) {
  return LEVELS[Math.max(...levels.map((each) => LEVELS.indexOf(each)))];
}

/** Brings #freshness and the page's look up to date. lost: whether this browser lost the server. */
export function show(lost) {
  const element = document.getElementById("freshness");
  if (!element) return;
  const { dataset } = element;
  // What the server wrote last is kept beside what is shown; the next push from the server removes it again.
  dataset.servedLevel ??= dataset.level ?? "";
  const known = worst(dataset.servedLevel, level(dataset.asOf, dataset.interval, now()), lost ? "lost" : null);
  const shown = known ?? dataset.servedLevel;
  if (dataset.level !== shown) dataset.level = shown;
  document.body.classList.toggle("is-stale", known === "late" || known === "lost");
}

/** Time of the last good poll as the server wrote it, or undefined. */
export function asOf() {
  return document.getElementById("freshness")?.dataset.asOf;
}
