// htmx and its SSE extension, set up for pages with a strict content security policy.
import htmx from "htmx.org";
import "htmx.org/dist/ext/hx-sse.js";
import { CONNECT, isStream } from "./stream.js";

// Our style sheet says what a busy button looks like; htmx's own sheet is not wanted.
document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== htmx.indicatorStyleSheet);

// Going back to an earlier filter loads that page anew, as any other step back does.
htmx.config.history = "reload";

// A page must be current again soon after the server is: 60 s between attempts would be too long to look at.
htmx.config.sse = { reconnectDelay: 500, reconnectMaxDelay: 8000, connectTimeout: 10000 };

document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
  // A partial must not come out of the browser's cache when somebody goes back to the page of the same address.
  ctx.request.cache = "no-store";
  // The extension asks for an event stream in every request; the server would then answer partials as events.
  if (!isStream(ctx.sourceElement)) ctx.request.headers.Accept = "text/html";
});

// To the page that is shown, but another place in it: a browser would only scroll, and show the state before the write.
document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
  if (!ctx.hx.redirect) return;
  const to = new URL(ctx.hx.redirect, location.href);
  if (!to.hash || to.pathname + to.search !== location.pathname + location.search) return;
  history.replaceState(history.state, "", to);
  ctx.hx.refresh = "true";
});

// A swap that gives the stream's element another URL while the first is still being asked for: hang up, else the
// request for the new one is put behind it, or dropped.
htmx.registerExtension("restream", {
  htmx_before_morph_attr: (element, { attrName }) => {
    if (attrName === CONNECT) htmx.trigger(element, "htmx:abort");
    // What the reader has unfolded stays so: the server does not know it.
    return !(attrName === "open" && element.matches("details"));
  },
});

export default htmx;
