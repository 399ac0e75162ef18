// What the browser must be able to say when the server cannot be asked. All other words come from the server.

export const lostServer = {
  title: "This browser lost the server.",
  text: "Nothing on this page is current until it is back; it tries again by itself.",
  asOf: "You see the farm as of",
};

export const lostWhileSending = {
  title: "This browser lost the server while sending.",
  text: "Do not press again: look at the printer’s page, which says what happened.",
  link: "Look at the printer’s page",
};

export const lostWhileReading = {
  title: "This browser lost the server.",
  text: "Nothing was changed. Try again in a moment.",
};

/** For an error answer to a write that does not say what became of it. */
export const unclearAnswer = (status) => ({
  title: `The server answered with an error (${status}) that does not say what happened.`,
  text: lostWhileSending.text,
  link: lostWhileSending.link,
});

/** For an error answer to a read. */
export const noAnswer = (status) => ({
  title: `The server could not answer (${status}).`,
  text: "Nothing was changed. Try again in a moment.",
});

export const signedOut = {
  title: "You had been signed out, and nothing was sent.",
  text: "What you had typed is here again. Check it, then go on.",
};

export const close = "Close";
