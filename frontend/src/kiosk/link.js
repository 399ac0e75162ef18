// The connection to the server: opened anew with growing pauses, hung up when nothing comes. A page is fetched again only
// after the server has answered, so that a TV never ends on a browser's error page.
import { Watch } from "../watch.js";
import { stands } from "./renewal.js";

const FIRST_PAUSE = 1000;
const LAST_PAUSE = 30_000;
const TICK = 1000;
/** After that silence a connection is given up although it seems to stand. */
const HANG_UP = 12_000;
/** A page that the server would not stream to is fetched anew at most that often. */
const RELOAD_EVERY = 5000;

/** Pauses between tries: 1, 2, 4 … 30 s, each up to a quarter longer, so that not all screens come back at once. */
export function pause(tries, random) {
  return Math.min(LAST_PAUSE, FIRST_PAUSE * 2 ** tries) * (1 + random / 4);
}

export class Link {
  #open;
  #page;
  #ask;
  #reload;
  #timers;
  #address;
  #on;
  #source = null;
  #tries = 0;
  #waiting = null;
  #opened;
  #began;
  #watch;

  /**
   * env: { EventSource, page, ask, reload, present, setTimeout, random }, so that tests bring their own; address: function
   * that names the stream; on: { message(html), heartbeat(iso) }
   */
  constructor(env, address, on) {
    this.#open = env.EventSource;
    this.#page = env.page;
    this.#ask = env.ask;
    this.#reload = env.reload;
    this.#timers = env;
    this.#address = address;
    this.#on = on;
    this.#began = env.present();
    this.#opened = this.#began;
    this.#watch = new Watch(this.#began);
  }

  /** Whether this screen lost the server. */
  get lost() {
    return this.#watch.lost(this.#timers.present());
  }

  start() {
    this.#connect();
  }

  /** Called once a second. */
  tick() {
    const present = this.#timers.present();
    if (this.#source && this.#watch.silent(present) && present - this.#opened > HANG_UP) this.#again();
  }

  #connect() {
    this.#waiting = null;
    this.#opened = this.#timers.present();
    const Source = this.#open;
    const source = new Source(this.#address());
    this.#source = source;
    const heard = () => {
      this.#tries = 0;
      this.#watch.heard(this.#timers.present());
    };
    source.onmessage = (event) => {
      if (source !== this.#source) return;
      heard();
      this.#on.message(event.data);
    };
    source.addEventListener("heartbeat", (event) => {
      if (source !== this.#source) return;
      heard();
      this.#on.heartbeat(event.data);
    });
    source.onerror = () => {
      if (source !== this.#source) return;
      this.#watch.failed(this.#timers.present());
      // 2 is CLOSED: the server answered, but with something else than a stream.
      const refused = source.readyState === 2;
      this.#again();
      if (refused) this.#loadSoon();
    };
  }

  #again(after = pause(this.#tries++, this.#timers.random())) {
    this.#source?.close();
    this.#source = null;
    if (this.#waiting !== null) this.#timers.clearTimeout(this.#waiting);
    this.#waiting = this.#timers.setTimeout(() => this.#connect(), after);
  }

  /** Loads the page anew, but not in its first seconds, which would be a loop. */
  #loadSoon() {
    const early = this.#began + RELOAD_EVERY - this.#timers.present();
    if (early <= 0) this.load();
    else this.#timers.setTimeout(() => this.load(), early);
  }

  /** Loads the page anew as soon as the server answers for it; not in the first seconds of a page, which would be a loop. */
  async fetchAnew() {
    return this.#timers.present() - this.#began < RELOAD_EVERY ? false : this.load();
  }

  /** Loads the page anew if all of it can be had now; says whether. */
  async load() {
    if (!(await stands(this.#page, this.#ask))) return false;
    this.#reload();
    return true;
  }
}

export { TICK };
