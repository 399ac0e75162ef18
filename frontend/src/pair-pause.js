const OFTEN = 2_000;
const SELDOM = 30_000;

/**
 * How long a waiting screen waits before it asks again, in milliseconds.
 *
 * @param {number} failures how many times in a row there was no answer
 * @param {string} state "waiting" while it has a code; else too many wait, and it only tries its luck
 */
export function pause(failures, state) {
  if (state !== "waiting") return SELDOM;
  return Math.min(SELDOM, OFTEN * 2 ** Math.min(failures, 4));
}
