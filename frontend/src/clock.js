// The time by the server's clock. A browser whose clock is wrong must neither call fresh figures old nor old ones fresh.

/** Smaller differences are only the way of the message. */
const NOTICEABLE = 2000;

let skew = 0;

/** Milliseconds since 1970 by the server's clock, as far as it is known. */
export function now() {
  return Date.now() - skew;
}

/** Takes over the server's time from a message that just came; anything but an ISO instant is ignored. */
export function learn(iso) {
  const difference = Date.now() - Date.parse(iso);
  if (Number.isNaN(difference)) return;
  skew = Math.abs(difference) > NOTICEABLE ? difference : 0;
}
