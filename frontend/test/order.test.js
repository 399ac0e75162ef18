import assert from "node:assert/strict";
import { test } from "node:test";
import { place, sentence, target } from "../src/order.js";

const boxes = [0, 50, 100].map((top) => ({ top, height: 50 }));

test("a dragged item belongs before the first whose middle is lower", () => {
  assert.equal(place(boxes, -10), 0);
  assert.equal(place(boxes, 24), 0);
  assert.equal(place(boxes, 26), 1);
  assert.equal(place(boxes, 110), 2);
  assert.equal(place(boxes, 500), 3);
  assert.equal(place([], 5), 0);
});

test("keys move by one, to the ends, and never beyond", () => {
  assert.equal(target("ArrowUp", 2, 4), 1);
  assert.equal(target("ArrowUp", 0, 4), 0);
  assert.equal(target("ArrowDown", 3, 4), 3);
  assert.equal(target("Home", 3, 4), 0);
  assert.equal(target("End", 0, 4), 3);
  assert.equal(target("a", 0, 4), null);
});

test("what is said names the job and its place", () => {
  assert.equal(sentence("%t, place %n of %m.", "Gear %n $& 7", 2, 5), "Gear %n $& 7, place 2 of 5.");
});
