// Takes over what the server sends: <hx-partial hx-target="#id">new element</hx-partial>, as all live pages get it. Elements
// are replaced by their id; a screen has nothing that a person could be in the middle of.

/** Replaces the elements that a message names; returns their ids. */
export function swap(html, root = document) {
  const template = root.createElement("template");
  template.innerHTML = html;
  const changed = [];
  for (const partial of template.content.querySelectorAll("hx-partial")) {
    const target = root.getElementById((partial.getAttribute("hx-target") ?? "").slice(1));
    const fresh = partial.firstElementChild;
    if (!target || !fresh) continue;
    target.replaceWith(fresh);
    changed.push(fresh.id);
  }
  return changed;
}
