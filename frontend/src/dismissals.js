// Puts results away at the reader's wish. What a live stream sends again stays away until it says something new.

const KEY = "dismissed";
const MOST = 50;

/** What a result says, for comparison, or null when it has no id and so does not come again. */
export function saying(result) {
  return result.id ? `${result.id} ${result.dataset.standing ?? ""}` : null;
}

/** The list with one more, oldest first; no longer than needed. */
export function added(list, one) {
  return [...list.filter((each) => each !== one), one].slice(-MOST);
}

export function start() {
  document.addEventListener("click", ({ target }) => {
    const result = target.closest?.("[data-dismiss]")?.closest(".result, dialog");
    if (!result?.matches(".result")) return;
    const said = saying(result);
    if (said) sessionStorage.setItem(KEY, JSON.stringify(added(dismissed(), said)));
    result.remove();
  });
  document.addEventListener("htmx:after:swap", putAway);
  putAway();
}

function putAway() {
  const list = dismissed();
  if (list.length === 0) return;
  for (const result of document.querySelectorAll(".result[id]")) {
    if (list.includes(saying(result))) result.remove();
  }
}

function dismissed() {
  try {
    const list = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}
