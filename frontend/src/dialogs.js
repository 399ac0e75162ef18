// Shows the dialogs that the server sends into #dialogs, closes them, and puts the focus back where it came from.

const ARRIVED = "#dialogs dialog[data-modal]:not([open])";

let opener = null;
let requested = null;
// The dialog that is a whole page by itself and whose form was sent.
let page = null;

/** URL from which the open dialog came, or null: the session's way back needs it. */
export function openUrl() {
  return document.querySelector("#dialogs dialog[open]")?.dataset.url ?? null;
}

export function start() {
  document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
    page = ctx.request.method === "GET" ? null : ctx.sourceElement.closest("dialog.dialog--static");
    if (ctx.target?.id !== "dialogs") return;
    requested = ctx.request.method === "GET" ? ctx.request.action : null;
    if (!ctx.sourceElement.closest("#dialogs") && ctx.sourceElement !== document.body) opener = ctx.sourceElement;
  });
  document.addEventListener("htmx:after:swap", show);
  document.addEventListener("click", dismiss);
  document.addEventListener("close", closed, true);
  window.addEventListener("pageshow", ({ persisted }) => {
    // From the browser's cache: the dialog's one-time action id may be used up.
    if (persisted) for (const dialog of document.querySelectorAll("#dialogs dialog[open]")) dialog.close();
  });
  show();
}

function show() {
  for (const dialog of document.querySelectorAll(ARRIVED)) {
    if (page?.isConnected) {
      takePlace(dialog);
      continue;
    }
    if (requested) dialog.dataset.url = requested;
    requested = null;
    dialog.showModal();
    if (!dialog.querySelector("[autofocus]")) {
      // Else the first button would have the focus, whatever it does.
      dialog.tabIndex = -1;
      dialog.focus();
    }
  }
}

/** What a page's form is answered with becomes the page, rather than lie over it. */
function takePlace(dialog) {
  delete dialog.dataset.modal;
  dialog.classList.add("dialog--static");
  dialog.open = true;
  page.replaceWith(dialog);
  page = null;
  dialog.tabIndex = -1;
  (dialog.querySelector("[autofocus]") ?? dialog).focus();
}

function dismiss(event) {
  const control = event.target.closest?.("[data-dismiss]");
  if (!control) return;
  const closes = control.closest(".result, dialog");
  if (closes?.matches("dialog:modal")) {
    event.preventDefault();
    closes.close();
  }
}

function closed({ target }) {
  if (!target.matches?.("#dialogs dialog[data-modal]")) return;
  target.remove();
  if (document.querySelector("#dialogs dialog[open]")) return;
  // A push may have replaced the opener; its id, if it has one, survives that.
  const back = opener?.isConnected ? opener : opener?.id ? document.getElementById(opener.id) : null;
  (back ?? document.getElementById("main"))?.focus({ preventScroll: true });
  opener = null;
}
