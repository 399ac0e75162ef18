// An expired session: keeps what was typed, goes to the sign-in page, and puts it back on return. It never sends.
import { openUrl } from "./dialogs.js";
import { say } from "./results.js";
import { signedOut } from "./words.js";

const KEY = "nordwand.typed";
const LIFE = 600_000;
const SIGN_IN = "/login";

let leaving = false;

/** Whether a response means that the session is over. */
export function isSignedOut(response) {
  return response.status === 401 || (response.redirected && new URL(response.url).pathname === SIGN_IN);
}

/** What was typed into a form since it was rendered, without secrets, one-time values, files and consents. */
export function typed(form) {
  const fields = [];
  [...form.elements].forEach((field, index) => {
    if (!field.name || ["_csrf", "actionId"].includes(field.name)) return;
    const base = { name: field.name, index };
    if (field.type === "checkbox" || field.type === "radio") {
      // A tick that says "I have checked" is given anew each time.
      const consent = field.required || field.hasAttribute("data-arm");
      if (!consent && field.checked !== field.defaultChecked) fields.push({ ...base, checked: field.checked });
    } else if (field.tagName === "SELECT") {
      const chosen = [...field.options].filter((option) => option.selected).map((option) => option.value);
      const before = [...field.options].filter((option) => option.defaultSelected).map((option) => option.value);
      if (chosen.join("\n") !== before.join("\n")) fields.push({ ...base, chosen });
    } else if (field.tagName === "TEXTAREA" || isText(field)) {
      if (field.value !== field.defaultValue) fields.push({ ...base, value: field.value });
    }
  });
  return fields;
}

function isText(field) {
  return (
    field.tagName === "INPUT" &&
    !["password", "hidden", "file", "submit", "image", "button", "reset"].includes(field.type)
  );
}

/** Puts kept fields back; those that are no longer there, or are another by now, are left out. */
export function fill(form, fields) {
  for (const kept of fields) {
    const field = found(form, kept);
    if (!field) continue;
    if ("checked" in kept) field.checked = kept.checked;
    else if ("chosen" in kept) for (const option of field.options) option.selected = kept.chosen.includes(option.value);
    else field.value = kept.value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** Where it was, or where its name is by now, if only one field has that: rows may have changed places meanwhile. */
function found(form, { name, index }) {
  const there = form.elements[index];
  if (there?.name === name) return there;
  const others = [...form.elements].filter((field) => field.name === name);
  return others.length === 1 ? others[0] : null;
}

/** Forms are found again by their address, which names the printer and the deed, and their place among its forms. */
function named(root) {
  const seen = new Map();
  return [...root.querySelectorAll("form")].map((form) => {
    const action = form.getAttribute("action");
    seen.set(action, (seen.get(action) ?? -1) + 1);
    return { form, key: `${action} ${seen.get(action)}` };
  });
}

export function collect(root) {
  return named(root)
    .map(({ form, key }) => ({ key, fields: typed(form) }))
    .filter(({ fields }) => fields.length > 0);
}

export function restore(root, forms) {
  for (const { form, key } of named(root)) {
    const kept = forms.find((each) => each.key === key);
    if (kept) fill(form, kept.fields);
  }
}

export function start(htmx) {
  document.addEventListener("htmx:before:response", (event) => {
    const { ctx } = event.detail;
    if (!isSignedOut(ctx.response.raw)) return;
    event.preventDefault();
    const asked = ctx.request.method === "GET" && ctx.target?.id === "dialogs" ? ctx.request.action : null;
    leave(asked ?? openUrl(), ctx.request.method !== "GET");
  });
  document.addEventListener("htmx:sse:error", ({ detail: { status } }) => {
    if (status === 401) leave(openUrl(), false);
  });
  window.addEventListener("pageshow", () => {
    leaving = false;
  });
  comeBack(htmx);
}

function leave(dialog, sending) {
  if (leaving || location.pathname === SIGN_IN) return;
  leaving = true;
  const path = location.pathname + location.search;
  const kept = { path, at: Date.now(), dialog, sending, forms: collect(document) };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Storage may be full or forbidden; signing in matters more.
  }
  location.assign(`${SIGN_IN}?next=${encodeURIComponent(path)}`);
}

async function comeBack(htmx) {
  const kept = take(location.pathname + location.search);
  if (!kept) return;
  if (kept.dialog) {
    await htmx.ajax("GET", kept.dialog, { target: "#dialogs", swap: "innerHTML" });
  }
  restore(document, kept.forms);
  if (kept.dialog || kept.sending || kept.forms.length > 0) say("info", signedOut);
}

/** What was kept for this page, once; null if there is nothing, or nothing young enough. */
function take(path) {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY));
    if (!kept || (kept.path !== path && Date.now() - kept.at < LIFE)) return null;
    sessionStorage.removeItem(KEY);
    return kept.path === path && Date.now() - kept.at < LIFE ? kept : null;
  } catch {
    return null;
  }
}
