import { close } from "./words.js";

/**
 * Says something beside the work: at the head of the open dialog, since everything behind it is out of reach, else
 * among the toasts. link: where to look, or null.
 */
export function say(kind, { title, text, link: label }, link = null) {
  const dialog = document.querySelector("#dialogs dialog[open]");
  const place = dialog?.querySelector(".dialog__body") ?? dialog ?? document.getElementById("toasts");
  if (!place || [...place.querySelectorAll(".result__t")].some((shown) => shown.textContent === title)) return;
  const result = document.createElement("div");
  result.className = `result result--${kind}`;
  if (kind === "fail") result.setAttribute("role", "alert");
  result.append(paragraph("result__t", title), dismissal(), paragraph("result__b", text));
  if (link) {
    const actions = paragraph("result__a", "");
    const anchor = document.createElement("a");
    anchor.className = "btn btn--sm";
    anchor.href = link;
    anchor.textContent = label;
    actions.append(anchor);
    result.append(actions);
  }
  // The first column is the icon's.
  const space = document.createElement("span");
  result.prepend(space);
  place.prepend(result);
}

function paragraph(className, text) {
  const element = document.createElement("p");
  element.className = className;
  element.textContent = text;
  return element;
}

function dismissal() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "result__x btn btn--quiet btn--sm btn--icon";
  button.dataset.dismiss = "";
  button.setAttribute("aria-label", close);
  button.textContent = "×";
  return button;
}
