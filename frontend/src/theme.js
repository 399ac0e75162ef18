// The theme switch: sets the cookie by which the server renders <html data-theme>, and the attribute at once.

const YEAR = 31_536_000;

/** Cookie text for a choice; "system" removes the cookie. */
export function cookie(theme, secure) {
  const life = theme === "light" || theme === "dark" ? YEAR : 0;
  return `theme=${life ? theme : ""}; Path=/; Max-Age=${life}; SameSite=Lax${secure ? "; Secure" : ""}`;
}

export function start() {
  document.addEventListener("change", ({ target }) => {
    if (!target.matches('#theme input[name="theme"]')) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers that we support
    document.cookie = cookie(target.value, location.protocol === "https:");
    if (target.value === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = target.value;
  });
}
