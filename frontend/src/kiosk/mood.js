// Colours by day and brightness by night; the same rules as io.nordwand.kiosk.Mood.

const MORNING = 7 * 60;
const EVENING = 19 * 60;
const STEP = 5;

function minutes(clock) {
  const [hours, minute] = clock.split(":");
  return Number(hours) * 60 + Number(minute);
}

/** Whether minutes of the day lie in a span, which may reach over midnight. */
export function covers(from, to, at) {
  return from < to ? at >= from && at < to : at >= from || at < to;
}

/** Theme and brightness. look: dark, light or by_day; night: "22:00 06:00 30" or blank; time: "14:54". */
export function mood(look, night, time) {
  const at = minutes(time);
  const [from, to, percent] = night ? night.split(" ") : [];
  const dimmed = Boolean(night) && covers(minutes(from), minutes(to), at);
  const day = night ? !dimmed : covers(MORNING, EVENING, at);
  const theme = look === "light" || (look === "by_day" && day) ? "light" : "dark";
  const left = dimmed ? Math.max(STEP, Math.min(100, Math.round(Number(percent) / STEP) * STEP)) : 100;
  return { theme, left };
}

/** Brings the page's look up to date. */
export function show(time, root = document) {
  const board = root.querySelector("#board");
  if (!board) return;
  const { theme, left } = mood(board.dataset.look, board.dataset.night, time);
  const html = root.documentElement;
  if (html.dataset.theme !== theme) html.dataset.theme = theme;
  if (html.dataset.dim !== String(left)) html.dataset.dim = String(left);
}
