import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { build, withoutLightDark } from "../build.mjs";
import { judge } from "../src/kiosk/age.js";
import { leafAt } from "../src/kiosk/leaves.js";
import { Link, pause } from "../src/kiosk/link.js";
import { covers, mood } from "../src/kiosk/mood.js";
import { ask, stands } from "../src/kiosk/renewal.js";
import { anyNew, needing } from "../src/kiosk/sound.js";
import { near } from "../src/times.js";

let directory;
let css;
let js;

before(async () => {
  directory = mkdtempSync(join(tmpdir(), "kiosk-"));
  const manifest = await build(join(directory, "assets"));
  css = readFileSync(join(directory, "assets", manifest["kiosk.css"]), "utf8");
  js = readFileSync(join(directory, "assets", manifest["kiosk.js"]), "utf8");
});
after(() => rmSync(directory, { recursive: true }));

test("the built styles of screens hold nothing that a TV of 2022 does not know", () => {
  const unknown = {
    "cascade layers": /@layer/,
    nesting: /\{[^{}]*&/,
    "light-dark()": /light-dark\(/,
    ":has(), :is(), :where()": /:(has|is|where)\(/,
    "color-mix()": /color-mix\(/,
    "container queries": /@container/,
    "single transforms": /[;{](translate|rotate|scale):/,
    "inset and logical shorthands": /[;{](inset|inset-(inline|block)|(padding|margin)-(inline|block)):/,
    "aspect-ratio": /aspect-ratio/,
    "newer viewport units": /\d(d|s|l)v(h|w|min|max)\b/,
    "media ranges": /@media[^{]*[<>]/,
    ":focus-visible": /:focus-visible/,
  };
  for (const [name, pattern] of Object.entries(unknown)) assert.doesNotMatch(css, pattern, name);
});

test("the built script of screens holds nothing that a TV of 2022 does not know, and is small", () => {
  const unknown = [
    /\.replaceChildren\(/,
    /\.at\(/,
    /Object\.hasOwn/,
    /structuredClone/,
    /AbortSignal\.timeout/,
    /\.replaceAll\(/,
    /\.findLast/,
  ];
  for (const pattern of unknown) assert.doesNotMatch(js, pattern);
  assert.ok(js.length < 20_000, `${js.length} bytes`);
});

test("dark tokens come after light ones, also inside of a list of values", () => {
  const flat = withoutLightDark(
    ":root {\n  --a: light-dark(rgb(1 2 3 / 0.5), #000);\n  --b: 0 1px light-dark(#fff, rgb(4 5 6));\n}",
  );
  const [light, dark] = flat.split(':root[data-theme="dark"]');
  assert.match(light, /--a: rgb\(1 2 3 \/ 0\.5\);\s+--b: 0 1px #fff;/);
  assert.match(dark, /--a: ?#000;\s+--b: ?0 1px rgb\(4 5 6\);/);
});

test("a screen is as old as the oldest thing that is known of it, and says whose fault it is", () => {
  const present = Date.parse("2026-02-12T14:00:00Z");
  const data = (seconds, level, why) => ({
    asOf: new Date(present - seconds * 1000).toISOString(),
    interval: "15",
    level,
    why,
  });
  assert.deepEqual(judge(data(10, "live", "overdue"), false, present), { level: "live", why: "overdue" });
  assert.deepEqual(judge(data(50, "live", "unreachable"), false, present), { level: "late", why: "unreachable" });
  assert.deepEqual(judge(data(300, "live", "refused"), false, present), { level: "lost", why: "refused" });
  assert.deepEqual(judge(data(1, "live", "refused"), true, present), { level: "lost", why: "server" });
  assert.deepEqual(judge({ level: "late", why: "starting", asOf: "", interval: "15" }, false, present), {
    level: "late",
    why: "starting",
  });
  assert.deepEqual(judge({}, false, present), { level: "lost", why: undefined });
});

test("pauses between tries grow to half a minute and are not the same everywhere", () => {
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5, 60].map((tries) => pause(tries, 0)),
    [1000, 2000, 4000, 8000, 16000, 30000, 30000],
  );
  assert.equal(pause(0, 1), 1250);
});

const PAGE = '<link href="/assets/kiosk.a1.css"><script src="/assets/kiosk.b2.js"></script>';

/** A world in which time passes only when a test says so. */
function world(answers = []) {
  const state = { time: 0, sources: [], timers: [], reloads: 0, beats: [], messages: [] };
  class EventSource {
    readyState = 0;
    listeners = {};
    constructor(url) {
      this.url = url;
      state.sources.push(this);
    }
    addEventListener(name, listener) {
      this.listeners[name] = listener;
    }
    close() {
      this.closed = true;
    }
    beat() {
      this.readyState = 1;
      this.listeners.heartbeat({ data: "2026-02-12T14:00:00Z" });
    }
    fail(readyState) {
      this.readyState = readyState;
      this.onerror();
    }
  }
  const env = {
    EventSource,
    page: "/kiosk",
    ask: async (url) => {
      const next = url === "/kiosk" ? answers.shift() : 200;
      if (next === undefined) throw new TypeError("network");
      return { ok: next === 200, text: PAGE };
    },
    reload: () => {
      state.reloads++;
    },
    present: () => state.time,
    setTimeout: (work, wait) => state.timers.push({ work, at: state.time + wait }),
    clearTimeout: (id) => {
      state.timers[id - 1] = null;
    },
    random: () => 0,
  };
  const link = new Link(env, () => "/kiosk/events", {
    message: (data) => state.messages.push(data),
    heartbeat: (iso) => state.beats.push(iso),
  });
  const pass = (milliseconds, each = () => {}) => {
    for (let left = milliseconds; left > 0; left -= 1000) {
      state.time += 1000;
      for (const [i, timer] of state.timers.entries()) {
        if (timer && timer.at <= state.time) {
          state.timers[i] = null;
          timer.work();
        }
      }
      each();
      link.tick();
    }
  };
  link.start();
  return { state, link, pass, source: () => state.sources.at(-1) };
}

test("a server that is killed shows within ten seconds, and is found again by itself", () => {
  const { state, link, pass, source } = world();
  source().beat();
  source().fail(0);
  assert.equal(link.lost, false);
  pass(4000, () => source().readyState === 0 && source().fail(0));
  assert.equal(link.lost, true);
  pass(60_000, () => !source().closed && source().fail(0));
  const tries = state.sources.length;
  assert.ok(tries > 3 && tries < 12, `${tries} tries in a minute`);
  pass(31_000);
  source().beat();
  assert.equal(link.lost, false);
});

test("a server that is frozen shows within fifteen seconds though the connection stands", () => {
  const { state, link, pass, source } = world();
  source().beat();
  pass(10_000);
  assert.equal(link.lost, false);
  pass(4000);
  assert.equal(link.lost, true);
  assert.ok(state.sources.length > 1 || state.timers.some(Boolean), "it connects anew");
  pass(40_000);
  assert.equal(link.lost, true);
  source().beat();
  assert.equal(link.lost, false);
});

test("what an abandoned connection still says does not count", () => {
  const { state, link, pass, source } = world();
  const first = source();
  first.beat();
  pass(14_000);
  const beats = state.beats.length;
  first.listeners.heartbeat({ data: "late" });
  assert.equal(state.beats.length, beats);
  assert.equal(link.lost, true);
});

test("a page is loaded anew only after the server has answered for it", async () => {
  const dead = world([]);
  dead.pass(20_000, () => dead.source().beat());
  assert.equal(await dead.link.fetchAnew(), false);
  const starting = world([503]);
  starting.pass(20_000, () => starting.source().beat());
  assert.equal(await starting.link.fetchAnew(), false);
  assert.equal(dead.state.reloads + starting.state.reloads, 0);

  const well = world([200]);
  well.pass(20_000, () => well.source().beat());
  assert.equal(await well.link.fetchAnew(), true);
  assert.equal(well.state.reloads, 1);
});

test("a page is loaded anew only if it is ours and all that it needs can be had", async () => {
  const had = [];
  const from = (answers) => async (url, cache) => {
    had.push(`${url} ${cache ?? "anew"}`);
    const { status = 200, text = "" } = answers[url] ?? {};
    if (status === 0) throw new TypeError("network");
    return { ok: status === 200, text };
  };
  assert.equal(await stands("/kiosk", from({ "/kiosk": { text: PAGE } })), true);
  assert.deepEqual(had, ["/kiosk anew", "/assets/kiosk.a1.css default", "/assets/kiosk.b2.js default"]);
  for (const answer of [
    { status: 0 },
    { status: 502, text: PAGE },
    { status: 404, text: PAGE },
    { text: "<h1>Welcome to our guest network</h1>" },
  ]) {
    assert.equal(await stands("/kiosk", from({ "/kiosk": answer })), false, JSON.stringify(answer));
  }
  for (const status of [0, 404, 503]) {
    const half = { "/kiosk": { text: PAGE }, "/assets/kiosk.b2.js": { status } };
    assert.equal(await stands("/kiosk", from(half)), false, `script ${status}`);
  }
});

test("an answer that never comes is waited for no longer than it is worth", async (t) => {
  let given;
  t.mock.method(globalThis, "fetch", (_url, options) => {
    given = options;
    return new Promise((_, reject) => {
      options.signal.addEventListener("abort", () => reject(options.signal.reason));
    });
  });
  await assert.rejects(ask("/kiosk/seen", undefined, 20), { name: "AbortError" });
  assert.equal(given.cache, "no-store");
  assert.equal(given.credentials, "same-origin");
});

test("a screen that the server refuses to stream to loads its page anew, but not in a loop", async () => {
  const young = world([200]);
  young.source().fail(2);
  await Promise.resolve();
  assert.equal(young.state.reloads, 0);
  young.pass(5000);
  await new Promise((done) => setTimeout(done));
  assert.equal(young.state.reloads, 1);

  const old = world([200]);
  old.pass(20_000, () => old.source().beat());
  old.source().fail(2);
  await new Promise((done) => setImmediate(done));
  assert.equal(old.state.reloads, 1);
});

test("pages turn by the server's time, each as long as it is to stay", () => {
  const seconds = [30, 8, 8];
  const at = (second) => leafAt(second * 1000, seconds);
  assert.deepEqual([0, 29, 30, 37, 38, 45, 46].map(at), [0, 0, 1, 1, 2, 2, 0]);
  assert.equal(leafAt(1_770_000_000_000, [30]), 0);
  assert.equal(leafAt(5, []), 0);
});

test("nights reach over midnight, and light themes end with the day", () => {
  assert.deepEqual(mood("by_day", "", "06:59"), { theme: "dark", left: 100 });
  assert.deepEqual(mood("by_day", "", "07:00"), { theme: "light", left: 100 });
  assert.deepEqual(mood("by_day", "22:00 06:00 32", "23:10"), { theme: "dark", left: 30 });
  assert.deepEqual(mood("by_day", "22:00 06:00 32", "06:00"), { theme: "light", left: 100 });
  assert.deepEqual(mood("light", "22:00 06:00 30", "05:59"), { theme: "light", left: 30 });
  assert.deepEqual(mood("dark", "00:00 06:00 1", "00:00"), { theme: "dark", left: 5 });
  assert.ok(covers(600, 600, 0), "the whole day");
});

test("only a printer that did not need hands before is heard", () => {
  const strip = (hands) => ({ getElementById: () => (hands === null ? null : { dataset: { hands } }) });
  assert.deepEqual(
    ["ask-1 ask-2", "", null].map((hands) => needing(strip(hands)).size),
    [2, 0, 0],
  );
  assert.equal(anyNew(new Set(["ask-1"]), new Set(["ask-1"])), false);
  assert.equal(anyNew(new Set(["ask-1", "ask-2"]), new Set(["ask-1"])), false);
  assert.equal(anyNew(new Set(["ask-1"]), new Set(["ask-1", "ask-3"])), true);
});

test("times that are near need no day", () => {
  const present = new Date(2026, 1, 12, 14, 0).getTime();
  assert.equal(near(new Date(2026, 1, 13, 11, 30).getTime(), present), "11:30");
  assert.equal(near(new Date(2026, 1, 13, 13, 30).getTime(), present), "Fri 13:30");
});
