import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { build } from "../build.mjs";

let directory;
let manifest;

before(async () => {
  directory = mkdtempSync(join(tmpdir(), "assets-"));
  manifest = await build(join(directory, "assets"));
  directory = join(directory, "assets");
});
after(() => rmSync(join(directory, ".."), { recursive: true }));

const read = (name) => readFileSync(join(directory, name));

test("the manifest names every file by its content, and what pages need is there", () => {
  assert.deepEqual(JSON.parse(read("manifest.json")), manifest);
  assert.deepEqual(Object.keys(manifest).sort(), [
    "LICENSES.txt",
    "app.css",
    "app.js",
    "favicon.svg",
    "inter-latin-ext.woff2",
    "inter-latin.woff2",
    "kiosk.css",
    "kiosk.js",
    "pair.css",
    "pair.js",
  ]);
  for (const name of Object.values(manifest)) assert.match(name, /\.[A-Z0-9]{8}\.\w+$/);
});

test("text is compressed beside itself", () => {
  for (const name of [manifest["app.js"], manifest["app.css"], manifest["favicon.svg"]]) {
    assert.deepEqual(brotliDecompressSync(read(`${name}.br`)), read(name));
    assert.deepEqual(gunzipSync(read(`${name}.gz`)), read(name));
  }
  assert.equal(readdirSync(directory).filter((name) => /woff2\./.test(name)).length, 0);
});

test("scripts stay under 35 kB over the wire", () => {
  assert.ok(read(`${manifest["app.js"]}.br`).length < 35_000);
});

test("styles load nothing from elsewhere and embed nothing", () => {
  const urls = [
    ...read(manifest["app.css"])
      .toString()
      .matchAll(/url\(["']?([^"')]+)/g),
  ].map(([, url]) => url);
  assert.ok(urls.length > 0);
  for (const url of urls) assert.match(url, /^(\.\/inter-|#)/);
});

test("the licences of all that is shipped are shipped too", () => {
  const notes = read(manifest["LICENSES.txt"]).toString();
  for (const name of ["Zero-Clause BSD", "SIL Open Font License", "ISC License"]) assert.ok(notes.includes(name), name);
});

test("the lock file names no address to fetch packages from", () => {
  const lock = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url)));
  for (const [name, { resolved }] of Object.entries(lock.packages)) assert.equal(resolved, undefined, name);
});
