// Says what a request that failed did, and what it may have done.
import { say } from "./results.js";
import { isStream } from "./stream.js";
import { lostWhileReading, lostWhileSending, noAnswer, unclearAnswer } from "./words.js";

const DIALOG = "#dialogs dialog[open] .dialog__body";

let leaving = false;

/** The page that tells what became of a write: the printer's, as far as the form's address names one. */
export function whereToLook(action, here) {
  return /^(?:https?:\/\/[^/]+)?(\/printers\/[^/?#]+)/.exec(action)?.[1] ?? here;
}

/** Toasts lie out of reach behind an open dialog. */
function toDialog(ctx) {
  if (!document.querySelector(DIALOG)) return;
  ctx.hx.retarget = DIALOG;
  ctx.hx.reswap = "afterbegin";
}

export function start() {
  window.addEventListener("pagehide", () => {
    leaving = true;
  });
  window.addEventListener("pageshow", () => {
    leaving = false;
  });

  document.addEventListener("htmx:error", ({ detail: { ctx } }) => {
    if (!ctx || isStream(ctx.sourceElement) || leaving) return;
    if (ctx.request.method === "GET") say("fail", lostWhileReading);
    else say("fail", lostWhileSending, whereToLook(ctx.request.action, location.pathname));
  });

  document.addEventListener("htmx:response:error", ({ detail: { ctx } }) => {
    // An error page of ours says where it goes; anything else (a proxy's page) must not land in the middle of ours.
    if (ctx.hx.retarget === "#toasts") toDialog(ctx);
    if (ctx.hx.retarget || ctx.hx.reswap) return;
    ctx.swap = "none";
    if (ctx.request.method === "GET") say("fail", noAnswer(ctx.response.status));
    else say("fail", unclearAnswer(ctx.response.status), whereToLook(ctx.request.action, location.pathname));
  });
}
