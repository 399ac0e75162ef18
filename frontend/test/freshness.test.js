import assert from "node:assert/strict";
import { test } from "node:test";
import { learn, now } from "../src/clock.js";
import { level, worst } from "../src/freshness.js";

const present = Date.parse("2026-02-12T14:00:00Z");
const before = (seconds) => new Date(present - seconds * 1000).toISOString();

test("figures are late after three polls and lost after two minutes", () => {
  assert.equal(level(before(45), "15", present), "live");
  assert.equal(level(before(46), "15", present), "late");
  assert.equal(level(before(120), "15", present), "late");
  assert.equal(level(before(121), "15", present), "lost");
});

test("with long intervals figures are never lost before they are late", () => {
  assert.equal(level(before(179), "60", present), "live");
  assert.equal(level(before(181), "60", present), "lost");
});

test("without a time or an interval the age says nothing", () => {
  assert.equal(level(undefined, "15", present), null);
  assert.equal(level(before(999), undefined, present), null);
});

test("the worst level wins, and words that are not levels do not count", () => {
  assert.equal(worst("live", "lost", "late"), "lost");
  assert.equal(worst("late", null, undefined), "late");
  assert.equal(worst("", null), undefined);
});

test("a wrong clock of the browser is put right by the server's time", () => {
  const wrong = new Date(Date.now() - 600_000).toISOString();
  learn(wrong);
  assert.ok(Math.abs(now() - Date.parse(wrong)) < 1000);
  learn("not a time");
  assert.ok(Math.abs(now() - Date.parse(wrong)) < 1000);
  learn(new Date(Date.now() - 500).toISOString());
  assert.ok(Math.abs(now() - Date.now()) < 10);
});
