// A screen that waits to be connected: asks every two seconds whether it is, or whether its code has ended, and loads the
// page anew then, which the server has just answered for. Runs on TV browsers of 2020.
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

async function ask() {
  try {
    const size = `${window.innerWidth}x${window.innerHeight}`;
    const answer = await fetch(`/kiosk/seen?size=${size}`, { cache: "no-store", credentials: "same-origin" });
    if (!answer.ok) throw new Error(String(answer.status));
    const now = await answer.text();
    failures = 0;
    lost.hidden = true;
    if (now !== main.dataset.state) {
      location.reload();
      return;
    }
  } catch {
    failures += 1;
    lost.hidden = failures < 3;
  }
  setTimeout(ask, pause(failures, main.dataset.state));
}

setTimeout(ask, pause(0, main.dataset.state));
