/** Attribute of the element that holds a page's live stream. */
export const CONNECT = "hx-sse:connect";

/** The page's stream element, or null on pages that do not live. */
export function streamElement() {
  return document.querySelector("[hx-sse\\:connect]");
}

/** Whether an element is the source of a live stream. */
export function isStream(element) {
  return Boolean(element?.hasAttribute?.(CONNECT));
}

/** Whether a connection still belongs to the URL that its element names now: a filter may have changed it. */
export function isCurrent(element, url) {
  const base = document.baseURI;
  return isStream(element) && new URL(url, base).href === new URL(element.getAttribute(CONNECT), base).href;
}
