// A screen that waits to be connected: asks every two seconds whether it is, or whether its code has ended, and loads the
// page anew then, which the server has just answered for. Runs on TV browsers of 2020.
import { ask, stands } from "./kiosk/renewal.js";
import { pause } from "./pair-pause.js";

const main = document.getElementById("pair");
const lost = document.getElementById("pair-lost");
const until = main.querySelector("time");
let failures = 0;

// The server wrote it in its own zone.
if (until) {
  const at = new Date(until.dateTime);
  until.textContent = at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}

/** Anything else may be a proxy that has its own word. */
const STATES = ["connected", "waiting", "over"];

async function look() {
  try {
    const size = `${window.innerWidth}x${window.innerHeight}`;
    const answer = await ask(`/kiosk/seen?size=${size}`);
    if (!answer.ok || !STATES.includes(answer.text)) throw new Error(answer.text);
    failures = 0;
    lost.hidden = true;
    // Where too many wait, only the page itself tells that there is room again.
    const another = answer.text !== main.dataset.state || answer.text === "over";
    if (another && (await stands(location.href, ask))) {
      location.reload();
      return;
    }
  } catch {
    failures += 1;
    lost.hidden = failures < 3;
  }
  setTimeout(look, pause(failures, main.dataset.state));
}

setTimeout(look, pause(0, main.dataset.state));
