// Forms with data-once are sent once: their buttons rest while a request is under way. It spares people a refusal; the
// server's one-time action id is what keeps a write from happening twice.

const SENDING = "sending";

export function start() {
  // Without htmx on the form: from the submit on, until the page is left or comes back from the browser's cache.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !form.matches("form[data-once]")) return;
    if (isSending(form)) event.preventDefault();
    else rest(form);
  });
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) for (const form of document.querySelectorAll("form[data-once]")) wake(form);
  });

  // With htmx: while its request is in flight.
  document.addEventListener("htmx:config:request", (event) => {
    const form = event.detail.ctx.sourceElement;
    if (isOnce(form) && isSending(form)) event.preventDefault();
  });
  document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
    if (isOnce(ctx.sourceElement)) rest(ctx.sourceElement);
  });
  document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
    if (isOnce(ctx.sourceElement) && mayBeSentAgain(ctx)) wake(ctx.sourceElement);
  });
}

/** Not while the browser is on its way to another page, and not where nobody knows what became of the write. */
export function mayBeSentAgain(ctx) {
  if (!ctx.response) return false;
  return !ctx.hx?.redirect && !ctx.hx?.refresh && ctx.response.status < 500 && ctx.response.status !== 401;
}

function isOnce(element) {
  return Boolean(element?.matches?.("form[data-once]"));
}

function isSending(form) {
  return SENDING in form.dataset;
}

function rest(form) {
  form.dataset[SENDING] = "";
  // Not before the browser has taken the form's values: a disabled button's own value would be missing.
  setTimeout(() => {
    if (isSending(form)) for (const button of buttons(form)) button.disabled = true;
  });
  for (const button of buttons(form)) button.setAttribute("aria-busy", "true");
}

function wake(form) {
  delete form.dataset[SENDING];
  for (const button of buttons(form)) {
    button.disabled = false;
    button.removeAttribute("aria-busy");
  }
}

function buttons(form) {
  return [...form.elements].filter(
    (element) => ["submit", "image"].includes(element.type) && !element.hasAttribute("data-dismiss"),
  );
}
