// How old the board is, and why: this screen lost the server, or the server has nothing new. Four kinds are told apart; the
// fourth, a printer that is offline, is the printer's own state.
import { level, worst } from "../freshness.js";

/** What the page is to say. data: data-* of #k-current as the server wrote it; lost: whether this screen lost the server. */
export function judge(data, lost, present) {
  const known = worst(data.level, level(data.asOf, data.interval, present), lost ? "lost" : null) ?? "lost";
  return { level: known, why: lost ? "server" : data.why };
}

/** Shows it. lostAt: ISO time at which the server was last heard. */
export function show(lost, lostAt, present, root = document) {
  const current = root.getElementById("k-current");
  if (!current) return;
  const { level: shown, why } = judge(current.dataset, lost, present);
  const html = root.documentElement;
  if (html.dataset.level !== shown) html.dataset.level = shown;
  if (html.dataset.why !== why) html.dataset.why = why;
  const time = root.getElementById("k-lost");
  if (time && lostAt && time.getAttribute("datetime") !== lostAt) time.setAttribute("datetime", lostAt);
}
