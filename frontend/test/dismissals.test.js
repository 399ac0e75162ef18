import assert from "node:assert/strict";
import { test } from "node:test";
import { added, saying } from "../src/dismissals.js";

test("a result that says something new is not the one that was put away", () => {
  const unknown = saying({ id: "result-1", dataset: { standing: "unknown" } });
  assert.notEqual(saying({ id: "result-1", dataset: { standing: "seen" } }), unknown);
  assert.equal(saying({ id: "result-1", dataset: { standing: "unknown" } }), unknown);
});

test("a result without an id does not come again", () => {
  assert.equal(saying({ id: "", dataset: {} }), null);
});

test("only the last fifty are remembered, each once", () => {
  const many = Array.from({ length: 60 }, (_, i) => `${i}`).reduce(added, []);
  assert.equal(many.length, 50);
  assert.deepEqual(added(["a", "b"], "a"), ["b", "a"]);
});
