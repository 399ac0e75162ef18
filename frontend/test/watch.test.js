import assert from "node:assert/strict";
import { test } from "node:test";
import { Watch } from "../src/watch.js";

test("a frozen server shows within 15 s of its last sign of life", () => {
  const watch = new Watch(0);
  watch.heard(5000);
  assert.equal(watch.lost(16_000), false);
  assert.equal(watch.lost(18_000), true);
});

test("a server that takes connections but says nothing stays lost", () => {
  const watch = new Watch(0);
  watch.connected();
  assert.equal(watch.lost(13_000), true);
  watch.heard(13_500);
  assert.equal(watch.lost(14_000), false);
});

test("a short break is not worth a word", () => {
  const watch = new Watch(0);
  watch.failed(1000);
  watch.connected();
  assert.equal(watch.lost(9000), false);
});

test("a break that lasts shows after 3 s, however often it is tried again", () => {
  const watch = new Watch(0);
  watch.failed(1000);
  watch.failed(3500);
  assert.equal(watch.lost(4000), false);
  assert.equal(watch.lost(4500), true);
});
