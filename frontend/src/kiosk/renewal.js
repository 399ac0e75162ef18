// Loading a page anew without a hand: a TV that loads while the server does not answer ends on its browser's error page,
// and one whose script did not come stands still for ever. So all of the next page is fetched first.

/** Longer than any answer takes; what comes later counts as none. */
const PATIENCE = 10_000;
/** Pages that go on by themselves, or that a person knows: those with one of our scripts. */
const OURS = /\/assets\/(app|kiosk|pair)[\w.-]*\.js/;
const ASSETS = /\/assets\/[\w.-]+/g;

/**
 * Asks the server, but not for ever: where the network swallows everything, each open question would hold one of the six
 * connections that a browser has for a server, until none is left for the stream.
 */
export async function ask(url, cache = "no-store", patience = PATIENCE) {
  const end = new AbortController();
  const limit = setTimeout(() => end.abort(), patience);
  try {
    const answer = await fetch(url, { cache, credentials: "same-origin", signal: end.signal });
    return { ok: answer.ok, text: await answer.text() };
  } finally {
    clearTimeout(limit);
  }
}

/** Whether the page and all that it needs can be had now; assets are in the browser's cache then. fetch: as ask */
export async function stands(url, fetch) {
  try {
    const page = await fetch(url);
    // A proxy's or a guest network's page may come with any status, and would be the last that this screen shows.
    if (!page.ok || !OURS.test(page.text)) return false;
    const parts = await Promise.all([...new Set(page.text.match(ASSETS))].map((part) => fetch(part, "default")));
    return parts.every((part) => part.ok);
  } catch {
    return false;
  }
}
