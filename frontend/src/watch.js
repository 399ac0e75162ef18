/** A heartbeat comes every 5 s. Two may be missed; a frozen server must show within 15 s. */
const SILENCE = 12_000;
/** A stream that broke gets that long to come back before it is worth a word. */
const TROUBLE = 3_000;

/** Judges from what came, and when, whether this browser lost the server. All times are milliseconds of one clock. */
export class Watch {
  #heard;
  #troubled = null;

  constructor(present) {
    this.#heard = present;
  }

  /** A message came. */
  heard(present) {
    this.#heard = present;
    this.#troubled = null;
  }

  /** The server took a connection, but has yet to say something. */
  connected() {
    this.#troubled = null;
  }

  /** A connection broke or could not be made. */
  failed(present) {
    this.#troubled ??= present;
  }

  /** Whether nothing came for too long although the connection seems to stand. */
  silent(present) {
    return present - this.#heard > SILENCE;
  }

  lost(present) {
    return this.silent(present) || (this.#troubled !== null && present - this.#troubled > TROUBLE);
  }
}
