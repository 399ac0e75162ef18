import assert from "node:assert/strict";
import { test } from "node:test";
import { next } from "../src/keys.js";

// Two sections: a row of three and one of two, then a row of four that stands a little differently.
const box = (left, top) => ({ left, top, height: 100 });
const boxes = [
  ...[0, 200, 400].map((left) => box(left, 0)),
  ...[0, 200].map((left) => box(left, 120)),
  ...[10, 210, 410, 610].map((left) => box(left, 300)),
];

test("right and left follow the reading order and wrap", () => {
  assert.equal(next(boxes, 2, "ArrowRight"), 3);
  assert.equal(next(boxes, 8, "ArrowRight"), 0);
  assert.equal(next(boxes, 0, "ArrowLeft"), 8);
});

test("down and up go to the nearest of the next row", () => {
  assert.equal(next(boxes, 1, "ArrowDown"), 4);
  assert.equal(next(boxes, 2, "ArrowDown"), 4);
  assert.equal(next(boxes, 4, "ArrowDown"), 6);
  assert.equal(next(boxes, 8, "ArrowUp"), 4);
  assert.equal(next(boxes, 3, "ArrowUp"), 0);
});

test("up and down stay at the edges", () => {
  assert.equal(next(boxes, 1, "ArrowUp"), 1);
  assert.equal(next(boxes, 7, "ArrowDown"), 7);
});

test("cards of one row need not be of one height", () => {
  const uneven = [box(0, 0), { left: 200, top: 8, height: 84 }, box(0, 120)];
  assert.equal(next(uneven, 0, "ArrowDown"), 2);
  assert.equal(next(uneven, 1, "ArrowUp"), 1);
});

test("the first key goes to the first item, and nowhere if there is none", () => {
  assert.equal(next(boxes, -1, "ArrowDown"), 0);
  assert.equal(next([], -1, "ArrowDown"), -1);
  assert.equal(next(boxes, 3, "End"), 8);
  assert.equal(next(boxes, 3, "Home"), 0);
});
